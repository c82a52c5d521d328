// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/credentials.h"
#include "core/values/profile.h"
#include "store/connections/secretstore.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SecretDialog;
}

/// Asks for the secrets of a saved connection that the keychain did not give, and says why it asks.
class SecretDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p known has what need not be asked for; @p state tells why the secret of the key is missing.
    SecretDialog(Profile profile, SecretState state, Credentials known, QWidget *parent = nullptr);
    ~SecretDialog() override;

    /// What is known with what was typed.
    Credentials credentials() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateButtons();
    bool isSecretAsked() const { return m_known.secret.isEmpty(); }
    bool isPasswordAsked() const;

    std::unique_ptr<Ui::SecretDialog> m_ui;
    Profile m_profile;
    SecretState m_state;
    Credentials m_known;
};
