// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/checksbar.h"

#include "ui_checksbar.h"

#include "gui/style/colors.h"
#include "gui/style/icons.h"
#include "kick/single/kickplan.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

ChecksBar::ChecksBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ChecksBar>())
{
    m_ui->setupUi(this);
    connect(m_ui->includeAllButton, &QPushButton::clicked, this,
            [this] { Q_EMIT included(m_state.found + m_state.waiting); });
    retranslate();
}

ChecksBar::~ChecksBar() = default;

void ChecksBar::setState(const OpenCheckState &state, const QList<Application> &included)
{
    m_state = state;
    m_included = included;
    retranslate();
}

QString ChecksBar::missing() const
{
    return isWaiting() ? tr("Wait for the checks, or include what is not checked yet.") : QString();
}

void ChecksBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ChecksBar::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || !m_ui->includeAllButton->hasFocus())
        QWidget::keyPressEvent(event);
    else if (!event->isAutoRepeat())
        m_ui->includeAllButton->click();
}

void ChecksBar::retranslate()
{
    const int waiting = static_cast<int>(m_state.waiting.size());
    const QList<Application> more = m_included + m_state.found;
    QStringList sentences;
    if (!more.isEmpty()) {
        QStringList names;
        for (const Application &application : more)
            names << KickPlans::name(application);
        const int count = static_cast<int>(more.size());
        sentences << (waiting > 0
                          ? tr("%Ln more application(s) online or impossible to check: %1", nullptr, count)
                          : tr("%Ln application(s) added, online or impossible to check: %1", nullptr, count))
                         .arg(names.join(u" · "_s));
    }
    if (waiting > 0)
        sentences << tr("%1 of %Ln application(s) not checked yet.", nullptr, m_state.total)
                         .arg(QLocale().toString(waiting));
    constexpr int iconSize = 16;
    m_ui->checksIcon->setPixmap(
        Icons::tinted(u"warning"_s).pixmap({iconSize, iconSize}, devicePixelRatioF()));
    m_ui->checksLabel->setText(sentences.join(u'\n'));
    QPalette caution = palette();
    caution.setColor(QPalette::WindowText, Colors::caution(palette()));
    m_ui->checksLabel->setPalette(caution);
    m_ui->includeAllButton->setText(tr("Include unchecked applications"));
    m_ui->includeAllButton->setVisible(waiting > 0);
    setVisible(!sentences.isEmpty());
}
