// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sql/sqlvalue.h"

#include <QByteArray>
#include <QString>

#include <concepts>
#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

/// One prepared statement of SQLite (https://www.sqlite.org/c3ref/stmt.html): bind(), then next() for each
/// row or execute() where there is none. It runs again after reset(). It must not outlive its connection.
class SqlStatement
{
public:
    /// One that fails.
    SqlStatement() = default;
    /// @p sql: one statement, with a ? for each value.
    SqlStatement(sqlite3 *connection, const QString &sql);

    /// False when SQLite does not take its text.
    bool isPrepared() const { return m_statement != nullptr; }

    /// Gives all places their values, from the first one on. Begins anew.
    template <typename... Values>
    void bind(const Values &...values)
    {
        reset();
        int place = 0;
        (bindAt(++place, values), ...);
    }
    /// The value of the place @p place, counted from 1. Only before the first row, or after reset().
    template <std::integral Number>
    void bindAt(int place, Number value)
    {
        bindNumber(place, static_cast<qint64>(value));
    }
    void bindAt(int place, const QString &value);
    /// @p utf8: a text, not null.
    void bindAt(int place, const QByteArray &utf8);
    void bindAt(int place, const SqlValue &value);

    /// Goes to the next row; false after the last one, and when it failed.
    bool next();

    /// Runs a statement to its end, whatever rows it has, and makes it ready to run again. False when it
    /// failed.
    bool execute();

    /// Gives up the rows that are left, and with them what keeps others from writing.
    void reset();

    /// True when it could not be prepared, or when its last run ended with an error.
    bool hasFailed() const { return m_code != 0; }

    /// SQLite's primary result code of the last run, or of the text that it did not take; 0 for none.
    int errorCode() const { return m_code; }

    int columnCount() const;
    QString columnName(int column) const;

    /// What the row on which it stands has in @p column, counted from 0. Numbers and texts are converted into
    /// each other as SQLite does it; NULL is 0 and an empty text.
    bool isNull(int column) const;
    qint64 number(int column) const;
    QString text(int column) const;
    QByteArray utf8(int column) const;
    /// Nothing for what SqlValue does not hold: a real number or bytes.
    std::optional<SqlValue> value(int column) const;

private:
    struct Finalizer
    {
        void operator()(sqlite3_stmt *statement) const;
    };

    void bindNumber(int place, qint64 value);

    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    /// Set for what could not even be prepared.
    int m_code = 1;
    bool m_hasRow = false;
    bool m_isAtEnd = false;
};
