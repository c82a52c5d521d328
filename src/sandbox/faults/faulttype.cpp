// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faults/faulttype.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

namespace {

constexpr auto userEndpoints =
    "kick-users get-user get-user-batch check-session-status get-user-loggedin-apps "
    "get-user-login-history get-user-accessible-apps get-user-logged-in-identities"_L1;
constexpr auto appEndpoints =
    "kick-users check-session-status get-application-simple-info get-application list-application-active-users"_L1;
constexpr auto lookupEndpoints = "list-users get-user get-user-batch"_L1;
constexpr auto pagedEndpoints =
    "list-application-simple-info list-applications list-users "
    "list-application-active-users get-user-login-history get-admin-audit-logs"_L1;
constexpr auto kick = "kick-users"_L1;
constexpr auto check = "check-session-status"_L1;

constexpr FaultType onPool(QLatin1StringView name, DomainFault domain)
{
    return {.name = name, .stage = FaultStage::Domain, .domain = domain, .endpoints = {}};
}

constexpr FaultType on(QLatin1StringView endpoints, QLatin1StringView name, DomainFault domain)
{
    return {.name = name, .stage = FaultStage::Domain, .domain = domain, .endpoints = endpoints};
}

constexpr FaultType onConnect(QLatin1StringView name, ConnectFault connect)
{
    return {.name = name, .stage = FaultStage::Connect, .connect = connect, .endpoints = {}};
}

constexpr FaultType around(QLatin1StringView name)
{
    return {.name = name, .stage = FaultStage::SetUp, .endpoints = {}};
}

constexpr std::array domainFaults{
    on(kick, "token-expired"_L1, DomainFault::TokenExpired),
    on(kick, "key-revoked"_L1, DomainFault::KeyRevoked),
    onPool("clock-skew"_L1, DomainFault::ClockSkew),
    onPool("same-name"_L1, DomainFault::SameName),
    onPool("confusable-name"_L1, DomainFault::ConfusableName),
    onPool("rtl-name"_L1, DomainFault::RtlName),
    onPool("markup-name"_L1, DomainFault::MarkupName),
    // Who is protected is decided by the profile: the server behaves as ever.
    onPool("protected-self"_L1, DomainFault::ProtectedUser),
    onPool("protected-user"_L1, DomainFault::ProtectedUser),
    on(userEndpoints, "user-gone"_L1, DomainFault::UserGone),
    on(appEndpoints, "app-gone"_L1, DomainFault::AppGone),
    on(kick, "session-stays"_L1, DomainFault::SessionStays),
    on(kick, "session-slow"_L1, DomainFault::SessionSlow),
    on(kick, "relogin"_L1, DomainFault::Relogin),
    on(check, "relogin-later"_L1, DomainFault::ReloginLater),
    onPool("pool-mismatch"_L1, DomainFault::PoolMismatch),
    onPool("apps-51"_L1, DomainFault::ManyApps),
    on(check, "check-unavailable"_L1, DomainFault::CheckUnavailable),
    on(lookupEndpoints, "search-forbidden"_L1, DomainFault::SearchForbidden),
    on(lookupEndpoints, "identities-hidden"_L1, DomainFault::IdentitiesHidden),
    on(kick, "identifier-moves"_L1, DomainFault::IdentifierMoves),
    on(kick, "token-other-pool"_L1, DomainFault::TokenOfOtherPool),
    on(pagedEndpoints, "repeated-pages"_L1, DomainFault::RepeatedPages),
    on("list-application-active-users"_L1, "list-gaps"_L1, DomainFault::ListGaps),
};

constexpr std::array connectFaults{
    onConnect("accept-close"_L1, ConnectFault::AcceptClose),
    onConnect("tls-plaintext"_L1, ConnectFault::TlsPlaintext),
    onConnect("tls-stall"_L1, ConnectFault::TlsStall),
    onConnect("tls-expired"_L1, ConnectFault::TlsExpired),
    onConnect("tls-not-yet"_L1, ConnectFault::TlsNotYet),
    onConnect("tls-wrong-host"_L1, ConnectFault::TlsWrongHost),
    onConnect("tls-self-signed"_L1, ConnectFault::TlsSelfSigned),
    onConnect("tls-unknown-ca"_L1, ConnectFault::TlsUnknownCa),
    onConnect("tls-1.0-only"_L1, ConnectFault::TlsOldVersion),
    onConnect("tls-private-ca"_L1, ConnectFault::TlsPrivateCa),
};

constexpr std::array setUpFaults{
    around("dns-fail"_L1),
    around("refused"_L1),
    around("unreachable"_L1),
    around("connect-stall"_L1),
    around("proxy-refused"_L1),
    around("proxy-407"_L1),
    around("proxy-502"_L1),
    around("proxy-stall"_L1),
    around("kill-9"_L1),
    around("disk-full-intent"_L1),
    around("disk-full-outcome"_L1),
    around("db-locked"_L1),
    around("db-corrupt"_L1),
    around("db-readonly"_L1),
    around("db-newer"_L1),
    around("second-instance"_L1),
    around("gui-and-cli"_L1),
    around("suspend-resume"_L1),
    around("clock-jump"_L1),
    around("keychain-none"_L1),
    around("keychain-locked"_L1),
    around("keychain-denied"_L1),
    around("keychain-hang"_L1),
    around("quit-mid-job"_L1),
    around("sigterm"_L1),
    around("row-edited"_L1),
    around("export-unwritable"_L1),
    // Qt's server cannot load such certificates: the security level of its OpenSSL forbids them.
    around("tls-sha1"_L1),
    around("tls-rsa1024"_L1),
};

} // namespace

std::span<const FaultType> FaultTypes::domain()
{
    return domainFaults;
}

std::span<const FaultType> FaultTypes::connect()
{
    return connectFaults;
}

std::span<const FaultType> FaultTypes::setUp()
{
    return setUpFaults;
}

const FaultType *FaultTypes::find(QStringView name)
{
    for (const std::span<const FaultType> table :
         {wire(), envelope(), lists(), domain(), connect(), setUp()}) {
        const auto found =
            std::ranges::find_if(table, [name](const FaultType &type) { return type.name == name; });
        if (found != table.end())
            return &*found;
    }
    return nullptr;
}

} // namespace Simulated
