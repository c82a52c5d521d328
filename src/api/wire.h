// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/envelope.h"
#include "api/queries.h"
#include "core/secret.h"

#include <chrono>

/// JSON of the management API to values and back: the only place that knows the field names (API contract 6
/// to 13). A reader gives EnvelopeMalformed when the data does not have the documented shape; absent and null
/// members are allowed wherever the contract calls them optional.
namespace Wire {

/// Answer of get-management-token (API contract 3.5).
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
Result<SessionState> readSessionState(const Envelope &envelope, const QString &host);
Result<Page<LoginRecord>> readLoginPage(const Envelope &envelope, const QString &host);
Result<Page<AuditRecord>> readAuditPage(const Envelope &envelope, const QString &host);
Result<SecuritySettings> readSecuritySettings(const Envelope &envelope, const QString &host);

} // namespace Wire
