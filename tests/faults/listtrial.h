// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/run/listrunner.h"
#include "support/journalrows.h"
#include "support/sandboxsession.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

/// One run of a list, and what left the wire meanwhile.
struct ListRun
{
    /// Nothing when it did not come in time.
    std::optional<ListRunEnd> end;
    /// Users that were told as done, by their number in the journal.
    QHash<qint64, KickOutcome> told;
    /// The kick-users requests as they were received.
    QList<SandboxRequest> kicks;
};

/// Short lists on journals whose disk fails, and what has to be true of them afterwards.
class ListTrial
{
public:
    /// Runs a list of @p users users who are online, others each time, and lets its journal go.
    ListRun start(const QString &journalFile, int users);

    /// Goes on with the list of the last start() from @p journalFile.
    ListRun resume(const QString &journalFile);

    /// What is wrong after @p run with what @p rows say: a request without its intent, a success that is not
    /// on record or that the server never gave. Empty when nothing is.
    QString problem(const ListRun &run, const JournalRows &rows) const;

    /// Goes on with the list from @p journalFile on a good disk, after @p run: everybody is proved, and
    /// nothing is sent again that has its answer on record. What is wrong; empty when nothing is.
    QString problemOfGoingOn(const ListRun &run, const QString &journalFile);

private:
    void refill();
    ListRun run(const QString &journalFile, const std::function<void(ListRunner *)> &begin);
    bool isOffline(const QString &userId) const;
    /// The items of the last list among @p rows.
    QList<JournalRows::Item> itemsOf(const JournalRows &rows) const;

    std::unique_ptr<SandboxSession> m_on;
    /// Each pool has users of its own: a journal holds those of several.
    quint32 m_seed = 0;
    QString m_appId;
    /// Online, and in no list yet.
    QStringList m_unused;
    QStringList m_users;
};
