// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/profile.h"
#include "core/values/secret.h"
#include "kick/plan/listplanner.h"
#include "kick/run/listrunthread.h"
#include "kick/session.h"
#include "store/history/historyreader.h"

#include <QObject>

/// What has been done so far.
struct SoakCounts
{
    qint64 lists = 0;
    qint64 verified = 0;
    /// Told as something else than success, and why.
    qint64 told = 0;
    qint64 singleKicks = 0;
    qint64 reads = 0;
    /// Those of the reads that the server failed.
    qint64 failedReads = 0;

    SoakCounts &operator+=(const SoakCounts &other);
};

/// What a controller does all day on one pool, in one process: lists in a thread of their own, and meanwhile
/// single kicks, searches and the history, all over a connection and a journal that stay open.
class SoakWork : public QObject
{
    Q_OBJECT

public:
    /// @p journal must live longer; @p poolUsers is how many users the sandbox has.
    SoakWork(const Profile &profile, const Secret &secret, Journal *journal, int poolUsers);

    /// Runs a list of the next @p users users. What is wrong with it, or with what was done meanwhile; empty
    /// when nothing is.
    QString runList(int users);

    /// Whether the journal is as it was written.
    bool isJournalIntact();

    const SoakCounts &counts() const { return m_counts; }

private:
    Result<PlannedList> plan(int users);
    /// While a list of @p users users runs.
    QString workMeanwhile(int users);
    QString kickOne();
    QString check(const ListRunThread &host, const ListRunEnd &end, const QStringList &userIds);
    QString checkUser(const QString &userId, const ListRunCell &cell);
    /// What the server says when it is asked until it answers.
    SessionState stateOf(const QString &userId);
    template <typename T>
    void noteRead(const std::optional<Result<T>> &answer);
    QString nextUser();

    Profile m_profile;
    Secret m_secret;
    int m_poolUsers;
    int m_place = 0;
    Journal *m_journal;
    Session m_session;
    HistoryReader m_history;
    QString m_appId;
    SoakCounts m_counts;
};
