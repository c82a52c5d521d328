// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/credentials.h"
#include "store/connections/secretstore.h"

/// What a store of secrets has for a connection.
struct CredentialAnswer
{
    /// Whether the access key's secret was found.
    SecretState state = SecretState::NotFound;
    /// Without the proxy's password where the store does not have it.
    Credentials credentials = Secret();
};

/// The secrets of a saved connection: that of its key, and the password of its proxy.
namespace SavedCredentials {

PendingCall *read(SecretStore *secrets, const Profile &profile, QObject *context,
                  std::function<void(const CredentialAnswer &)> handler);

/// Keeps what @p credentials have; what is empty there stays as it is. Answers with the first state that is
/// not Done.
PendingCall *write(SecretStore *secrets, const Profile &profile, const Credentials &credentials,
                   QObject *context, std::function<void(const SecretState &)> handler);

/// Removes what @p profile has. Answers with the first state that is not Done.
PendingCall *remove(SecretStore *secrets, const Profile &profile, QObject *context,
                    std::function<void(const SecretState &)> handler);

/// True when what was kept for @p before is still found for @p after: the same connection, the same way to
/// its server.
bool areKept(const Profile &before, const Profile &after);

} // namespace SavedCredentials
