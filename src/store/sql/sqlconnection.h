// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sql/sqlstatement.h"

#include <QString>

#include <memory>

/// One connection to a file of SQLite (https://www.sqlite.org/c3ref/sqlite3.html), for the thread that opened
/// it.
class SqlConnection
{
public:
    enum class Access {
        /// The file must be there.
        ReadWrite,
        ReadOnly,
        /// As it stands: nothing is made beside it, and its log is not read.
        Frozen,
    };

    /// Opens @p file, after what was open is closed. False when it cannot be opened. Many kinds of damage are
    /// found by the first statement only.
    bool open(const QString &file, Access access);

    /// Its statements must have gone.
    void close() { m_connection.reset(); }

    bool isOpen() const { return m_connection != nullptr; }

    SqlStatement prepare(const QString &sql) const { return {m_connection.get(), sql}; }

    /// Runs one statement, whatever rows it has.
    [[nodiscard]] bool execute(const QString &sql) const;

    /// The number of the row that was inserted last.
    qint64 lastInsertedId() const;
    /// How many rows the last INSERT, UPDATE or DELETE has hit.
    qint64 changedRows() const;

    /// SQLite's primary result code of what failed last, also of open(); 0 for none.
    int errorCode() const;

private:
    struct Closer
    {
        void operator()(sqlite3 *connection) const;
    };

    std::unique_ptr<sqlite3, Closer> m_connection;
    int m_openCode = 0;
};
