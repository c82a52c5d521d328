// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "core/values/types.h"
#include "store/history/historytypes.h"
#include "store/history/listrecord.h"

#include <QElapsedTimer>
#include <QList>
#include <QMutex>

#include <chrono>
#include <optional>
#include <vector>

/// What a user of a list is waiting for.
enum class ListRunPhase : quint8 {
    /// Nothing is on its way: a request waits for its turn or for its repetition.
    Queued,
    /// A request is on its way.
    Sending,
    /// The result is unknown yet, or the proof is being looked for.
    Checking,
    /// The outcome is known.
    Done,
};

/// One user of a list, as a table shows it.
struct ListRunCell
{
    ListRunPhase phase = ListRunPhase::Queued;
    /// ListRunPhase::Done only.
    KickOutcome outcome = KickOutcome::NotSent;
    /// Why the outcome is not success.
    std::optional<ErrorCode> error;
    int attempts = 0;
    bool hasSignedInAgain = false;
};

/// What a runner does.
enum class RunState {
    /// Nothing has begun.
    Idle,
    /// The users are being written down, or read.
    Preparing,
    Running,
    /// By the agent; requests under way are finished and checked.
    Paused,
    /// The first users are done, and the agent has to decide about the rest.
    AskingAfterCanary,
    /// What is on the wire is waited for.
    Stopping,
    Ended,
};

/// A list at a glance.
struct ListRunSummary
{
    RunState state = RunState::Idle;
    /// 0 before it is on record.
    qint64 jobId = 0;
    qint64 total = 0;
    /// What became of the users who are done.
    HistoryCount outcomes;
    qint64 sending = 0;
    qint64 checking = 0;
    /// The part of outcomes that has signed in again since.
    HistoryCount signedInAgain;
    /// The part of the rejected whom the server refused only for now, and who have not signed in again.
    qint64 postponed = 0;
    /// Users a second that have been done lately.
    double usersPerSecond = 0;
    /// Nothing while it cannot be told.
    std::optional<std::chrono::seconds> timeLeft;
    /// Since this run of the list began.
    std::chrono::milliseconds elapsed{0};
    /// How the users are proved offline; nothing where no proof is wanted.
    std::optional<ProofMode> proof;
    /// How many of those proved by list were also asked about singly in this run.
    qint64 samples = 0;
    /// The rows of the source could not be kept: no result can be written beside them.
    bool isSourceLost = false;
    /// True while the server wants to be left alone.
    bool isServerBusy = false;
    /// What halted it.
    std::optional<Error> error;

    qint64 done() const
    {
        qint64 result = 0;
        for (const qint64 count : outcomes)
            result += count;
        return result;
    }
    qint64 count(KickOutcome outcome) const { return outcomes.value(outcome); }
    /// Confirmed offline, and not signed in again since.
    qint64 confirmed() const
    {
        return count(KickOutcome::Verified) - signedInAgain.value(KickOutcome::Verified);
    }
};

/// How a list stands, user by user: written by the runner in its thread, read by any other as often as it
/// likes. There is no signal.
class ListRunBoard
{
public:
    /// Rises with every change.
    quint64 revision() const;

    ListRunSummary summary() const;

    /// Up to @p count users from the position @p first on.
    QList<ListRunCell> cells(qint64 first, qint64 count) const;

    /// The number of the user at @p position in the journal; 0 when it is not known.
    qint64 itemId(qint64 position) const;

    /// What the users take in memory.
    qint64 byteCount() const;

    // For the runner.
    void begin(qint64 jobId, qint64 total);
    /// Takes over what is on record.
    void fill(const QList<ListRunRow> &rows);
    void setState(RunState state);
    void setError(const std::optional<Error> &error);
    void setServerBusy(bool isBusy);
    void setSourceLost();
    void setProof(ProofMode proof, qint64 samples);
    void setCell(qint64 position, qint64 itemId, const ListRunCell &cell);
    /// Looks how many users were done since the last time; to be called about twice a second.
    void measure();

private:
    /// A ListRunCell and the number in the journal, in eight bytes.
    struct Packed
    {
        quint32 itemOffset = 0;
        ListRunPhase phase = ListRunPhase::Queued;
        quint8 outcome = 0;
        /// 0 for none, else the code + 1.
        quint8 error = 0;
        quint8 attempts = 0;
    };
    static constexpr quint8 signedInAgain = 0x80;

    static Packed packed(const ListRunCell &cell);
    static ListRunCell unpacked(const Packed &cell);
    void put(qint64 position, qint64 itemId, const ListRunCell &cell);
    void count(const Packed &cell, qint64 by);

    mutable QMutex m_mutex;
    quint64 m_revision = 0;
    ListRunSummary m_summary;
    std::vector<Packed> m_cells;
    /// The smallest number of an item.
    qint64 m_firstItemId = 0;
    QElapsedTimer m_clock;
    qint64 m_measuredDone = 0;
    std::chrono::milliseconds m_measuredAt{0};
};
