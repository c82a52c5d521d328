// SPDX-License-Identifier: Apache-2.0
#include "kick/single/kicker.h"

#include "kick/single/admission.h"

#include <utility>

Kicker::Kicker(const KickParts &parts, Profile profile, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_profile(std::move(profile))
{
}

std::optional<Error> Kicker::problem(const KickPlan &plan) const
{
    return Admission::problem(m_profile, plan);
}

PendingCall *Kicker::start(const KickPlan &plan, QObject *context, KickTask::Progress progress,
                           Handler handler)
{
    auto *task = new KickTask(m_parts, m_profile, plan, context, std::move(progress), std::move(handler));
    connect(this, &Kicker::stopRequested, task, &KickTask::stop);
    return task;
}
