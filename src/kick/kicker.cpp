// SPDX-License-Identifier: Apache-2.0
#include "kick/kicker.h"

#include "kick/kickrun.h"

#include <utility>

Kicker::Kicker(const Parts &parts, Profile profile, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_profile(std::move(profile))
{
}

PendingCall *Kicker::kick(const KickTarget &target, QObject *context, Progress progress, Handler handler)
{
    auto *run = new KickRun(m_parts, m_profile, target, context, std::move(progress), std::move(handler));
    connect(this, &Kicker::stopRequested, run, &KickRun::stop);
    return run;
}
