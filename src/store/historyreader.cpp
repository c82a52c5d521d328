// SPDX-License-Identifier: Apache-2.0
#include "store/historyreader.h"

#include "store/database.h"
#include "store/historyqueries.h"
#include "store/journalaudit.h"
#include "store/readingthread.h"

#include <QFileInfo>
#include <QPointer>

#include <atomic>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Kicks that a scan holds in memory.
constexpr int scanPage = 1000;

/// Tells the reading thread when nobody waits for the answer any more.
template <typename T>
class HistoryCall : public PendingAnswer<Result<T>>
{
public:
    using PendingAnswer<Result<T>>::PendingAnswer;
    ~HistoryCall() override { *m_isWanted = false; }

    std::shared_ptr<std::atomic_bool> isWanted() const { return m_isWanted; }

private:
    std::shared_ptr<std::atomic_bool> m_isWanted = std::make_shared<std::atomic_bool>(true);
};

/// Opens the journal anew for each call: a file that was put aside is let go, and on Windows an open one
/// could not be. Null when there is none.
Result<std::shared_ptr<Database>> openJournal(const QString &file)
{
    if (!QFileInfo::exists(file))
        return std::shared_ptr<Database>();
    Result<std::shared_ptr<Database>> opened = Database::open(file, Database::Access::ReadOnly);
    if (!opened && opened.error().code == ErrorCode::JournalUnavailable)
        return Error{
            .kind = ErrorKind::NotSent, .code = ErrorCode::JournalUnreadable, .detail = ServerText(file)};
    return opened;
}

Result<qint64> scanAll(const Database &database, const HistoryFilter &filter, const HistorySink &sink,
                       const HistoryQueries::IsWanted &isWanted)
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
                         const HistoryQueries::IsWanted &isWanted)
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
    , m_pages(std::make_unique<ReadingThread>(u"history"_s))
    , m_scans(std::make_unique<ReadingThread>(u"history scan"_s))
{
}

HistoryReader::~HistoryReader() = default;

template <typename T>
PendingCall *HistoryReader::ask(ReadingThread *thread, Read<T> read, QObject *context,
                                ResultHandler<T> handler)
{
    auto *call = new HistoryCall<T>(context, std::move(handler));
    thread->post([this, thread, read, file = m_file, call = QPointer(call), flag = call->isWanted()] {
        const IsWanted isWanted = [thread, flag] { return *flag && !thread->isEnding(); };
        if (!isWanted())
            return;
        const Result<std::shared_ptr<Database>> database = openJournal(file);
        const Result<T> answer = database ? read(database->get(), isWanted) : database.error();
        QMetaObject::invokeMethod(
            this,
            [call, answer] {
                if (call)
                    call->finish(answer);
            },
            Qt::QueuedConnection);
    });
    return call;
}

PendingCall *HistoryReader::page(const HistoryFilter &filter, qint64 beforeItemId, int limit,
                                 QObject *context, ResultHandler<HistorySlice> handler)
{
    return ask<HistorySlice>(
        m_pages.get(),
        [filter, beforeItemId, limit](const Database *database, const IsWanted &isWanted) {
            return database != nullptr
                       ? HistoryQueries::page(*database, filter, beforeItemId, limit, isWanted)
                       : HistorySlice();
        },
        context, std::move(handler));
}

PendingCall *HistoryReader::detail(qint64 itemId, QObject *context, ResultHandler<HistoryDetail> handler)
{
    return ask<HistoryDetail>(
        m_pages.get(),
        [itemId](const Database *database, const IsWanted &) {
            return database != nullptr ? HistoryQueries::detail(*database, itemId) : HistoryDetail();
        },
        context, std::move(handler));
}

PendingCall *HistoryReader::head(QObject *context, ResultHandler<ChainHead> handler)
{
    return ask<ChainHead>(
        m_pages.get(),
        [](const Database *database, const IsWanted &) {
            return database != nullptr ? HistoryQueries::head(*database) : ChainHead();
        },
        context, std::move(handler));
}

PendingCall *HistoryReader::count(const QDateTime &since, QObject *context,
                                  ResultHandler<HistoryCount> handler)
{
    return ask<HistoryCount>(
        m_pages.get(),
        [since](const Database *database, const IsWanted &) {
            return database != nullptr ? HistoryQueries::count(*database, since) : HistoryCount();
        },
        context, std::move(handler));
}

PendingCall *HistoryReader::recordedRequests(const QStringList &requestIds, QObject *context,
                                             ResultHandler<QStringList> handler)
{
    return ask<QStringList>(
        m_pages.get(),
        [requestIds](const Database *database, const IsWanted &) {
            return database != nullptr ? HistoryQueries::recordedRequests(*database, requestIds)
                                       : QStringList();
        },
        context, std::move(handler));
}

PendingCall *HistoryReader::verify(QObject *context, ResultHandler<JournalVerdict> handler)
{
    return ask<JournalVerdict>(
        m_scans.get(),
        [](const Database *database, const IsWanted &isWanted) -> Result<JournalVerdict> {
            return database != nullptr ? JournalAudit::verify(*database, isWanted) : JournalVerdict();
        },
        context, std::move(handler));
}

PendingCall *HistoryReader::scan(const HistoryFilter &filter, const HistorySink &sink, QObject *context,
                                 ResultHandler<qint64> handler)
{
    return ask<qint64>(
        m_scans.get(),
        [filter, sink](const Database *database, const IsWanted &isWanted) {
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
