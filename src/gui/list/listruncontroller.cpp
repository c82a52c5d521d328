// SPDX-License-Identifier: Apache-2.0
#include "gui/list/listruncontroller.h"

#include "core/async/background.h"
#include "store/history/historyreader.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

using SharedTargets = std::shared_ptr<const ListRunTargets>;

template <typename Items>
SharedTargets targetsOf(const Items &items)
{
    auto targets = std::make_shared<ListRunTargets>();
    targets->reserve(items.size());
    for (const ListPlanItem &item : items)
        targets->append(item);
    targets->squeeze();
    return targets;
}

} // namespace

ListRunController::ListRunController(ListRunThread::Parts parts, HistoryReader *history, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_history(history)
    , m_reader(m_parts.journalFile)
    , m_builder(u"list targets"_s)
{
}

ListRunController::~ListRunController() = default;

void ListRunController::start(ListRunWish wish)
{
    m_targets.reset();
    follow(Background::run<SharedTargets>(
        this, &m_builder, [items = wish.plan.items](const auto &) { return targetsOf(items); }, this,
        [this](const SharedTargets &targets) { takeTargets(targets); }));
    m_facts = {.pool = m_parts.profile.name,
               .host = m_parts.profile.host,
               .poolId = wish.plan.poolId,
               .ticket = wish.ticket,
               .reason = wish.reason,
               .createdAt = QDateTime::currentDateTimeUtc(),
               .scope = wish.plan.scope};
    m_jobId = 0;
    newHost()->start(std::move(wish));
    Q_EMIT changed();
}

void ListRunController::resume(const ListRecord &record)
{
    take(record);
    newHost()->resume(record.jobId);
    readTargets();
    Q_EMIT changed();
}

void ListRunController::retry()
{
    newHost()->retry(m_jobId);
    Q_EMIT changed();
}

void ListRunController::look(const ListRecord &record)
{
    take(record);
    m_end.reset();
    m_reader.rows(record.jobId, this, [this, record](const Result<QList<ListRunRow>> &rows) {
        auto board = std::make_shared<ListRunBoard>();
        board->begin(record.jobId, record.total);
        if (rows)
            board->fill(*rows);
        board->setState(RunState::Ended);
        if (record.haltedBy)
            board->setError(Error{.kind = ErrorKind::Halted, .code = *record.haltedBy});
        m_board = std::move(board);
        readTargets();
    });
}

void ListRunController::pause()
{
    if (m_host)
        m_host->pause();
}

void ListRunController::goOn()
{
    if (m_host)
        m_host->goOn();
}

void ListRunController::stop()
{
    if (m_host)
        m_host->stop();
}

ListRunThread *ListRunController::newHost()
{
    m_end.reset();
    m_host = std::make_unique<ListRunThread>(m_parts);
    m_board = m_host->board();
    connect(m_host.get(), &ListRunThread::answered, this, &ListRunController::answered);
    connect(m_host.get(), &ListRunThread::canaryEnded, this, &ListRunController::canaryEnded);
    connect(m_host.get(), &ListRunThread::journalNoticed, this, &ListRunController::journalNoticed);
    connect(m_host.get(), &ListRunThread::finished, this, [this](const ListRunEnd &end) {
        m_end = end;
        m_jobId = end.jobId != 0 ? end.jobId : m_jobId;
        // It is still emitting.
        m_host.release()->deleteLater();
        Q_EMIT changed();
        Q_EMIT ended(end);
    });
    return m_host.get();
}

void ListRunController::take(const ListRecord &record)
{
    m_jobId = record.jobId;
    m_targets.reset();
    m_board.reset();
    m_facts = {.pool = record.job.profile,
               .host = QUrl(record.job.host),
               .poolId = record.job.poolId,
               .ticket = record.job.ticket,
               .reason = record.job.reason,
               .createdAt = record.createdAt,
               .scope = record.options.scope};
}

/// Who is meant, from the journal: in the reader's thread, newest first.
void ListRunController::readTargets()
{
    auto items = std::make_shared<QList<ListPlanItem>>();
    auto targets = std::make_shared<SharedTargets>();
    const HistorySink sink{
        .begin = [] { return std::optional<Error>(); },
        .item =
            [items](const HistoryItem &item) {
                items->append({.row = item.sourceRow, .target = item.target, .file = item.sourceFile});
                return std::optional<Error>();
            },
        .end =
            [items, targets](const ChainHead &) {
                std::ranges::reverse(*items);
                *targets = targetsOf(*items);
                return std::optional<Error>();
            }};
    follow(m_history->scan({.jobId = m_jobId}, sink, this, [this, targets](const Result<qint64> &) {
        // A journal that cannot be read names no users.
        takeTargets(*targets ? *targets : std::make_shared<const ListRunTargets>());
    }));
}

/// Waits for @p reading, and for nothing that was begun before.
void ListRunController::follow(PendingCall *reading)
{
    if (m_reading)
        m_reading->abort();
    m_reading = reading;
}

void ListRunController::takeTargets(const std::shared_ptr<const ListRunTargets> &targets)
{
    m_targets = targets;
    Q_EMIT changed();
}
