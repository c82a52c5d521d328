// SPDX-License-Identifier: Apache-2.0
#include "core/list/listquotes.h"

#include "core/list/idforms.h"

#include <algorithm>
#include <optional>

namespace {

constexpr char quote = '"';

bool isLineEnd(char byte)
{
    return byte == '\n' || byte == '\r';
}

/// Walks over the cells of a text.
class QuoteScanner
{
public:
    QuoteScanner(const QByteArray &text, char delimiter)
        : m_text(text)
        , m_delimiter(delimiter)
    {
    }

    Result<QByteArray> scan(bool isPart)
    {
        while (m_at < m_text.size()) {
            if (!takeCell() && isPart)
                break;
            if (m_isUnclear)
                return Error{.code = ErrorCode::ListQuoteOpen, .detail = ServerText(QString::number(m_row))};
            takeEnd();
        }
        return m_result;
    }

private:
    /// False where it cannot be known where the cell ends.
    bool takeCell()
    {
        const qsizetype begin = m_at;
        const qsizetype mark = afterBlanks(begin);
        if (mark == m_text.size() || m_text.at(mark) != quote) {
            m_at = endOfPlainCell(mark);
            m_result += m_text.mid(begin, m_at - begin);
            return true;
        }
        const std::optional<qsizetype> close = closingMark(mark + 1);
        m_isUnclear = !close;
        if (!close)
            return false;
        const qsizetype end = afterBlanks(*close + 1);
        if (end < m_text.size() && m_text.at(end) != m_delimiter && !isLineEnd(m_text.at(end))) {
            takeRawCell(mark);
            return true;
        }
        const QByteArray content = m_text.mid(mark + 1, *close - mark - 1);
        m_isUnclear = holdsRows(content);
        if (m_isUnclear)
            return false;
        m_result += m_text.mid(begin, end - begin);
        // Line ends within a cell end no row.
        m_at = end;
        return true;
    }

    void takeRawCell(qsizetype mark)
    {
        m_at = endOfPlainCell(mark);
        QByteArray content = m_text.mid(mark, m_at - mark);
        content.replace("\"", "\"\"");
        m_result += quote + content + quote;
    }

    void takeEnd()
    {
        if (m_at == m_text.size())
            return;
        const char end = m_text.at(m_at);
        m_result += end;
        ++m_at;
        if (end == '\r' && m_at < m_text.size() && m_text.at(m_at) == '\n')
            m_result += m_text.at(m_at++);
        if (isLineEnd(end))
            ++m_row;
    }

    qsizetype afterBlanks(qsizetype at) const
    {
        while (at < m_text.size() && m_text.at(at) != m_delimiter &&
               (m_text.at(at) == ' ' || m_text.at(at) == '\t'))
            ++at;
        return at;
    }

    qsizetype endOfPlainCell(qsizetype at) const
    {
        while (at < m_text.size() && m_text.at(at) != m_delimiter && !isLineEnd(m_text.at(at)))
            ++at;
        return at;
    }

    /// Two marks stand for one.
    std::optional<qsizetype> closingMark(qsizetype at) const
    {
        for (at = m_text.indexOf(quote, at); at >= 0; at = m_text.indexOf(quote, at)) {
            if (at + 1 == m_text.size() || m_text.at(at + 1) != quote)
                return at;
            at += 2;
        }
        return {};
    }

    /// True for a cell of several lines of which one could be a row with a user.
    bool holdsRows(const QByteArray &content) const
    {
        if (!content.contains('\n') && !content.contains('\r'))
            return false;
        QByteArray lines = content;
        const QByteArrayList rows = lines.replace('\r', '\n').split('\n');
        return std::ranges::any_of(rows, [this](const QByteArray &row) {
            const QByteArrayList cells = row.split(m_delimiter);
            return cells.size() > 1 && std::ranges::any_of(cells, [](const QByteArray &cell) {
                       return IdForms::typeOf(QString::fromUtf8(cell)).has_value();
                   });
        });
    }

    const QByteArray &m_text;
    QByteArray m_result;
    char m_delimiter;
    qsizetype m_at = 0;
    qint64 m_row = 1;
    bool m_isUnclear = false;
};

} // namespace

Result<QByteArray> ListQuotes::closed(const QByteArray &utf8, char delimiter, bool isPart)
{
    if (!utf8.contains(quote))
        return utf8;
    return QuoteScanner(utf8, delimiter).scan(isPart);
}
