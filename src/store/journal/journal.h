// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/values/result.h"
#include "store/files/storenotice.h"
#include "store/journal/journaltypes.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

class JournalTransaction;
class JournalWriter;

/// The record of every kick, written before the kick is sent. Writing happens in a thread of its own, in
/// transactions that several waiting writes share; a call answers when its row is on disk (JournalUnavailable
/// when it is not).
class Journal : public QObject
{
    Q_OBJECT

public:
    /// Does not open @p file before prepare() or the first write.
    explicit Journal(const QString &file, QObject *parent = nullptr);
    ~Journal() override;

    const QString &file() const { return m_file; }

    /// Opens the file in the background, for a write that is to come; a failure is told to that write.
    void prepare();

    /// Writes a job with its one item down, pending.
    PendingCall *begin(const JournalJob &job, const JournalItem &item, QObject *context,
                       ResultHandler<JournalReceipt> handler);

    /// Writes a list down without its users; its state is JobState::Writing.
    PendingCall *beginList(const JournalJob &job, const JobOptions &options, qint64 total, QObject *context,
                           ResultHandler<JournalReceipt> handler);

    /// Writes some users of the list @p jobId down, pending.
    PendingCall *addItems(qint64 jobId, const QList<JournalItem> &items, QObject *context,
                          ResultHandler<JournalReceipt> handler);

    PendingCall *recordJob(const JournalJobChange &change, QObject *context,
                           ResultHandler<JournalReceipt> handler);

    /// Every request of the list @p jobId that has no answer becomes unknown. Only its owner may
    /// say so.
    PendingCall *recordLost(qint64 jobId, QObject *context, ResultHandler<JournalReceipt> handler);

    /// The server has refused an attempt, and another is to follow: the item is @p state as before it,
    /// pending or unknown.
    PendingCall *recordReturn(const JournalKey &key, ItemState state, QObject *context,
                              ResultHandler<JournalReceipt> handler);

    /// Opens up to @p limit users of the list @p jobId again that came to a bad end, the first ones first;
    /// those with an unknown result are checked before anything is sent. The receipt says how many.
    PendingCall *reopen(qint64 jobId, int limit, QObject *context, ResultHandler<JournalReceipt> handler);

    /// The request may leave once this has answered.
    PendingCall *recordIntent(const JournalIntent &intent, QObject *context,
                              ResultHandler<JournalReceipt> handler);

    PendingCall *recordAnswer(const JournalAnswer &answer, QObject *context,
                              ResultHandler<JournalReceipt> handler);

    PendingCall *recordOutcome(const JournalOutcome &outcome, QObject *context,
                               ResultHandler<JournalReceipt> handler);

Q_SIGNALS:
    /// Something is wrong with the journal, or was and has been put right.
    void noticed(const StoreNotice &notice);

private:
    /// What one call wants written, and the numbers that it is answered with. Runs in the writer's thread.
    using Write = std::function<Result<JournalReceipt>(JournalTransaction &)>;

    PendingCall *submit(Write write, QObject *context, ResultHandler<JournalReceipt> handler);

    QString m_file;
    QThread m_thread;
    JournalWriter *m_writer;
};
