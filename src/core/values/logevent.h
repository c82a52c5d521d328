// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"

#include <QLatin1StringView>
#include <QString>

#include <chrono>
#include <optional>

/// The paths of the management API that this program sends to; Other for every other path, which is never
/// written down.
enum class Endpoint {
    KickUsers,
    CheckSessionStatus,
    ListUsers,
    GetUser,
    GetUserBatch,
    GetUserLoggedinApps,
    GetUserLoginHistory,
    ListApplicationActiveUsers,
    ListApplicationSimpleInfo,
    ListApplications,
    ListOrganizations,
    ListChildrenDepartments,
    SearchDepartments,
    GetAdminAuditLogs,
    GetSecuritySettings,
    GetManagementToken,
    Other,
};

namespace Endpoints {

/// The path on the host, such as "/api/v3/kick-users"; "other" for Other.
QLatin1StringView path(Endpoint endpoint);

/// The endpoint at @p path, a path without query.
Endpoint fromPath(QStringView path);

} // namespace Endpoints

/// One request and what became of it, told in numbers and in words of closed lists only: it has no place for
/// a host, an identifier or a secret.
struct LogEvent
{
    Endpoint endpoint = Endpoint::Other;
    /// From 1; of a kick, its number in the journal.
    int attempt = 1;
    /// 0 when no answer came.
    int httpStatus = 0;
    /// From the answer's envelope; 0 when it had none.
    int statusCode = 0;
    int apiCode = 0;
    /// Bodies, in bytes.
    qint64 sentBytes = 0;
    qint64 receivedBytes = 0;
    std::chrono::milliseconds duration{0};
    /// Nothing when it succeeded.
    std::optional<ErrorCode> error;
    /// True when the program gave up waiting; then nothing is known about an answer.
    bool isAborted = false;
    /// As the server gave it; written only when it looks like one (logLine()).
    QString requestId;
};

/// @p event in one line without time and line break: `name=value`, separated by blanks. A number that cannot
/// be a code and a request ID that is not `[A-Za-z0-9-]{1,64}` are left out.
QByteArray logLine(const LogEvent &event);
