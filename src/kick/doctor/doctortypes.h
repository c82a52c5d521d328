// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/certificatefacts.h"
#include "core/values/error.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

/// What is examined of a connection, in this order.
enum class DoctorCheck {
    HostName,
    Connect,
    Tls,
    Key,
    Clock,
    Pool,
    ListUsers,
    GetUser,
    GetUserBatch,
    ListApplications,
    LoggedInApps,
    SessionStatus,
    LoginHistory,
    ActiveUsers,
    KickUsers,
    AuditLogs,
    SecuritySettings,
};

enum class DoctorState {
    Waiting,
    Running,
    Passed,
    /// Works, but a person should look at it.
    Warning,
    Failed,
    /// Not examined; DoctorReason says why.
    Skipped,
};

/// Why a check ended as it did, where the state and the error do not say it.
enum class DoctorReason {
    None,
    /// http:// to this computer has no encryption.
    NoEncryption,
    /// The proxy looks the name up.
    NameIsTheProxys,
    /// A check before it failed.
    AfterFailure,
    /// The doctor was stopped.
    Stopped,
    /// A kick is never tried.
    WouldKick,
    /// The server's answers carry no date.
    NoDate,
    /// This computer's clock is so far off that the server may refuse a signature.
    ClockOff,
    /// Nothing proves which pool answers.
    PoolUnproved,
    /// The lighter list is not allowed; the heavier one is.
    HeavyList,
};

/// One check: what it is, how it ended, and what was found. Members that do not belong to the check are
/// empty.
struct DoctorRow
{
    DoctorCheck check = DoctorCheck::HostName;
    DoctorState state = DoctorState::Waiting;
    DoctorReason reason = DoctorReason::None;
    std::optional<Error> error;

    QStringList addresses;
    /// Connect and Tls only: "host:port", empty when reached directly.
    QString proxy;
    std::optional<std::chrono::milliseconds> took;
    QString protocol;
    QString cipher;
    CertificateFacts certificate;
    /// Server time minus ours.
    std::optional<std::chrono::seconds> clockOffset;
    QString poolId;
    QString expectedPoolId;
};

namespace DoctorChecks {

/// Every check, in the order in which they are made.
QList<DoctorCheck> all();

/// Stable name for JSON: the endpoint's, such as "list-users", or "host-name", "connect", "tls", "key",
/// "clock", "pool".
QString name(DoctorCheck check);

/// Stable name for JSON, such as "passed".
QString name(DoctorState state);

/// Stable name for JSON, such as "would-kick"; empty for None.
QString name(DoctorReason reason);

/// True for the checks that ask whether the key may use an endpoint.
bool isPermission(DoctorCheck check);

} // namespace DoctorChecks
