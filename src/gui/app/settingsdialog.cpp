// SPDX-License-Identifier: Apache-2.0
#include "gui/app/settingsdialog.h"

#include "ui_settingsdialog.h"

#include "gui/style/colors.h"
#include "gui/style/theme.h"

#include <QEvent>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

void select(QComboBox *combo, const QString &data)
{
    combo->setCurrentIndex(std::max(0, combo->findData(data)));
}

} // namespace

SettingsDialog::SettingsDialog(const Settings &settings, bool canUpdate, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SettingsDialog>())
    , m_original(settings)
{
    m_ui->setupUi(this);
    // Each language is called by its own name, so that it can be found from any other.
    m_ui->languageCombo->addItem(QString(), QString());
    m_ui->languageCombo->addItem(u"中文"_s, Languages::wireName(Language::Chinese));
    m_ui->languageCombo->addItem(u"English"_s, Languages::wireName(Language::English));
    for (const ThemeChoice theme : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
        m_ui->themeCombo->addItem(QString(), Themes::name(theme));
    select(m_ui->languageCombo, settings.language ? Languages::wireName(*settings.language) : QString());
    select(m_ui->themeCombo, settings.themeName);
    m_ui->operatorNameEdit->setText(settings.operatorName);
    m_ui->ticketRequiredCheck->setChecked(settings.isTicketRequired);
    m_ui->reasonRequiredCheck->setChecked(settings.isReasonRequired);
    m_ui->phoneMaskedCheck->setChecked(settings.isPhoneMasked);
    m_ui->returnWatchSpin->setValue(settings.returnWatchMinutes);
    m_ui->idleLockSpin->setValue(settings.idleLockMinutes);
    m_ui->bulkCapSpin->setMaximum(Profile::largestBulkCap);
    m_ui->bulkCapSpin->setValue(settings.bulkCap);
    m_ui->updateCheck->setChecked(settings.isUpdateCheckEnabled);
    m_ui->updateCaption->setVisible(canUpdate);
    m_ui->updateCheck->setVisible(canUpdate);
    connect(m_ui->settingsButtons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(m_ui->settingsButtons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    retranslate();
}

SettingsDialog::~SettingsDialog() = default;

Settings SettingsDialog::settings() const
{
    Settings result = m_original;
    result.language = Languages::fromWireName(m_ui->languageCombo->currentData().toString());
    result.themeName = m_ui->themeCombo->currentData().toString();
    result.operatorName = m_ui->operatorNameEdit->text().simplified();
    result.isTicketRequired = m_ui->ticketRequiredCheck->isChecked();
    result.isReasonRequired = m_ui->reasonRequiredCheck->isChecked();
    result.isPhoneMasked = m_ui->phoneMaskedCheck->isChecked();
    result.returnWatchMinutes = m_ui->returnWatchSpin->value();
    result.idleLockMinutes = m_ui->idleLockSpin->value();
    result.bulkCap = m_ui->bulkCapSpin->value();
    result.isUpdateCheckEnabled = m_ui->updateCheck->isChecked();
    return result;
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QDialog::changeEvent(event);
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_ui->languageCombo->setItemText(0, tr("The system's"));
    m_ui->themeCombo->setItemText(0, tr("Like the system"));
    m_ui->themeCombo->setItemText(1, tr("Light"));
    m_ui->themeCombo->setItemText(2, tr("Dark"));
    m_ui->returnWatchSpin->setSpecialValueText(tr("Never"));
    m_ui->returnWatchSpin->setSuffix(tr(" min"));
    m_ui->idleLockSpin->setSpecialValueText(tr("Never"));
    m_ui->idleLockSpin->setSuffix(tr(" min"));
}
