// SPDX-License-Identifier: Apache-2.0
#include "gui/listdispatch.h"

#include "store/historyreader.h"

#include <algorithm>
#include <utility>

ListDispatch::ListDispatch(JobHost::Parts parts, HistoryReader *history, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_history(history)
    , m_reader(m_parts.journalFile)
{
}

ListDispatch::~ListDispatch() = default;

void ListDispatch::start(JobWish wish)
{
    auto targets = std::make_shared<JobTargets>();
    targets->reserve(wish.plan.items.size());
    for (const ListPlanItem &item : wish.plan.items)
        targets->append(item);
    targets->squeeze();
    m_targets = std::move(targets);
    m_facts = {.pool = m_parts.profile.name,
               .ticket = wish.ticket,
               .reason = wish.reason,
               .createdAt = QDateTime::currentDateTimeUtc(),
               .scope = wish.plan.scope};
    m_jobId = 0;
    newHost()->start(std::move(wish));
    Q_EMIT changed();
}

void ListDispatch::resume(const JobRecord &record)
{
    take(record);
    newHost()->resume(record.jobId);
    readTargets();
    Q_EMIT changed();
}

void ListDispatch::retry()
{
    newHost()->retry(m_jobId);
    Q_EMIT changed();
}

void ListDispatch::look(const JobRecord &record)
{
    take(record);
    m_end.reset();
    m_reader.rows(record.jobId, this, [this, record](const Result<QList<JobRow>> &rows) {
        auto board = std::make_shared<JobBoard>();
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

void ListDispatch::pause()
{
    if (m_host)
        m_host->pause();
}

void ListDispatch::goOn()
{
    if (m_host)
        m_host->goOn();
}

void ListDispatch::stop()
{
    if (m_host)
        m_host->stop();
}

JobHost *ListDispatch::newHost()
{
    m_end.reset();
    m_host = std::make_unique<JobHost>(m_parts);
    m_board = m_host->board();
    connect(m_host.get(), &JobHost::canaryEnded, this, &ListDispatch::canaryEnded);
    connect(m_host.get(), &JobHost::finished, this, [this](const JobEnd &end) {
        m_end = end;
        m_jobId = end.jobId != 0 ? end.jobId : m_jobId;
        // It is still emitting.
        m_host.release()->deleteLater();
        Q_EMIT changed();
        Q_EMIT ended(end);
    });
    return m_host.get();
}

void ListDispatch::take(const JobRecord &record)
{
    m_jobId = record.jobId;
    m_targets.reset();
    m_board.reset();
    m_facts = {.pool = record.job.profile,
               .ticket = record.job.ticket,
               .reason = record.job.reason,
               .createdAt = record.createdAt,
               .scope = record.options.scope};
}

/// Who is meant, from the journal: in the reader's thread, newest first.
void ListDispatch::readTargets()
{
    auto items = std::make_shared<QList<JournalItem>>();
    const HistorySink sink{.begin = [] { return std::optional<Error>(); },
                           .item =
                               [items](const HistoryItem &item) {
                                   items->append(item.target);
                                   return std::optional<Error>();
                               },
                           .end = [](const ChainHead &) { return std::optional<Error>(); }};
    m_reading = m_history->scan({.jobId = m_jobId}, sink, this, [this, items](const Result<qint64> &) {
        auto targets = std::make_shared<JobTargets>();
        targets->reserve(items->size());
        std::ranges::reverse(*items);
        for (const JournalItem &item : std::as_const(*items))
            targets->append(item);
        targets->squeeze();
        m_targets = std::move(targets);
        Q_EMIT changed();
    });
}
