// SPDX-License-Identifier: Apache-2.0
#include "store/connections/effectiveprofile.h"

#include "store/files/settings.h"

Profile EffectiveProfiles::of(const Profile &saved, const Settings &settings)
{
    Profile effective = saved;
    if (effective.operatorName.isEmpty())
        effective.operatorName = settings.operatorName;
    effective.isTicketRequired |= settings.isTicketRequired;
    effective.isReasonRequired |= settings.isReasonRequired;
    if (effective.bulkCap == 0)
        effective.bulkCap = settings.bulkCap;
    return effective;
}

bool EffectiveProfiles::needsReconnect(const Profile &before, const Profile &now)
{
    return takenOver(before, now) != now;
}

Profile EffectiveProfiles::takenOver(const Profile &open, const Profile &now)
{
    Profile result = now;
    result.host = open.host;
    result.keyId = open.keyId;
    result.auth = open.auth;
    result.apiNames = open.apiNames;
    result.poolId = open.poolId;
    result.tenantHeader = open.tenantHeader;
    result.tenant = open.tenant;
    result.caFile = open.caFile;
    result.proxy = open.proxy;
    return result;
}
