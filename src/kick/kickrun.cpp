// SPDX-License-Identifier: Apache-2.0
#include "kick/kickrun.h"

#include "api/authenticator.h"
#include "store/operatingsystemuser.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds firstPause = 1s;

/// A person waits for a single kick; a server that wants more time than this is answered by trying again
/// later.
constexpr std::chrono::seconds longestPause = 60s;

/// What another attempt would meet as well.
constexpr std::array hopeless{ErrorCode::TlsFailed, ErrorCode::InvalidAppId, ErrorCode::InvalidIdentifier};

} // namespace

KickRun::KickRun(const Kicker::Parts &parts, Profile profile, KickTarget target, QObject *context,
                 Kicker::Progress progress, Handler handler)
    : PendingAnswer(context, std::move(handler))
    , m_parts(parts)
    , m_profile(std::move(profile))
    , m_target(std::move(target))
    , m_progress(std::move(progress))
    , m_lastSeen(m_target.before)
{
    for (qsizetype at = 0; at < m_target.appIds.size(); at += KickRequest::maximumAppIds)
        m_groups.append({.appIds = m_target.appIds.mid(at, KickRequest::maximumAppIds)});
    if (m_groups.isEmpty())
        m_groups.append(Group());
    m_ends.fill(GroupEnd::Open, m_groups.size());
    for (const QString &appId : m_target.appIds)
        m_result.apps.append({.appId = appId, .before = m_target.before.value(appId, SessionState::Unknown)});
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &KickRun::attempt);

    // The token tells which pool answers, and that belongs into the journal. A failure comes again with the
    // attempt.
    m_parts.authenticator->prepare(this, [this](const std::optional<Error> &) { begin(); });
}

