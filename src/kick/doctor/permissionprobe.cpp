// SPDX-License-Identifier: Apache-2.0
#include "kick/doctor/permissionprobe.h"

namespace {

/// The server understood and would do it; only what was asked for does not exist.
bool isAnswer(const Error &error)
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::UserNotFound ||
           error.code == ErrorCode::ApplicationNotFound;
}

template <typename T>
std::optional<Error> errorOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

} // namespace

PermissionProbe::PermissionProbe(Client *client, DoctorCheck check, const PermissionSubject &subject,
                                 QObject *context, Handler handler)
    : PendingAnswer(context, std::move(handler))
    , m_client(client)
{
    switch (check) {
    case DoctorCheck::ListUsers:
        client->listUsers({.limit = 1}, this, [this](const Result<Page<User>> &page) {
            if (page)
                finish({.found = page->list.isEmpty() ? QString() : page->list.first().userId});
            else
                judge(page.error());
        });
        break;
    case DoctorCheck::GetUser:
        client->getUser(subject.userId, IdType::UserId, this, judged<User>());
        break;
    case DoctorCheck::GetUserBatch:
        client->getUserBatch({subject.userId}, IdType::UserId, this, judged<QList<User>>());
        break;
    case DoctorCheck::ListApplications:
        askForApplications();
        break;
    case DoctorCheck::LoggedInApps:
        client->getUserLoggedinApps(subject.userId, this, judged<QList<Application>>());
        break;
    case DoctorCheck::SessionStatus:
        client->checkSessionStatus(subject.appId, subject.userId, this, judged<SessionState>());
        break;
    case DoctorCheck::LoginHistory:
        client->getUserLoginHistory({.userId = subject.userId, .limit = 1}, this,
                                    judged<Page<LoginRecord>>());
        break;
    case DoctorCheck::ActiveUsers:
        client->listApplicationActiveUsers(subject.appId, 1, 1, this, judged<Page<User>>());
        break;
    case DoctorCheck::AuditLogs:
        client->getAdminAuditLogs({.limit = 1}, this, judged<Page<AuditRecord>>());
        break;
    case DoctorCheck::SecuritySettings:
        client->getSecuritySettings(this, judged<SecuritySettings>());
        break;
    case DoctorCheck::HostName:
    case DoctorCheck::Connect:
    case DoctorCheck::Tls:
    case DoctorCheck::Key:
    case DoctorCheck::Clock:
    case DoctorCheck::Pool:
    case DoctorCheck::KickUsers:
        Q_UNREACHABLE();
    }
}

void PermissionProbe::askForApplications()
{
    const auto first = [](const Page<Application> &page) {
        return page.list.isEmpty() ? QString() : page.list.first().appId;
    };
    m_client->listApplicationSimpleInfo(1, 1, this, [this, first](const Result<Page<Application>> &light) {
        if (light) {
            finish({.found = first(*light)});
            return;
        }
        const Error &refusal = light.error();
        if (!isNotPermitted(refusal) && refusal.kind != ErrorKind::Rejected) {
            judge(refusal);
            return;
        }
        m_client->listApplications(1, 1, this,
                                   [this, first, refusal](const Result<Page<Application>> &heavy) {
                                       if (heavy)
                                           finish({.isHeavyList = true, .found = first(*heavy)});
                                       else
                                           judge(refusal);
                                   });
    });
}

void PermissionProbe::judge(const std::optional<Error> &error)
{
    finish({.error = error && isAnswer(*error) ? std::nullopt : error});
}

template <typename T>
ResultHandler<T> PermissionProbe::judged()
{
    return [this](const Result<T> &result) { judge(errorOf(result)); };
}
