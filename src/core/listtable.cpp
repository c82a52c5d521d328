// SPDX-License-Identifier: Apache-2.0
#include "core/listtable.h"

#include <QHash>

#include <algorithm>
#include <csv.h>
#include <optional>

namespace {

/// What the delimiter is guessed from.
constexpr qsizetype sampleBytes = qsizetype{64} * 1024;

Error refusal(ErrorCode code, qsizetype number)
{
    return {.kind = ErrorKind::NotSent, .code = code, .detail = ServerText(QString::number(number))};
}

} // namespace

/// One run of libcsv over a text.
class ListTableReader
{
public:
    explicit ListTableReader(char delimiter)
    {
        // Every line end is reported, so that blank rows count.
        csv_init(&m_parser, CSV_REPALL_NL);
        csv_set_delim(&m_parser, static_cast<unsigned char>(delimiter));
        m_table.m_delimiter = delimiter;
    }
    ~ListTableReader() { csv_free(&m_parser); }
    Q_DISABLE_COPY_MOVE(ListTableReader)

    /// False when it is no use to go on.
    bool parse(QByteArrayView bytes)
    {
        constexpr qsizetype step = qsizetype{64} * 1024;
        while (!bytes.isEmpty() && !m_problem) {
            const QByteArrayView part = bytes.first(std::min(step, bytes.size()));
            const auto size = static_cast<size_t>(part.size());
            if (csv_parse(&m_parser, part.data(), size, takeCell, takeRow, this) != size)
                m_problem = ErrorCode::ListNotText;
            bytes = bytes.sliced(part.size());
        }
        return !m_problem;
    }

    /// False when the text ends inside a quotation mark.
    bool end()
    {
        m_isEnding = true;
        // Only a strict parser tells of an open quotation mark, and before its end none is wanted: people
        // write quotation marks inside of cells.
        csv_set_opts(&m_parser, CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI);
        return csv_fini(&m_parser, takeCell, takeRow, this) == 0;
    }

    std::optional<ErrorCode> problem() const { return m_problem; }
    const ListTable &table() const { return m_table; }
    void setEncoding(TextEncoding encoding) { m_table.m_encoding = encoding; }

private:
    static void takeCell(void *text, size_t size, void *self)
    {
        static_cast<ListTableReader *>(self)->addCell(static_cast<const char *>(text),
                                                      static_cast<qsizetype>(size));
    }

    static void takeRow(int lineEnd, void *self) { static_cast<ListTableReader *>(self)->endRow(lineEnd); }

    void addCell(const char *text, qsizetype size)
    {
        if (m_problem)
            return;
        if (++m_columns > ListTable::maximumColumns) {
            m_problem = ErrorCode::ListTooWide;
            return;
        }
        m_table.m_text.append(text, size);
        m_table.m_cellEnds.append(static_cast<quint32>(m_table.m_text.size()));
        m_hasText = m_hasText || size > 0;
    }

    void endRow(int lineEnd)
    {
        const bool isSecondHalf = m_columns == 0 && m_lineEnd == CSV_CR && lineEnd == CSV_LF;
        m_lineEnd = isSecondHalf ? 0 : lineEnd;
        // The end of the text ends a row only where one has begun.
        if (m_problem || isSecondHalf || (m_isEnding && m_columns == 0))
            return;
        // One more for the headings; who reads the identifiers counts the others.
        if (m_hasText && ++m_rowsWithText > ListTable::maximumRows + 1)
            m_problem = ErrorCode::ListTooLong;
        if (m_table.m_rowEnds.size() > 2 * ListTable::maximumRows)
            m_problem = ErrorCode::ListTooLong;
        m_table.m_rowEnds.append(static_cast<quint32>(m_table.m_cellEnds.size()));
        m_table.m_columnCount = std::max(m_table.m_columnCount, m_columns);
        m_columns = 0;
        m_hasText = false;
    }

    csv_parser m_parser{};
    ListTable m_table;
    std::optional<ErrorCode> m_problem;
    qsizetype m_columns = 0;
    qsizetype m_rowsWithText = 0;
    int m_lineEnd = 0;
    bool m_hasText = false;
    bool m_isEnding = false;
};

namespace {

/// How many rows of the sample have the most frequent number of cells, where that is more than one.
qsizetype agreement(QByteArrayView sample, char delimiter)
{
    ListTableReader reader(delimiter);
    if (!reader.parse(sample))
        return 0;
    reader.end();
    const ListTable &table = reader.table();
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

QByteArray ListTables::delimiters()
{
    return QByteArrayLiteral("\t,;|");
}

char ListTables::guessedDelimiter(const ListText &text)
{
    QByteArrayView sample(text.utf8);
    if (sample.size() > sampleBytes) {
        const qsizetype lineEnd = sample.first(sampleBytes).lastIndexOf('\n');
        sample = sample.first(lineEnd > 0 ? lineEnd + 1 : sampleBytes);
    }
    char best = ',';
    qsizetype bestAgreement = 0;
    const QByteArray candidates = delimiters();
    for (const char delimiter : candidates) {
        const qsizetype found = agreement(sample, delimiter);
        if (found > bestAgreement) {
            best = delimiter;
            bestAgreement = found;
        }
    }
    return best;
}

Result<ListTable> ListTables::read(const ListText &text, char delimiter)
{
    ListTableReader reader(delimiter);
    reader.setEncoding(text.encoding);
    const bool isClosed = reader.parse(text.utf8) ? reader.end() : true;
    const ListTable &table = reader.table();
    if (reader.problem() == ErrorCode::ListTooLong)
        return refusal(ErrorCode::ListTooLong, ListTable::maximumRows);
    if (reader.problem())
        return refusal(*reader.problem(), table.rowCount() + 1);
    if (!isClosed)
        return refusal(ErrorCode::ListQuoteOpen, table.rowCount() + 1);
    if (table.columnCount() == 0)
        return refusal(ErrorCode::ListEmpty, 0);
    return table;
}

Result<ListTable> ListTables::read(const ListText &text)
{
    return read(text, guessedDelimiter(text));
}
