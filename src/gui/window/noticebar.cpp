// SPDX-License-Identifier: Apache-2.0
#include "gui/window/noticebar.h"

#include "ui_noticebar.h"

#include "gui/style/colors.h"
#include "gui/style/icons.h"

#include <QAccessible>
#include <QEvent>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::NoticeBar>())
{
    m_ui->setupUi(this);
    hide();
    connect(m_ui->storeNoticeCloseButton, &QPushButton::clicked, this, &NoticeBar::closeAll);
}

NoticeBar::~NoticeBar() = default;

void NoticeBar::add(const StoreNotice &notice)
{
    if (m_notices.contains(notice))
        return;
    // A finding that is on the screen must not hide what was found since.
    const auto place = std::ranges::find_if(m_notices, [&notice](const StoreNotice &each) {
        return severity(each.kind) >= severity(notice.kind);
    });
    m_notices.insert(place, notice);
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

void NoticeBar::closeAll()
{
    m_notices.clear();
    hide();
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
    QStringList texts;
    for (const StoreNotice &notice : std::as_const(m_notices))
        texts << storeNoticeText(notice);
    m_ui->storeNoticeLabel->setText(texts.join(u'\n'));
}
