// SPDX-License-Identifier: Apache-2.0
#include "gui/app/connectionopener.h"

#include "gui/connections/secretdialog.h"
#include "store/connections/savedcredentials.h"

#include <utility>

ConnectionOpener::ConnectionOpener(SecretStore *secrets, Present present, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_present(std::move(present))
{
}

void ConnectionOpener::open(const Profile &profile)
{
    stop();
    m_reading =
        SavedCredentials::read(m_secrets, profile, this, [this, profile](const CredentialAnswer &answer) {
            m_reading.clear();
            const Credentials &known = answer.credentials;
            const bool isPasswordMissing = !profile.proxy.user.isEmpty() && known.proxyPassword.isEmpty();
            if (known.secret.isEmpty() || isPasswordMissing)
                ask(profile, answer);
            else
                Q_EMIT opened(profile, known);
        });
}

void ConnectionOpener::stop()
{
    if (m_reading)
        m_reading->abort();
}

void ConnectionOpener::ask(const Profile &profile, const CredentialAnswer &answer)
{
    auto *dialog = new SecretDialog(profile, answer.state, answer.credentials);
    connect(dialog, &SecretDialog::accepted, this, [this, dialog, profile] {
        const Credentials credentials = dialog->credentials();
        // What the keychain does not take stays in memory for this run.
        SavedCredentials::write(m_secrets, profile, credentials, this, [](SecretState) {});
        Q_EMIT opened(profile, credentials);
    });
    connect(dialog, &SecretDialog::rejected, this, &ConnectionOpener::cancelled);
    m_present(dialog);
}
