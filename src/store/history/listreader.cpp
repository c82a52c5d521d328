// SPDX-License-Identifier: Apache-2.0
#include "store/history/listreader.h"

#include "store/history/journalread.h"
#include "store/history/listqueries.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

ListReader::ListReader(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_thread(u"lists"_s)
{
}

PendingCall *ListReader::job(qint64 jobId, QObject *context, ResultHandler<ListRecord> handler)
{
    return JournalRead::ask<ListRecord>(
        this, &m_thread, m_file,
        [jobId](const Database *database, const JournalRead::IsWanted &) {
            return database != nullptr ? ListQueries::job(*database, jobId) : ListRecord();
        },
        context, std::move(handler));
}

PendingCall *ListReader::newestUnfinished(QObject *context, ResultHandler<ListRecord> handler)
{
    return newestUnfinishedOf({}, {}, context, std::move(handler));
}

PendingCall *ListReader::newestUnfinishedOf(const QString &host, const QString &keyId, QObject *context,
                                            ResultHandler<ListRecord> handler)
{
    return JournalRead::ask<ListRecord>(
        this, &m_thread, m_file,
        [host, keyId](const Database *database, const JournalRead::IsWanted &) {
            return database != nullptr ? ListQueries::newestUnfinished(*database, host, keyId) : ListRecord();
        },
        context, std::move(handler));
}

PendingCall *ListReader::unfinishedWith(const QString &host, const QString &keyId,
                                        std::function<QStringList()> users, QObject *context,
                                        ResultHandler<ListRecord> handler)
{
    return JournalRead::ask<ListRecord>(
        this, &m_thread, m_file,
        [host, keyId, users = std::move(users)](const Database *database, const JournalRead::IsWanted &) {
            return database != nullptr ? ListQueries::unfinishedWith(*database, host, keyId, users())
                                       : ListRecord();
        },
        context, std::move(handler));
}

PendingCall *ListReader::openItems(qint64 jobId, qint64 position, int limit, QObject *context,
                                   ResultHandler<QList<ListItem>> handler)
{
    return JournalRead::ask<QList<ListItem>>(
        this, &m_thread, m_file,
        [jobId, position, limit](const Database *database, const JournalRead::IsWanted &) {
            return database != nullptr ? ListQueries::openItems(*database, jobId, position, limit)
                                       : QList<ListItem>();
        },
        context, std::move(handler));
}

PendingCall *ListReader::rows(qint64 jobId, QObject *context, ResultHandler<QList<ListRunRow>> handler)
{
    return JournalRead::ask<QList<ListRunRow>>(
        this, &m_thread, m_file,
        [jobId](const Database *database, const JournalRead::IsWanted &) {
            return database != nullptr ? ListQueries::rows(*database, jobId) : QList<ListRunRow>();
        },
        context, std::move(handler));
}
