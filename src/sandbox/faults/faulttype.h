// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/types.h"
#include "sandbox/http/httpmessage.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

#include <span>

namespace Simulated {

/// Where in the life of a request a fault acts.
enum class FaultStage {
    /// Before the first byte: on the connection or its certificate.
    Connect,
    /// The request is not processed; the fault answers.
    Instead,
    /// The request is processed; the fault damages the answer.
    Afterwards,
    /// Endpoints ask for it while they work.
    Domain,
    /// Lies outside the server: the network, a proxy, the machine of the client.
    SetUp,
};

/// Faults at Connect.
enum class ConnectFault {
    None,
    AcceptClose,
    TlsPlaintext,
    TlsStall,
    TlsExpired,
    TlsNotYet,
    TlsWrongHost,
    TlsSelfSigned,
    TlsUnknownCa,
    TlsOldVersion,
    TlsPrivateCa,
};

/// Faults at Domain.
enum class DomainFault {
    None,
    TokenExpired,
    KeyRevoked,
    ClockSkew,
    SameName,
    ConfusableName,
    RtlName,
    MarkupName,
    ProtectedUser,
    UserGone,
    AppGone,
    SessionStays,
    SessionSlow,
    Relogin,
    ReloginLater,
    PoolMismatch,
    ManyApps,
    CheckUnavailable,
    SearchForbidden,
    IdentitiesHidden,
    IdentifierMoves,
    TokenOfOtherPool,
    RepeatedPages,
    ListGaps,
};

/// What a fault that answers can see.
struct FaultScene
{
    const HttpRequest &request;
    /// The right answer; without a body at Instead.
    HttpReply reply;
    /// FaultType::number of the fault.
    int number = 0;
    Language language = Language::Chinese;
    QString requestId;
    /// Another server, such as "http://127.0.0.1:1234".
    QByteArray redirectTarget;
    /// Another server that never speaks TLS.
    QByteArray downgradeTarget;
    /// Milliseconds since 1970 by the server's clock.
    qint64 now = 0;
};
using FaultEffect = Answer (*)(const FaultScene &);

/// One named fault; see the catalogue of faults.
struct FaultType
{
    QLatin1StringView name;
    FaultStage stage = FaultStage::SetUp;
    /// Instead and Afterwards only.
    FaultEffect effect = nullptr;
    int number = 0;
    ConnectFault connect = ConnectFault::None;
    DomainFault domain = DomainFault::None;
    /// Endpoints on which it acts unless another is named, separated by spaces. Empty at Domain: on all of
    /// the pool.
    QLatin1StringView endpoints = QLatin1StringView("kick-users");
    /// Only where the connection has carried a request before.
    bool onlyReused = false;
    /// Only the first time that a body comes.
    bool oncePerBody = false;
};

namespace FaultTypes {

std::span<const FaultType> wire();
std::span<const FaultType> envelope();
/// What a list says about itself.
std::span<const FaultType> lists();
std::span<const FaultType> domain();
std::span<const FaultType> connect();
std::span<const FaultType> setUp();

/// The fault of that name in any of the tables, or null.
const FaultType *find(QStringView name);

} // namespace FaultTypes

} // namespace Simulated
