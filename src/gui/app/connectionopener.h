// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/values/credentials.h"
#include "core/values/profile.h"
#include "store/connections/secretstore.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QDialog;
struct CredentialAnswer;

/// Finds the secrets that open a saved connection: in the keychain, else by asking the agent.
class ConnectionOpener : public QObject
{
    Q_OBJECT

public:
    /// Shows a dialog, which it then owns, above what is on the screen.
    using Present = std::function<void(QDialog *)>;

    /// @p secrets must outlive the opener.
    ConnectionOpener(SecretStore *secrets, Present present, QObject *parent = nullptr);

    /// Ends with opened() or cancelled(); a connection that is still being opened is forgotten.
    void open(const Profile &profile);
    /// Forgets the connection that is being opened while its secrets are read.
    void stop();

Q_SIGNALS:
    void opened(const Profile &profile, const Credentials &credentials);
    /// The agent does not want to say the secret.
    void cancelled();

private:
    void ask(const Profile &profile, const CredentialAnswer &answer);

    SecretStore *m_secrets;
    Present m_present;
    QPointer<PendingCall> m_reading;
};
