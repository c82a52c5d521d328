// SPDX-License-Identifier: Apache-2.0
#include "gui/connections/secretdialog.h"

#include "ui_secretdialog.h"

#include "core/identifiers/idcleaning.h"
#include "core/values/error.h"
#include "core/values/host.h"
#include "core/values/servertext.h"

#include <QEvent>
#include <QPushButton>

#include <utility>

SecretDialog::SecretDialog(Profile profile, SecretState state, Credentials known, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SecretDialog>())
    , m_profile(std::move(profile))
    , m_state(state)
    , m_known(std::move(known))
{
    m_ui->setupUi(this);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_ui->askedSecretCaption), static_cast<QWidget *>(m_ui->askedSecretEdit)})
        widget->setVisible(isSecretAsked());
    for (QWidget *widget : {static_cast<QWidget *>(m_ui->askedPasswordCaption),
                            static_cast<QWidget *>(m_ui->askedPasswordEdit)})
        widget->setVisible(isPasswordAsked());
    connect(m_ui->secretButtons, &QDialogButtonBox::accepted, this, &SecretDialog::accept);
    connect(m_ui->secretButtons, &QDialogButtonBox::rejected, this, &SecretDialog::reject);
    connect(m_ui->askedSecretEdit, &QLineEdit::textChanged, this, &SecretDialog::updateButtons);
    connect(m_ui->askedPasswordEdit, &QLineEdit::textChanged, this, &SecretDialog::updateButtons);
    retranslate();
    (isSecretAsked() ? m_ui->askedSecretEdit : m_ui->askedPasswordEdit)->setFocus();
}

SecretDialog::~SecretDialog() = default;

Credentials SecretDialog::credentials() const
{
    Credentials result = m_known;
    if (isSecretAsked())
        result.secret = Secret(IdCleaning::trimmed(m_ui->askedSecretEdit->text()).toUtf8());
    if (isPasswordAsked())
        result.proxyPassword = Secret(m_ui->askedPasswordEdit->text().toUtf8());
    return result;
}

void SecretDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QDialog::changeEvent(event);
}

void SecretDialog::retranslate()
{
    const QString name = ServerText(m_profile.name).plain();
    setWindowTitle(tr("Open %1").arg(name));
    m_ui->secretTargetLabel->setText(
        tr("Connection “%1”\nHost %2\nAccess key %3")
            .arg(name, Hosts::displayName(m_profile.host), ServerText(m_profile.keyId).plain()));
    updateButtons();
}

void SecretDialog::updateButtons()
{
    const Credentials typed = credentials();
    const bool isTooLong = typed.secret.isTooLong() || typed.proxyPassword.isTooLong();
    m_ui->secretButtons->button(QDialogButtonBox::Ok)->setEnabled(!typed.secret.isEmpty() && !isTooLong);
    const QString reason = isTooLong
                               ? errorText({.kind = ErrorKind::NotSent, .code = ErrorCode::SecretTooLong})
                               : secretStateText(m_state);
    m_ui->secretReasonLabel->setText(reason);
    m_ui->secretReasonLabel->setVisible(!reason.isEmpty());
}

bool SecretDialog::isPasswordAsked() const
{
    return !m_profile.proxy.user.isEmpty() && m_known.proxyPassword.isEmpty();
}
