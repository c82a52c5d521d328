// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/async/workerthread.h"
#include "core/values/result.h"
#include "store/history/listrecord.h"

#include <QObject>
#include <QStringList>

#include <functional>

/// Reads lists from the journal, in a thread of its own. The errors are JournalUnreadable and JournalNewer.
class ListReader : public QObject
{
    Q_OBJECT

public:
    explicit ListReader(QString file, QObject *parent = nullptr);

    const QString &file() const { return m_file; }

    /// The list of that number, for 0 the newest one; number 0 when there is none.
    PendingCall *job(qint64 jobId, QObject *context, ResultHandler<ListRecord> handler);

    /// The newest list that has not come to its end; number 0 when there is none.
    PendingCall *newestUnfinished(QObject *context, ResultHandler<ListRecord> handler);
    /// The newest one that was made on @p host with the key @p keyId, else the newest of all.
    PendingCall *newestUnfinishedOf(const QString &host, const QString &keyId, QObject *context,
                                    ResultHandler<ListRecord> handler);

    /// The newest unfinished one of @p host and @p keyId that is for exactly the users whom @p users names,
    /// as Targets::knownId() does; number 0 when there is none. @p users is called in the reader's thread.
    PendingCall *unfinishedWith(const QString &host, const QString &keyId, std::function<QStringList()> users,
                                QObject *context, ResultHandler<ListRecord> handler);

    /// The first @p limit users behind @p position (-1: from the first) of whom no outcome is on record.
    PendingCall *openItems(qint64 jobId, qint64 position, int limit, QObject *context,
                           ResultHandler<QList<ListItem>> handler);

    /// Every user of the list, in order.
    PendingCall *rows(qint64 jobId, QObject *context, ResultHandler<QList<ListRunRow>> handler);

private:
    QString m_file;
    WorkerThread m_thread;
};
