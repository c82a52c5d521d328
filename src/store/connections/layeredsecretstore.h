// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/connections/memorysecretstore.h"

/// The keychain of the system, and memory for this run where the keychain does not take a secret.
class LayeredSecretStore : public SecretStore
{
public:
    /// @p keychain must outlive the store.
    explicit LayeredSecretStore(SecretStore *keychain);

    /// From memory, else from the keychain with the keychain's state.
    PendingCall *read(const SecretKey &key, QObject *context, Handler handler) override;
    /// Answers with the keychain's state; whatever it is, read() has the secret from now on.
    PendingCall *write(const SecretKey &key, const Secret &secret, QObject *context,
                       Handler handler) override;
    /// From both.
    PendingCall *remove(const SecretKey &key, QObject *context, Handler handler) override;

    /// Drops what is in memory; the keychain keeps what it has.
    void forget() { m_memory.clear(); }

private:
    SecretStore *m_keychain;
    MemorySecretStore m_memory;
};
