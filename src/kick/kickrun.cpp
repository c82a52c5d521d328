// SPDX-License-Identifier: Apache-2.0
#include "kick/kickrun.h"

#include "api/authenticator.h"
#include "kick/kickrecords.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

KickRun::KickRun(const Kicker::Parts &parts, Profile profile, KickTarget target, QObject *context,
                 Kicker::Progress progress, Handler handler)
    : PendingAnswer(context, std::move(handler))
    , m_parts(parts)
    , m_profile(std::move(profile))
    , m_target(std::move(target))
    , m_progress(std::move(progress))
    , m_groups(m_target.target.appIds)
    , m_sightings(m_target, &m_result)
{
    preparePause();
    // The token tells which pool answers, and that belongs into the journal. A failure comes again with the
    // attempt.
    m_parts.authenticator->prepare(this, [this](const std::optional<Error> &) { begin(); });
}

KickRun::KickRun(const Kicker::Parts &parts, Profile profile, KickTarget target, KickRules rules,
                 qint64 jobId, const JobItem &item, QObject *context, Kicker::Progress progress,
                 Handler handler)
    : PendingAnswer(context, std::move(handler))
    , m_parts(parts)
    , m_profile(std::move(profile))
    , m_target(std::move(target))
    , m_rules(std::move(rules))
    , m_progress(std::move(progress))
    , m_groups(m_target.target.appIds)
    , m_key{.jobId = jobId, .itemId = item.itemId}
    , m_sightings(m_target, &m_result)
{
    preparePause();
    recall(item);
    // Nothing may be called back before the starting function has returned.
    QTimer::singleShot(0, this, &KickRun::startGroup);
}

void KickRun::preparePause()
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &KickRun::attempt);
}

void KickRun::recall(const JobItem &item)
{
    m_result.journalId = item.itemId;
    m_result.attempts = item.attempts;
    m_hasLeftEarlier = item.hasLeft;
    if (item.firstAttempt.isValid())
        m_firstAttempt = m_parts.authenticator->serverTime(item.firstAttempt);
    m_groups.recall(item.groups);
}

void KickRun::stop()
{
    if (std::exchange(m_isStopping, true))
        return;
    m_result.isInterrupted = true;
    if (m_attempt) {
        m_attempt->stop();
    } else if (m_rules.isResumable && (m_check || m_pause.isActive())) {
        m_pause.stop();
        if (m_check)
            m_check->abort();
        leaveOpen({});
    } else if (m_check) {
        m_check->abort();
        if (m_groups.end() == GroupEnd::Open)
            endGroup(GroupEnd::Unknown);
        else
            conclude();
    } else if (m_pause.isActive()) {
        m_pause.stop();
        endGroup(GroupEnd::Refused);
    }
}

void KickRun::begin()
{
    // The last look before anything is sent: the token may be newer than the check at the start.
    const QString proved = m_parts.authenticator->poolId();
    if (!m_profile.poolId.isEmpty() && !proved.isEmpty() && proved != m_profile.poolId) {
        m_result.error =
            Error{.kind = ErrorKind::Halted, .code = ErrorCode::PoolMismatch, .detail = ServerText(proved)};
        finish(m_result);
        return;
    }
    const JournalJob job = KickRecords::job(m_profile, proved, m_target.ticket, m_target.reason);
    m_parts.journal->begin(job, KickRecords::item(m_target), this,
                           [this](const Result<JournalReceipt> &written) {
                               if (!written) {
                                   stopForJournal(written.error());
                                   return;
                               }
                               m_key = written->key;
                               m_result.journalId = m_key.itemId;
                               startGroup();
                           });
}

void KickRun::startGroup()
{
    if (m_groups.end() != GroupEnd::Open) {
        prove();
        return;
    }
    // What nobody knows is checked before anything is sent.
    if (m_groups.current().isUncertain) {
        check({});
        return;
    }
    report({.stage = KickProgress::Stage::Sending, .reply = m_result.reply});
    attempt();
}

void KickRun::attempt()
{
    if (m_isStopping) {
        endUnsent();
        return;
    }
    ++m_groups.current().count.attempts;
    const KickRequest request{.identifier = m_target.target.identifier,
                              .identifierType = m_target.target.identifierType,
                              .appIds = m_groups.current().appIds};
    m_attempt = new KickAttempt(m_parts, m_key, static_cast<int>(m_groups.number()), m_result.attempts + 1,
                                request, this, [this](const AttemptEnd &end) {
                                    m_attempt.clear();
                                    receive(end);
                                });
}

