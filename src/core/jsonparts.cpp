// SPDX-License-Identifier: Apache-2.0
#include "core/jsonparts.h"

#include <algorithm>

namespace {

bool isSpace(char character)
{
    return QByteArrayView(" \t\r\n").contains(character);
}

bool isBlank(QByteArrayView text)
{
    return std::ranges::all_of(text, isSpace);
}

/// Steps over a text from token to token.
class Scanner
{
public:
    explicit Scanner(QByteArrayView text)
        : m_text(text)
    {
    }

    bool isAtEnd() const { return m_at >= m_text.size(); }
    qsizetype at() const { return m_at; }
    char current() const { return m_text.at(m_at); }
    /// How many brackets are open.
    int depth() const { return m_depth; }

    QByteArrayView between(qsizetype from, qsizetype to) const { return m_text.sliced(from, to - from); }

    /// Steps over a string, or over one character.
    void step()
    {
        const char first = m_text.at(m_at++);
        if (first == '"')
            skipString();
        else if (first == '{' || first == '[')
            ++m_depth;
        else if (first == '}' || first == ']')
            --m_depth;
    }

    void skipSpace()
    {
        while (!isAtEnd() && isSpace(current()))
            ++m_at;
    }

    /// Steps over @p character if it comes next.
    bool take(char character)
    {
        skipSpace();
        const bool isNext = !isAtEnd() && current() == character;
        if (isNext)
            step();
        return isNext;
    }

private:
    void skipString()
    {
        while (!isAtEnd() && current() != '"')
            m_at += current() == '\\' ? 2 : 1;
        ++m_at;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
};

/// Steps behind the bracket that opens the array @p name of the object.
bool findArray(Scanner *scanner, QByteArrayView name)
{
    while (!scanner->isAtEnd()) {
        const qsizetype from = scanner->at();
        const bool isString = scanner->current() == '"' && scanner->depth() == 1;
        scanner->step();
        if (!isString || scanner->isAtEnd())
            continue;
        const bool isNamed = scanner->between(from + 1, scanner->at() - 1) == name;
        // Only the name of a member is followed by a colon.
        if (isNamed && scanner->take(':'))
            return scanner->take('[');
    }
    return false;
}

} // namespace

std::optional<JsonParts> JsonParts::split(QByteArrayView json, QByteArrayView name, qsizetype most)
{
    Scanner scanner(json);
    if (!findArray(&scanner, name))
        return {};
    const qsizetype begin = scanner.at();
    const int depth = scanner.depth();
    qsizetype from = begin;
    JsonParts parts;
    while (!scanner.isAtEnd()) {
        const qsizetype at = scanner.at();
        const bool isOutside = scanner.depth() == depth;
        const char token = scanner.current();
        scanner.step();
        const bool isLast = token == ']';
        if (!isOutside || (token != ',' && !isLast))
            continue;
        const QByteArrayView element = scanner.between(from, at);
        from = scanner.at();
        // What is missing beside a comma is an element that nobody can read; only an empty array has none.
        if (!isLast || !parts.elements.isEmpty() || !isBlank(element)) {
            if (parts.elements.size() == most)
                return {};
            parts.elements.append(element);
        }
        if (isLast) {
            parts.object = json.first(begin).toByteArray() + json.sliced(at).toByteArray();
            return parts;
        }
    }
    return {};
}
