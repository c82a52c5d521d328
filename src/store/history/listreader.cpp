// SPDX-License-Identifier: Apache-2.0
#include "store/history/listreader.h"

#include "store/history/journalread.h"
#include "store/history/listqueries.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

JobReader::JobReader(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_thread(u"lists"_s)
{
}

PendingCall *JobReader::job(qint64 jobId, QObject *context, ResultHandler<JobRecord> handler)
{
    return JournalRead::ask<JobRecord>(
        this, &m_thread, m_file,
        [jobId](const Database *database, const JournalRead::IsWanted &) {
            return database != nullptr ? JobQueries::job(*database, jobId) : JobRecord();
        },
        context, std::move(handler));
}

PendingCall *JobReader::newestUnfinished(QObject *context, ResultHandler<JobRecord> handler)
{
    return newestUnfinishedOf({}, {}, context, std::move(handler));
}

PendingCall *JobReader::newestUnfinishedOf(const QString &host, const QString &keyId, QObject *context,
                                           ResultHandler<JobRecord> handler)
{
    return JournalRead::ask<JobRecord>(
        this, &m_thread, m_file,
        [host, keyId](const Database *database, const JournalRead::IsWanted &) {
            return database != nullptr ? JobQueries::newestUnfinished(*database, host, keyId) : JobRecord();
        },
        context, std::move(handler));
}

PendingCall *JobReader::openItems(qint64 jobId, qint64 position, int limit, QObject *context,
                                  ResultHandler<QList<JobItem>> handler)
{
    return JournalRead::ask<QList<JobItem>>(
        this, &m_thread, m_file,
        [jobId, position, limit](const Database *database, const JournalRead::IsWanted &) {
            return database != nullptr ? JobQueries::openItems(*database, jobId, position, limit)
                                       : QList<JobItem>();
        },
        context, std::move(handler));
}

PendingCall *JobReader::rows(qint64 jobId, QObject *context, ResultHandler<QList<JobRow>> handler)
{
    return JournalRead::ask<QList<JobRow>>(
        this, &m_thread, m_file,
        [jobId](const Database *database, const JournalRead::IsWanted &) {
            return database != nullptr ? JobQueries::rows(*database, jobId) : QList<JobRow>();
        },
        context, std::move(handler));
}
