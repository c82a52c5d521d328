// SPDX-License-Identifier: Apache-2.0
#include "kick/single/kicktask.h"

#include "api/authing/authenticator.h"
#include "kick/pool/identifiercheck.h"
#include "kick/single/admission.h"
#include "kick/single/kickjournal.h"
#include "kick/single/poolproof.h"
#include "store/journal/journal.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

KickTask::KickTask(const KickParts &parts, Profile profile, KickPlan plan, RetryRules rules, qint64 jobId,
                   const ListItem &item, QObject *context, Progress progress, Handler handler)
    : PendingAnswer(context, std::move(handler))
    , m_parts(parts)
    , m_profile(std::move(profile))
    , m_plan(std::move(plan))
    , m_rules(std::move(rules))
    , m_progress(std::move(progress))
    , m_state(m_plan.target)
    , m_key{.jobId = jobId, .itemId = item.itemId}
{
    m_state.recall(item);
    if (item.firstAttempt.isValid())
        m_firstAttempt = m_parts.authenticator->serverTime(item.firstAttempt);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &KickTask::attempt);
    // Nothing may be called back before the starting function has returned.
    QTimer::singleShot(0, this, &KickTask::admit);
}

void KickTask::stop()
{
    if (std::exchange(m_isStopping, true))
        return;
    m_state.setInterrupted();
    m_pause.stop();
    const bool isAsking = !m_check.isNull();
    if (isAsking)
        m_check->abort();
    switch (m_state.step()) {
    case Step::Admitting:
        if (isAsking)
            endUnsent();
        return;
    case Step::Sending:
        if (m_attempt)
            m_attempt->stop();
        return;
    case Step::Waiting:
        endUnsent();
        return;
    case Step::Checking:
        m_rules.isResumable ? leaveOpen({}) : endGroup(GroupEnd::Unknown);
        return;
    case Step::Proving:
        m_rules.isResumable ? leaveOpen({}) : conclude();
        return;
    case Step::LookingAgain:
        concludeWith(Error{.code = ErrorCode::IdentifierMoved});
        return;
    case Step::New:
    case Step::Opening:
    case Step::Recording:
    case Step::Ended:
        // The next step sees it.
        return;
    }
}

void KickTask::admit()
{
    m_state.enter(Step::Admitting);
    const auto problem = m_rules.isResumable ? Admission::protection(m_profile, m_plan)
                                             : Admission::problem(m_profile, m_plan);
    if (problem)
        refuse(*problem);
    else if (!m_isStopping && IdentifierChecks::areNeeded(m_plan.target))
        lookUp();
    else
        open();
}

void KickTask::lookUp()
{
    const auto take = [this](const std::optional<Error> &problem) {
        m_check.clear();
        if (!problem)
            open();
        else if (m_rules.isHalted(*problem, m_state.group().count))
            leaveOpen(problem);
        else
            refuse(*problem);
    };
    m_check = IdentifierChecks::beforeSending(m_parts.resolver, m_plan.target, this, take);
}

void KickTask::open()
{
    if (m_rules.isResumable)
        return startGroup();
    // Which pool answers belongs into the journal.
    PoolProof::ask(m_parts.authenticator, m_profile, this, [this](const Result<QString> &proved) {
        if (proved)
            begin(*proved);
        else
            refuse(proved.error());
    });
}

void KickTask::begin(const QString &poolId)
{
    m_state.enter(Step::Opening);
    const JournalJob job = KickJournal::job(m_profile, poolId, m_plan.ticket, m_plan.reason);
    const auto take = [this](const Result<JournalReceipt> &written) {
        if (!written) {
            stopForJournal(written.error());
            return;
        }
        m_key = written->key;
        m_state.setJournalId(m_key.itemId);
        startGroup();
    };
    m_parts.journal->begin(job, {.target = m_plan.target}, this, take);
}

void KickTask::refuse(const Error &error)
{
    const ItemState state = m_state.refuse(error, m_rules.isResumable);
    if (m_rules.isResumable)
        record(state);
    else
        end();
}

