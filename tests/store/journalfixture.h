// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "store/historyreader.h"
#include "store/journal.h"

#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QVariant>

#include <memory>

/// A journal in a folder of its own, and a second look at its file with SQL.
class JournalFixture
{
public:
    JournalFixture();
    ~JournalFixture();

    QString file() const { return m_folder.filePath(QStringLiteral("journal.db")); }
    Journal &journal() { return *m_journal; }

    /// Writes one kick down from its begin to its outcome; the item's key.
    JournalKey kick(const JournalItem &item, const JournalJob &job = {},
                    KickOutcome outcome = KickOutcome::Verified);

    /// The single steps; nothing when the journal refused.
    std::optional<JournalReceipt> begin(const JournalItem &item, const JournalJob &job = {});
    std::optional<JournalReceipt> intent(const JournalKey &key);
    std::optional<JournalReceipt> answer(const JournalKey &key);
    std::optional<JournalReceipt> outcome(const JournalKey &key, const JournalItem &item,
                                          KickOutcome outcome);

    /// Runs a statement past the journal; the first column of the first row.
    QVariant sql(const QString &statement) const;

    JournalVerdict verify() const;

    /// Why the last step was refused.
    const std::optional<Error> &error() const { return m_error; }

    /// Ends the journal and begins another on the same file.
    void reopen();

private:
    std::optional<JournalReceipt> take(const std::optional<Result<JournalReceipt>> &result);

    QTemporaryDir m_folder;
    std::unique_ptr<Journal> m_journal;
    mutable QSqlDatabase m_sql;
    std::optional<Error> m_error;
};
