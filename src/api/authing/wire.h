// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/envelope.h"
#include "api/authing/queries.h"
#include "core/values/secret.h"

#include <chrono>

/// JSON of the management API to values and back: the only place that knows the names of its members
/// (docs/api.md#endpoints). A reader gives EnvelopeMalformed when the data does not have the shape described
/// there; optional members may be missing or null.
namespace Wire {

/// Answer of get-management-token (docs/api.md#get-management-token).
struct ManagementToken
{
    Secret token;
    std::chrono::seconds lifetime{0};
    /// Claim `scoped_userpool_id`; empty when the token has none.
    QString poolId;
};

/// True for what may stand in a header or be an ID on the wire: `[A-Za-z0-9_-]{1,64}`.
bool isPlainId(const QString &id);

QByteArray managementTokenBody(const QString &keyId, const Secret &secret);
QByteArray listUsersBody(const UserQuery &query);
QByteArray searchDepartmentsBody(const QString &organizationCode, const QString &text);
QByteArray kickUsersBody(const KickRequest &request);
QByteArray checkSessionStatusBody(const QString &appId, const QString &userId);
QByteArray listApplicationActiveUsersBody(const QString &appId, int page, int limit);
QByteArray getAdminAuditLogsBody(const AuditQuery &query);

Result<ManagementToken> readManagementToken(const Envelope &envelope, const QString &host);
Result<Page<User>> readUserPage(const Envelope &envelope, const QString &host);
Result<User> readUser(const Envelope &envelope, const QString &host);
Result<QList<User>> readUsers(const Envelope &envelope, const QString &host);
Result<Page<Application>> readApplicationPage(const Envelope &envelope, const QString &host);
Result<QList<Application>> readApplications(const Envelope &envelope, const QString &host);
/// The roots of organizations.
Result<Page<Department>> readOrganizationPage(const Envelope &envelope, const QString &host);
Result<Page<Department>> readDepartmentPage(const Envelope &envelope, const QString &host);
Result<QList<Department>> readDepartments(const Envelope &envelope, const QString &host);
Result<SessionState> readSessionState(const Envelope &envelope, const QString &host);
Result<Page<LoginRecord>> readLoginPage(const Envelope &envelope, const QString &host);
Result<Page<AuditRecord>> readAuditPage(const Envelope &envelope, const QString &host);
Result<SecuritySettings> readSecuritySettings(const Envelope &envelope, const QString &host);

} // namespace Wire
