// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/result.h"
#include "store/journal/journalcolumns.h"
#include "store/journal/journaltransaction.h"
#include "store/journal/journaltypes.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>

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

    /// @p transaction must outlive the change. A number of @p key that is 0 stands for a row to be made.
    explicit JournalChange(JournalTransaction &transaction, const JournalKey &key = {})
        : m_transaction(transaction)
        , m_key(key)
    {
    }

    const JournalKey &key() const { return m_key; }

    void job(const JournalColumns &columns);
    void attempt(const JournalColumns &columns);
    void item(const JournalColumns &columns);
    /// The event may tell less than the row: it stays for ever.
    void item(const JournalColumns &columns, const JournalColumns &told);

    /// Makes one of several rows in a row: the event has the number of the first, and tells of each what
    /// differs from the one before it.
    void nextItem(const JournalColumns &columns, const JournalColumns &told);

    /// Appends the event. JournalUnavailable when that or anything before it failed.
    Result<JournalReceipt> finish(const QString &kind);

private:
    void set(QLatin1StringView table, qint64 *id, const JournalColumns &columns, const JournalColumns &told);

    JournalTransaction &m_transaction;
    JournalKey m_key;
    /// The event's data, without its last bracket.
    QByteArray m_told;
    /// What nextItem() wrote last.
    std::optional<JournalColumns> m_previous;
    qint64 m_previousId = 0;
    bool m_isGood = true;
};
