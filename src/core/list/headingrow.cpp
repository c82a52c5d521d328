// SPDX-License-Identifier: Apache-2.0
#include "core/list/headingrow.h"

#include "core/list/headings.h"
#include "core/list/idforms.h"

#include <QSet>

#include <algorithm>

namespace {

/// What the cells of a row say.
struct RowReading
{
    qsizetype filled = 0;
    /// Headings of identifiers.
    qsizetype identifiers = 0;
    /// Different other headings.
    qsizetype facts = 0;
    /// Cells that look like an identifier themselves.
    qsizetype values = 0;

    qsizetype score() const { return (identifiers * 3) + facts; }
};

RowReading readingOf(const ListTable &table, qsizetype row)
{
    RowReading reading;
    QSet<QString> facts;
    for (qsizetype column = 0; column < table.cellCount(row); ++column) {
        const QString text = table.cell(row, column).verbatim();
        if (text.trimmed().isEmpty())
            continue;
        ++reading.filled;
        if (IdForms::typeOf(text))
            ++reading.values;
        switch (Headings::read(text).kind) {
        case HeadingKind::Identifier:
        case HeadingKind::Secondary:
        case HeadingKind::PrincipalName:
            ++reading.identifiers;
            break;
        case HeadingKind::Fact:
        case HeadingKind::RunningNumber:
            facts.insert(Headings::compared(text));
            break;
        // Somebody's post is a cell like any other.
        case HeadingKind::OtherPerson:
        case HeadingKind::Unknown:
            break;
        }
    }
    reading.facts = facts.size();
    return reading;
}

/// True where the row below @p row has an identifier in a column in which @p row has another text.
bool isUnlikeNext(const ListTable &table, qsizetype row)
{
    if (row + 1 >= table.rowCount())
        return false;
    for (qsizetype column = 0; column < table.cellCount(row + 1); ++column) {
        if (IdForms::typeOf(table.cell(row + 1, column).verbatim()) &&
            !table.cell(row, column).verbatim().trimmed().isEmpty())
            return true;
    }
    return false;
}

bool hasHeadings(const ListTable &table, qsizetype row, const RowReading &reading)
{
    if (reading.values > 0)
        return false;
    return reading.identifiers > 0 || reading.facts > 1 || (reading.facts == 1 && isUnlikeNext(table, row));
}

/// A title above the headings: it fills few of their columns.
bool isTitle(const RowReading &reading, const RowReading &headings)
{
    return reading.values == 0 && reading.filled * 2 <= headings.filled;
}

std::optional<qsizetype> foundRow(const ListTable &table, qsizetype begin)
{
    std::optional<qsizetype> best;
    RowReading bestReading;
    QList<RowReading> above;
    const qsizetype end = std::min(table.rowCount(), begin + Headings::searchedRows);
    for (qsizetype row = begin; row < end; ++row) {
        const RowReading reading = readingOf(table, row);
        const auto isAbove = [&reading](const RowReading &other) { return isTitle(other, reading); };
        // Whatever else stands above would be lost.
        if (reading.score() > bestReading.score() && hasHeadings(table, row, reading) &&
            std::ranges::all_of(above, isAbove)) {
            best = row;
            bestReading = reading;
        }
        if (reading.filled > 0)
            above.append(reading);
    }
    return best;
}

std::optional<qsizetype> firstFilledRow(const ListTable &table, qsizetype begin)
{
    for (qsizetype row = begin; row < table.rowCount(); ++row) {
        if (!table.isBlank(row))
            return row;
    }
    return {};
}

} // namespace

ListGuess HeadingRows::find(const ListTable &table, HeaderChoice choice)
{
    const qsizetype begin = table.rowCount() > 0 && Headings::isDirective(table, 0) ? 1 : 0;
    ListGuess guess{.firstRow = begin};
    if (choice == HeaderChoice::No)
        return guess;
    guess.headingRow = foundRow(table, begin);
    if (!guess.headingRow && choice == HeaderChoice::Yes)
        guess.headingRow = firstFilledRow(table, begin);
    if (guess.headingRow)
        guess.firstRow = *guess.headingRow + 1;
    return guess;
}
