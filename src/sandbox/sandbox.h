// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <memory>

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

/// The built-in user pool: an HTTP server on 127.0.0.1 in a thread of its own that speaks the management API,
/// with believable deterministic users, applications and sessions, and with every named fault.
class Sandbox : public QObject
{
    Q_OBJECT

public:
    explicit Sandbox(SandboxOptions options, QObject *parent = nullptr);
    ~Sandbox() override;

    /// Listens and returns once requests can be served; PortUnavailable when the port is taken.
    Result<SandboxAddress> start();

    /// Replaces the faults in force; for tests and for the training mode.
    void setFaults(const QStringList &faults);

    /// Everything received so far (the last 100,000 requests), in order of arrival. Thread-safe.
    QList<SandboxRequest> requests() const;

    /// How many requests for @p endpoint arrived since the start. Thread-safe.
    qint64 requestCount(const QByteArray &endpoint) const;

    /// The port where the built-in sandbox of @p folder is found again after a restart, as long as its data are
    /// those of @p options.
    static quint16 usualPort(const SandboxOptions &options, const QString &folder);

    /// The ID of the user at @p place (from 0) in the list of a pool with @p options; empty behind its end.
    static QString userId(const SandboxOptions &options, int place);

    /// The reason why @p fault cannot be a fault of the sandbox, as a sentence in the program's language;
    /// empty when it is a good one.
    static QString faultProblem(const QString &fault);

private:
    class Private;
    std::unique_ptr<Private> m_d;
};
