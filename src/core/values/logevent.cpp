// SPDX-License-Identifier: Apache-2.0
#include "core/values/logevent.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct EndpointInfo
{
    Endpoint endpoint;
    QLatin1StringView path;
};

constexpr std::array endpoints{
    EndpointInfo{Endpoint::KickUsers, "/api/v3/kick-users"_L1},
    EndpointInfo{Endpoint::CheckSessionStatus, "/api/v3/check-session-status"_L1},
    EndpointInfo{Endpoint::ListUsers, "/api/v3/list-users"_L1},
    EndpointInfo{Endpoint::GetUser, "/api/v3/get-user"_L1},
    EndpointInfo{Endpoint::GetUserBatch, "/api/v3/get-user-batch"_L1},
    EndpointInfo{Endpoint::GetUserLoggedinApps, "/api/v3/get-user-loggedin-apps"_L1},
    EndpointInfo{Endpoint::GetUserLoginHistory, "/api/v3/get-user-login-history"_L1},
    EndpointInfo{Endpoint::ListApplicationActiveUsers, "/api/v3/list-application-active-users"_L1},
    EndpointInfo{Endpoint::ListApplicationSimpleInfo, "/api/v3/list-application-simple-info"_L1},
    EndpointInfo{Endpoint::ListApplications, "/api/v3/list-applications"_L1},
    EndpointInfo{Endpoint::ListOrganizations, "/api/v3/list-organizations"_L1},
    EndpointInfo{Endpoint::ListChildrenDepartments, "/api/v3/list-children-departments"_L1},
    EndpointInfo{Endpoint::SearchDepartments, "/api/v3/search-departments"_L1},
    EndpointInfo{Endpoint::GetAdminAuditLogs, "/api/v3/get-admin-audit-logs"_L1},
    EndpointInfo{Endpoint::GetSecuritySettings, "/api/v3/get-security-settings"_L1},
    EndpointInfo{Endpoint::GetManagementToken, "/api/v3/get-management-token"_L1},
    EndpointInfo{Endpoint::Other, "other"_L1},
};

/// The codes of the API have three and four digits; a server could put a phone number there.
constexpr int maximumCode = 9999;

class Line
{
public:
    explicit Line(QLatin1StringView start)
        : m_bytes(start.data(), start.size())
    {
    }

    void add(const char *name, const QByteArray &value) { m_bytes += QByteArray(" ") + name + '=' + value; }
    void addNumber(const char *name, qint64 value) { add(name, QByteArray::number(value)); }
    void addCode(const char *name, int code)
    {
        if (code > 0 && code <= maximumCode)
            addNumber(name, code);
    }

    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

bool isRequestId(const QString &text)
{
    static const QRegularExpression shape(u"\\A[A-Za-z0-9-]{1,64}\\z"_s);
    return shape.match(text).hasMatch();
}

} // namespace

QLatin1StringView Endpoints::path(Endpoint endpoint)
{
    return std::ranges::find(endpoints, endpoint, &EndpointInfo::endpoint)->path;
}

Endpoint Endpoints::fromPath(QStringView path)
{
    const auto row =
        std::ranges::find_if(endpoints, [path](const EndpointInfo &each) { return path == each.path; });
    return row == endpoints.end() ? Endpoint::Other : row->endpoint;
}

QByteArray logLine(const LogEvent &event)
{
    Line line(Endpoints::path(event.endpoint));
    line.addNumber("attempt", event.attempt);
    line.addCode("status", event.httpStatus);
    line.addCode("statusCode", event.statusCode);
    line.addCode("apiCode", event.apiCode);
    line.addNumber("ms", event.duration.count());
    line.addNumber("sent", event.sentBytes);
    line.addNumber("received", event.receivedBytes);
    if (event.error)
        line.add("error", errorCodeName(*event.error).toLatin1());
    if (event.isAborted)
        line.add("error", "aborted");
    if (isRequestId(event.requestId))
        line.add("requestId", event.requestId.toLatin1());
    return line.bytes();
}
