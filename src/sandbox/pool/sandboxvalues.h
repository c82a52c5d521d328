// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/secret.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <utility>

/// Where the sandbox listens and what opens it.
struct SandboxAddress
{
    QUrl host;
    QString keyId;
    Secret secret;
    QString poolId;
    /// PEM file of the root that signed the server's certificate; empty without TLS.
    QString caFile;
};

/// Parameters of the built-in pool; the flags of `kickdesk-cli sandbox`.
struct SandboxOptions
{
    /// 0 takes a free port.
    quint16 port = 0;
    /// Where `port` leaves the choice, this one is taken while it is free; 0 means any.
    quint16 usualPort = 0;
    int users = 2000;
    int applications = 24;
    int latencyMs = 0;
    /// Requests a second before 429 is answered; 0 means no limit.
    int ratePerSecond = 0;
    bool tls = false;
    /// NAME[@ENDPOINT][:PERCENT], checked with Sandbox::faultProblem().
    QStringList faults;
    quint32 seed = 1;
};

/// One request as it came over the wire, for tests that count and compare.
struct SandboxRequest
{
    QByteArray method;
    /// The last part of the path, such as "kick-users".
    QByteArray endpoint;
    QByteArray target;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
};
