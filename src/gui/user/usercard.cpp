// SPDX-License-Identifier: Apache-2.0
#include "gui/user/usercard.h"

#include "ui_usercard.h"

#include "gui/style/colors.h"
#include "gui/style/icons.h"
#include "models/words/contacttext.h"
#include "models/words/protectionwords.h"
#include "models/words/timetext.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>

using namespace Qt::Literals::StringLiterals;

UserCard::UserCard(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::UserCard>())
{
    m_ui->setupUi(this);
    m_ui->copyIdButton->setIcon(Icons::tinted(u"copy"_s));
    connect(m_ui->copyIdButton, &QToolButton::clicked, this, &UserCard::copyId);
    retranslate();
}

UserCard::~UserCard() = default;

void UserCard::setUser(const User &user, Protection protection)
{
    m_user = user;
    m_protection = protection;
    m_nameMark = NameMarks().mark(Users::displayName(user));
    retranslate();
}

void UserCard::setNameMark(NameMark mark)
{
    m_nameMark = mark;
    retranslate();
}

void UserCard::setPhoneMasked(bool isMasked)
{
    m_isPhoneMasked = isMasked;
    retranslate();
}

void UserCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    } else if (event->type() == QEvent::PaletteChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void UserCard::retranslate()
{
    const ServerText name = Users::displayName(m_user);
    m_ui->nameLabel->setText(name.plain());
    m_ui->hiddenLabel->setVisible(name.hasHiddenCharacters());
    // The line above says so of invisible characters, whatever else is to be said.
    m_ui->cardNameMark->setMark(m_nameMark == NameMark::Hidden ? NameMark::None : m_nameMark);
    constexpr int iconSize = 16;
    const bool isProtected = m_protection != Protection::None;
    m_ui->cardShieldLabel->setPixmap(
        Icons::tinted(u"shield"_s).pixmap({iconSize, iconSize}, devicePixelRatioF()));
    m_ui->cardShieldLabel->setVisible(isProtected);
    m_ui->cardProtectionLabel->setText(ProtectionWords::label(m_protection));
    m_ui->cardProtectionLabel->setVisible(isProtected);
    m_ui->statusLabel->setText(Users::statusLabel(m_user.status));
    QPalette statusPalette = palette();
    if (m_user.status != UserStatus::Activated)
        statusPalette.setColor(QPalette::WindowText, Colors::caution(palette()));
    m_ui->statusLabel->setPalette(statusPalette);
    m_ui->lastLoginLabel->setText(m_user.lastLogin.isValid()
                                      ? tr("last sign-in %1").arg(timeText(m_user.lastLogin))
                                      : tr("never signed in"));
    const QString contact = contactText(m_user, m_isPhoneMasked);
    m_ui->contactLabel->setText(contact.isEmpty() ? m_user.username.plain() : contact);
    m_ui->userIdLabel->setText(ServerText(m_user.userId).plain());
}

void UserCard::copyId()
{
    QGuiApplication::clipboard()->setText(ServerText(m_user.userId).plain());
}
