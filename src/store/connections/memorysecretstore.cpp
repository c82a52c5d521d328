// SPDX-License-Identifier: Apache-2.0
#include "store/connections/memorysecretstore.h"

namespace {

PendingCall *answer(const SecretAnswer &result, QObject *context, SecretStore::Handler handler)
{
    auto *call = new PendingAnswer<SecretAnswer>(context, std::move(handler));
    call->finishLater(result);
    return call;
}

} // namespace

PendingCall *MemorySecretStore::read(const SecretKey &key, QObject *context, Handler handler)
{
    const auto found = m_secrets.find(key);
    const SecretAnswer result = found == m_secrets.end()
                                    ? SecretAnswer()
                                    : SecretAnswer{.state = SecretState::Done, .secret = found->second};
    return answer(result, context, std::move(handler));
}

PendingCall *MemorySecretStore::write(const SecretKey &key, const Secret &secret, QObject *context,
                                      Handler handler)
{
    insert(key, secret);
    return answer({.state = SecretState::Done, .secret = {}}, context, std::move(handler));
}

PendingCall *MemorySecretStore::remove(const SecretKey &key, QObject *context, Handler handler)
{
    erase(key);
    return answer({.state = SecretState::Done, .secret = {}}, context, std::move(handler));
}
