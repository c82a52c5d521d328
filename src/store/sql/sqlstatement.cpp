// SPDX-License-Identifier: Apache-2.0
#include "store/sql/sqlstatement.h"

#include <sqlite3.h>

namespace {

/// Extended result codes carry the primary one in the low byte.
constexpr int primaryCode = 0xff;

} // namespace

void SqlStatement::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

SqlStatement::SqlStatement(sqlite3 *connection, const QString &sql)
{
    if (connection == nullptr)
        return;
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    m_code =
        sqlite3_prepare_v2(connection, text.constData(), static_cast<int>(text.size()), &statement, nullptr) &
        primaryCode;
    m_statement.reset(statement);
}

void SqlStatement::bindNumber(int place, qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), place, value);
}

void SqlStatement::bindAt(int place, const QString &value)
{
    bindAt(place, value.toUtf8());
}

void SqlStatement::bindAt(int place, const QByteArray &utf8)
{
    sqlite3_bind_text(m_statement.get(), place, utf8.constData(), static_cast<int>(utf8.size()),
                      SQLITE_TRANSIENT);
}

void SqlStatement::bindAt(int place, const SqlValue &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        bindAt(place, *text);
    else if (const auto *number = std::get_if<qint64>(&value))
        bindNumber(place, *number);
    else
        sqlite3_bind_null(m_statement.get(), place);
}

bool SqlStatement::next()
{
    // SQLite would begin anew.
    if (!isPrepared() || m_isAtEnd)
        return false;
    const int code = sqlite3_step(m_statement.get());
    m_hasRow = code == SQLITE_ROW;
    if (m_hasRow)
        return true;
    m_code = code == SQLITE_DONE ? SQLITE_OK : code & primaryCode;
    m_isAtEnd = true;
    sqlite3_reset(m_statement.get());
    return false;
}

bool SqlStatement::execute()
{
    reset();
    while (next()) {
    }
    const bool isGood = !hasFailed();
    m_isAtEnd = false;
    return isGood;
}

void SqlStatement::reset()
{
    if (!isPrepared())
        return;
    sqlite3_reset(m_statement.get());
    m_code = SQLITE_OK;
    m_hasRow = false;
    m_isAtEnd = false;
}

int SqlStatement::columnCount() const
{
    return sqlite3_column_count(m_statement.get());
}

QString SqlStatement::columnName(int column) const
{
    return QString::fromUtf8(sqlite3_column_name(m_statement.get(), column));
}

bool SqlStatement::isNull(int column) const
{
    return !m_hasRow || sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

qint64 SqlStatement::number(int column) const
{
    return m_hasRow ? sqlite3_column_int64(m_statement.get(), column) : 0;
}

QString SqlStatement::text(int column) const
{
    return QString::fromUtf8(utf8(column));
}

QByteArray SqlStatement::utf8(int column) const
{
    if (!m_hasRow)
        return {};
    // In this order: the size is that of the text in the encoding which has been asked for last.
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    return {text, sqlite3_column_bytes(m_statement.get(), column)};
}

std::optional<SqlValue> SqlStatement::value(int column) const
{
    switch (m_hasRow ? sqlite3_column_type(m_statement.get(), column) : SQLITE_NULL) {
    case SQLITE_NULL:
        return SqlValue(nullptr);
    case SQLITE_INTEGER:
        return SqlValue(number(column));
    case SQLITE_TEXT:
        return SqlValue(text(column));
    default:
        return {};
    }
}
