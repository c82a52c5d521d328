// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/values/credentials.h"
#include "core/values/profile.h"
#include "core/values/result.h"
#include "core/values/secret.h"

#include <QCoreApplication>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace CLI {
class App;
}
class QIODevice;
class Sandbox;
class SecretStore;

/// The connection flags as typed.
struct ConnectionOptions
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionOptions)

public:
    QString profile;
    QString host;
    QString keyId;
    bool isSecretOnStdin = false;
    QString auth;
    QString poolId;
    QString caFile;
    bool isSandbox = false;
    int timeoutSeconds = 15;

    /// Adds the flags to @p program and binds them to this object, which must outlive it.
    void declare(CLI::App *program);

    /// What is wrong with the flags, as a sentence; empty when they name a connection.
    QString problem() const;

    AuthScheme scheme() const;
    std::chrono::milliseconds deadline() const { return std::chrono::seconds(timeoutSeconds); }
};

/// What a session is opened with.
struct OpenedConnection
{
    Profile profile;
    Credentials credentials = Secret();
    /// Serves this connection; null when it leads elsewhere.
    std::shared_ptr<Sandbox> sandbox;
};

namespace Connections {

/// The first line of @p in, without white space around it. Waits for the line. SecretTooLong as checked().
Result<Secret> readSecret(QIODevice *in);

/// @p secret, or SecretTooLong.
Result<Secret> checked(const Secret &secret);

/// The secret in KICKDESK_SECRET, which is not in the environment any more then; empty when it was not set.
Secret takeEnvironmentSecret();

/// What open() needs besides the flags; all of it must outlive the call.
struct Sources
{
    QIODevice *in = nullptr;
    /// The secret that the environment had; empty when it had none.
    Secret environment;
    SecretStore *secrets = nullptr;
    /// Takes a line of diagnostics.
    std::function<void(const QString &)> note;
};

/// The connection that @p options name. Its secret comes from the first line of the standard input or from
/// the environment, where they are given, else for a saved connection from the keychain. Starts the sandbox
/// where it is wanted. ProfileNotFound, InvalidHost, MissingSecret, SecretTooLong and what the sandbox may
/// fail with.
PendingCall *open(const ConnectionOptions &options, const Sources &sources, QObject *context,
                  ResultHandler<OpenedConnection> handler);

} // namespace Connections
