// SPDX-License-Identifier: Apache-2.0
#include "store/journal/journal.h"

#include "store/journal/journalwriter.h"
#include "store/journal/kickstatements.h"
#include "store/journal/liststatements.h"

#include <QPointer>

Journal::Journal(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_writer(new JournalWriter(file))
{
    m_writer->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_writer, &QObject::deleteLater);
    connect(m_writer, &JournalWriter::noticed, this, &Journal::noticed);
    m_thread.setObjectName(QStringLiteral("journal"));
    m_thread.start();
}

Journal::~Journal()
{
    // Behind everything that waits to be written.
    QMetaObject::invokeMethod(m_writer, &JournalWriter::finish, Qt::QueuedConnection);
    m_thread.wait();
}

void Journal::prepare()
{
    QMetaObject::invokeMethod(m_writer, &JournalWriter::prepare, Qt::QueuedConnection);
}

PendingCall *Journal::submit(Write write, QObject *context, ResultHandler<JournalReceipt> handler)
{
    auto *call = new PendingAnswer<Result<JournalReceipt>>(context, std::move(handler));
    // The call may be gone when its row is on disk; the row stays.
    m_writer->submit(std::move(write), [this, call = QPointer(call)](const Result<JournalReceipt> &result) {
        QMetaObject::invokeMethod(
            this,
            [call, result] {
                if (call)
                    call->finish(result);
            },
            Qt::QueuedConnection);
    });
    return call;
}

PendingCall *Journal::begin(const JournalJob &job, const JournalItem &item, QObject *context,
                            ResultHandler<JournalReceipt> handler)
{
    return submit(
        [job, item](JournalTransaction &transaction) {
            return KickStatements::begin(transaction, job, item);
        },
        context, std::move(handler));
}

PendingCall *Journal::beginList(const JournalJob &job, const JobOptions &options, qint64 total,
                                QObject *context, ResultHandler<JournalReceipt> handler)
{
    return submit(
        [job, options, total](JournalTransaction &transaction) {
            return ListStatements::begin(transaction, job, options, total);
        },
        context, std::move(handler));
}

PendingCall *Journal::addItems(qint64 jobId, const QList<JournalItem> &items, QObject *context,
                               ResultHandler<JournalReceipt> handler)
{
    return submit(
        [jobId, items](JournalTransaction &transaction) {
            return ListStatements::addItems(transaction, jobId, items);
        },
        context, std::move(handler));
}

PendingCall *Journal::recordJob(const JournalJobChange &change, QObject *context,
                                ResultHandler<JournalReceipt> handler)
{
    return submit(
        [change](JournalTransaction &transaction) { return ListStatements::recordJob(transaction, change); },
        context, std::move(handler));
}

PendingCall *Journal::recordLost(qint64 jobId, QObject *context, ResultHandler<JournalReceipt> handler)
{
    return submit(
        [jobId](JournalTransaction &transaction) { return ListStatements::recordLost(transaction, jobId); },
        context, std::move(handler));
}

PendingCall *Journal::recordReturn(const JournalKey &key, ItemState state, QObject *context,
                                   ResultHandler<JournalReceipt> handler)
{
    return submit(
        [key, state](JournalTransaction &transaction) {
            return ListStatements::recordReturn(transaction, key, state);
        },
        context, std::move(handler));
}

PendingCall *Journal::reopen(qint64 jobId, int limit, QObject *context, ResultHandler<JournalReceipt> handler)
{
    return submit(
        [jobId, limit](JournalTransaction &transaction) {
            return ListStatements::reopen(transaction, jobId, limit);
        },
        context, std::move(handler));
}

PendingCall *Journal::recordIntent(const JournalIntent &intent, QObject *context,
                                   ResultHandler<JournalReceipt> handler)
{
    return submit(
        [intent](JournalTransaction &transaction) {
            return KickStatements::recordIntent(transaction, intent);
        },
        context, std::move(handler));
}

PendingCall *Journal::recordAnswer(const JournalAnswer &answer, QObject *context,
                                   ResultHandler<JournalReceipt> handler)
{
    return submit(
        [answer](JournalTransaction &transaction) {
            return KickStatements::recordAnswer(transaction, answer);
        },
        context, std::move(handler));
}

PendingCall *Journal::recordOutcome(const JournalOutcome &outcome, QObject *context,
                                    ResultHandler<JournalReceipt> handler)
{
    return submit(
        [outcome](JournalTransaction &transaction) {
            return KickStatements::recordOutcome(transaction, outcome);
        },
        context, std::move(handler));
}
