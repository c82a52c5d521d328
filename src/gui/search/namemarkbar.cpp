// SPDX-License-Identifier: Apache-2.0
#include "gui/search/namemarkbar.h"

#include "gui/style/colors.h"
#include "gui/style/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;

NameMarkBar::NameMarkBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_label(new QLabel(this))
{
    m_icon->setTextFormat(Qt::PlainText);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setObjectName(u"nameMarkLabel"_s);
    m_label->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_label, 1);
    hide();
}

void NameMarkBar::setMark(NameMark mark)
{
    m_mark = mark;
    retranslate();
    setVisible(mark != NameMark::None);
}

void NameMarkBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

void NameMarkBar::retranslate()
{
    constexpr int iconSize = 16;
    m_icon->setPixmap(Icons::tinted(u"users-alike"_s).pixmap({iconSize, iconSize}, devicePixelRatioF()));
    QPalette caution = palette();
    caution.setColor(QPalette::WindowText, Colors::caution(palette()));
    m_label->setPalette(caution);
    m_label->setText(NameMarks::sentence(m_mark));
}
