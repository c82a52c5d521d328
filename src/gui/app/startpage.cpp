// SPDX-License-Identifier: Apache-2.0
#include "gui/app/startpage.h"

#include "ui_startpage.h"

#include "gui/style/colors.h"
#include "gui/style/icons.h"

#include <QEvent>

#include <array>

using namespace Qt::Literals::StringLiterals;

StartPage::StartPage(Language language, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::StartPage>())
{
    m_ui->setupUi(this);
    // Each language is called by its own name, so that it can be found from any other.
    m_ui->startLanguageCombo->addItem(u"中文"_s, QVariant::fromValue(Language::Chinese));
    m_ui->startLanguageCombo->addItem(u"English"_s, QVariant::fromValue(Language::English));
    m_ui->startLanguageCombo->setCurrentIndex(
        m_ui->startLanguageCombo->findData(QVariant::fromValue(language)));
    connect(m_ui->sandboxChoiceButton, &QPushButton::clicked, this,
            [this] { Q_EMIT sandboxChosen(m_ui->tourCheck->isChecked()); });
    connect(m_ui->addChoiceButton, &QPushButton::clicked, this, &StartPage::connectionWanted);
    connect(m_ui->importChoiceButton, &QPushButton::clicked, this, &StartPage::importWanted);
    connect(m_ui->startLanguageCombo, &QComboBox::activated, this,
            [this] { Q_EMIT languageChosen(m_ui->startLanguageCombo->currentData().value<Language>()); });
    connect(m_ui->startButtons, &QDialogButtonBox::rejected, this, &StartPage::reject);
    drawIcons();
    retranslate();
    m_ui->sandboxChoiceButton->setFocus();
}

StartPage::~StartPage() = default;

void StartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        drawIcons();
    }
    QDialog::changeEvent(event);
}

void StartPage::drawIcons()
{
    constexpr int programSize = 56;
    constexpr int iconSize = 28;
    m_ui->startIconLabel->setPixmap(
        Icons::application().pixmap({programSize, programSize}, devicePixelRatioF()));
    const std::array icons{std::pair(m_ui->sandboxIconLabel, u"sandbox"_s),
                           std::pair(m_ui->addIconLabel, u"connection"_s),
                           std::pair(m_ui->importIconLabel, u"import"_s)};
    for (const auto &[label, icon] : icons)
        label->setPixmap(Icons::tinted(icon).pixmap({iconSize, iconSize}, devicePixelRatioF()));
}

void StartPage::retranslate()
{
    setWindowTitle(tr("Welcome to Kickdesk"));
    const std::array choices{std::pair(m_ui->sandboxChoiceButton, m_ui->sandboxChoiceLabel),
                             std::pair(m_ui->addChoiceButton, m_ui->addChoiceLabel),
                             std::pair(m_ui->importChoiceButton, m_ui->importChoiceLabel)};
    for (const auto &[button, label] : choices)
        button->setAccessibleDescription(label->text());
}
