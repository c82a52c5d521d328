// SPDX-License-Identifier: Apache-2.0
#include "gui/statepane.h"

#include "ui_statepane.h"

#include "gui/icons.h"

#include <QEvent>

StatePane::StatePane(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::StatePane>())
{
    m_ui->setupUi(this);
    connect(m_ui->stateButton, &QPushButton::clicked, this, &StatePane::actionTriggered);
}

StatePane::~StatePane() = default;

void StatePane::setContent(const Content &content)
{
    m_icon = content.icon;
    drawIcon();
    m_ui->stateLabel->setText(content.text);
    m_ui->stateDetailLabel->setText(content.detail);
    m_ui->stateDetailLabel->setVisible(!content.detail.isEmpty());
    m_ui->stateButton->setText(content.action);
    m_ui->stateButton->setVisible(!content.action.isEmpty());
}

void StatePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
    QWidget::changeEvent(event);
}

void StatePane::drawIcon()
{
    constexpr int iconSize = 32;
    m_ui->stateIconLabel->setVisible(!m_icon.isEmpty());
    if (!m_icon.isEmpty())
        m_ui->stateIconLabel->setPixmap(
            Icons::tinted(m_icon).pixmap({iconSize, iconSize}, devicePixelRatioF(), QIcon::Normal));
}
