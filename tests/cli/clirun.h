// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/service/sandbox.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

class SecretStore;

/// What one run of the program left behind.
struct CliRun
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    /// The lines of the standard output as JSON; an empty object for a line that is none.
    QList<QJsonObject> objects() const;
    /// The only line of the standard output; empty unless there is exactly one.
    QJsonObject object() const;
};

/// Runs the program in this process with @p arguments and @p in as its standard input.
CliRun runCli(const QStringList &arguments, const QByteArray &in = {});

/// runCli() with the keychain @p secrets instead of an empty one.
CliRun runCli(const QStringList &arguments, const QByteArray &in, SecretStore *secrets);

/// A sandbox of its own, and the program connected to it as to any other server.
class CliPool
{
public:
    explicit CliPool(const SandboxOptions &options = {});

    Sandbox &sandbox() { return *m_sandbox; }
    const SandboxAddress &address() const { return m_address; }

    /// Runs the program with the connection flags in front of @p arguments and the secret on its standard
    /// input.
    CliRun run(const QStringList &arguments) const;

    /// run() with --json.
    CliRun runJson(const QStringList &arguments) const;

    /// The first user that carries every one of the API's @p fields.
    QJsonObject userWith(const QStringList &fields) const;

    /// The application IDs of the pool.
    QStringList appIds() const;

    qint64 kickRequests() const { return m_sandbox->requestCount("kick-users"); }

private:
    std::unique_ptr<Sandbox> m_sandbox;
    SandboxAddress m_address;
};
