// SPDX-License-Identifier: Apache-2.0
#include "store/historyreader.h"

#include "store/database.h"
#include "store/historyquery.h"

#include <QFileInfo>
#include <QPointer>

#include <atomic>

namespace {

/// Items that an export reads at a time.
constexpr int exportPage = 500;

} // namespace

HistoryReader::HistoryReader(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
    , m_worker(new QObject)
    , m_isOver(std::make_shared<std::atomic_bool>(false))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("history"));
    m_thread.start();
}

HistoryReader::~HistoryReader()
{
    *m_isOver = true;
    m_thread.quit();
    m_thread.wait();
}

template <typename T>
PendingCall *HistoryReader::ask(std::function<Result<T>(const Database &, const IsStale &)> read,
                                QObject *context, ResultHandler<T> handler)
{
    auto *call = new PendingAnswer<Result<T>>(context, std::move(handler));
    const auto isGone = std::make_shared<std::atomic_bool>(false);
    connect(
        call, &QObject::destroyed, call, [isGone] { *isGone = true; }, Qt::DirectConnection);
    const auto isStale = [isGone, isOver = m_isOver] { return *isGone || *isOver; };
    const auto work = [this, read = std::move(read), isStale, call = QPointer(call)] {
        if (isStale())
            return;
        // Opened anew each time: another process may have put the file aside.
        Result<T> result = T();
        if (QFileInfo::exists(m_file)) {
            const auto database = Database::open(m_file, Database::Access::ReadOnly);
            result = database ? read(**database, isStale) : Result<T>(database.error());
        }
        QMetaObject::invokeMethod(
            this,
            [call, result] {
                if (call)
                    call->finish(result);
            },
            Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(m_worker, work, Qt::QueuedConnection);
    return call;
}

PendingCall *HistoryReader::page(const HistoryFilter &filter, qint64 before, int limit, QObject *context,
                                 ResultHandler<HistoryPage> handler)
{
    return ask<HistoryPage>(
        [=](const Database &database, const IsStale &isStale) {
            return HistoryQueries::page(database, filter, before, limit, isStale);
        },
        context, std::move(handler));
}

PendingCall *HistoryReader::attempts(qint64 itemId, QObject *context,
                                     ResultHandler<QList<HistoryAttempt>> handler)
{
    return ask<QList<HistoryAttempt>>(
        [itemId](const Database &database, const IsStale &) {
            return HistoryQueries::attempts(database, itemId);
        },
        context, std::move(handler));
}

PendingCall *HistoryReader::summary(const QDateTime &since, QObject *context,
                                    ResultHandler<HistorySummary> handler)
{
    return ask<HistorySummary>([since](const Database &database,
                                       const IsStale &) { return HistoryQueries::summary(database, since); },
                               context, std::move(handler));
}

PendingCall *HistoryReader::verify(QObject *context, ResultHandler<JournalVerdict> handler)
{
    return ask<JournalVerdict>(
        [](const Database &database, const IsStale &) { return JournalAudit::verify(database); }, context,
        std::move(handler));
}

PendingCall *HistoryReader::each(const HistoryFilter &filter, Sink sink, QObject *context,
                                 ResultHandler<EventChain::Verdict> handler)
{
    return ask<EventChain::Verdict>(
        [filter, sink = std::move(sink)](const Database &database,
                                         const IsStale &isStale) -> Result<EventChain::Verdict> {
            HistoryPage page{.isLast = false};
            qint64 before = 0;
            while (!page.isLast && !isStale()) {
                const auto next = HistoryQueries::page(database, filter, before, exportPage, isStale);
                if (!next)
                    return next.error();
                page = *next;
                for (const HistoryItem &item : std::as_const(page.items)) {
                    before = item.id;
                    if (!sink(item))
                        return EventChain::Verdict();
                }
            }
            return EventChain::state(database);
        },
        context, std::move(handler));
}
