// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/target.h"
#include "kick/single/kickvalues.h"
#include "kick/single/retryrules.h"
#include "store/history/listrecord.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <optional>

/// The result for one group of applications.
enum class GroupEnd {
    Open,
    Accepted,
    /// The answer is not known, but every session that was there has ended since.
    VerifiedByCheck,
    Refused,
    Unknown,
    /// Unknown, and no attempt is left.
    GivenUp,
};

/// Up to 50 applications, which one request can name.
struct KickGroup
{
    QStringList appIds;
    GroupEnd end = GroupEnd::Open;
    AttemptCount count;
    /// Why the last attempt failed.
    std::optional<Error> error;
    /// The result of one of the attempts is unknown.
    bool isUncertain = false;
    /// That attempt was one of an earlier run, which ended before it was answered.
    bool isRecalled = false;
};

/// How a kick stands: its step, its groups of applications, and what the checks have seen. Knows no clock, no
/// server and no journal.
class KickState
{
public:
    enum class Step {
        New,
        /// The rule decides whether it may be sent.
        Admitting,
        /// The journal takes it down.
        Opening,
        /// A request waits for its turn or for its answer.
        Sending,
        /// Waits before the next attempt.
        Waiting,
        /// The sessions are asked before another attempt.
        Checking,
        Proving,
        /// An identifier that is no user ID is looked up once more.
        LookingAgain,
        /// The journal takes the end down.
        Recording,
        Ended,
    };

    /// True when @p next may follow @p step.
    static bool mayFollow(Step step, Step next);

    /// Starts with the applications of @p target as they were before. At least one group, which may be empty.
    explicit KickState(const Target &target);

    /// Takes over how far @p item has come in an earlier run; stands on the first group that is open.
    void recall(const ListItem &item);

    Step step() const { return m_step; }
    /// @p next must be a legal step.
    void enter(Step next);

    const KickResult &result() const { return m_result; }
    void setJournalId(qint64 itemId) { m_result.journalId = itemId; }
    void setJournalHead(const QByteArray &head) { m_result.journalHead = head; }
    void setInterrupted() { m_result.isInterrupted = true; }

    qsizetype groupNumber() const { return m_at; }
    KickGroup &group() { return m_groups[m_at]; }
    const KickGroup &group() const { return m_groups.at(m_at); }

    /// Counts a request that came to its end.
    void noteAttempt(bool isJournaled, bool hasLeft);
    /// The server has accepted the group's request.
    void accept(const ServerReply &reply);

    /// Ends the group that is being worked on. Refused becomes Unknown or GivenUp where an earlier attempt
    /// may have been carried out.
    void endGroup(GroupEnd end, bool isStopping);
    /// Steps to the next open group; false when there is none or the last one stops them all.
    bool nextGroup(bool isStopping);
    bool hasEnd(GroupEnd end) const;
    QStringList acceptedAppIds() const;

    /// Takes what a check has just seen. Returns the application's entry of the result, null where it has
    /// none.
    const AppProof *note(const AppProof &app);
    /// Takes the end of a whole check, but for its applications.
    void noteEnd(const Proof &proof);
    /// How @p proof, the check after an attempt that is not known to have worked, ends the group; nothing
    /// where another attempt may follow. To be asked before the proof is noted.
    std::optional<GroupEnd> endAfterCheck(const Proof &proof) const;

    /// It is not known whom the requests have met, because of @p why.
    void doubt(const Error &why);

    /// Ends the whole kick. Returns the journal's state for it.
    ItemState conclude(bool isOfList);
    /// Ends it without a request in this run, because of @p error. Returns the journal's state for it.
    ItemState refuse(const Error &error, bool isOfList);
    /// Leaves it for another run to go on, because of @p error or of stop(). Returns the journal's state
    /// where what is on record looks like an end.
    std::optional<ItemState> leaveOpen(const std::optional<Error> &error);
    /// The journal could not take @p error's write.
    void failToRecord(const Error &error);

private:
    /// True when every session of @p proof is offline that was last seen online: only a session that was
    /// there before an attempt can have been ended by it.
    bool haveEnded(const Proof &proof) const;
    /// A check has made up for an answer that is missing because of @p error.
    void noteLostAnswer(const std::optional<Error> &error);
    KickOutcome outcome() const;
    KickOutcome outcomeOfProof() const;
    ItemState itemState(KickOutcome outcome) const;

    Step m_step = Step::New;
    QList<KickGroup> m_groups;
    qsizetype m_at = 0;
    QHash<QString, SessionState> m_lastSeen;
    KickResult m_result;
    /// A request of an earlier run may have reached the server.
    bool m_hasLeftEarlier = false;
    bool m_isDoubtful = false;
    /// The newest request on record has not left.
    bool m_isUnsentOnRecord = false;
};
