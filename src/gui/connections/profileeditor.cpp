// SPDX-License-Identifier: Apache-2.0
#include "gui/connections/profileeditor.h"

#include "ui_profileeditor.h"

#include "api/net/cafile.h"
#include "core/identifiers/idcleaning.h"
#include "core/values/host.h"
#include "core/values/servertext.h"
#include "core/values/tenant.h"
#include "gui/style/colors.h"
#include "store/connections/savedcredentials.h"

#include <QAccessible>
#include <QEvent>
#include <QFileDialog>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// As Authing makes them, and safe in a header.
bool isHeaderSafe(const QString &text)
{
    static const QRegularExpression shape(u"\\A[A-Za-z0-9_-]{1,64}\\z"_s);
    return shape.match(text).hasMatch();
}

QStringList words(const QString &line)
{
    static const QRegularExpression gaps(u"[\\s,;]+"_s);
    return line.split(gaps, Qt::SkipEmptyParts);
}

QString linesOf(const QList<ProtectedUser> &users)
{
    QStringList lines;
    for (const ProtectedUser &user : users)
        lines << (QStringList{user.userId} + user.identifiers).join(u' ');
    return lines.join(u'\n');
}

QList<ProtectedUser> protectedUsers(const QString &text)
{
    QList<ProtectedUser> users;
    for (const QString &line : text.split(u'\n')) {
        const QStringList parts = words(line);
        if (!parts.isEmpty())
            users.append({.userId = parts.first(), .identifiers = parts.mid(1)});
    }
    return users;
}

void select(QComboBox *combo, int value)
{
    combo->setCurrentIndex(std::max(0, combo->findData(value)));
}

template <typename Enum>
Enum chosen(const QComboBox *combo)
{
    return static_cast<Enum>(combo->currentData().toInt());
}

} // namespace

ProfileEditor::ProfileEditor(QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ProfileEditor>())
{
    m_ui->setupUi(this);
    for (const AuthScheme scheme : {AuthScheme::Token, AuthScheme::Signature})
        m_ui->authCombo->addItem(QString(), static_cast<int>(scheme));
    for (const Environment environment : {Environment::Production, Environment::Test})
        m_ui->environmentCombo->addItem(QString(), static_cast<int>(environment));
    for (const ProxyMode mode : {ProxyMode::None, ProxyMode::System, ProxyMode::Manual})
        m_ui->proxyCombo->addItem(QString(), static_cast<int>(mode));
    for (const ApiNames names : {ApiNames::ByHost, ApiNames::Authing, ApiNames::GenAuth})
        m_ui->apiNamesCombo->addItem(QString(), static_cast<int>(names));
    m_ui->bulkCapSpin->setMaximum(Profile::largestBulkCap);
    m_ui->editorProblemLabel->hide();
    connect(m_ui->editorButtons, &QDialogButtonBox::accepted, this, &ProfileEditor::accept);
    connect(m_ui->editorButtons, &QDialogButtonBox::rejected, this, &ProfileEditor::reject);
    connect(m_ui->caFileButton, &QPushButton::clicked, this, &ProfileEditor::chooseCaFile);
    connect(m_ui->proxyCombo, &QComboBox::currentIndexChanged, this, &ProfileEditor::updateProxy);
    connect(m_ui->proxyPortSpin, &QSpinBox::valueChanged, this, &ProfileEditor::updateNotes);
    for (const QLineEdit *edit :
         {m_ui->hostEdit, m_ui->keyIdEdit, m_ui->caFileEdit, m_ui->proxyHostEdit, m_ui->proxyUserEdit})
        connect(edit, &QLineEdit::textChanged, this, &ProfileEditor::updateNotes);
    retranslate();
}

ProfileEditor::~ProfileEditor() = default;

