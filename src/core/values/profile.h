// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/brand.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

/// How requests prove who sends them (docs/api.md#credentials).
enum class AuthScheme {
    Token,
    Signature,
};

/// Under which names the host knows the API's own headers.
enum class ApiNames {
    /// As Brands::ofHost() says.
    ByHost,
    Authing,
    GenAuth,
};

/// What a connection is for; the band at the top of the window shows it.
enum class Environment {
    Production,
    Test,
    Sandbox,
};

/// Which proxy a host that is not loopback is reached through.
enum class ProxyMode {
    None,
    System,
    Manual,
};

/// Proxy of a connection. Its password is kept like a secret and is never part of it.
struct Proxy
{
    ProxyMode mode = ProxyMode::None;
    /// Manual only.
    QString host;
    quint16 port = 0;
    /// Empty when the proxy asks for no user.
    QString user;

    friend bool operator==(const Proxy &, const Proxy &) = default;
};

/// Somebody whom a kick must not hit by accident, with every identifier that leads there.
struct ProtectedUser
{
    QString userId;
    QStringList identifiers;

    friend bool operator==(const ProtectedUser &, const ProtectedUser &) = default;
};

/// A saved or ad-hoc connection to one user pool. The secret is never part of it.
struct Profile
{
    static constexpr int defaultBulkCap = 1000;
    static constexpr int largestBulkCap = 100000;

    /// What a saved connection is kept under, whatever its name becomes: a UUID without braces; empty for an
    /// ad-hoc one.
    QString id;
    QString name;
    /// Scheme, host and port only; https, or http to a loopback address.
    QUrl host;
    QString keyId;
    AuthScheme auth = AuthScheme::Token;
    ApiNames apiNames = ApiNames::ByHost;
    /// The user pool that must answer; empty when any may.
    QString poolId;
    Environment environment = Environment::Production;
    /// Header that a private deployment tells its tenants apart by, such as "x-authing-tenant-id"; empty when
    /// there is none.
    QByteArray tenantHeader;
    QByteArray tenant;
    /// A PEM file with one more trusted root; empty when there is none.
    QString caFile;
    Proxy proxy;
    /// Who the helpdesk agent is in this pool; the Authing user ID, empty when unknown.
    QString ownUserId;
    QList<ProtectedUser> protectedUsers;
    /// How the operator is called in the journal, beside the operating system's name.
    QString operatorName;
    bool isTicketRequired = false;
    bool isReasonRequired = false;
    /// Users that one list may hold; 0: as many as the settings of the program say.
    int bulkCap = 0;

    /// The brand whose names are sent to the host.
    Brand brand() const;

    /// True when a plan that recorded @p recordedHost can be carried out on this server. Every sandbox has
    /// the same users, on whatever port.
    bool isAt(const QString &recordedHost) const;

    friend bool operator==(const Profile &, const Profile &) = default;
};
