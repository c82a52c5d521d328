// SPDX-License-Identifier: Apache-2.0
#include "kick/doctortypes.h"

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
    Named{DoctorCheck::HostName, "host-name"_L1},
    Named{DoctorCheck::Connect, "connect"_L1},
    Named{DoctorCheck::Tls, "tls"_L1},
    Named{DoctorCheck::Key, "key"_L1},
    Named{DoctorCheck::Clock, "clock"_L1},
    Named{DoctorCheck::Pool, "pool"_L1},
    Named{DoctorCheck::ListUsers, "list-users"_L1},
    Named{DoctorCheck::GetUser, "get-user"_L1},
    Named{DoctorCheck::GetUserBatch, "get-user-batch"_L1},
    Named{DoctorCheck::ListApplications, "list-application-simple-info"_L1},
    Named{DoctorCheck::LoggedInApps, "get-user-loggedin-apps"_L1},
    Named{DoctorCheck::SessionStatus, "check-session-status"_L1},
    Named{DoctorCheck::LoginHistory, "get-user-login-history"_L1},
    Named{DoctorCheck::ActiveUsers, "list-application-active-users"_L1},
    Named{DoctorCheck::KickUsers, "kick-users"_L1},
    Named{DoctorCheck::AuditLogs, "get-admin-audit-logs"_L1},
    Named{DoctorCheck::SecuritySettings, "get-security-settings"_L1},
};

constexpr std::array stateNames{
    Named{DoctorState::Waiting, "waiting"_L1}, Named{DoctorState::Running, "running"_L1},
    Named{DoctorState::Passed, "passed"_L1},   Named{DoctorState::Warning, "warning"_L1},
    Named{DoctorState::Failed, "failed"_L1},   Named{DoctorState::Skipped, "skipped"_L1},
};

constexpr std::array reasonNames{
    Named{DoctorReason::None, ""_L1},
    Named{DoctorReason::NoEncryption, "no-encryption"_L1},
    Named{DoctorReason::NameIsTheProxys, "through-proxy"_L1},
    Named{DoctorReason::AfterFailure, "after-failure"_L1},
    Named{DoctorReason::Stopped, "stopped"_L1},
    Named{DoctorReason::WouldKick, "would-kick"_L1},
    Named{DoctorReason::NoDate, "no-date"_L1},
    Named{DoctorReason::ClockOff, "clock-off"_L1},
    Named{DoctorReason::PoolUnproved, "pool-unproved"_L1},
    Named{DoctorReason::HeavyList, "list-applications-instead"_L1},
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
    return check >= DoctorCheck::ListUsers;
}
