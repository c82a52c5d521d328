// SPDX-License-Identifier: Apache-2.0
#include "gui/tour/coachmark.h"

#include "ui_coachmark.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>
#include <QShortcut>

using namespace Qt::Literals::StringLiterals;

CoachMark::CoachMark(QWidget *window)
    : QFrame(window)
    , m_ui(std::make_unique<Ui::CoachMark>())
{
    m_ui->setupUi(this);
    setBackgroundRole(QPalette::Base);
    connect(m_ui->coachBackButton, &QPushButton::clicked, this, &CoachMark::backTriggered);
    connect(m_ui->coachNextButton, &QPushButton::clicked, this, &CoachMark::nextTriggered);
    connect(m_ui->coachLeaveButton, &QPushButton::clicked, this, &CoachMark::leaveTriggered);
    // Wherever in the window the keyboard is.
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &CoachMark::leaveTriggered);
}

CoachMark::~CoachMark() = default;

void CoachMark::setContent(const Content &content)
{
    m_content = content;
    retranslate();
    adjustSize();
}

void CoachMark::announce()
{
    QAccessibleEvent alert(m_ui->coachTextLabel, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void CoachMark::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QFrame::changeEvent(event);
}

void CoachMark::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    constexpr qreal frameWidth = 2;
    QPainter painter(this);
    painter.setPen(QPen(palette().color(QPalette::Highlight), frameWidth));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

void CoachMark::retranslate()
{
    const bool isLast = m_content.step == m_content.steps;
    const QString step =
        tr("Step %1 of %2").arg(QString::number(m_content.step), QString::number(m_content.steps));
    setAccessibleName(tr("Tour"));
    m_ui->coachStepLabel->setText(step);
    m_ui->coachTitleLabel->setText(m_content.title);
    m_ui->coachTextLabel->setText(m_content.text);
    m_ui->coachTextLabel->setAccessibleName(QStringList{step, m_content.title, m_content.text}.join(u"\n"_s));
    m_ui->coachBackButton->setEnabled(m_content.canGoBack);
    m_ui->coachNextButton->setEnabled(m_content.canGoOn);
    m_ui->coachNextButton->setText(isLast ? tr("&Finish") : tr("&Next"));
}
