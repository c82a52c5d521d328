// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/values/profile.h"
#include "kick/single/kickattempt.h"
#include "kick/single/kickplan.h"
#include "kick/single/kickstate.h"
#include "kick/single/verifier.h"

#include <QPointer>
#include <QTimer>

#include <functional>

/// One kick under way, a step a function: asks the rule whether it may be sent, then sends, checks, proves
/// and writes down. Every step that talks to the journal or to the server has this object as its context and
/// ends with it.
class KickTask : public PendingAnswer<KickResult>
{
    Q_OBJECT

public:
    using Progress = std::function<void(const KickProgress &)>;

    KickTask(const KickParts &parts, Profile profile, KickPlan plan, QObject *context, Progress progress,
             Handler handler)
        : KickTask(parts, std::move(profile), std::move(plan), {}, 0, {}, context, std::move(progress),
                   std::move(handler))
    {
    }

    /// Goes on with @p item of the list @p jobId, which is on record. What the connection requires was asked
    /// for when the list was opened; protection and the identifier are looked at for each user.
    KickTask(const KickParts &parts, Profile profile, KickPlan plan, RetryRules rules, qint64 jobId,
             const ListItem &item, QObject *context, Progress progress, Handler handler);

    void stop();

private:
    using Step = KickState::Step;

    void admit();
    void lookUp();
    void open();
    void begin(const QString &poolId);
    /// Ends without a request, because of the rule.
    void refuse(const Error &error);
    void startGroup();
    void attempt();
    /// Nothing is sent any more, because of stop().
    void endUnsent();
    void receive(const AttemptEnd &end);
    void judgeFailure(const Error &error);
    void check(const Error &error);
    void ask(const QStringList &appIds, ProofRequest::Until until);
    void judgeCheck(const std::optional<GroupEnd> &end);
    void repeatAfter(std::chrono::seconds pause);
    void endGroup(GroupEnd end);
    void prove();
    /// Whether the key was refused to the check, so that the kick ends open and another key takes its proof
    /// up.
    bool isLeftUnproved(const Proof &proof);
    void conclude();
    void concludeWith(const std::optional<Error> &doubt);
    void record(ItemState state);
    /// Ends without an outcome, because of @p error or of stop(): another run goes on from here.
    void leaveOpen(const std::optional<Error> &error);
    void stopForJournal(const Error &error);
    void end();

    bool canCheck() const { return checkLimit().count() > 0 && !m_plan.target.userId.isEmpty(); }
    std::chrono::seconds checkLimit() const;
    void note(const AppProof &app);
    void note(const Proof &proof);
    void report(const KickProgress &progress);

    KickParts m_parts;
    Profile m_profile;
    KickPlan m_plan;
    RetryRules m_rules;
    Progress m_progress;

    KickState m_state;
    JournalKey m_key;
    /// When the first request left that may have been carried out, by the server's clock.
    QDateTime m_firstAttempt;
    bool m_isStopping = false;
    QTimer m_pause;
    /// The look-up, or what asks the sessions: stop() need not wait for either.
    QPointer<PendingCall> m_check;
    QPointer<KickAttempt> m_attempt;
};
