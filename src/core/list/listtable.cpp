// SPDX-License-Identifier: Apache-2.0
#include "core/list/listtable.h"

#include "core/identifiers/idcleaning.h"
#include "core/list/listquotes.h"
#include "core/list/listrefusal.h"

#include <algorithm>
#include <csv.h>
#include <utility>

namespace {

Error refusal(ErrorCode code, qsizetype number)
{
    return {.kind = ErrorKind::NotSent, .code = code, .detail = ServerText(QString::number(number))};
}

/// One run of libcsv over a text.
class CsvReader
{
public:
    CsvReader(char delimiter, TextEncoding encoding)
        : m_builder(delimiter, encoding)
    {
        // Every line end is reported, so that blank rows count.
        csv_init(&m_parser, CSV_REPALL_NL);
        csv_set_delim(&m_parser, static_cast<unsigned char>(delimiter));
    }
    ~CsvReader() { csv_free(&m_parser); }
    Q_DISABLE_COPY_MOVE(CsvReader)

    Result<ListTable> read(QByteArrayView bytes)
    {
        constexpr qsizetype step = qsizetype{64} * 1024;
        while (!bytes.isEmpty() && !m_builder.problem()) {
            const QByteArrayView part = bytes.first(std::min(step, bytes.size()));
            const auto size = static_cast<size_t>(part.size());
            if (csv_parse(&m_parser, part.data(), size, takeCell, takeRow, this) != size)
                return ListRefusals::error(ListProblem::NotText);
            bytes = bytes.sliced(part.size());
        }
        m_isEnding = true;
        csv_fini(&m_parser, takeCell, takeRow, this);
        return m_builder.table();
    }

private:
    static void takeCell(void *text, size_t size, void *self)
    {
        static_cast<CsvReader *>(self)->m_builder.addCell(
            QByteArrayView(static_cast<const char *>(text), static_cast<qsizetype>(size)));
    }

    static void takeRow(int lineEnd, void *self) { static_cast<CsvReader *>(self)->endRow(lineEnd); }

    void endRow(int lineEnd)
    {
        const bool hasCells = m_builder.cellCount() > 0;
        const bool isSecondHalf = !hasCells && m_lineEnd == CSV_CR && lineEnd == CSV_LF;
        m_lineEnd = isSecondHalf ? 0 : lineEnd;
        // The end of the text ends a row only where one has begun.
        if (!isSecondHalf && (hasCells || !m_isEnding))
            m_builder.endRow();
    }

    csv_parser m_parser{};
    ListTableBuilder m_builder;
    int m_lineEnd = 0;
    bool m_isEnding = false;
};

} // namespace

qsizetype ListTable::cellCount(qsizetype row) const
{
    const quint32 begin = row == 0 ? 0 : m_rowEnds.at(row - 1);
    return m_rowEnds.at(row) - begin;
}

ServerText ListTable::cell(qsizetype row, qsizetype column) const
{
    if (column >= cellCount(row))
        return {};
    const qsizetype at = m_rowEnds.at(row) - cellCount(row) + column;
    const quint32 begin = at == 0 ? 0 : m_cellEnds.at(at - 1);
    return ServerText(QString::fromUtf8(m_text.constData() + begin, m_cellEnds.at(at) - begin));
}

bool ListTable::isBlank(qsizetype row) const
{
    for (qsizetype column = 0; column < cellCount(row); ++column) {
        if (!IdCleaning::trimmed(cell(row, column).verbatim()).isEmpty())
            return false;
    }
    return true;
}

ListTableBuilder::ListTableBuilder(char delimiter, TextEncoding encoding)
{
    m_table.m_delimiter = delimiter;
    m_table.m_encoding = encoding;
}

void ListTableBuilder::addCell(QByteArrayView utf8)
{
    if (m_problem)
        return;
    if (utf8.isEmpty()) {
        ++m_emptyCells;
        return;
    }
    if (cellCount() >= ListTable::maximumColumns) {
        m_problem = refusal(ErrorCode::ListTooWide, lineCount() + 1);
        return;
    }
    // They stand between two cells with text.
    for (; m_emptyCells > 0; --m_emptyCells, ++m_cells)
        m_table.m_cellEnds.append(static_cast<quint32>(m_table.m_text.size()));
    m_table.m_text.append(utf8);
    m_table.m_cellEnds.append(static_cast<quint32>(m_table.m_text.size()));
    ++m_cells;
}

void ListTableBuilder::endRow()
{
    if (m_problem)
        return;
    const qsizetype cells = std::exchange(m_cells, 0);
    m_emptyCells = 0;
    if (lineCount() >= ListTable::maximumLines)
        m_problem = refusal(ErrorCode::ListTooLong, ListTable::maximumRows);
    if (cells == 0) {
        ++m_table.m_blankLinesAtEnd;
        return;
    }
    // One more for the headings; who reads the identifiers counts the others.
    if (++m_rowsWithText > ListTable::maximumRows + 1)
        m_problem = refusal(ErrorCode::ListTooLong, ListTable::maximumRows);
    const auto rowBegin = static_cast<quint32>(m_table.m_cellEnds.size() - cells);
    for (; m_table.m_blankLinesAtEnd > 0; --m_table.m_blankLinesAtEnd)
        m_table.m_rowEnds.append(rowBegin);
    m_table.m_rowEnds.append(static_cast<quint32>(m_table.m_cellEnds.size()));
    m_table.m_columnCount = std::max(m_table.m_columnCount, cells);
}

Result<ListTable> ListTableBuilder::table() const
{
    if (m_problem)
        return *m_problem;
    if (m_table.columnCount() == 0)
        return refusal(ErrorCode::ListEmpty, 0);
    return m_table;
}

Result<ListTable> ListTables::read(const ListText &text, char delimiter)
{
    const Result<QByteArray> closed = ListQuotes::closed(text.utf8, delimiter);
    return closed ? CsvReader(delimiter, text.encoding).read(*closed) : closed.error();
}
