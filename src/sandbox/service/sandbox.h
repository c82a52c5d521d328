// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/result.h"
#include "sandbox/pool/sandboxvalues.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

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

    /// The port where the built-in sandbox of @p folder is found again after a restart, as long as its data
    /// are those of @p options.
    static quint16 usualPort(const SandboxOptions &options, const QString &folder);

    /// The ID of the user at @p place (from 0) in the list of a pool with @p options; empty behind its end.
    static QString userId(const SandboxOptions &options, int place);

    /// The reason why @p fault cannot be a fault of the sandbox, as a sentence in the program's language;
    /// empty when it is a good one.
    static QString faultProblem(const QString &fault);

    /// The names of the faults that the sandbox has, in the order of the alphabet.
    static QStringList faultNames();

private:
    class Private;
    std::unique_ptr<Private> m_d;
};