void KickRun::stop()
{
    if (std::exchange(m_isStopping, true))
        return;
    m_result.isInterrupted = true;
    if (m_check) {
        m_check->abort();
        if (m_ends.at(m_at) == GroupEnd::Open)
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
    const JournalJob job{.profile = m_profile.name,
                         .host = m_profile.host.toString(),
                         .keyId = m_profile.keyId,
                         .poolId = m_parts.authenticator->poolId(),
                         .osUser = operatingSystemUser(),
                         .operatorName = m_profile.operatorName,
                         .ticket = m_target.ticket,
                         .reason = m_target.reason};
    const JournalItem item{.userId = m_target.userId,
                           .userIdType = m_target.userIdType,
                           .targetUserId = m_target.targetUserId,
                           .targetName = m_target.targetName,
                           .targetContact = m_target.targetContact,
                           .appIds = m_target.appIds,
                           .overrideReason = m_target.overrideReason};
    m_parts.journal->begin(job, item, this, [this](const Result<JournalReceipt> &written) {
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
    report({.stage = KickProgress::Stage::Sending, .reply = m_result.reply});
    attempt();
}

void KickRun::attempt()
{
    if (m_isStopping) {
        endGroup(GroupEnd::Refused);
        return;
    }
    ++group().attempts;
    if (!m_firstAttempt.isValid())
        m_firstAttempt = serverTime();
    const KickRequest request{
        .userId = m_target.userId, .userIdType = m_target.userIdType, .appIds = group().appIds};
    new KickAttempt(m_parts, m_key, static_cast<int>(m_at), m_result.attempts + 1, request, this,
                    [this](const AttemptEnd &end) { receive(end); });
}

void KickRun::receive(const AttemptEnd &end)
{
    m_result.attempts += end.isJournaled ? 1 : 0;
    m_hasLeft = m_hasLeft || (end.isJournaled && (end.reply || end.reply.error().wasSent));
    if (end.journalError) {
        stopForJournal(*end.journalError);
    } else if (end.reply) {
        group().error.reset();
        if (!m_result.error)
            m_result.reply = *end.reply;
        endGroup(GroupEnd::Accepted);
    } else {
        judgeFailure(end.reply.error());
    }
}

void KickRun::judgeFailure(const Error &error)
{
    group().error = error;
    if (error.kind == ErrorKind::Ambiguous) {
        group().isUncertain = true;
        check(error);
        return;
    }
    const auto pause = pauseBeforeRepeat(error);
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
    const ProofRequest request{.userId = m_target.targetUserId,
                               .appIds = group().appIds,
                               .kickedAt = m_firstAttempt,
                               .limit = m_target.proofLimit,
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
    // Only a session that was there before the attempt can have been ended by it.
    const bool isProved = std::ranges::all_of(proof.apps, [this](const AppProof &app) {
        return app.after == SessionState::Offline &&
               m_lastSeen.value(app.appId, SessionState::Unknown) == SessionState::Online;
    });
    const bool isAnswered = std::ranges::none_of(
        proof.apps, [](const AppProof &app) { return app.after == SessionState::Unknown; });
    note(proof);
    if (isProved)
        endGroup(GroupEnd::VerifiedByCheck);
    else if (proof.relogin || !proof.areSignInsKnown || !isAnswered)
        // Whoever has signed in since may be the rightful owner, and that somebody has is not ruled out.
        endGroup(GroupEnd::Unknown);
    else if (group().attempts >= Kicker::maximumAttempts)
        endGroup(GroupEnd::GivenUp);
    else
        repeatAfter(firstPause * group().attempts);
}

void KickRun::repeatAfter(std::chrono::seconds pause)
{
    m_pause.start(pause);
    report({.stage = KickProgress::Stage::Waiting, .pause = pause});
}

void KickRun::endGroup(GroupEnd end)
{
    m_ends[m_at] = honest(end);
    const bool isGood = end == GroupEnd::Accepted || end == GroupEnd::VerifiedByCheck;
    if (isGood)
        group().error.reset();
    const std::optional<Error> &error = group().error;
    if (error && !m_result.error) {
        m_result.error = error;
        m_result.reply = error->reply;
    }
    if (mayStartNextGroup()) {
        ++m_at;
        startGroup();
    } else {
        prove();
    }
}

GroupEnd KickRun::honest(GroupEnd end) const
{
    if (end != GroupEnd::Refused || !m_groups.at(m_at).isUncertain)
        return end;
    // "Refused" would say that nothing was done.
    return m_isStopping ? GroupEnd::Unknown : GroupEnd::GivenUp;
}

bool KickRun::mayStartNextGroup() const
{
    if (m_isStopping || m_at + 1 >= m_groups.size())
        return false;
    // After a new sign-in somebody has to decide.
    if (m_ends.at(m_at) == GroupEnd::Unknown && m_result.relogin)
        return false;
    // What stops one group for lack of rights or of a connection stops the next ones too.
    const std::optional<Error> &error = m_groups.at(m_at).error;
    return !error || error->kind == ErrorKind::Rejected || error->kind == ErrorKind::Ambiguous;
}

void KickRun::prove()
{
    QStringList appIds;
    for (qsizetype at = 0; at < m_groups.size(); ++at) {
        if (m_ends.at(at) == GroupEnd::Accepted)
            appIds += m_groups.at(at).appIds;
    }
    if (appIds.isEmpty() || !canCheck() || m_isStopping) {
        conclude();
        return;
    }
    const ProofRequest request{.userId = m_target.targetUserId,
                               .appIds = appIds,
                               .kickedAt = m_firstAttempt,
                               .limit = m_target.proofLimit};
    const auto progress = [this](const AppProof &app) { note(app); };
    m_check = m_parts.verifier->verify(request, this, progress, [this](const Proof &proof) {
        m_check.clear();
        note(proof);
        conclude();
    });
    report({.stage = KickProgress::Stage::Proving, .reply = m_result.reply});
}

void KickRun::conclude()
{
    m_result.outcome = KickVerdicts::outcome(m_ends, m_result, m_hasLeft);
    const JournalOutcome outcome{.key = m_key,
                                 .userId = m_target.userId,
                                 .userIdType = m_target.userIdType,
                                 .state = KickVerdicts::itemState(m_result.outcome, m_ends),
                                 .outcome = m_result.outcome,
                                 .reply = m_result.reply,
                                 .errorCode =
                                     m_result.error ? errorCodeName(m_result.error->code) : QString(),
                                 .apps = m_result.apps,
                                 .relogin = m_result.relogin};
    m_parts.journal->recordOutcome(outcome, this, [this](const Result<JournalReceipt> &written) {
        if (!written) {
            stopForJournal(written.error());
            return;
        }
        m_result.journalHead = written->head;
        finish(m_result);
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
    return m_target.proofLimit > 0s && !m_target.targetUserId.isEmpty();
}

std::optional<std::chrono::seconds> KickRun::pauseBeforeRepeat(const Error &error) const
{
    const int attempts = m_groups.at(m_at).attempts;
    if (attempts >= Kicker::maximumAttempts)
        return {};
    if (error.credentialsRenewed)
        return attempts == 1 ? std::optional(0s) : std::nullopt;
    const bool mayHelp = error.kind == ErrorKind::RetryLater || error.kind == ErrorKind::NotSent;
    if (!mayHelp || std::ranges::find(hopeless, error.code) != hopeless.end())
        return {};
    const std::chrono::seconds pause = error.retryAfter.value_or(firstPause * attempts);
    return pause <= longestPause ? std::optional(pause) : std::nullopt;
}

void KickRun::note(const AppProof &app)
{
    if (app.after != SessionState::Unknown)
        m_lastSeen.insert(app.appId, app.after);
    const auto known = std::ranges::find(m_result.apps, app.appId, &AppProof::appId);
    if (known == m_result.apps.end())
        return;
    known->after = app.after;
    known->confirmedAfter = app.confirmedAfter;
    report({.stage = KickProgress::Stage::Proving, .reply = m_result.reply, .app = *known});
}

void KickRun::note(const Proof &proof)
{
    for (const AppProof &app : proof.apps)
        note(app);
    if (proof.relogin)
        m_result.relogin = proof.relogin;
    if (proof.checkError)
        m_result.checkError = proof.checkError;
}

void KickRun::report(const KickProgress &progress)
{
    if (m_progress)
        m_progress(progress);
}

QDateTime KickRun::serverTime() const
{
    const auto offset = m_parts.authenticator->clockOffset().value_or(0s);
    return QDateTime::currentDateTimeUtc().addSecs(offset.count());
}
