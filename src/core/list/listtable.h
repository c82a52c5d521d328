// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/list/listtext.h"
#include "core/values/result.h"
#include "core/values/servertext.h"

#include <QByteArray>
#include <QList>

#include <optional>

/// The rows and cells of a list, as a spreadsheet shows them: row 0 here is its row 1, blank rows included.
/// Empty cells behind the last one of a row, and blank rows behind the last one, are left out. The cells
/// share one buffer: a hundred thousand rows of 40 columns are 4 bytes a cell and their text.
class ListTable
{
public:
    /// Rows with content, beside one of headings.
    static constexpr qsizetype maximumRows = 100'000;
    static constexpr qsizetype maximumColumns = 256;
    /// Blank rows included; a spreadsheet has half of them.
    static constexpr qsizetype maximumLines = 2'097'152;

    qsizetype rowCount() const { return m_rowEnds.size(); }
    /// Blank rows behind the last one.
    qsizetype blankLinesAtEnd() const { return m_blankLinesAtEnd; }
    qsizetype lineCount() const { return rowCount() + m_blankLinesAtEnd; }
    /// The number of cells in the widest row.
    qsizetype columnCount() const { return m_columnCount; }
    qsizetype cellCount(qsizetype row) const;
    /// Empty where the row is shorter.
    ServerText cell(qsizetype row, qsizetype column) const;
    /// True when every cell of @p row is blank.
    bool isBlank(qsizetype row) const;

    char delimiter() const { return m_delimiter; }
    TextEncoding encoding() const { return m_encoding; }

private:
    friend class ListTableBuilder;

    QByteArray m_text;
    /// Where each cell ends in m_text, all rows in one.
    QList<quint32> m_cellEnds;
    /// Where each row ends in m_cellEnds.
    QList<quint32> m_rowEnds;
    qsizetype m_columnCount = 0;
    qsizetype m_blankLinesAtEnd = 0;
    char m_delimiter = ',';
    TextEncoding m_encoding = TextEncoding::Utf8;
};

/// Makes a table, cell by cell.
class ListTableBuilder
{
public:
    ListTableBuilder(char delimiter, TextEncoding encoding);

    void addCell(QByteArrayView utf8);
    void endRow();
    /// Cells of the row that has begun.
    qsizetype cellCount() const { return m_cells + m_emptyCells; }
    /// Rows that have ended.
    qsizetype lineCount() const { return m_table.lineCount(); }

    /// ListTooLong or ListTooWide; then nothing more is added.
    const std::optional<Error> &problem() const { return m_problem; }
    /// The table; ListEmpty without any text.
    Result<ListTable> table() const;

private:
    ListTable m_table;
    std::optional<Error> m_problem;
    qsizetype m_cells = 0;
    /// Behind the last cell with text.
    qsizetype m_emptyCells = 0;
    qsizetype m_rowsWithText = 0;
};

namespace ListTables {

/// Between cells where a row is one cell.
inline constexpr char noDelimiter = '\0';
/// Between the values of a table that ListValues has made.
inline constexpr char valueDelimiter = '\n';

/// Cuts @p text into cells; a cell in quotation marks may hold delimiters and line ends. ListTooLong past
/// the greatest number of rows, ListTooWide past that of columns, ListQuoteOpen where it is not known where a
/// cell ends, ListEmpty without any text.
Result<ListTable> read(const ListText &text, char delimiter);

} // namespace ListTables
