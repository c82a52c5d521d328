// SPDX-License-Identifier: Apache-2.0
#include "kick/single/kickstate.h"

#include <algorithm>
#include <array>

namespace {

using Step = KickState::Step;

struct Transition
{
    Step from;
    Step to;
};

/// Each group of applications begins with Sending, or with Checking where an earlier run left it uncertain.
constexpr std::array transitions{
    Transition{Step::New, Step::Admitting},        Transition{Step::Admitting, Step::Opening},
    Transition{Step::Admitting, Step::Sending},    Transition{Step::Admitting, Step::Checking},
    Transition{Step::Admitting, Step::Proving},    Transition{Step::Admitting, Step::Recording},
    Transition{Step::Admitting, Step::Ended},      Transition{Step::Opening, Step::Sending},
    Transition{Step::Opening, Step::Ended},        Transition{Step::Sending, Step::Sending},
    Transition{Step::Sending, Step::Waiting},      Transition{Step::Sending, Step::Checking},
    Transition{Step::Sending, Step::Proving},      Transition{Step::Sending, Step::Recording},
    Transition{Step::Sending, Step::Ended},        Transition{Step::Waiting, Step::Sending},
    Transition{Step::Waiting, Step::Recording},    Transition{Step::Waiting, Step::Ended},
    Transition{Step::Checking, Step::Sending},     Transition{Step::Checking, Step::Waiting},
    Transition{Step::Checking, Step::Checking},    Transition{Step::Checking, Step::Proving},
    Transition{Step::Checking, Step::Recording},   Transition{Step::Checking, Step::Ended},
    Transition{Step::Proving, Step::Recording},    Transition{Step::Proving, Step::Ended},
    Transition{Step::Sending, Step::LookingAgain}, Transition{Step::Checking, Step::LookingAgain},
    Transition{Step::Proving, Step::LookingAgain}, Transition{Step::LookingAgain, Step::Recording},
    Transition{Step::Recording, Step::Ended},
};

bool isAny(const QList<AppProof> &apps, SessionState state)
{
    return std::ranges::any_of(apps, [state](const AppProof &app) { return app.after == state; });
}

bool isAll(const QList<AppProof> &apps, SessionState state)
{
    return std::ranges::all_of(apps, [state](const AppProof &app) { return app.after == state; });
}

} // namespace

bool KickState::mayFollow(Step step, Step next)
{
    return std::ranges::any_of(transitions, [step, next](const Transition &transition) {
        return transition.from == step && transition.to == next;
    });
}

KickState::KickState(const Target &target)
{
    for (qsizetype at = 0; at < target.appIds.size(); ++at) {
        const QString &appId = target.appIds.at(at);
        const SessionState before = Targets::before(target, at);
        m_lastSeen.insert(appId, before);
        m_result.apps.append({.appId = appId, .before = before});
    }
    for (qsizetype at = 0; at < target.appIds.size(); at += KickRequest::maximumAppIds)
        m_groups.append({.appIds = target.appIds.mid(at, KickRequest::maximumAppIds)});
    if (m_groups.isEmpty())
        m_groups.append(KickGroup());
}

void KickState::recall(const ListItem &item)
{
    m_result.journalId = item.itemId;
    m_result.attempts = item.attempts;
    m_hasLeftEarlier = item.hasLeft;
    for (qsizetype at = 0; at < std::min(item.groups.size(), m_groups.size()); ++at) {
        const ListGroup &known = item.groups.at(at);
        KickGroup &group = m_groups[at];
        group.count.attempts = known.attempts;
        group.isUncertain = known.state == ItemState::Unknown || known.state == ItemState::Intent;
        group.isRecalled = group.isUncertain;
        if (known.state == ItemState::Accepted)
            group.end = GroupEnd::Accepted;
    }
    const auto open = std::ranges::find(m_groups, GroupEnd::Open, &KickGroup::end);
    m_at = open == m_groups.end() ? 0 : std::distance(m_groups.begin(), open);
}

void KickState::enter(Step next)
{
    Q_ASSERT_X(mayFollow(m_step, next), "KickState::enter", "not a legal step");
    m_step = next;
}