void KickRun::endUnsent()
{
    if (m_rules.isResumable)
        leaveOpen({});
    else
        endGroup(GroupEnd::Refused);
}

void KickRun::receive(const AttemptEnd &end)
{
    if (end.isJournaled) {
        ++m_result.attempts;
        m_isUnsentOnRecord = !end.hasLeft();
    }
    if (end.hasLeft() && !m_firstAttempt.isValid())
        m_firstAttempt = m_parts.authenticator->serverTime(end.sentAt);
    m_result.hasSent = m_result.hasSent || end.hasLeft();
    if (end.journalError) {
        stopForJournal(*end.journalError);
    } else if (!end.reply) {
        endUnsent();
    } else if (const Result<ServerReply> &reply = *end.reply) {
        m_groups.current().error.reset();
        if (!m_result.error)
            m_result.reply = *reply;
        endGroup(GroupEnd::Accepted);
    } else if (m_rules.isHalted(reply.error(), m_groups.current().count)) {
        leaveOpen(reply.error());
    } else {
        judgeFailure(reply.error());
    }
}

void KickRun::judgeFailure(const Error &error)
{
    m_groups.current().error = error;
    if (error.kind == ErrorKind::Ambiguous)
        m_groups.current().isUncertain = true;
    if (m_isStopping && m_rules.isResumable && error.kind != ErrorKind::Rejected) {
        leaveOpen({});
        return;
    }
    if (error.kind == ErrorKind::Ambiguous) {
        check(error);
        return;
    }
    const auto pause = m_rules.pauseBeforeRepeat(error, &m_groups.current().count);
    if (pause && !m_isStopping)
        repeatAfter(*pause);
    else
        endGroup(GroupEnd::Refused);
}

void KickRun::check(const Error &error)
{
    if (!canCheck() || m_isStopping) {
        endGroup(GroupEnd::Unknown);
        return;
    }
    const ProofRequest request{.userId = m_target.target.userId,
                               .appIds = m_groups.current().appIds,
                               .kickedAt = m_firstAttempt,
                               .limit = checkLimit(),
                               .until = ProofRequest::Until::Answered};
    m_check = m_parts.verifier->verify(request, this, {}, [this](const Proof &proof) {
        m_check.clear();
        judgeCheck(proof);
    });
    // Whoever is told may stop the kick at once, so there has to be something to stop.
    report({.stage = KickProgress::Stage::Checking, .reply = error.reply});
}

void KickRun::judgeCheck(const Proof &proof)
{
    const bool isProved = m_sightings.haveEnded(proof);
    const bool isAnswered = std::ranges::none_of(
        proof.apps, [](const AppProof &app) { return app.after == SessionState::Unknown; });
    note(proof);
    if (isLeftUnproved(proof))
        return;
    if (isProved)
        endGroup(GroupEnd::VerifiedByCheck);
    else if (proof.relogin || !proof.areSignInsKnown || !isAnswered)
        // Whoever has signed in since may be the rightful owner, and that somebody has is not ruled out.
        endGroup(GroupEnd::Unknown);
    else if (m_groups.current().count.attempts >= AttemptCount::maximum || !mayRepeatAfterCheck())
        endGroup(GroupEnd::GivenUp);
    else
        repeatAfter(KickRules::pauseAfterCheck(m_groups.current().count));
}

bool KickRun::mayRepeatAfterCheck()
{
    // The budget is against a server that fails; an attempt that a crash has cut off says nothing about it.
    return std::exchange(m_groups.current().isRecalled, false) || m_rules.mayRepeat();
}

void KickRun::repeatAfter(std::chrono::seconds pause)
{
    m_pause.start(pause);
    report({.stage = KickProgress::Stage::Waiting, .pause = pause});
}

void KickRun::endGroup(GroupEnd end)
{
    m_groups.setEnd(honest(end));
    const bool isGood = end == GroupEnd::Accepted || end == GroupEnd::VerifiedByCheck;
    if (isGood)
        m_groups.current().error.reset();
    const std::optional<Error> &error = m_groups.current().error;
    if (error && !m_result.error) {
        m_result.error = error;
        m_result.reply = error->reply;
    }
    if (mayStartNextGroup() && m_groups.next())
        startGroup();
    else
        prove();
}

