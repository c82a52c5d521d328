// SPDX-License-Identifier: Apache-2.0
#include "cli/io/texttable.h"

#include <algorithm>
#include <array>

namespace {

struct Range
{
    char32_t first;
    char32_t last;
};

/// The blocks whose characters are wide or full-width (Unicode Standard Annex 11).
constexpr std::array wideRanges{
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},   Range{0x3400, 0x4DBF},
    Range{0x4E00, 0x9FFF},   Range{0xA000, 0xA4CF},   Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},
    Range{0xF900, 0xFAFF},   Range{0xFE10, 0xFE19},   Range{0xFE30, 0xFE6F},   Range{0xFF01, 0xFF60},
    Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F}, Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF},
    Range{0x20000, 0x3FFFD},
};

qsizetype characterWidth(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
        return 0;
    default:
        break;
    }
    const auto holds = [character](const Range &range) {
        return range.first <= character && character <= range.last;
    };
    return std::ranges::any_of(wideRanges, holds) ? 2 : 1;
}

} // namespace

qsizetype TextTable::width(const QString &text)
{
    qsizetype result = 0;
    for (const uint character : text.toUcs4())
        result += characterWidth(character);
    return result;
}

QString TextTable::text(const QString &indent) const
{
    QList<qsizetype> widths;
    for (const QStringList &row : m_rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths.at(column), width(row.at(column)));
    }

    QStringList lines;
    for (const QStringList &row : m_rows) {
        QString line = indent;
        for (qsizetype column = 0; column < row.size(); ++column) {
            line += row.at(column);
            // Nothing trails behind the last cell.
            if (column + 1 < row.size())
                line += QString(widths.at(column) - width(row.at(column)) + 2, u' ');
        }
        lines.append(line);
    }
    return lines.join(u'\n');
}
