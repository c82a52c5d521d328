// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/connections/secretstore.h"

#include <map>

/// Keeps secrets until the program ends.
class MemorySecretStore : public SecretStore
{
public:
    PendingCall *read(const SecretKey &key, QObject *context, Handler handler) override;
    PendingCall *write(const SecretKey &key, const Secret &secret, QObject *context,
                       Handler handler) override;
    PendingCall *remove(const SecretKey &key, QObject *context, Handler handler) override;

    bool contains(const SecretKey &key) const { return m_secrets.contains(key); }
    void insert(const SecretKey &key, const Secret &secret) { m_secrets.insert_or_assign(key, secret); }
    void erase(const SecretKey &key) { m_secrets.erase(key); }
    /// Forgets all of them.
    void clear() { m_secrets.clear(); }

private:
    std::map<SecretKey, Secret> m_secrets;
};
