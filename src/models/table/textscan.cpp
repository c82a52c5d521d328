// SPDX-License-Identifier: Apache-2.0
#include "models/table/textscan.h"

#include <QChar>

#include <algorithm>
#include <cstring>
#include <limits>

namespace {

/// So much of a text tells how often each byte stands in all of it.
constexpr qsizetype sampleSize = 65536;

QByteArray utf8(char32_t letter)
{
    return QString::fromUcs4(&letter, 1).toUtf8();
}

const char *find(char byte, const char *begin, const char *end)
{
    const void *found = begin < end ? std::memchr(begin, byte, static_cast<size_t>(end - begin)) : nullptr;
    return found != nullptr ? static_cast<const char *>(found) : end;
}

} // namespace

TextScan::TextScan(const QString &wanted, QByteArrayView text)
    : m_text(text)
{
    const QList<uint> letters = wanted.toUcs4();
    for (const uint letter : letters) {
        QByteArray lower = utf8(QChar::toLower(letter));
        QByteArray upper = utf8(QChar::toUpper(letter));
        if (lower.size() != upper.size())
            lower = upper = utf8(letter);
        if (lower.size() > 1 && lower != upper)
            m_wideLetters.append({.place = m_lower.size(), .size = lower.size()});
        m_lower += lower;
        m_upper += upper;
    }
    chooseAnchor();
    m_found = {find(m_lower.at(m_anchor), m_text.begin(), m_text.end()),
               find(m_upper.at(m_anchor), m_text.begin(), m_text.end())};
}

qsizetype TextScan::next(qsizetype from)
{
    const char *end = m_text.end();
    const char *begin = m_text.begin() + std::min(from + m_anchor, m_text.size());
    while (true) {
        auto &[lower, upper] = m_found;
        if (lower < begin)
            lower = find(m_lower.at(m_anchor), begin, end);
        if (upper < begin)
            upper = find(m_upper.at(m_anchor), begin, end);
        const char *place = std::min(lower, upper);
        if (end - place < m_lower.size() - m_anchor)
            return -1;
        if (isAt(place - m_anchor))
            return place - m_anchor - m_text.begin();
        begin = place + 1;
    }
}

void TextScan::chooseAnchor()
{
    std::array<qsizetype, std::numeric_limits<uchar>::max() + 1> counts{};
    for (const char byte : m_text.first(std::min(m_text.size(), sampleSize)))
        ++counts.at(static_cast<uchar>(byte));
    const auto cost = [&](qsizetype place) {
        const auto lower = static_cast<uchar>(m_lower.at(place));
        const auto upper = static_cast<uchar>(m_upper.at(place));
        return counts.at(lower) + (lower != upper ? counts.at(upper) : 0);
    };
    for (qsizetype place = 1; place < m_lower.size(); ++place) {
        if (cost(place) < cost(m_anchor))
            m_anchor = place;
    }
}

bool TextScan::isAt(const char *begin) const
{
    for (qsizetype place = 0; place < m_lower.size(); ++place) {
        if (begin[place] != m_lower.at(place) && begin[place] != m_upper.at(place))
            return false;
    }
    return std::ranges::all_of(m_wideLetters, [this, begin](const Letter &letter) {
        const QByteArrayView here(begin + letter.place, letter.size);
        return here == QByteArrayView(m_lower).sliced(letter.place, letter.size) ||
               here == QByteArrayView(m_upper).sliced(letter.place, letter.size);
    });
}