void KickState::noteAttempt(bool isJournaled, bool hasLeft)
{
    if (isJournaled) {
        ++m_result.attempts;
        m_isUnsentOnRecord = !hasLeft;
    }
    m_result.hasSent = m_result.hasSent || hasLeft;
}

void KickState::accept(const ServerReply &reply)
{
    group().error.reset();
    if (!m_result.error && !m_result.isAnswerLost)
        m_result.reply = reply;
}

void KickState::endGroup(GroupEnd end, bool isStopping)
{
    KickGroup &current = group();
    current.end = end;
    // "Refused" would say that nothing was done.
    if (end == GroupEnd::Refused && current.isUncertain)
        current.end = isStopping ? GroupEnd::Unknown : GroupEnd::GivenUp;
    if (end == GroupEnd::VerifiedByCheck)
        noteLostAnswer(current.error);
    if (end == GroupEnd::Accepted || end == GroupEnd::VerifiedByCheck)
        current.error.reset();
    if (current.error && !m_result.error) {
        m_result.error = current.error;
        m_result.reply = current.error->reply;
    }
}

void KickState::noteLostAnswer(const std::optional<Error> &error)
{
    // The answer to another group must not be taken for the one to all of them.
    if (!m_result.error)
        m_result.reply = {};
    m_result.isAnswerLost = true;
    if (!m_result.lostAnswer)
        m_result.lostAnswer = error;
}

bool KickState::nextGroup(bool isStopping)
{
    // After a new sign-in the agent has to decide.
    if (isStopping || (group().end == GroupEnd::Unknown && m_result.relogin))
        return false;
    // What stops one group for lack of rights or of a connection stops the next ones too.
    const std::optional<Error> &error = group().error;
    if (error && error->kind != ErrorKind::Rejected && error->kind != ErrorKind::Ambiguous)
        return false;
    const auto open = std::find_if(m_groups.cbegin() + m_at + 1, m_groups.cend(),
                                   [](const KickGroup &each) { return each.end == GroupEnd::Open; });
    if (open == m_groups.cend())
        return false;
    m_at = std::distance(m_groups.cbegin(), open);
    return true;
}

bool KickState::hasEnd(GroupEnd end) const
{
    return std::ranges::find(m_groups, end, &KickGroup::end) != m_groups.end();
}

QStringList KickState::acceptedAppIds() const
{
    QStringList result;
    for (const KickGroup &each : m_groups) {
        if (each.end == GroupEnd::Accepted)
            result += each.appIds;
    }
    return result;
}

const AppProof *KickState::note(const AppProof &app)
{
    if (app.after != SessionState::Unknown)
        m_lastSeen.insert(app.appId, app.after);
    const auto known = std::ranges::find(m_result.apps, app.appId, &AppProof::appId);
    if (known == m_result.apps.end())
        return nullptr;
    known->after = app.after;
    known->confirmedAfter = app.confirmedAfter;
    known->isByList = app.isByList;
    return &*known;
}

void KickState::noteEnd(const Proof &proof)
{
    if (proof.relogin)
        m_result.relogin = proof.relogin;
    if (proof.signInLog != SignInLog::NotAsked)
        m_result.signInLog = proof.signInLog;
    if (proof.checkError)
        m_result.checkError = proof.checkError;
}

std::optional<GroupEnd> KickState::endAfterCheck(const Proof &proof) const
{
    if (haveEnded(proof))
        return GroupEnd::VerifiedByCheck;
    const bool isAnswered =
        std::ranges::find(proof.apps, SessionState::Unknown, &AppProof::after) == proof.apps.end();
    // A new sign-in may be the rightful owner's, and here one is seen or not ruled out.
    if (proof.relogin || proof.signInLog != SignInLog::Known || !isAnswered)
        return GroupEnd::Unknown;
    return {};
}

bool KickState::haveEnded(const Proof &proof) const
{
    return std::ranges::all_of(proof.apps, [this](const AppProof &app) {
        return app.after == SessionState::Offline &&
               m_lastSeen.value(app.appId, SessionState::Unknown) == SessionState::Online;
    });
}

