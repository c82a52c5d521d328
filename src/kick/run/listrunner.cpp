// SPDX-License-Identifier: Apache-2.0
#include "kick/run/listrunner.h"

#include "kick/single/kickjournal.h"
#include "kick/single/kicktask.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {

/// Users that are worked on at the same time: those on the wire, and those whose proof is waited for.
constexpr qsizetype maximumLive = 256;

constexpr auto tickTime = 500ms;
constexpr int ticksBetweenBeats = 10;

/// How many repeats all users together may need, for each user of the list.
constexpr qint64 repeatsPerUser = 10;
/// A short list may repeat as well.
constexpr qint64 fewestRepeats = 2;

/// How long to ask about an unknown result where no proof is wanted.
constexpr std::chrono::seconds usualCheck = 20s;

ListRunPhase phaseOf(KickProgress::Stage stage)
{
    switch (stage) {
    case KickProgress::Stage::Sending:
        return ListRunPhase::Sending;
    case KickProgress::Stage::Waiting:
        return ListRunPhase::Queued;
    case KickProgress::Stage::Checking:
    case KickProgress::Stage::Proving:
        return ListRunPhase::Checking;
    }
    return ListRunPhase::Sending;
}

} // namespace

ListRunner::ListRunner(Session *session, std::shared_ptr<ListRunBoard> board, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_board(std::move(board))
    , m_reader(session->journal()->file())
{
    m_tick.setInterval(tickTime);
    connect(&m_tick, &QTimer::timeout, this, &ListRunner::tick);
}

ListRunner::~ListRunner() = default;

void ListRunner::start(ListRunWish wish)
{
    m_board->setState(RunState::Preparing);
    m_opening = ListRunOpenings::write(m_session, std::move(wish), this,
                                       [this](const Result<OpenedListRun> &opened) { begin(opened); });
}

void ListRunner::resume(qint64 jobId)
{
    m_board->setState(RunState::Preparing);
    m_opening = ListRunOpenings::open(m_session, &m_reader, jobId, ListRunOpenings::Purpose::GoOn, this,
                                      [this](const Result<OpenedListRun> &opened) { begin(opened); });
}

void ListRunner::retry(qint64 jobId)
{
    m_board->setState(RunState::Preparing);
    m_opening = ListRunOpenings::open(m_session, &m_reader, jobId, ListRunOpenings::Purpose::RetryFailed,
                                      this, [this](const Result<OpenedListRun> &opened) { begin(opened); });
}

void ListRunner::begin(const Result<OpenedListRun> &opened)
{
    m_opening.clear();
    if (!opened) {
        m_end.error = opened.error();
        m_board->setError(m_end.error);
        end();
        return;
    }
    m_record = opened->record;
    m_lock = opened->lock;
    m_end.jobId = m_record.jobId;
    m_end.isProofWanted = m_record.options.proofLimit > 0s;
    m_board->begin(m_record.jobId, m_record.total);
    m_board->fill(opened->rows);
    if (opened->isSourceLost)
        m_board->setSourceLost();
    if (m_end.isProofWanted)
        m_board->setProof(m_record.options.proof, 0);
    const JobOptions &options = m_record.options;
    m_gate = std::make_unique<RequestGate>(PaceLimits{
        .ratePerSecond = static_cast<double>(options.ratePerSecond),
        .maximumInFlight = options.maximumInFlight > 0 ? options.maximumInFlight : m_session->capacity()});
    connect(m_gate.get(), &RequestGate::broken, this,
            [this] { halt({.kind = ErrorKind::Halted, .code = ErrorCode::TooManyFailures}); });
    m_verifier = std::make_unique<ListVerifier>(m_session->client(), m_gate.get(), options.proof);
    m_window = std::make_unique<UserReadAhead>(&m_reader, m_record.jobId);
    // Who waits for a proof leaves room for others.
    connect(m_verifier.get(), &ListVerifier::hasMoreWaiting, this, &ListRunner::fill, Qt::QueuedConnection);
    connect(m_window.get(), &UserReadAhead::filled, this, &ListRunner::fill);
    connect(m_window.get(), &UserReadAhead::failed, this, &ListRunner::halt);
    m_board->setState(m_isPaused ? RunState::Paused : RunState::Running);
    m_gate->holdKicks(m_isPaused);
    m_tick.start();
    fill();
}

bool ListRunner::mayStartMore() const
{
    const bool isFull = m_live.size() - m_verifier->waiting() >= maximumLive ||
                        m_verifier->waiting() >= ListVerifier::mostWaiting;
    if (m_isPaused || m_isStopping || m_end.error || isFull)
        return false;
    const bool isCanary = m_record.options.canary != Canary::None;
    const ListItem *next = m_window->front();
    return !isCanary || next == nullptr || next->item.position < ListRunOpenings::canarySize;
}

void ListRunner::fill()
{
    while (mayStartMore() && m_window->front() != nullptr)
        startItem(m_window->takeFront());
    if (mayStartMore() && !m_window->isAtEnd())
        m_window->read();
    else if (isCanaryOver())
        endCanary();
    else
        endIfDone();
    if (!m_window->isReading() && m_live.size() == m_verifier->waiting())
        m_verifier->flush();
}

void ListRunner::startItem(const ListItem &item)
{
    const qint64 position = item.item.position;
    m_live.insert(position, {.item = item, .task = {}});
    const KickParts parts{.client = m_session->client(),
                          .authenticator = m_session->authenticator(),
                          .resolver = m_session->resolver(),
                          .verifier = m_verifier.get(),
                          .journal = m_session->journal(),
                          .gate = m_gate.get()};
    m_live[position].task = new KickTask(
        parts, m_session->profile(), KickJournal::plan(m_record, item), rules(), m_record.jobId, item, this,
        [this, position](const KickProgress &progress) { noteProgress(position, progress); },
        [this, position](const KickResult &result) { endItem(position, result); });
}

RetryRules ListRunner::rules()
{
    return {.longestPause = Pacer::longestRetryAfter,
            .isResumable = true,
            .checkLimit = usualCheck,
            .takeRepeat = [this] { return takeRepeat(); },
            .isServing = [this] { return m_gate->pacer().isServing(); }};
}

bool ListRunner::takeRepeat()
{
    if (m_repeats >= std::max(m_record.total / repeatsPerUser, fewestRepeats))
        return false;
    ++m_repeats;
    return true;
}

void ListRunner::noteProgress(qint64 position, const KickProgress &progress)
{
    const auto live = m_live.find(position);
    if (live == m_live.end() || live->phase == phaseOf(progress.stage))
        return;
    live->phase = phaseOf(progress.stage);
    m_board->setCell(position, live->item.itemId, {.phase = live->phase, .attempts = live->item.attempts});
}

void ListRunner::endItem(qint64 position, const KickResult &result)
{
    const ListItem item = m_live.take(position).item;
    m_end.hasSent = m_end.hasSent || result.hasSent;
    if (result.checkError && isNotPermitted(*result.checkError))
        m_isProofForbidden = true;
    if (m_end.isProofWanted)
        m_board->setProof(m_record.options.proof, m_verifier->samples());
    show(item, result);
    if (result.journalError)
        halt(*result.journalError);
    else if (result.isOpen && result.error)
        halt(*result.error);
    fill();
}

void ListRunner::show(const ListItem &item, const KickResult &result)
{
    ListRunCell cell{.attempts = result.attempts, .hasSignedInAgain = result.relogin.has_value()};
    if (result.isOpen || result.journalError) {
        ++m_leftOpen;
    } else {
        cell.phase = ListRunPhase::Done;
        cell.outcome = result.outcome;
        if (result.error)
            cell.error = result.error->code;
        if (m_sink)
            m_sink(item, result);
    }
    m_board->setCell(item.item.position, item.itemId, cell);
}

bool ListRunner::isCanaryOver() const
{
    const bool isWorking = !m_isPaused && !m_isStopping && !m_end.error;
    return isWorking && m_record.options.canary != Canary::None && m_live.isEmpty() &&
           m_window->front() != nullptr && m_window->front()->item.position >= ListRunOpenings::canarySize;
}

void ListRunner::endCanary()
{
    if (m_record.options.canary == Canary::Ask) {
        m_isPaused = true;
        m_isAsking = true;
        m_board->setState(RunState::AskingAfterCanary);
        Q_EMIT canaryEnded();
    } else if (isCanaryGood()) {
        leaveCanary();
    } else {
        halt({.kind = ErrorKind::Halted, .code = ErrorCode::CanaryFailed});
    }
}

bool ListRunner::isCanaryGood() const
{
    const KickOutcome best = m_record.options.proofLimit > 0s && !m_isProofForbidden ? KickOutcome::Verified
                                                                                     : KickOutcome::Accepted;
    return std::ranges::all_of(
        m_board->cells(0, ListRunOpenings::canarySize),
        [best](const ListRunCell &cell) { return cell.phase == ListRunPhase::Done && cell.outcome == best; });
}

void ListRunner::pause()
{
    if (m_isPaused || m_isStopping || m_isEnded)
        return;
    m_isPaused = true;
    if (!m_gate)
        return;
    m_gate->holdKicks(true);
    m_board->setState(RunState::Paused);
}

void ListRunner::goOn()
{
    if (m_isStopping || m_isEnded || m_end.error)
        return;
    m_isPaused = false;
    if (!m_gate)
        return;
    m_gate->holdKicks(false);
    m_board->setState(RunState::Running);
    if (std::exchange(m_isAsking, false))
        leaveCanary();
    else
        fill();
}

void ListRunner::leaveCanary()
{
    m_record.options.canary = Canary::None;
    m_session->journal()->recordJob({.jobId = m_record.jobId, .state = JobState::Open}, this,
                                    [this](const Result<JournalReceipt> &written) {
                                        if (written)
                                            fill();
                                        else
                                            halt(written.error());
                                    });
}

void ListRunner::stop()
{
    if (m_isEnded || std::exchange(m_isStopping, true))
        return;
    m_end.isStopped = true;
    if (m_opening) {
        m_opening->abort();
        end();
        return;
    }
    m_board->setState(RunState::Stopping);
    stopRuns();
    endIfDone();
}

void ListRunner::abandon()
{
    if (m_isEnded)
        return;
    m_isStopping = true;
    m_end.isStopped = true;
    for (const Live &live : std::as_const(m_live))
        delete live.task;
    m_leftOpen += m_live.size();
    m_live.clear();
    end();
}

void ListRunner::halt(const Error &error)
{
    if (m_isEnded || m_end.error)
        return;
    m_end.error = error;
    m_board->setError(error);
    m_board->setState(RunState::Stopping);
    stopRuns();
    endIfDone();
}

void ListRunner::stopRuns()
{
    // Each may end at once, and take itself out.
    const QList<qint64> positions = m_live.keys();
    for (const qint64 position : positions) {
        if (const auto live = m_live.constFind(position); live != m_live.constEnd() && live->task)
            live->task->stop();
    }
}

void ListRunner::endIfDone()
{
    if (m_isEnded || !m_live.isEmpty() || m_window->isReading())
        return;
    const bool isAllDone = m_window->isAtEnd() && m_leftOpen == 0;
    if (isAllDone) {
        m_end.isFinished = true;
        conclude({.jobId = m_record.jobId, .state = JobState::Finished});
    } else if (m_end.error) {
        conclude({.jobId = m_record.jobId,
                  .state = JobState::Halted,
                  .canary = m_record.options.canary,
                  .errorCode = errorCodeName(m_end.error->code)});
    } else if (m_isStopping) {
        end();
    }
}

void ListRunner::conclude(const JournalJobChange &change)
{
    m_isEnded = true;
    m_session->journal()->recordJob(change, this, [this](const Result<JournalReceipt> &written) {
        if (!written && !m_end.error)
            m_end.error = written.error();
        end();
    });
}

void ListRunner::end()
{
    m_isEnded = true;
    m_tick.stop();
    m_board->measure();
    m_board->setState(RunState::Ended);
    m_lock.reset();
    Q_EMIT finished(m_end);
}

void ListRunner::tick()
{
    m_board->measure();
    m_board->setServerBusy(m_gate->pacer().shutUntil() > Pacer::Clock::now());
    if (++m_ticks % ticksBetweenBeats == 0)
        m_lock->beat();
}
