// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/kickattempt.h"
#include "kick/kicker.h"
#include "kick/kickgroups.h"
#include "kick/kickrules.h"
#include "kick/kicksightings.h"
#include "store/jobtypes.h"

#include <QPointer>
#include <QTimer>

/// One kick under way: Kicker's work, a step a function. Every step that talks to the journal or to the
/// server has this object as its context and ends with it.
class KickRun : public PendingAnswer<KickResult>
{
    Q_OBJECT

public:
    KickRun(const Kicker::Parts &parts, Profile profile, KickTarget target, QObject *context,
            Kicker::Progress progress, Handler handler);

    /// Goes on with @p item of the list @p jobId, which is on record.
    KickRun(const Kicker::Parts &parts, Profile profile, KickTarget target, KickRules rules, qint64 jobId,
            const JobItem &item, QObject *context, Kicker::Progress progress, Handler handler);

    void stop();

private:
    void preparePause();
    void recall(const JobItem &item);
    void begin();
    void startGroup();
    void attempt();
    /// Nothing is sent any more, because of stop().
    void endUnsent();
    void receive(const AttemptEnd &end);
    void judgeFailure(const Error &error);
    void check(const Error &error);
    void judgeCheck(const Proof &proof);
    bool mayRepeatAfterCheck();
    void repeatAfter(std::chrono::seconds pause);
    void endGroup(GroupEnd end);
    /// What @p end comes to where an earlier attempt may have been carried out.
    GroupEnd honest(GroupEnd end) const;
    void prove();
    /// Whether the key was refused to the check, so that the kick ends open and another key takes its proof
    /// up.
    bool isLeftUnproved(const Proof &proof);
    void conclude();
    /// Ends without an outcome, because of @p error or of stop(): another run goes on from here.
    void leaveOpen(const std::optional<Error> &error);
    void stopForJournal(const Error &error);

    bool canCheck() const;
    bool mayStartNextGroup() const;
    std::chrono::seconds checkLimit() const;
    void note(const AppProof &app);
    void note(const Proof &proof);
    void report(const KickProgress &progress);

    Kicker::Parts m_parts;
    Profile m_profile;
    KickTarget m_target;
    KickRules m_rules;
    Kicker::Progress m_progress;

    KickGroups m_groups;
    JournalKey m_key;
    KickResult m_result;
    KickSightings m_sightings;
    /// When the first request left that may have been carried out, by the server's clock.
    QDateTime m_firstAttempt;
    /// A request of an earlier run may have reached the server.
    bool m_hasLeftEarlier = false;
    /// The newest request on record has not left.
    bool m_isUnsentOnRecord = false;
    bool m_isStopping = false;
    /// What stop() need not wait for.
    QTimer m_pause;
    QPointer<PendingCall> m_check;
    QPointer<KickAttempt> m_attempt;
};
