// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/profile.h"
#include "core/result.h"
#include "core/secret.h"

#include <QCoreApplication>
#include <QString>

#include <chrono>
#include <memory>

namespace CLI {
class App;
}
class QIODevice;
class Sandbox;

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

    std::chrono::milliseconds deadline() const { return std::chrono::seconds(timeoutSeconds); }
};

/// What a session is opened with.
struct OpenedConnection
{
    Profile profile;
    Secret secret;
    /// Serves this connection; null when it leads elsewhere.
    std::shared_ptr<Sandbox> sandbox;
};

namespace Connections {

/// The connection that @p options name, with its secret from the first line of @p in or from the environment.
/// Starts the sandbox where it is wanted. Waits for the line, so call it before the event loop runs.
Result<OpenedConnection> open(const ConnectionOptions &options, QIODevice *in);

} // namespace Connections
