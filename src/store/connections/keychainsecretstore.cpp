// SPDX-License-Identifier: Apache-2.0
#include "store/connections/keychainsecretstore.h"

#include <QPointer>
#include <QTimer>
#include <qt6keychain/keychain.h>

using namespace Qt::Literals::StringLiterals;

namespace {

QString service()
{
    return u"kickdesk"_s;
}

QString entryName(const SecretKey &key)
{
    const QString kind = key.kind == SecretKey::Kind::AccessKey ? u"key"_s : u"proxy"_s;
    return u"%1 %2 %3 %4"_s.arg(kind, key.host, key.keyId, key.binding);
}

/// Seen with QtKeychain 0.13.2 on libsecret: without a service OtherError in milliseconds; a locked keyring
/// that stays locked AccessDenied for a write, but EntryNotFound for a read and NoError for a
/// removal.
SecretState stateOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return SecretState::Done;
    case QKeychain::EntryNotFound:
        return SecretState::NotFound;
    case QKeychain::AccessDeniedByUser:
        return SecretState::Denied;
    case QKeychain::AccessDenied:
        return SecretState::Locked;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        return SecretState::None;
    case QKeychain::CouldNotDeleteEntry:
        return SecretState::Denied;
    }
    return SecretState::None;
}

/// Waits for a job, but not for ever; a job that hangs is left to itself.
class KeychainCall : public PendingAnswer<SecretAnswer>
{
public:
    KeychainCall(QKeychain::Job *job, QObject *context, SecretStore::Handler handler)
        : PendingAnswer(context, std::move(handler))
    {
        job->setInsecureFallback(false);
        connect(job, &QKeychain::Job::finished, this, [this](QKeychain::Job *finished) { take(finished); });
        QTimer::singleShot(KeychainSecretStore::timeLimit, this,
                           [this] { finish({.state = SecretState::TimedOut, .secret = {}}); });
        job->start();
    }

private:
    void take(QKeychain::Job *job)
    {
        SecretAnswer answer{.state = stateOf(job->error()), .secret = {}};
        if (auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job);
            read != nullptr && answer.state == SecretState::Done)
            answer.secret = Secret(read->binaryData());
        finishLater(answer);
    }
};

} // namespace

PendingCall *KeychainSecretStore::read(const SecretKey &key, QObject *context, Handler handler)
{
    auto *job = new QKeychain::ReadPasswordJob(service());
    job->setKey(entryName(key));
    return new KeychainCall(job, context, std::move(handler));
}

PendingCall *KeychainSecretStore::write(const SecretKey &key, const Secret &secret, QObject *context,
                                        Handler handler)
{
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setKey(entryName(key));
    job->setBinaryData(secret.reveal());
    return new KeychainCall(job, context, std::move(handler));
}

PendingCall *KeychainSecretStore::remove(const SecretKey &key, QObject *context, Handler handler)
{
    auto *job = new QKeychain::DeletePasswordJob(service());
    job->setKey(entryName(key));
    return new KeychainCall(job, context, std::move(handler));
}