void KickTask::startGroup()
{
    if (m_state.group().end != GroupEnd::Open) {
        prove();
        return;
    }
    // What is not known is checked before anything is sent.
    if (m_state.group().isUncertain) {
        check({});
        return;
    }
    attempt();
}

void KickTask::attempt()
{
    m_state.enter(Step::Sending);
    if (m_isStopping) {
        endUnsent();
        return;
    }
    ++m_state.group().count.attempts;
    const KickRequest request{.identifier = m_plan.target.identifier,
                              .identifierType = m_plan.target.identifierType,
                              .appIds = m_state.group().appIds};
    const auto leaving = [this] {
        report({.stage = KickProgress::Stage::Sending, .reply = m_state.result().reply});
    };
    m_attempt =
        new KickAttempt(m_parts, m_key, static_cast<int>(m_state.groupNumber()),
                        m_state.result().attempts + 1, request, leaving, this, [this](const AttemptEnd &end) {
                            m_attempt.clear();
                            receive(end);
                        });
}

void KickTask::endUnsent()
{
    if (m_rules.isResumable)
        leaveOpen({});
    else if (m_key.itemId == 0)
        end();
    else
        endGroup(GroupEnd::Refused);
}

void KickTask::receive(const AttemptEnd &end)
{
    m_state.noteAttempt(end.isJournaled, end.hasLeft());
    if (end.hasLeft() && !m_firstAttempt.isValid())
        m_firstAttempt = end.sentAt;
    if (end.journalError) {
        stopForJournal(*end.journalError);
    } else if (!end.reply) {
        endUnsent();
    } else if (const Result<ServerReply> &reply = *end.reply) {
        m_state.accept(*reply);
        endGroup(GroupEnd::Accepted);
    } else if (m_rules.isHalted(reply.error(), m_state.group().count)) {
        leaveOpen(reply.error());
    } else {
        judgeFailure(reply.error());
    }
}

void KickTask::judgeFailure(const Error &error)
{
    m_state.group().error = error;
    if (error.kind == ErrorKind::Ambiguous)
        m_state.group().isUncertain = true;
    if (m_isStopping && m_rules.isResumable && error.kind != ErrorKind::Rejected) {
        leaveOpen({});
        return;
    }
    if (error.kind == ErrorKind::Ambiguous) {
        check(error);
        return;
    }
    const auto pause = m_rules.pauseBeforeRepeat(error, &m_state.group().count);
    if (pause && !m_isStopping)
        repeatAfter(*pause);
    else
        endGroup(GroupEnd::Refused);
}

void KickTask::check(const Error &error)
{
    if (!canCheck() || m_isStopping) {
        endGroup(GroupEnd::Unknown);
        return;
    }
    m_state.enter(Step::Checking);
    ask(m_state.group().appIds, ProofRequest::Until::Answered);
    // The receiver may stop the kick at once, so there has to be something to stop.
    report({.stage = KickProgress::Stage::Checking, .reply = error.reply});
}

void KickTask::ask(const QStringList &appIds, ProofRequest::Until until)
{
    const bool isProof = until == ProofRequest::Until::Offline;
    const ProofRequest request{.userId = m_plan.target.userId,
                               .appIds = appIds,
                               .kickedAt = m_firstAttempt,
                               .limit = isProof ? m_plan.proofLimit : checkLimit(),
                               .until = until};
    const auto progress = [this, isProof](const AppProof &app) {
        if (isProof)
            note(app);
    };
    m_check = m_parts.verifier->verify(request, this, progress, [this, isProof](const Proof &proof) {
        m_check.clear();
        // What was seen before the check decides what it proves.
        const auto end = m_state.endAfterCheck(proof);
        note(proof);
        if (isLeftUnproved(proof))
            return;
        isProof ? conclude() : judgeCheck(end);
    });
}

