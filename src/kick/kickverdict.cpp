// SPDX-License-Identifier: Apache-2.0
#include "kick/kickverdict.h"

#include <algorithm>

namespace {

bool isAny(const QList<AppProof> &apps, SessionState state)
{
    return std::ranges::any_of(apps, [state](const AppProof &app) { return app.after == state; });
}

bool isAll(const QList<AppProof> &apps, SessionState state)
{
    return std::ranges::all_of(apps, [state](const AppProof &app) { return app.after == state; });
}

KickOutcome outcomeOfProof(const KickResult &result)
{
    if (isAny(result.apps, SessionState::Online))
        return result.isInterrupted ? KickOutcome::Accepted : KickOutcome::StillOnline;
    return isAll(result.apps, SessionState::Offline) ? KickOutcome::Verified : KickOutcome::Accepted;
}

} // namespace

KickOutcome KickVerdicts::outcome(const QList<GroupEnd> &groups, const KickResult &result, bool hasLeft)
{
    if (groups.contains(GroupEnd::Unknown))
        return KickOutcome::Unknown;
    // What the last check saw is a fact, whatever became of the requests.
    if (groups.contains(GroupEnd::GivenUp))
        return isAny(result.apps, SessionState::Online) ? KickOutcome::StillOnline : KickOutcome::Unknown;
    // Of a kick that was stopped half-way, neither success nor refusal is true.
    if (groups.contains(GroupEnd::Open) && hasLeft && !groups.contains(GroupEnd::Refused))
        return KickOutcome::Unknown;
    if (groups.contains(GroupEnd::Refused) || groups.contains(GroupEnd::Open))
        return hasLeft ? KickOutcome::Rejected : KickOutcome::NotSent;
    return outcomeOfProof(result);
}

ItemState KickVerdicts::itemState(KickOutcome outcome, const QList<GroupEnd> &groups)
{
    switch (outcome) {
    case KickOutcome::Verified:
        return ItemState::Verified;
    case KickOutcome::Accepted:
        return ItemState::Accepted;
    case KickOutcome::Rejected:
        return ItemState::Rejected;
    case KickOutcome::NotSent:
    case KickOutcome::Skipped:
    case KickOutcome::Planned:
        return ItemState::NotSent;
    case KickOutcome::StillOnline:
        return groups.contains(GroupEnd::GivenUp) ? ItemState::GivenUp : ItemState::StillOnline;
    case KickOutcome::Unknown:
        return groups.contains(GroupEnd::GivenUp) ? ItemState::GivenUp : ItemState::Unknown;
    }
    return ItemState::Unknown;
}
