// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/connections/secretstore.h"

#include <chrono>

namespace QKeychain {
class Job;
}

/// The keychain of the system, through QtKeychain: Credential Manager, Keychain, Secret Service or KWallet.
/// A keychain may ask a person to unlock it, or hang; each call ends after a few seconds whatever happens.
class KeychainSecretStore : public SecretStore
{
public:
    static constexpr std::chrono::seconds timeLimit{3};

    PendingCall *read(const SecretKey &key, QObject *context, Handler handler) override;
    PendingCall *write(const SecretKey &key, const Secret &secret, QObject *context,
                       Handler handler) override;
    PendingCall *remove(const SecretKey &key, QObject *context, Handler handler) override;
};
