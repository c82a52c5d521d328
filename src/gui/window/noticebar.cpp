// SPDX-License-Identifier: Apache-2.0
#include "gui/window/noticebar.h"

#include "ui_noticebar.h"

#include "gui/style/colors.h"
#include "gui/style/icons.h"

#include <QAccessible>
#include <QEvent>

using namespace Qt::Literals::StringLiterals;

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::NoticeBar>())
{
    m_ui->setupUi(this);
    hide();
    connect(m_ui->storeNoticeCloseButton, &QPushButton::clicked, this, &NoticeBar::closeFirst);
}

NoticeBar::~NoticeBar() = default;

void NoticeBar::add(const StoreNotice &notice)
{
    if (m_notices.contains(notice))
        return;
    m_notices.append(notice);
    retranslate();
    show();
    QAccessibleEvent alert(m_ui->storeNoticeLabel, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QFrame::changeEvent(event);
}

void NoticeBar::closeFirst()
{
    m_notices.removeFirst();
    setVisible(!m_notices.isEmpty());
    retranslate();
}

void NoticeBar::retranslate()
{
    constexpr int iconSize = 20;
    m_ui->storeNoticeIconLabel->setPixmap(
        Icons::tinted(u"warning"_s).pixmap({iconSize, iconSize}, devicePixelRatioF()));
    QPalette caution = palette();
    caution.setColor(QPalette::WindowText, Colors::caution(palette()));
    m_ui->storeNoticeLabel->setPalette(caution);
    m_ui->storeNoticeLabel->setText(m_notices.isEmpty() ? QString()
                                                        : storeNoticeText(m_notices.constFirst()));
}