void ProfileEditor::edit(const Profile &profile, bool isSecretKept)
{
    m_original = profile;
    m_isSecretKept = isSecretKept;
    m_ui->nameEdit->setText(profile.name);
    m_ui->hostEdit->setText(profile.host.toString());
    m_ui->keyIdEdit->setText(profile.keyId);
    m_ui->secretEdit->clear();
    select(m_ui->authCombo, static_cast<int>(profile.auth));
    select(m_ui->environmentCombo, static_cast<int>(profile.environment));
    m_ui->poolIdEdit->setText(profile.poolId);
    m_ui->caFileEdit->setText(profile.caFile);
    select(m_ui->proxyCombo, static_cast<int>(profile.proxy.mode));
    m_ui->proxyHostEdit->setText(profile.proxy.host);
    if (profile.proxy.port != 0)
        m_ui->proxyPortSpin->setValue(profile.proxy.port);
    m_ui->proxyUserEdit->setText(profile.proxy.user);
    m_ui->proxyPasswordEdit->clear();
    select(m_ui->apiNamesCombo, static_cast<int>(profile.apiNames));
    m_ui->tenantHeaderEdit->setText(QString::fromLatin1(profile.tenantHeader));
    m_ui->tenantEdit->setText(QString::fromLatin1(profile.tenant));
    m_ui->operatorEdit->setText(profile.operatorName);
    m_ui->ownUserEdit->setText(profile.ownUserId);
    m_ui->protectedEdit->setPlainText(linesOf(profile.protectedUsers));
    m_ui->ticketCheck->setChecked(profile.isTicketRequired);
    m_ui->reasonCheck->setChecked(profile.isReasonRequired);
    m_ui->bulkCapSpin->setValue(profile.bulkCap);
    m_ui->editorTabs->setCurrentIndex(0);
    m_ui->nameEdit->setFocus();
    updateProxy();
    retranslate();
}

Profile ProfileEditor::profile() const
{
    Profile result = m_original;
    result.name = m_ui->nameEdit->text().simplified();
    const Result<QUrl> host = Hosts::check(m_ui->hostEdit->text());
    result.host = host ? *host : QUrl();
    result.keyId = IdCleaning::trimmed(m_ui->keyIdEdit->text());
    result.auth = chosen<AuthScheme>(m_ui->authCombo);
    result.environment = chosen<Environment>(m_ui->environmentCombo);
    result.poolId = IdCleaning::trimmed(m_ui->poolIdEdit->text());
    result.caFile = m_ui->caFileEdit->text().trimmed();
    result.proxy = {.mode = chosen<ProxyMode>(m_ui->proxyCombo)};
    if (result.proxy.mode == ProxyMode::Manual) {
        result.proxy.host = m_ui->proxyHostEdit->text().trimmed();
        result.proxy.port = static_cast<quint16>(m_ui->proxyPortSpin->value());
        result.proxy.user = m_ui->proxyUserEdit->text().trimmed();
    }
    result.apiNames = chosen<ApiNames>(m_ui->apiNamesCombo);
    result.tenantHeader = m_ui->tenantHeaderEdit->text().trimmed().toUtf8();
    result.tenant = m_ui->tenantEdit->text().trimmed().toUtf8();
    result.operatorName = m_ui->operatorEdit->text().simplified();
    result.ownUserId = IdCleaning::trimmed(m_ui->ownUserEdit->text());
    result.protectedUsers = protectedUsers(m_ui->protectedEdit->toPlainText());
    result.isTicketRequired = m_ui->ticketCheck->isChecked();
    result.isReasonRequired = m_ui->reasonCheck->isChecked();
    result.bulkCap = m_ui->bulkCapSpin->value();
    return result;
}

Secret ProfileEditor::secret() const
{
    return Secret(IdCleaning::trimmed(m_ui->secretEdit->text()).toUtf8());
}

Secret ProfileEditor::proxyPassword() const
{
    return Secret(m_ui->proxyPasswordEdit->text().toUtf8());
}

