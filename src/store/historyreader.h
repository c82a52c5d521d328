// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/pendingcall.h"
#include "core/result.h"
#include "store/historytypes.h"
#include "store/journalaudit.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

class Database;

/// Reads the journal in a thread of its own, and sees what any process has written to it. A journal that does
/// not exist yet is empty; JournalNewer and JournalUnreadable say why one cannot be read.
class HistoryReader : public QObject
{
    Q_OBJECT

public:
    /// Runs in the reader's thread with every item, newest first; false ends it.
    using Sink = std::function<bool(const HistoryItem &)>;

    explicit HistoryReader(const QString &file, QObject *parent = nullptr);
    ~HistoryReader() override;

    const QString &file() const { return m_file; }

    /// Items below the number @p before (0: from the newest), @p limit at most.
    PendingCall *page(const HistoryFilter &filter, qint64 before, int limit, QObject *context,
                      ResultHandler<HistoryPage> handler);

    /// The requests of one item, oldest first.
    PendingCall *attempts(qint64 itemId, QObject *context, ResultHandler<QList<HistoryAttempt>> handler);

    /// Items since @p since by outcome.
    PendingCall *summary(const QDateTime &since, QObject *context, ResultHandler<HistorySummary> handler);

    /// Checks the whole journal.
    PendingCall *verify(QObject *context, ResultHandler<JournalVerdict> handler);

    /// Hands every item that matches to @p sink; answers with the journal's head and number of events.
    PendingCall *each(const HistoryFilter &filter, Sink sink, QObject *context,
                      ResultHandler<EventChain::Verdict> handler);

private:
    using IsStale = std::function<bool()>;

    template <typename T>
    PendingCall *ask(std::function<Result<T>(const Database &, const IsStale &)> read, QObject *context,
                     ResultHandler<T> handler);

    QString m_file;
    QThread m_thread;
    /// Lives in the thread; reads are posted to it.
    QObject *m_worker;
    /// Set when the reader is about to go.
    std::shared_ptr<std::atomic_bool> m_isOver;
};
