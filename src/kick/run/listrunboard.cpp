// SPDX-License-Identifier: Apache-2.0
#include "kick/run/listrunboard.h"

#include <QMutexLocker>

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace {

/// How much of the rate is what was measured last.
constexpr double newest = 0.2;

constexpr quint8 mostAttempts = 0x7f;

} // namespace

quint64 ListRunBoard::revision() const
{
    const QMutexLocker lock(&m_mutex);
    return m_revision;
}

ListRunSummary ListRunBoard::summary() const
{
    const QMutexLocker lock(&m_mutex);
    ListRunSummary result = m_summary;
    if (m_clock.isValid() && result.state != RunState::Ended)
        result.elapsed = std::chrono::milliseconds(m_clock.elapsed());
    return result;
}

QList<ListRunCell> ListRunBoard::cells(qint64 first, qint64 count) const
{
    const QMutexLocker lock(&m_mutex);
    const auto size = static_cast<qint64>(m_cells.size());
    const qint64 begin = std::clamp(first, qint64(0), size);
    const qint64 end = begin + std::clamp(count, qint64(0), size - begin);
    QList<ListRunCell> result;
    result.reserve(end - begin);
    for (qint64 position = begin; position < end; ++position)
        result.append(unpacked(m_cells.at(static_cast<size_t>(position))));
    return result;
}

qint64 ListRunBoard::itemId(qint64 position) const
{
    const QMutexLocker lock(&m_mutex);
    if (position < 0 || position >= static_cast<qint64>(m_cells.size()))
        return 0;
    const quint32 offset = m_cells.at(static_cast<size_t>(position)).itemOffset;
    return offset == 0 ? 0 : m_firstItemId + offset - 1;
}

qint64 ListRunBoard::byteCount() const
{
    const QMutexLocker lock(&m_mutex);
    return static_cast<qint64>(m_cells.capacity()) * qint64{sizeof(Packed)};
}

void ListRunBoard::begin(qint64 jobId, qint64 total)
{
    const QMutexLocker lock(&m_mutex);
    const RunState state = m_summary.state;
    m_summary = {.state = state, .jobId = jobId, .total = total};
    m_cells.assign(static_cast<size_t>(total), Packed());
    m_firstItemId = 0;
    m_clock.start();
    m_measuredDone = 0;
    m_measuredAt = 0ms;
    ++m_revision;
}

void ListRunBoard::fill(const QList<ListRunRow> &rows)
{
    const QMutexLocker lock(&m_mutex);
    for (qsizetype position = 0; position < rows.size(); ++position) {
        const ListRunRow &row = rows.at(position);
        ListRunCell cell{
            .error = row.error, .attempts = row.attempts, .hasSignedInAgain = row.hasSignedInAgain};
        if (row.outcome) {
            cell.phase = ListRunPhase::Done;
            cell.outcome = *row.outcome;
        }
        put(position, row.itemId, cell);
    }
    m_measuredDone = m_summary.done();
}

void ListRunBoard::setState(RunState state)
{
    const QMutexLocker lock(&m_mutex);
    if (state == RunState::Ended && m_clock.isValid())
        m_summary.elapsed = std::chrono::milliseconds(m_clock.elapsed());
    m_summary.state = state;
    ++m_revision;
}

void ListRunBoard::setError(const std::optional<Error> &error)
{
    const QMutexLocker lock(&m_mutex);
    m_summary.error = error;
    ++m_revision;
}

void ListRunBoard::setServerBusy(bool isBusy)
{
    const QMutexLocker lock(&m_mutex);
    m_revision += m_summary.isServerBusy == isBusy ? 0 : 1;
    m_summary.isServerBusy = isBusy;
}

void ListRunBoard::setSourceLost()
{
    const QMutexLocker lock(&m_mutex);
    m_summary.isSourceLost = true;
    ++m_revision;
}

void ListRunBoard::setProof(ProofMode proof, qint64 samples)
{
    const QMutexLocker lock(&m_mutex);
    m_summary.proof = proof;
    m_summary.samples = samples;
}

void ListRunBoard::setCell(qint64 position, qint64 itemId, const ListRunCell &cell)
{
    const QMutexLocker lock(&m_mutex);
    put(position, itemId, cell);
}

void ListRunBoard::measure()
{
    const QMutexLocker lock(&m_mutex);
    const auto now = std::chrono::milliseconds(m_clock.elapsed());
    const std::chrono::duration<double> passed = now - m_measuredAt;
    if (passed <= 0s)
        return;
    const qint64 done = m_summary.done();
    const double rate = static_cast<double>(done - m_measuredDone) / passed.count();
    const bool isFirst = m_measuredAt == 0ms;
    m_summary.usersPerSecond = isFirst ? rate : (rate * newest) + (m_summary.usersPerSecond * (1 - newest));
    m_measuredDone = done;
    m_measuredAt = now;
    m_summary.timeLeft.reset();
    if (m_summary.state == RunState::Running && m_summary.usersPerSecond > 0) {
        const double left = static_cast<double>(m_summary.total - done) / m_summary.usersPerSecond;
        m_summary.timeLeft = std::chrono::seconds(std::llround(left));
    }
    ++m_revision;
}

ListRunBoard::Packed ListRunBoard::packed(const ListRunCell &cell)
{
    Packed result{.phase = cell.phase, .outcome = static_cast<quint8>(cell.outcome)};
    if (cell.error)
        result.error = static_cast<quint8>(static_cast<int>(*cell.error) + 1);
    result.attempts = static_cast<quint8>(std::min<int>(cell.attempts, mostAttempts));
    if (cell.hasSignedInAgain)
        result.attempts |= signedInAgain;
    return result;
}

ListRunCell ListRunBoard::unpacked(const Packed &cell)
{
    ListRunCell result{.phase = cell.phase, .outcome = static_cast<KickOutcome>(cell.outcome)};
    if (cell.error != 0)
        result.error = static_cast<ErrorCode>(cell.error - 1);
    result.attempts = cell.attempts & mostAttempts;
    result.hasSignedInAgain = (cell.attempts & signedInAgain) != 0;
    return result;
}

void ListRunBoard::put(qint64 position, qint64 itemId, const ListRunCell &cell)
{
    if (position < 0 || position >= static_cast<qint64>(m_cells.size()))
        return;
    if (m_firstItemId == 0)
        m_firstItemId = itemId - position;
    Packed &slot = m_cells[static_cast<size_t>(position)];
    count(slot, -1);
    slot = packed(cell);
    slot.itemOffset = static_cast<quint32>(itemId - m_firstItemId + 1);
    count(slot, 1);
    ++m_revision;
}

void ListRunBoard::count(const Packed &cell, qint64 by)
{
    switch (cell.phase) {
    case ListRunPhase::Queued:
        return;
    case ListRunPhase::Sending:
        m_summary.sending += by;
        return;
    case ListRunPhase::Checking:
        m_summary.checking += by;
        return;
    case ListRunPhase::Done:
        m_summary.outcomes[static_cast<KickOutcome>(cell.outcome)] += by;
        if ((cell.attempts & signedInAgain) != 0)
            m_summary.signedInAgain[static_cast<KickOutcome>(cell.outcome)] += by;
        else if (static_cast<KickOutcome>(cell.outcome) == KickOutcome::Rejected && cell.error != 0 &&
                 isPostponed(static_cast<ErrorCode>(cell.error - 1)))
            m_summary.postponed += by;
        return;
    }
}
