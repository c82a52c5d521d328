// SPDX-License-Identifier: Apache-2.0
#include "sandbox/service/endpointtable.h"

#include "sandbox/service/endpoints.h"

#include <algorithm>
#include <array>

namespace Simulated {

namespace {

constexpr std::array table{
    EndpointRow{"kick-users", "POST", Endpoints::kickUsers},
    EndpointRow{"check-session-status", "POST", Endpoints::checkSessionStatus},
    EndpointRow{"list-users", "POST", Endpoints::listUsers},
    EndpointRow{"get-user", "GET", Endpoints::getUser},
    EndpointRow{"get-user-batch", "GET", Endpoints::getUserBatch},
    EndpointRow{"get-user-loggedin-apps", "GET", Endpoints::getUserLoggedinApps},
    EndpointRow{"is-user-exists", "POST", Endpoints::isUserExists},
    EndpointRow{"get-user-accessible-apps", "GET", Endpoints::getUserAccessibleApps},
    EndpointRow{"get-user-logged-in-identities", "GET", Endpoints::getUserLoggedInIdentities},
    EndpointRow{"get-user-action-logs", "POST", Endpoints::getUserActionLogs},
    EndpointRow{"get-user-login-history", "GET", Endpoints::getUserLoginHistory},
    EndpointRow{"list-application-active-users", "POST", Endpoints::listApplicationActiveUsers},
    EndpointRow{"list-application-simple-info", "GET", Endpoints::listApplicationSimpleInfo},
    EndpointRow{"list-applications", "GET", Endpoints::listApplications},
    EndpointRow{"list-organizations", "GET", Endpoints::listOrganizations},
    EndpointRow{"list-children-departments", "GET", Endpoints::listChildrenDepartments},
    EndpointRow{"search-departments", "POST", Endpoints::searchDepartments},
    EndpointRow{"get-application-simple-info", "GET", Endpoints::getApplicationSimpleInfo},
    EndpointRow{"get-application", "GET", Endpoints::getApplication},
    EndpointRow{"get-admin-audit-logs", "POST", Endpoints::getAdminAuditLogs},
    EndpointRow{"get-security-settings", "GET", Endpoints::getSecuritySettings},
    EndpointRow{"get-management-token", "POST", Endpoints::getManagementToken, false},
};

} // namespace

std::span<const EndpointRow> EndpointTable::rows()
{
    return table;
}

const EndpointRow *EndpointTable::find(QByteArrayView name)
{
    const auto *const found = std::ranges::find(table, name, &EndpointRow::name);
    return found == table.end() ? nullptr : found;
}

} // namespace Simulated
