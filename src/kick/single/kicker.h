// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/single/kicktask.h"

#include <QObject>

/// Kicks one user: asks the rule whether the plan may be sent, looks an identifier other than the user ID up
/// once more, and sends groups of 50 applications one after the other, each request written down before it
/// leaves. A group is repeated (three attempts at most, newly signed) where the server did not do it, and
/// after a check where that is not known; not when the user has signed in since, who may be the rightful
/// owner. Then the proof is looked for.
class Kicker : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const KickResult &)>;

    Kicker(const KickParts &parts, Profile profile, QObject *parent = nullptr);

    /// Why @p plan would not be sent, as far as that can be told without asking the server; nothing when it
    /// would.
    std::optional<Error> problem(const KickPlan &plan) const;

    /// The connection's values for the kicks that begin from now on.
    void setProfile(const Profile &profile) { m_profile = profile; }

    /// A plan that must not be sent ends with NotSent and its error; no request leaves.
    PendingCall *start(const KickPlan &plan, QObject *context, KickTask::Progress progress, Handler handler);

    /// Asks every kick under way for its end: the attempt in flight may still be answered and is written
    /// down; no other follows, and the proof is not waited for.
    void stop() { Q_EMIT stopRequested(); }

Q_SIGNALS:
    void stopRequested();

private:
    KickParts m_parts;
    Profile m_profile;
};