GroupEnd KickRun::honest(GroupEnd end) const
{
    if (end != GroupEnd::Refused || !m_groups.current().isUncertain)
        return end;
    // "Refused" would say that nothing was done.
    return m_isStopping ? GroupEnd::Unknown : GroupEnd::GivenUp;
}

bool KickRun::mayStartNextGroup() const
{
    if (m_isStopping)
        return false;
    // After a new sign-in somebody has to decide.
    if (m_groups.end() == GroupEnd::Unknown && m_result.relogin)
        return false;
    // What stops one group for lack of rights or of a connection stops the next ones too.
    const std::optional<Error> &error = m_groups.current().error;
    return !error || error->kind == ErrorKind::Rejected || error->kind == ErrorKind::Ambiguous;
}

void KickRun::prove()
{
    if (m_isStopping && m_rules.isResumable && canCheck() && m_groups.ends().contains(GroupEnd::Accepted)) {
        leaveOpen({});
        return;
    }
    const QStringList appIds = m_groups.acceptedAppIds();
    if (appIds.isEmpty() || !canCheck() || m_target.proofLimit == 0s || m_isStopping) {
        conclude();
        return;
    }
    const ProofRequest request{.userId = m_target.target.userId,
                               .appIds = appIds,
                               .kickedAt = m_firstAttempt,
                               .limit = m_target.proofLimit};
    const auto progress = [this](const AppProof &app) { note(app); };
    m_check = m_parts.verifier->verify(request, this, progress, [this](const Proof &proof) {
        m_check.clear();
        note(proof);
        if (!isLeftUnproved(proof))
            conclude();
    });
    report({.stage = KickProgress::Stage::Proving, .reply = m_result.reply});
}

bool KickRun::isLeftUnproved(const Proof &proof)
{
    if (!proof.checkError || !m_rules.isKeyRefused(*proof.checkError))
        return false;
    m_result.isOpen = true;
    m_result.error = proof.checkError;
    finish(m_result);
    return true;
}

void KickRun::conclude()
{
    m_result.outcome = KickVerdicts::outcome(m_groups.ends(), m_result, m_hasLeftEarlier || m_result.hasSent);
    const ItemState state = KickVerdicts::itemState(m_result.outcome, m_groups.ends());
    const bool isGone = m_result.error && m_result.error->code == ErrorCode::UserNotFound;
    if (m_rules.isResumable && isGone && m_result.outcome == KickOutcome::Rejected)
        m_result.outcome = KickOutcome::Skipped;
    JournalOutcome outcome = KickRecords::outcome(m_key, m_target, m_result, state);
    outcome.isOfList = m_rules.isResumable;
    m_parts.journal->recordOutcome(outcome, this, [this](const Result<JournalReceipt> &written) {
        if (!written) {
            stopForJournal(written.error());
            return;
        }
        m_result.journalHead = written->head;
        finish(m_result);
    });
}

void KickRun::leaveOpen(const std::optional<Error> &error)
{
    m_result.isOpen = true;
    m_result.error = error;
    // What came of a request that another is to follow is not the item's end, and must not look like it.
    const std::optional<Error> &refusal = error && error->wasSent ? error : m_groups.current().error;
    const bool isRefused = refusal && refusal->wasSent && refusal->kind != ErrorKind::Ambiguous;
    if ((!isRefused && !m_isUnsentOnRecord) || m_groups.end() != GroupEnd::Open) {
        finish(m_result);
        return;
    }
    const ItemState state = m_groups.current().isUncertain ? ItemState::Unknown : ItemState::Pending;
    m_parts.journal->recordReturn(m_key, state, this, [this](const Result<JournalReceipt> &written) {
        if (written)
            finish(m_result);
        else
            stopForJournal(written.error());
    });
}

void KickRun::stopForJournal(const Error &error)
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
    finish(m_result);
}

bool KickRun::canCheck() const
{
    return checkLimit() > 0s && !m_target.target.userId.isEmpty();
}

std::chrono::seconds KickRun::checkLimit() const
{
    return std::max(m_target.proofLimit, m_rules.checkLimit);
}

void KickRun::note(const AppProof &app)
{
    if (const AppProof *known = m_sightings.note(app))
        report({.stage = KickProgress::Stage::Proving, .reply = m_result.reply, .app = *known});
}

void KickRun::note(const Proof &proof)
{
    for (const AppProof &app : proof.apps)
        note(app);
    m_sightings.noteEnd(proof);
}

void KickRun::report(const KickProgress &progress)
{
    if (m_progress)
        m_progress(progress);
}
