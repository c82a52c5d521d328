// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/service/call.h"

#include <optional>

/// The endpoints of the API, one function each (docs/api.md#endpoints).
namespace Simulated::Endpoints {

Envelope getManagementToken(Backend &backend, const Call &call);

Envelope listUsers(Backend &backend, const Call &call);
Envelope getUser(Backend &backend, const Call &call);
Envelope getUserBatch(Backend &backend, const Call &call);

Envelope kickUsers(Backend &backend, const Call &call);
Envelope checkSessionStatus(Backend &backend, const Call &call);
Envelope getUserLoggedinApps(Backend &backend, const Call &call);
Envelope getUserLoginHistory(Backend &backend, const Call &call);
Envelope listApplicationActiveUsers(Backend &backend, const Call &call);

Envelope listApplicationSimpleInfo(Backend &backend, const Call &call);
Envelope listApplications(Backend &backend, const Call &call);
Envelope getApplicationSimpleInfo(Backend &backend, const Call &call);
Envelope getApplication(Backend &backend, const Call &call);

Envelope listOrganizations(Backend &backend, const Call &call);
Envelope listChildrenDepartments(Backend &backend, const Call &call);
Envelope searchDepartments(Backend &backend, const Call &call);

Envelope getUserAccessibleApps(Backend &backend, const Call &call);
Envelope getUserLoggedInIdentities(Backend &backend, const Call &call);
/// True when any of the given values belongs to a user.
Envelope isUserExists(Backend &backend, const Call &call);

/// Sign-ins only; the sandbox's users do nothing else.
Envelope getUserActionLogs(Backend &backend, const Call &call);
Envelope getAdminAuditLogs(Backend &backend, const Call &call);
Envelope getSecuritySettings(Backend &backend, const Call &call);

/// The user that @p userId and @p userIdType mean, or the refusal.
struct FoundUser
{
    quint32 user = 0;
    std::optional<Envelope> problem;
};
FoundUser findUser(const Backend &backend, const Call &call, const QByteArray &userId,
                   const QByteArray &userIdType);

/// The refusal that the faults in force hold ready for a look-up; nothing when there is none.
std::optional<Envelope> lookupFault(const Backend &backend, const Call &call);

} // namespace Simulated::Endpoints
