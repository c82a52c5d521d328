// SPDX-License-Identifier: Apache-2.0
#include "store/history/historyreader.h"

#include "store/history/historyqueries.h"
#include "store/history/journalaudit.h"
#include "store/history/journalread.h"
#include "store/journal/database.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Kicks that a scan holds in memory.
constexpr int scanPage = 1000;

Result<qint64> scanAll(const Database &database, const HistoryFilter &filter, const HistorySink &sink,
                       const JournalRead::IsWanted &isWanted)
{
    qint64 count = 0;
    qint64 before = 0;
    for (bool hasMore = true; hasMore && isWanted();) {
        const Result<HistorySlice> page = HistoryQueries::page(database, filter, before, scanPage, isWanted);
        if (!page)
            return page.error();
        for (const HistoryItem &item : page->items) {
            if (!isWanted())
                return count;
            if (const auto error = sink.item(item))
                return *error;
        }
        count += page->items.size();
        hasMore = page->hasMore;
        before = hasMore ? page->items.last().itemId : 0;
    }
    return count;
}

Result<qint64> scanWhole(const Database *database, const HistoryFilter &filter, const HistorySink &sink,
                         const JournalRead::IsWanted &isWanted)
{
    if (const auto error = sink.begin())
        return *error;
    Result<qint64> count = database != nullptr ? scanAll(*database, filter, sink, isWanted) : qint64(0);
    if (!count || !isWanted())
        return count;
    const Result<ChainHead> head = database != nullptr ? HistoryQueries::head(*database) : ChainHead();
    if (!head)
        return head.error();
    if (const auto error = sink.end(*head))
        return *error;
    return count;
}

} // namespace

HistoryReader::HistoryReader(QString file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_pages(std::make_unique<WorkerThread>(u"history"_s))
    , m_scans(std::make_unique<WorkerThread>(u"history scan"_s))
{
}

HistoryReader::~HistoryReader() = default;

PendingCall *HistoryReader::page(const HistoryFilter &filter, qint64 beforeItemId, int limit,
                                 QObject *context, ResultHandler<HistorySlice> handler)
{
    return JournalRead::ask<HistorySlice>(
        this, m_pages.get(), m_file,
        [filter, beforeItemId, limit](const Database *database, const JournalRead::IsWanted &isWanted) {
            return database != nullptr
                       ? HistoryQueries::page(*database, filter, beforeItemId, limit, isWanted)
                       : HistorySlice();
        },
        context, std::move(handler));
}

PendingCall *HistoryReader::detail(qint64 itemId, QObject *context, ResultHandler<HistoryDetail> handler)
{
    return JournalRead::ask<HistoryDetail>(
        this, m_pages.get(), m_file,
        [itemId](const Database *database, const JournalRead::IsWanted &) {
            return database != nullptr ? HistoryQueries::detail(*database, itemId) : HistoryDetail();
        },
        context, std::move(handler));
}

PendingCall *HistoryReader::head(QObject *context, ResultHandler<ChainHead> handler)
{
    return JournalRead::ask<ChainHead>(
        this, m_pages.get(), m_file,
        [](const Database *database, const JournalRead::IsWanted &) {
            return database != nullptr ? HistoryQueries::head(*database) : ChainHead();
        },
        context, std::move(handler));
}

PendingCall *HistoryReader::count(const HistoryScope &scope, QObject *context,
                                  ResultHandler<QList<HistoryTally>> handler)
{
    return JournalRead::ask<QList<HistoryTally>>(
        this, m_pages.get(), m_file,
        [scope](const Database *database, const JournalRead::IsWanted &) {
            return database != nullptr ? HistoryQueries::count(*database, scope) : QList<HistoryTally>();
        },
        context, std::move(handler));
}

PendingCall *HistoryReader::recordedRequests(const QStringList &requestIds, QObject *context,
                                             ResultHandler<QStringList> handler)
{
    return JournalRead::ask<QStringList>(
        this, m_pages.get(), m_file,
        [requestIds](const Database *database, const JournalRead::IsWanted &) {
            return database != nullptr ? HistoryQueries::recordedRequests(*database, requestIds)
                                       : QStringList();
        },
        context, std::move(handler));
}

PendingCall *HistoryReader::look(QObject *context, ResultHandler<HistorySight> handler)
{
    return JournalRead::ask<HistorySight>(
        this, m_pages.get(), m_file,
        [file = m_file](const Database *database, const JournalRead::IsWanted &) -> Result<HistorySight> {
            const JournalVerdict verdict =
                database != nullptr ? JournalAudit::look(*database) : JournalAudit::verifyMissing(file);
            HistorySight sight{.notice = {}, .putAside = Database::filesAside(file)};
            if (verdict.missingSeq)
                sight.notice = StoreNotice{.kind = StoreNotice::Kind::JournalForeign, .path = file};
            else if (!verdict.foreignObject.isEmpty())
                sight.notice = StoreNotice{.kind = StoreNotice::Kind::JournalChanged, .path = file};
            return sight;
        },
        context, std::move(handler));
}

PendingCall *HistoryReader::verify(QObject *context, ResultHandler<JournalVerdict> handler)
{
    return JournalRead::ask<JournalVerdict>(
        this, m_scans.get(), m_file,
        [file = m_file](const Database *database,
                        const JournalRead::IsWanted &isWanted) -> Result<JournalVerdict> {
            return database != nullptr ? JournalAudit::verify(*database, isWanted)
                                       : JournalAudit::verifyMissing(file);
        },
        context, std::move(handler));
}

PendingCall *HistoryReader::scan(const HistoryFilter &filter, const HistorySink &sink, QObject *context,
                                 ResultHandler<qint64> handler)
{
    return JournalRead::ask<qint64>(
        this, m_scans.get(), m_file,
        [filter, sink](const Database *database, const JournalRead::IsWanted &isWanted) {
            if (database == nullptr)
                return scanWhole(nullptr, filter, sink, isWanted);
            // The head has to be that of the items.
            (void)database->execute(u"BEGIN"_s);
            Result<qint64> count = scanWhole(database, filter, sink, isWanted);
            (void)database->execute(u"COMMIT"_s);
            return count;
        },
        context, std::move(handler));
}
