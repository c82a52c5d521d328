// SPDX-License-Identifier: Apache-2.0
#include "kick/kicksightings.h"

#include <algorithm>

KickSightings::KickSightings(const KickTarget &target, KickResult *result)
    : m_result(result)
{
    for (qsizetype at = 0; at < target.target.appIds.size(); ++at) {
        const QString &appId = target.target.appIds.at(at);
        m_lastSeen.insert(appId, Targets::before(target.target, at));
        m_result->apps.append({.appId = appId, .before = m_lastSeen.value(appId)});
    }
}

const AppProof *KickSightings::note(const AppProof &app)
{
    if (app.after != SessionState::Unknown)
        m_lastSeen.insert(app.appId, app.after);
    const auto known = std::ranges::find(m_result->apps, app.appId, &AppProof::appId);
    if (known == m_result->apps.end())
        return nullptr;
    known->after = app.after;
    known->confirmedAfter = app.confirmedAfter;
    return &*known;
}

void KickSightings::noteEnd(const Proof &proof)
{
    if (proof.relogin)
        m_result->relogin = proof.relogin;
    if (proof.checkError)
        m_result->checkError = proof.checkError;
}

bool KickSightings::haveEnded(const Proof &proof) const
{
    return std::ranges::all_of(proof.apps, [this](const AppProof &app) {
        return app.after == SessionState::Offline &&
               m_lastSeen.value(app.appId, SessionState::Unknown) == SessionState::Online;
    });
}
