// SPDX-License-Identifier: Apache-2.0
#include "core/plan/jsonarrayreader.h"

#include "core/values/jsonscanner.h"

#include <QIODevice>

#include <algorithm>

namespace {

constexpr qint64 blockSize = qint64{64} * 1024;

/// Inside the object, and inside its array.
constexpr int objectDepth = 1;
constexpr int arrayDepth = 2;

bool isBlank(char character)
{
    return JsonScanner::isBlank(QByteArrayView(&character, 1));
}

} // namespace

JsonArrayReader::JsonArrayReader(QIODevice *device, const QByteArray &name, qint64 mostBytes)
    : m_device(device)
    , m_name('"' + name)
    , m_bytesLeft(mostBytes)
{
}

std::optional<QByteArray> JsonArrayReader::next()
{
    if (m_place == Place::BeforeArray)
        findArray();
    if (m_place != Place::InArray)
        return {};
    std::optional<QByteArray> found = element();
    // What is missing beside a comma is an element that cannot be read; only an empty array has none.
    const bool isEmptyArray =
        found && m_place == Place::BehindArray && m_count == 0 && JsonScanner::isBlank(*found);
    if (m_place == Place::BehindArray)
        readRest();
    if (!found || isEmptyArray)
        return {};
    ++m_count;
    return found;
}

std::optional<QByteArray> JsonArrayReader::object() const
{
    return m_place == Place::BehindArray ? std::optional(m_object) : std::nullopt;
}

bool JsonArrayReader::readBlock()
{
    m_block = m_device->read(std::min(blockSize, m_bytesLeft));
    m_bytesLeft -= m_block.size();
    m_at = 0;
    return !m_block.isEmpty();
}

/// Steps over a character of the block.
char JsonArrayReader::step()
{
    const char character = m_block.at(m_at++);
    m_wasText = m_isText;
    if (m_isText) {
        m_isText = m_isEscaped || character != '"';
        m_isEscaped = !m_isEscaped && character == '\\';
    } else if (character == '"') {
        m_isText = true;
    } else if (character == '{' || character == '[') {
        ++m_depth;
    } else if (character == '}' || character == ']') {
        --m_depth;
    }
    return character;
}

/// Steps behind the bracket that opens the array.
void JsonArrayReader::findArray()
{
    // The last text of the object itself, as far as it can be the name.
    QByteArray text;
    bool isNamed = false;
    while (!isBlockOver() || readBlock()) {
        const char character = step();
        m_object.append(character);
        if (!isInText() && isBlank(character))
            continue;
        if (isNamed) {
            m_place = character == '[' ? Place::InArray : Place::Nowhere;
            return;
        }
        if (!m_wasText && m_isText)
            text.clear();
        if (m_isText && m_depth == objectDepth && text.size() <= m_name.size())
            text.append(character);
        isNamed = !isInText() && character == ':' && m_depth == objectDepth && text == m_name;
    }
    m_place = Place::Nowhere;
}

std::optional<QByteArray> JsonArrayReader::element()
{
    QByteArray text;
    qsizetype from = m_at;
    while (true) {
        if (isBlockOver()) {
            text.append(QByteArrayView(m_block).sliced(from));
            if (!readBlock())
                break;
            from = 0;
        }
        const char character = step();
        const bool isEnd = !isInText() && character == ']' && m_depth < arrayDepth;
        if (!isEnd && (isInText() || character != ',' || m_depth != arrayDepth))
            continue;
        text.append(QByteArrayView(m_block).sliced(from, m_at - 1 - from));
        if (isEnd) {
            m_place = Place::BehindArray;
            m_object.append(character);
        }
        return text;
    }
    m_place = Place::Nowhere;
    return {};
}

void JsonArrayReader::readRest()
{
    while (!isBlockOver() || readBlock()) {
        m_object.append(QByteArrayView(m_block).sliced(m_at));
        m_at = m_block.size();
    }
}
