// SPDX-License-Identifier: Apache-2.0
#include "store/connections/savedcredentials.h"

#include <QList>

#include <utility>

namespace {

bool isSame(const SecretKey &a, const SecretKey &b)
{
    return !(a < b) && !(b < a);
}

bool hasProxyPassword(const Profile &profile)
{
    return !profile.proxy.user.isEmpty();
}

class Reading : public PendingAnswer<CredentialAnswer>
{
public:
    Reading(SecretStore *secrets, const Profile &profile, QObject *context, Handler handler)
        : PendingAnswer(context, std::move(handler))
    {
        secrets->read(SecretKey::accessKey(profile), this,
                      [this, secrets, profile](const SecretAnswer &answer) {
                          m_answer.state = answer.state;
                          m_answer.credentials.secret = answer.secret;
                          if (hasProxyPassword(profile))
                              readPassword(secrets, profile);
                          else
                              finish(m_answer);
                      });
    }

private:
    void readPassword(SecretStore *secrets, const Profile &profile)
    {
        secrets->read(SecretKey::proxyPassword(profile), this, [this](const SecretAnswer &answer) {
            m_answer.credentials.proxyPassword = answer.secret;
            finish(m_answer);
        });
    }

    CredentialAnswer m_answer;
};

/// Makes calls one after the other, because a keychain may ask its user at each.
class Changing : public PendingAnswer<SecretState>
{
public:
    using Step = std::function<void(QObject *context, const SecretStore::Handler &handler)>;

    Changing(QList<Step> steps, QObject *context, Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_steps(std::move(steps))
    {
        if (m_steps.isEmpty())
            finishLater(SecretState::Done);
        else
            next();
    }

private:
    void next()
    {
        const Step step = m_steps.takeFirst();
        step(this, [this](const SecretAnswer &answer) {
            if (m_state == SecretState::Done)
                m_state = answer.state;
            if (m_steps.isEmpty())
                finish(m_state);
            else
                next();
        });
    }

    QList<Step> m_steps;
    SecretState m_state = SecretState::Done;
};

} // namespace

PendingCall *SavedCredentials::read(SecretStore *secrets, const Profile &profile, QObject *context,
                                    std::function<void(const CredentialAnswer &)> handler)
{
    return new Reading(secrets, profile, context, std::move(handler));
}

PendingCall *SavedCredentials::write(SecretStore *secrets, const Profile &profile,
                                     const Credentials &credentials, QObject *context,
                                     std::function<void(const SecretState &)> handler)
{
    QList<Changing::Step> steps;
    const auto keep = [&steps, secrets](const SecretKey &key, const Secret &secret) {
        if (secret.isEmpty())
            return;
        steps << [secrets, key, secret](QObject *caller, const SecretStore::Handler &done) {
            secrets->write(key, secret, caller, done);
        };
    };
    keep(SecretKey::accessKey(profile), credentials.secret);
    if (hasProxyPassword(profile))
        keep(SecretKey::proxyPassword(profile), credentials.proxyPassword);
    return new Changing(steps, context, std::move(handler));
}

PendingCall *SavedCredentials::remove(SecretStore *secrets, const Profile &profile, QObject *context,
                                      std::function<void(const SecretState &)> handler)
{
    QList<Changing::Step> steps;
    const auto drop = [&steps, secrets](const SecretKey &key) {
        steps << [secrets, key](QObject *caller, const SecretStore::Handler &done) {
            secrets->remove(key, caller, done);
        };
    };
    drop(SecretKey::accessKey(profile));
    if (hasProxyPassword(profile))
        drop(SecretKey::proxyPassword(profile));
    return new Changing(steps, context, std::move(handler));
}

bool SavedCredentials::areKept(const Profile &before, const Profile &after)
{
    return isSame(SecretKey::accessKey(before), SecretKey::accessKey(after));
}