void ProfileEditor::accept()
{
    const Result<QUrl> host = Hosts::check(m_ui->hostEdit->text());
    m_hostError = host ? std::nullopt : std::optional(host.error());
    m_problem = problem();
    const bool isNameFirst = m_problem == Problem::NoName;
    if (m_hostError && !isNameFirst)
        showProblem(m_ui->hostEdit);
    else if (m_problem)
        showProblem(fieldOf(*m_problem));
    else
        save();
}

void ProfileEditor::save()
{
    m_saveError = m_save ? m_save(profile()) : std::nullopt;
    if (m_saveError)
        showProblem(m_ui->nameEdit);
    else
        QDialog::accept();
}

void ProfileEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        retranslate();
    }
    QDialog::changeEvent(event);
}

void ProfileEditor::retranslate()
{
    setWindowTitle(m_original.name.isEmpty() ? tr("New connection")
                                             : tr("Connection: %1").arg(m_original.name));
    m_ui->authCombo->setItemText(0, tr("Management token (recommended)"));
    m_ui->authCombo->setItemText(1, tr("Signature (HMAC-SHA1)"));
    m_ui->environmentCombo->setItemText(0, tr("Production: real users"));
    m_ui->environmentCombo->setItemText(1, tr("Test"));
    m_ui->proxyCombo->setItemText(0, tr("No proxy"));
    m_ui->proxyCombo->setItemText(1, tr("The system's proxy"));
    m_ui->proxyCombo->setItemText(2, tr("This proxy:"));
    m_ui->apiNamesCombo->setItemText(0, tr("As the host needs (recommended)"));
    m_ui->apiNamesCombo->setItemText(1, u"Authing (x-authing-*)"_s);
    m_ui->apiNamesCombo->setItemText(2, u"GenAuth (x-genauth-*)"_s);
    m_ui->bulkCapSpin->setSpecialValueText(tr("As in the settings"));
    QPalette bad = palette();
    bad.setColor(QPalette::WindowText, Colors::bad(palette()));
    m_ui->editorProblemLabel->setPalette(bad);
    m_ui->editorProblemLabel->setText(problemText());
    updateNotes();
}

void ProfileEditor::updateNotes()
{
    QString note;
    if (isSecretKept())
        note = tr("A secret is already stored. Leave this empty to keep it.");
    else if (m_isSecretKept)
        note = tr("The address, key, proxy or root certificate changed. Enter the secret again.");
    else
        note = tr("The secret is kept in the keychain of the system, or in memory where there is none.");
    m_ui->secretNoteLabel->setText(note);
    m_ui->caFileNoteLabel->setText(caFileNote());
}

/// The agent who chooses a root compares its fingerprint with the one that the administrator gives.
QString ProfileEditor::caFileNote() const
{
    const QString name = m_ui->caFileEdit->text().trimmed();
    if (name.isEmpty())
        return tr("Only for a private Authing whose certificate this system does not trust: "
                  "the root certificate of its chain, in PEM.");
    const CaFile file = CaFiles::read(name);
    if (file.problem)
        return CaFiles::problemText(*file.problem);
    return tr("%1, valid until %2\nSHA-256 %3")
        .arg(file.facts.subject.plain(),
             QLocale().toString(file.facts.notAfter.toLocalTime().date(), QLocale::ShortFormat),
             file.facts.sha256);
}

void ProfileEditor::updateProxy()
{
    const bool isManual = chosen<ProxyMode>(m_ui->proxyCombo) == ProxyMode::Manual;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_ui->proxyHostEdit, m_ui->proxyPortSpin,
                                                            m_ui->proxyUserEdit, m_ui->proxyPasswordEdit})
        widget->setEnabled(isManual);
    updateNotes();
}

