// SPDX-License-Identifier: Apache-2.0
#include "kick/doctor/doctortypes.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Value>
struct Named
{
    Value value;
    QLatin1StringView name;
};

constexpr std::array checkNames{
    Named<DoctorCheck>{DoctorCheck::HostName, "host-name"_L1},
    Named<DoctorCheck>{DoctorCheck::Connect, "connect"_L1},
    Named<DoctorCheck>{DoctorCheck::Tls, "tls"_L1},
    Named<DoctorCheck>{DoctorCheck::Key, "key"_L1},
    Named<DoctorCheck>{DoctorCheck::Clock, "clock"_L1},
    Named<DoctorCheck>{DoctorCheck::Pool, "pool"_L1},
    Named<DoctorCheck>{DoctorCheck::ListUsers, "list-users"_L1},
    Named<DoctorCheck>{DoctorCheck::GetUser, "get-user"_L1},
    Named<DoctorCheck>{DoctorCheck::GetUserBatch, "get-user-batch"_L1},
    Named<DoctorCheck>{DoctorCheck::ListApplications, "list-application-simple-info"_L1},
    Named<DoctorCheck>{DoctorCheck::LoggedInApps, "get-user-loggedin-apps"_L1},
    Named<DoctorCheck>{DoctorCheck::SessionStatus, "check-session-status"_L1},
    Named<DoctorCheck>{DoctorCheck::LoginHistory, "get-user-login-history"_L1},
    Named<DoctorCheck>{DoctorCheck::ActiveUsers, "list-application-active-users"_L1},
    Named<DoctorCheck>{DoctorCheck::KickUsers, "kick-users"_L1},
    Named<DoctorCheck>{DoctorCheck::AuditLogs, "get-admin-audit-logs"_L1},
    Named<DoctorCheck>{DoctorCheck::SecuritySettings, "get-security-settings"_L1},
};

constexpr std::array stateNames{
    Named<DoctorState>{DoctorState::Waiting, "waiting"_L1},
    Named<DoctorState>{DoctorState::Running, "running"_L1},
    Named<DoctorState>{DoctorState::Passed, "passed"_L1},
    Named<DoctorState>{DoctorState::Warning, "warning"_L1},
    Named<DoctorState>{DoctorState::Failed, "failed"_L1},
    Named<DoctorState>{DoctorState::Skipped, "skipped"_L1},
};

constexpr std::array reasonNames{
    Named<DoctorReason>{DoctorReason::None, ""_L1},
    Named<DoctorReason>{DoctorReason::NoEncryption, "no-encryption"_L1},
    Named<DoctorReason>{DoctorReason::NameIsTheProxys, "through-proxy"_L1},
    Named<DoctorReason>{DoctorReason::AfterFailure, "after-failure"_L1},
    Named<DoctorReason>{DoctorReason::Stopped, "stopped"_L1},
    Named<DoctorReason>{DoctorReason::WouldKick, "would-kick"_L1},
    Named<DoctorReason>{DoctorReason::NoDate, "no-date"_L1},
    Named<DoctorReason>{DoctorReason::ClockOff, "clock-off"_L1},
    Named<DoctorReason>{DoctorReason::PoolUnproved, "pool-unproved"_L1},
    Named<DoctorReason>{DoctorReason::HeavyList, "list-applications-instead"_L1},
};

template <typename Value, size_t size>
QString nameIn(const std::array<Named<Value>, size> &table, Value value)
{
    return std::ranges::find(table, value, &Named<Value>::value)->name;
}

} // namespace

QList<DoctorCheck> DoctorChecks::all()
{
    QList<DoctorCheck> result;
    for (const auto &row : checkNames)
        result << row.value;
    return result;
}

QString DoctorChecks::name(DoctorCheck check)
{
    return nameIn(checkNames, check);
}

QString DoctorChecks::name(DoctorState state)
{
    return nameIn(stateNames, state);
}

QString DoctorChecks::name(DoctorReason reason)
{
    return nameIn(reasonNames, reason);
}

bool DoctorChecks::isPermission(DoctorCheck check)
{
    switch (check) {
    case DoctorCheck::HostName:
    case DoctorCheck::Connect:
    case DoctorCheck::Tls:
    case DoctorCheck::Key:
    case DoctorCheck::Clock:
    case DoctorCheck::Pool:
        return false;
    case DoctorCheck::ListUsers:
    case DoctorCheck::GetUser:
    case DoctorCheck::GetUserBatch:
    case DoctorCheck::ListApplications:
    case DoctorCheck::LoggedInApps:
    case DoctorCheck::SessionStatus:
    case DoctorCheck::LoginHistory:
    case DoctorCheck::ActiveUsers:
    case DoctorCheck::KickUsers:
    case DoctorCheck::AuditLogs:
    case DoctorCheck::SecuritySettings:
        return true;
    }
    return false;
}
