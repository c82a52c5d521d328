// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "store/database.h"
#include "store/journaltypes.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

/// One change of the journal inside its transaction: the rows are written, and the event tells every value
/// that was.
class JournalChange
{
public:
    /// Milliseconds since 1970, UTC.
    static qint64 now();

    /// As columns hold it.
    static QByteArray compact(const QJsonObject &object);
    static QString text(const QJsonArray &array);

    /// JournalUnavailable for the file of @p database.
    static Error unavailable(const Database &database);

    /// @p database must outlive the change. A number of @p key that is 0 stands for a row to be made.
    explicit JournalChange(const Database &database, const JournalKey &key = {})
        : m_database(database)
        , m_key(key)
    {
    }

    const JournalKey &key() const { return m_key; }

    void job(const QJsonObject &columns);
    void attempt(const QJsonObject &columns);
    void item(const QJsonObject &columns);
    /// The event may tell less than the row: it stays for ever.
    void item(const QJsonObject &columns, const QJsonObject &told);

    /// Appends the event. JournalUnavailable when that or anything before it failed.
    Result<JournalReceipt> finish(const QString &kind);

private:
    void set(const QString &table, qint64 *id, const QJsonObject &columns, const QJsonObject &told);

    const Database &m_database;
    JournalKey m_key;
    QJsonObject m_told;
    bool m_isGood = true;
};
