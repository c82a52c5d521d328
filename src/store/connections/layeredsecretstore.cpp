// SPDX-License-Identifier: Apache-2.0
#include "store/connections/layeredsecretstore.h"

#include <utility>

LayeredSecretStore::LayeredSecretStore(SecretStore *keychain)
    : m_keychain(keychain)
{
}

PendingCall *LayeredSecretStore::read(const SecretKey &key, QObject *context, Handler handler)
{
    SecretStore *store = m_memory.contains(key) ? &m_memory : m_keychain;
    return store->read(key, context, std::move(handler));
}

PendingCall *LayeredSecretStore::write(const SecretKey &key, const Secret &secret, QObject *context,
                                       Handler handler)
{
    // At once, so that using it does not have to wait for the keychain.
    m_memory.insert(key, secret);
    return m_keychain->write(key, secret, context,
                             [this, key, handler = std::move(handler)](const SecretAnswer &answer) {
                                 if (answer.state == SecretState::Done)
                                     m_memory.erase(key);
                                 handler(answer);
                             });
}

PendingCall *LayeredSecretStore::remove(const SecretKey &key, QObject *context, Handler handler)
{
    m_memory.erase(key);
    return m_keychain->remove(key, context, std::move(handler));
}
