// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/listtext.h"
#include "core/result.h"
#include "core/servertext.h"

#include <QByteArray>
#include <QList>

/// The rows and cells of a list, as a spreadsheet shows them: row 0 here is its row 1, blank rows included.
/// The cells share one buffer: a hundred thousand rows of 40 columns are 4 bytes a cell and their text.
class ListTable
{
public:
    /// Rows with content, beside one of headings.
    static constexpr qsizetype maximumRows = 100'000;
    static constexpr qsizetype maximumColumns = 256;

    qsizetype rowCount() const { return m_rowEnds.size(); }
    /// Of the widest row.
    qsizetype columnCount() const { return m_columnCount; }
    qsizetype cellCount(qsizetype row) const;
    /// Empty where the row is shorter.
    ServerText cell(qsizetype row, qsizetype column) const;

    char delimiter() const { return m_delimiter; }
    TextEncoding encoding() const { return m_encoding; }

private:
    friend class ListTableReader;

    QByteArray m_text;
    /// Where each cell ends in m_text, all rows in one.
    QList<quint32> m_cellEnds;
    /// Where each row ends in m_cellEnds.
    QList<quint32> m_rowEnds;
    qsizetype m_columnCount = 0;
    char m_delimiter = ',';
    TextEncoding m_encoding = TextEncoding::Utf8;
};

namespace ListTables {

/// What may separate cells: tab, comma, semicolon, vertical bar.
QByteArray delimiters();

/// The delimiter that cuts most of the first rows into the same number of cells; a comma where none does.
char guessedDelimiter(const ListText &text);

/// Cuts @p text into cells; a cell in quotation marks may hold delimiters and line ends. ListTooLong past
/// the greatest number of rows, ListTooWide past that of columns, ListQuoteOpen where a quotation mark is
/// never closed, ListEmpty without any text.
Result<ListTable> read(const ListText &text, char delimiter);

/// read() with the guessed delimiter.
Result<ListTable> read(const ListText &text);

} // namespace ListTables
