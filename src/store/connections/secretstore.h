// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/values/profile.h"
#include "core/values/secret.h"

#include <QString>

#include <functional>
#include <tuple>

/// What a secret is for. It belongs to one saved connection of this computer and to the way to its server: to
/// host, key, proxy and root certificate as they were when it was entered. A connection in which one of them
/// was changed, or that was imported, has to ask for it again.
struct SecretKey
{
    enum class Kind {
        AccessKey,
        ProxyPassword,
    };
    Kind kind = Kind::AccessKey;
    /// As of Profile::host, or "host:port" of the proxy.
    QString host;
    /// The access key's ID, or the user of the proxy.
    QString keyId;
    /// SHA-256, in hex, over the ID of the connection and all that the secret is bound to.
    QString binding;

    static SecretKey accessKey(const Profile &profile);
    static SecretKey proxyPassword(const Profile &profile);

    friend bool operator<(const SecretKey &a, const SecretKey &b)
    {
        return std::tie(a.kind, a.host, a.keyId, a.binding) < std::tie(b.kind, b.host, b.keyId, b.binding);
    }
};

/// How a call to a store of secrets ended.
enum class SecretState {
    Done,
    /// There is no secret under this key as far as the store tells; a locked keychain may say so too.
    NotFound,
    /// No keychain answers here.
    None,
    /// The keychain is locked, and the user did not unlock it when asked.
    Locked,
    /// The keychain does not let this program in.
    Denied,
    /// The keychain did not answer in time.
    TimedOut,
};

struct SecretAnswer
{
    SecretState state = SecretState::NotFound;
    /// read() that is Done only.
    Secret secret;
};

/// Keeps secrets: the keychain of the system, or memory for this run. No file of ours ever holds one.
class SecretStore
{
public:
    using Handler = std::function<void(const SecretAnswer &)>;

    SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;
    virtual ~SecretStore() = default;

    virtual PendingCall *read(const SecretKey &key, QObject *context, Handler handler) = 0;
    virtual PendingCall *write(const SecretKey &key, const Secret &secret, QObject *context,
                               Handler handler) = 0;
    /// Done also when there was none, and from a locked keychain, which keeps what it has.
    virtual PendingCall *remove(const SecretKey &key, QObject *context, Handler handler) = 0;
};

/// What the state means and what to do, as a sentence; empty for Done.
QString secretStateText(SecretState state);

/// Why a secret that was just entered is in memory only, as a sentence; empty for Done.
QString secretUnkeptText(SecretState state);

/// The stable name of @p state, such as "keychain-locked": for JSON and support.
QString secretStateName(SecretState state);
