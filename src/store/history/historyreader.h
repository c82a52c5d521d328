// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/values/result.h"
#include "store/files/storenotice.h"
#include "store/history/historytypes.h"
#include "store/journal/journalverdict.h"

#include <QObject>

#include <functional>
#include <memory>

class WorkerThread;

/// Where a long read puts what it finds, item by item. Called in the reader's thread; false ends the read
/// with the error of the last call.
struct HistorySink
{
    std::function<std::optional<Error>()> begin;
    std::function<std::optional<Error>(const HistoryItem &)> item;
    std::function<std::optional<Error>(const ChainHead &)> end;
};

/// A journal at a glance.
struct HistorySight
{
    /// Nothing when it is the journal that this computer wrote last, as this program makes it.
    std::optional<StoreNotice> notice;
    /// Earlier journals that were damaged and put aside: what they recorded is not here. Empty when none was.
    QStringList putAside;
};

/// Reads the journal while this and other processes write it. Reading happens in threads of its own: one for
/// what a screen waits for, one for what goes through the whole journal. Each call sees the journal as it is
/// on disk at that moment; one that does not exist yet is an empty one. A call that is aborted, or whose
/// context dies, stops reading soon.
///
/// The errors are JournalUnreadable and JournalNewer.
class HistoryReader : public QObject
{
    Q_OBJECT

public:
    explicit HistoryReader(QString file, QObject *parent = nullptr);
    ~HistoryReader() override;

    const QString &file() const { return m_file; }

    /// The newest @p limit kicks that match @p filter and have a smaller number than @p beforeItemId (0: any
    /// number).
    PendingCall *page(const HistoryFilter &filter, qint64 beforeItemId, int limit, QObject *context,
                      ResultHandler<HistorySlice> handler);

    /// One kick with its requests; item number 0 when there is none of that number.
    PendingCall *detail(qint64 itemId, QObject *context, ResultHandler<HistoryDetail> handler);

    PendingCall *head(QObject *context, ResultHandler<ChainHead> handler);

    /// The kicks of @p scope, counted by how they ended.
    PendingCall *count(const HistoryScope &scope, QObject *context,
                       ResultHandler<QList<HistoryTally>> handler);

    /// Those of @p requestIds that are on record as a request of this program.
    PendingCall *recordedRequests(const QStringList &requestIds, QObject *context,
                                  ResultHandler<QStringList> handler);

    /// What a person has to know before what is shown here is believed. Milliseconds.
    PendingCall *look(QObject *context, ResultHandler<HistorySight> handler);

    /// Checks the whole journal: seconds for a hundred thousand kicks.
    PendingCall *verify(QObject *context, ResultHandler<JournalVerdict> handler);

    /// Hands everything that matches @p filter to @p sink, newest first, all as it was at one moment. Answers
    /// with how many items it were.
    PendingCall *scan(const HistoryFilter &filter, const HistorySink &sink, QObject *context,
                      ResultHandler<qint64> handler);

private:
    QString m_file;
    std::unique_ptr<WorkerThread> m_pages;
    std::unique_ptr<WorkerThread> m_scans;
};