void ProfileEditor::chooseCaFile()
{
    auto *dialog = new QFileDialog(this, tr("Root certificate"), m_ui->caFileEdit->text());
    dialog->setObjectName(u"caFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_ui->caFileEdit, &QLineEdit::setText);
    dialog->open();
}

bool ProfileEditor::isSecretKept() const
{
    return m_isSecretKept && SavedCredentials::areKept(m_original, profile());
}

std::optional<ProfileEditor::Problem> ProfileEditor::problem() const
{
    const Profile entered = profile();
    if (entered.name.isEmpty())
        return Problem::NoName;
    if (entered.keyId.isEmpty())
        return Problem::NoKeyId;
    if (!isHeaderSafe(entered.keyId))
        return Problem::BadKeyId;
    if (!entered.caFile.isEmpty() && CaFiles::read(entered.caFile).problem)
        return Problem::BadCaFile;
    if (entered.proxy.mode == ProxyMode::Manual && entered.proxy.host.isEmpty())
        return Problem::NoProxyHost;
    // Behind what the secret is bound to, which would ask for it again.
    if (secret().isEmpty() && !isSecretKept())
        return Problem::NoSecret;
    if (secret().isTooLong() || proxyPassword().isTooLong())
        return Problem::LongSecret;
    if (!Tenants::isUsable(entered.tenantHeader, entered.tenant))
        return Problem::BadTenant;
    const bool areIdsUsable = std::ranges::all_of(
        entered.protectedUsers, [](const ProtectedUser &user) { return isHeaderSafe(user.userId); });
    return areIdsUsable ? std::nullopt : std::optional(Problem::BadProtectedUser);
}

QString ProfileEditor::problemText() const
{
    if (m_hostError && m_problem != Problem::NoName)
        return errorText(*m_hostError);
    if (!m_problem)
        return m_saveError ? errorText(*m_saveError) : QString();
    switch (*m_problem) {
    case Problem::NoName:
        return tr("Give the connection a name.");
    case Problem::NoKeyId:
        return tr("The ID of the access key is missing.");
    case Problem::BadKeyId:
        return tr("This cannot be the ID of an access key: letters, digits, “-” and “_” only.");
    case Problem::NoSecret:
        return tr("Enter the secret of the access key.");
    case Problem::LongSecret:
        return errorText({.kind = ErrorKind::NotSent, .code = ErrorCode::SecretTooLong});
    case Problem::BadCaFile:
        return tr("The CA file gives no root certificate to trust. What is wrong is said below it.");
    case Problem::NoProxyHost:
        return tr("The host of the proxy is missing.");
    case Problem::BadTenant:
        return tr("The tenant header needs a name (letters, digits, “-” and “_”) and a value.");
    case Problem::BadProtectedUser:
        return tr("Each line of the protected users begins with a user ID.");
    }
    return {};
}

QWidget *ProfileEditor::fieldOf(Problem problem) const
{
    switch (problem) {
    case Problem::NoName:
        return m_ui->nameEdit;
    case Problem::NoKeyId:
    case Problem::BadKeyId:
        return m_ui->keyIdEdit;
    case Problem::NoSecret:
        return m_ui->secretEdit;
    case Problem::LongSecret:
        return secret().isTooLong() ? m_ui->secretEdit : m_ui->proxyPasswordEdit;
    case Problem::BadCaFile:
        return m_ui->caFileEdit;
    case Problem::NoProxyHost:
        return m_ui->proxyHostEdit;
    case Problem::BadTenant:
        return m_ui->tenantHeaderEdit;
    case Problem::BadProtectedUser:
        return m_ui->protectedEdit;
    }
    return nullptr;
}

void ProfileEditor::showProblem(QWidget *field)
{
    for (int page = 0; page < m_ui->editorTabs->count(); ++page) {
        if (m_ui->editorTabs->widget(page)->isAncestorOf(field))
            m_ui->editorTabs->setCurrentIndex(page);
    }
    field->setFocus();
    m_ui->editorProblemLabel->setText(problemText());
    m_ui->editorProblemLabel->show();
    QAccessibleEvent alert(m_ui->editorProblemLabel, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}