void KickState::doubt(const Error &why)
{
    m_isDoubtful = true;
    m_result.error = why;
    m_result.error->kind = ErrorKind::Ambiguous;
    m_result.error->wasSent = true;
}

ItemState KickState::conclude(bool isOfList)
{
    m_result.outcome = outcome();
    const ItemState state = itemState(m_result.outcome);
    const bool isGone = m_result.error && m_result.error->code == ErrorCode::UserNotFound;
    if (isOfList && isGone && m_result.outcome == KickOutcome::Rejected)
        m_result.outcome = KickOutcome::Skipped;
    return state;
}

ItemState KickState::refuse(const Error &error, bool isOfList)
{
    m_result.error = error;
    m_result.reply = error.reply;
    const bool isProtected = error.code == ErrorCode::ProtectedSelf || error.code == ErrorCode::ProtectedUser;
    if (m_hasLeftEarlier)
        m_result.outcome = KickOutcome::Unknown;
    else
        m_result.outcome = isOfList && isProtected ? KickOutcome::Skipped : KickOutcome::NotSent;
    return itemState(m_result.outcome);
}

std::optional<ItemState> KickState::leaveOpen(const std::optional<Error> &error)
{
    m_result.isOpen = true;
    m_result.error = error;
    // The answer to a request that another is to follow is not the item's end, and must not look like it.
    const std::optional<Error> &refusal = error && error->wasSent ? error : group().error;
    const bool isRefused = refusal && refusal->wasSent && refusal->kind != ErrorKind::Ambiguous;
    if ((!isRefused && !m_isUnsentOnRecord) || group().end != GroupEnd::Open)
        return {};
    return group().isUncertain ? ItemState::Unknown : ItemState::Pending;
}

void KickState::failToRecord(const Error &error)
{
    m_result.journalError = error;
    // What is on record has no success, so none is told either.
    if (m_result.attempts > 0) {
        m_result.journalError->kind = ErrorKind::Ambiguous;
        m_result.journalError->code = ErrorCode::JournalIncomplete;
        m_result.outcome = KickOutcome::Unknown;
    } else {
        m_result.outcome = KickOutcome::NotSent;
    }
    m_result.error = m_result.journalError;
}

KickOutcome KickState::outcome() const
{
    const bool hasLeft = m_hasLeftEarlier || m_result.hasSent;
    if (m_isDoubtful || hasEnd(GroupEnd::Unknown))
        return KickOutcome::Unknown;
    // What the last check saw is a fact, whatever became of the requests.
    if (hasEnd(GroupEnd::GivenUp))
        return isAny(m_result.apps, SessionState::Online) ? KickOutcome::StillOnline : KickOutcome::Unknown;
    // For a kick that was stopped half-way, neither success nor refusal is true.
    if (hasEnd(GroupEnd::Open) && hasLeft && !hasEnd(GroupEnd::Refused))
        return KickOutcome::Unknown;
    if (hasEnd(GroupEnd::Refused) || hasEnd(GroupEnd::Open))
        return hasLeft ? KickOutcome::Rejected : KickOutcome::NotSent;
    return outcomeOfProof();
}

KickOutcome KickState::outcomeOfProof() const
{
    if (isAny(m_result.apps, SessionState::Online))
        return m_result.isInterrupted ? KickOutcome::Accepted : KickOutcome::StillOnline;
    return isAll(m_result.apps, SessionState::Offline) ? KickOutcome::Verified : KickOutcome::Accepted;
}

ItemState KickState::itemState(KickOutcome outcome) const
{
    switch (outcome) {
    case KickOutcome::Verified:
        return ItemState::Verified;
    case KickOutcome::Accepted:
        return ItemState::Accepted;
    case KickOutcome::Rejected:
        return ItemState::Rejected;
    case KickOutcome::NotSent:
    case KickOutcome::Skipped:
    case KickOutcome::Planned:
        return ItemState::NotSent;
    case KickOutcome::StillOnline:
        return hasEnd(GroupEnd::GivenUp) ? ItemState::GivenUp : ItemState::StillOnline;
    case KickOutcome::Unknown:
        return hasEnd(GroupEnd::GivenUp) ? ItemState::GivenUp : ItemState::Unknown;
    }
    return ItemState::Unknown;
}