void KickTask::judgeCheck(const std::optional<GroupEnd> &end)
{
    if (end)
        endGroup(*end);
    else if (m_state.group().count.attempts < AttemptCount::maximum &&
             // The budget is against a server that fails, of which an attempt that a crash cut off says
             // nothing.
             (std::exchange(m_state.group().isRecalled, false) || m_rules.mayRepeat()))
        repeatAfter(RetryRules::pauseAfterCheck(m_state.group().count));
    else
        endGroup(GroupEnd::GivenUp);
}

void KickTask::repeatAfter(std::chrono::seconds pause)
{
    m_state.enter(Step::Waiting);
    m_pause.start(pause);
    report({.stage = KickProgress::Stage::Waiting, .pause = pause});
}

void KickTask::endGroup(GroupEnd end)
{
    m_state.endGroup(end, m_isStopping);
    if (m_state.nextGroup(m_isStopping))
        startGroup();
    else
        prove();
}

void KickTask::prove()
{
    if (m_isStopping && m_rules.isResumable && canCheck() && m_state.hasEnd(GroupEnd::Accepted)) {
        leaveOpen({});
        return;
    }
    const QStringList appIds = m_state.acceptedAppIds();
    if (appIds.isEmpty() || !canCheck() || m_plan.proofLimit == 0s || m_isStopping) {
        conclude();
        return;
    }
    m_state.enter(Step::Proving);
    ask(appIds, ProofRequest::Until::Offline);
    report({.stage = KickProgress::Stage::Proving, .reply = m_state.result().reply});
}

bool KickTask::isLeftUnproved(const Proof &proof)
{
    if (!proof.checkError || !m_rules.isKeyRefused(*proof.checkError))
        return false;
    m_state.leaveOpen(proof.checkError);
    end();
    return true;
}

void KickTask::conclude()
{
    if (!m_state.result().hasSent || m_isStopping || !IdentifierChecks::areNeeded(m_plan.target)) {
        record(m_state.conclude(m_rules.isResumable));
        return;
    }
    m_state.enter(Step::LookingAgain);
    const auto take = [this](const std::optional<Error> &problem) { concludeWith(problem); };
    m_check = IdentifierChecks::afterSending(m_parts.resolver, m_plan.target, this, take);
}

void KickTask::concludeWith(const std::optional<Error> &doubt)
{
    if (doubt)
        m_state.doubt(*doubt);
    record(m_state.conclude(m_rules.isResumable));
}

void KickTask::record(ItemState state)
{
    m_state.enter(Step::Recording);
    JournalOutcome outcome = KickJournal::outcome(m_key, m_plan.target, m_state.result(), state);
    outcome.isOfList = m_rules.isResumable;
    m_parts.journal->recordOutcome(outcome, this, [this](const Result<JournalReceipt> &written) {
        if (!written) {
            stopForJournal(written.error());
            return;
        }
        m_state.setJournalHead(written->head);
        end();
    });
}

void KickTask::leaveOpen(const std::optional<Error> &error)
{
    const auto state = m_state.leaveOpen(error);
    if (!state) {
        end();
        return;
    }
    m_state.enter(Step::Recording);
    m_parts.journal->recordReturn(m_key, *state, this, [this](const Result<JournalReceipt> &written) {
        if (written)
            end();
        else
            stopForJournal(written.error());
    });
}

void KickTask::stopForJournal(const Error &error)
{
    m_state.failToRecord(error);
    end();
}

void KickTask::end()
{
    m_state.enter(Step::Ended);
    finish(m_state.result());
}

std::chrono::seconds KickTask::checkLimit() const
{
    return std::max(m_plan.proofLimit, m_rules.checkLimit);
}

void KickTask::note(const AppProof &app)
{
    if (const AppProof *known = m_state.note(app))
        report({.stage = KickProgress::Stage::Proving, .reply = m_state.result().reply, .app = *known});
}

void KickTask::note(const Proof &proof)
{
    for (const AppProof &app : proof.apps)
        note(app);
    m_state.noteEnd(proof);
}

void KickTask::report(const KickProgress &progress)
{
    if (m_progress)
        m_progress(progress);
}
