// SPDX-License-Identifier: Apache-2.0
#include "core/values/jsonscanner.h"

#include <algorithm>

namespace {

bool isSpace(char character)
{
    return QByteArrayView(" \t\r\n").contains(character);
}

} // namespace

void JsonScanner::step()
{
    const char first = m_text.at(m_at++);
    if (first == '"')
        skipString();
    else if (first == '{' || first == '[')
        ++m_depth;
    else if (first == '}' || first == ']')
        --m_depth;
}

bool JsonScanner::take(char token)
{
    while (!isAtEnd() && isSpace(current()))
        ++m_at;
    const bool isNext = !isAtEnd() && current() == token;
    if (isNext)
        step();
    return isNext;
}

QByteArrayView JsonScanner::takeName()
{
    const qsizetype from = m_at + 1;
    step();
    const qsizetype to = m_at - 1;
    return m_at <= m_text.size() && take(':') ? between(from, to) : QByteArrayView();
}

bool JsonScanner::isBlank(QByteArrayView text)
{
    return std::ranges::all_of(text, isSpace);
}

void JsonScanner::skipString()
{
    while (!isAtEnd() && current() != '"')
        m_at += current() == '\\' ? 2 : 1;
    ++m_at;
}
