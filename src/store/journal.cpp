// SPDX-License-Identifier: Apache-2.0
#include "store/journal.h"

#include "store/journalstatements.h"
#include "store/journalwriter.h"

#include <QPointer>

Journal::Journal(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_writer(new JournalWriter(file))
{
    m_writer->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_writer, &QObject::deleteLater);
    connect(m_writer, &JournalWriter::quarantined, this, &Journal::quarantined);
    m_thread.setObjectName(QStringLiteral("journal"));
    m_thread.start();
}

Journal::~Journal()
{
    // Behind everything that waits to be written.
    QMetaObject::invokeMethod(m_writer, &JournalWriter::finish, Qt::QueuedConnection);
    m_thread.wait();
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
        [job, item](const Database &database) { return JournalStatements::begin(database, job, item); },
        context, std::move(handler));
}

PendingCall *Journal::recordIntent(const JournalIntent &intent, QObject *context,
                                   ResultHandler<JournalReceipt> handler)
{
    return submit(
        [intent](const Database &database) { return JournalStatements::recordIntent(database, intent); },
        context, std::move(handler));
}

PendingCall *Journal::recordAnswer(const JournalAnswer &answer, QObject *context,
                                   ResultHandler<JournalReceipt> handler)
{
    return submit(
        [answer](const Database &database) { return JournalStatements::recordAnswer(database, answer); },
        context, std::move(handler));
}

PendingCall *Journal::recordOutcome(const JournalOutcome &outcome, QObject *context,
                                    ResultHandler<JournalReceipt> handler)
{
    return submit(
        [outcome](const Database &database) { return JournalStatements::recordOutcome(database, outcome); },
        context, std::move(handler));
}
