// SPDX-License-Identifier: Apache-2.0
#include "core/list/listdelimiter.h"

#include "core/list/headings.h"
#include "core/list/idforms.h"
#include "core/list/listquotes.h"
#include "core/list/listvalues.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

namespace {

/// What the delimiter is guessed from.
constexpr qsizetype sampleBytes = qsizetype{64} * 1024;
/// Rows whose cells are looked at one by one.
constexpr qsizetype sampleRows = 20;

ListText sampleOf(const ListText &text)
{
    if (text.utf8.size() <= sampleBytes)
        return text;
    const qsizetype lineEnd = text.utf8.first(sampleBytes).lastIndexOf('\n');
    return {.utf8 = text.utf8.first(lineEnd > 0 ? lineEnd + 1 : sampleBytes), .encoding = text.encoding};
}

/// Rows of the most frequent width.
qsizetype agreement(const ListTable &table)
{
    QHash<qsizetype, qsizetype> rowsOfWidth;
    for (qsizetype row = 0; row < table.rowCount(); ++row)
        ++rowsOfWidth[table.cellCount(row)];
    qsizetype most = 0;
    qsizetype widthOfMost = 0;
    for (auto width = rowsOfWidth.cbegin(); width != rowsOfWidth.cend(); ++width) {
        if (width.key() > 0 &&
            (width.value() > most || (width.value() == most && width.key() > widthOfMost))) {
            most = width.value();
            widthOfMost = width.key();
        }
    }
    return widthOfMost > 1 ? most : 0;
}

/// Identifiers in the column that has most of them, those that stand alone twice.
qsizetype identifiers(const ListTable &table)
{
    QHash<qsizetype, qsizetype> found;
    qsizetype most = 0;
    for (qsizetype row = 0; row < std::min(table.rowCount(), sampleRows); ++row) {
        for (qsizetype column = 0; column < table.cellCount(row); ++column) {
            const QString text = table.cell(row, column).verbatim();
            if (!IdForms::typeOf(text))
                continue;
            // Several in one cell may be cut apart by another delimiter.
            found[column] += IdForms::usableTypeOf(text) ? 2 : 1;
            most = std::max(most, found.value(column));
        }
    }
    return most;
}

/// Known headings in the first rows.
qsizetype headings(const ListTable &table)
{
    constexpr qsizetype searchedRows = 4;
    qsizetype most = 0;
    for (qsizetype row = 0; row < std::min(table.rowCount(), searchedRows); ++row)
        most = std::max(most, Headings::knownCount(table, row));
    return most;
}

} // namespace

Result<ListTable> ListDelimiters::cut(const ListText &text, char delimiter)
{
    return delimiter == ListTables::valueDelimiter ? ListValues::read(text)
                                                   : ListTables::read(text, delimiter);
}

char ListDelimiters::guess(const ListText &text)
{
    const ListText sample = sampleOf(text);
    if (const auto named = Headings::namedDelimiter(
            QString::fromUtf8(sample.utf8.first(std::max<qsizetype>(sample.utf8.indexOf('\n'), 0)))))
        return *named;
    if (ListValues::areValues(sample))
        return ListTables::valueDelimiter;
    using Score = std::tuple<qsizetype, qsizetype, qsizetype>;
    char best = ',';
    Score bestScore;
    // Among equals the first is meant.
    constexpr std::array candidates{',', '\t', ';', '|', ListTables::noDelimiter};
    for (const char delimiter : candidates) {
        // The sample may end within a cell.
        const Result<QByteArray> closed =
            ListQuotes::closed(sample.utf8, delimiter, sample.utf8 != text.utf8);
        if (!closed)
            continue;
        const Result<ListTable> table =
            ListTables::read({.utf8 = *closed, .encoding = text.encoding}, delimiter);
        if (!table)
            continue;
        const Score score(identifiers(*table), headings(*table), agreement(*table));
        if (score > bestScore) {
            best = delimiter;
            bestScore = score;
        }
    }
    const bool isCut = std::get<2>(bestScore) > 0;
    return isCut || best == ',' ? best : ListTables::noDelimiter;
}
