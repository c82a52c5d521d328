// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/kickattempt.h"
#include "kick/kicker.h"
#include "kick/kickverdict.h"

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

    void stop();

private:
    struct Group
    {
        QStringList appIds;
        int attempts = 0;
        /// Why the last attempt failed.
        std::optional<Error> error;
        /// Nobody knows what became of one of the attempts.
        bool isUncertain = false;
    };

    void begin();
    void startGroup();
    void attempt();
    void receive(const AttemptEnd &end);
    void judgeFailure(const Error &error);
    void check(const Error &error);
    void judgeCheck(const Proof &proof);
    void repeatAfter(std::chrono::seconds pause);
    void endGroup(GroupEnd end);
    /// What @p end comes to where an earlier attempt may have been carried out.
    GroupEnd honest(GroupEnd end) const;
    void prove();
    void conclude();
    void stopForJournal(const Error &error);

    Group &group() { return m_groups[m_at]; }
    bool canCheck() const;
    bool mayStartNextGroup() const;
    std::optional<std::chrono::seconds> pauseBeforeRepeat(const Error &error) const;
    void note(const AppProof &app);
    void note(const Proof &proof);
    void report(const KickProgress &progress);
    QDateTime serverTime() const;

    Kicker::Parts m_parts;
    Profile m_profile;
    KickTarget m_target;
    Kicker::Progress m_progress;

    QList<Group> m_groups;
    QList<GroupEnd> m_ends;
    qsizetype m_at = 0;
    JournalKey m_key;
    KickResult m_result;
    QHash<QString, SessionState> m_lastSeen;
    /// By the server's clock; invalid before the first attempt.
    QDateTime m_firstAttempt;
    /// The request itself has reached the server, once at least.
    bool m_hasLeft = false;
    bool m_isStopping = false;
    /// What stop() need not wait for.
    QTimer m_pause;
    QPointer<PendingCall> m_check;
};
