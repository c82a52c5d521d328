// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/statepane.h"

#include "ui_statepane.h"

#include "gui/style/icons.h"

#include <QEvent>

#include <array>

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
    m_content = content;
    drawIcon();
    m_ui->stateLabel->setText(content.text);
    m_ui->stateDetailLabel->setText(content.detail);
    m_ui->stateButton->setText(content.action);
    m_ui->stateButton->setVisible(!content.action.isEmpty());
    updateRoom();
}

void StatePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
    QWidget::changeEvent(event);
}

void StatePane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateRoom();
}

void StatePane::drawIcon()
{
    constexpr int iconSize = 32;
    if (!m_content.icon.isEmpty())
        m_ui->stateIconLabel->setPixmap(
            Icons::tinted(m_content.icon).pixmap({iconSize, iconSize}, devicePixelRatioF(), QIcon::Normal));
}

void StatePane::updateRoom()
{
    struct Part
    {
        QWidget *widget;
        bool isWanted;
    };
    const std::array parts{Part{m_ui->stateIconLabel, !m_content.icon.isEmpty()},
                           Part{m_ui->stateDetailLabel, !m_content.detail.isEmpty()}};
    for (const Part &part : parts)
        part.widget->setVisible(part.isWanted);
    for (const Part &part : parts) {
        if (layout()->totalHeightForWidth(width()) > height())
            part.widget->hide();
    }
}
