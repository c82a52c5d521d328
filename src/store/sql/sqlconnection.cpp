// SPDX-License-Identifier: Apache-2.0
#include "store/sql/sqlconnection.h"

#include <QUrl>

#include <chrono>
#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How long a statement waits for another process that writes.
constexpr std::chrono::milliseconds longestWait = 5s;

constexpr int primaryCode = 0xff;

} // namespace

void SqlConnection::Closer::operator()(sqlite3 *connection) const
{
    sqlite3_close_v2(connection);
}

bool SqlConnection::open(const QString &file, Access access)
{
    close();
    const bool isFrozen = access == Access::Frozen;
    const QByteArray name = isFrozen ? QUrl::fromLocalFile(file).toEncoded() + "?immutable=1" : file.toUtf8();
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
    flags |= access == Access::ReadWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    flags |= isFrozen ? SQLITE_OPEN_URI : 0;
    sqlite3 *connection = nullptr;
    m_openCode = sqlite3_open_v2(name.constData(), &connection, flags, nullptr) & primaryCode;
    m_connection.reset(connection);
    if (m_openCode != SQLITE_OK)
        close();
    else
        sqlite3_busy_timeout(connection, static_cast<int>(longestWait.count()));
    return isOpen();
}

bool SqlConnection::execute(const QString &sql) const
{
    return isOpen() && prepare(sql).execute();
}

int SqlConnection::errorCode() const
{
    return isOpen() ? sqlite3_errcode(m_connection.get()) & primaryCode : m_openCode;
}

qint64 SqlConnection::lastInsertedId() const
{
    return sqlite3_last_insert_rowid(m_connection.get());
}

qint64 SqlConnection::changedRows() const
{
    return sqlite3_changes(m_connection.get());
}
