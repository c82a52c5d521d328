// SPDX-License-Identifier: Apache-2.0
#include "gui/history/historyfilterbar.h"

#include "ui_historyfilterbar.h"

#include "models/words.h"

#include <QEvent>

#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto typingPause = 250ms;

/// The entries of the range combo, in its order.
enum Range {
    Always,
    Today,
    SevenDays,
    ThirtyDays,
    Custom,
    RangeCount,
};

/// The results that a kick in the journal can have.
QList<KickOutcome> offeredOutcomes()
{
    return {KickOutcome::Verified, KickOutcome::StillOnline, KickOutcome::Accepted,
            KickOutcome::Unknown,  KickOutcome::Rejected,    KickOutcome::NotSent};
}

} // namespace

HistoryFilterBar::HistoryFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::HistoryFilterBar>())
{
    m_ui->setupUi(this);
    for (int range = Always; range < RangeCount; ++range)
        m_ui->rangeCombo->addItem(QString(), range);
    m_ui->outcomeCombo->addItem(QString());
    for (const KickOutcome outcome : offeredOutcomes())
        m_ui->outcomeCombo->addItem(QString(), static_cast<int>(outcome));
    const QDate today = QDate::currentDate();
    m_ui->sinceEdit->setDate(today.addMonths(-1));
    m_ui->untilEdit->setDate(today);
    retranslate();
    update();

    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &HistoryFilterBar::changed);
    connect(m_ui->historyTextEdit, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_ui->historyTextEdit, &QLineEdit::returnPressed, this, [this] {
        m_pause.stop();
        Q_EMIT changed();
    });
    connect(m_ui->rangeCombo, &QComboBox::currentIndexChanged, this, [this] {
        update();
        Q_EMIT changed();
    });
    connect(m_ui->outcomeCombo, &QComboBox::currentIndexChanged, this, &HistoryFilterBar::changed);
    // A date is typed digit by digit.
    connect(m_ui->sinceEdit, &QDateEdit::dateChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_ui->untilEdit, &QDateEdit::dateChanged, &m_pause, qOverload<>(&QTimer::start));
}

HistoryFilterBar::~HistoryFilterBar() = default;

HistoryFilter HistoryFilterBar::filter() const
{
    HistoryFilter filter{.text = m_ui->historyTextEdit->text().trimmed()};
    if (m_ui->outcomeCombo->currentIndex() > 0)
        filter.outcome = static_cast<KickOutcome>(m_ui->outcomeCombo->currentData().toInt());
    const QDate today = QDate::currentDate();
    switch (m_ui->rangeCombo->currentIndex()) {
    case Today:
        filter.since = today.startOfDay();
        break;
    case SevenDays:
        filter.since = today.addDays(-6).startOfDay();
        break;
    case ThirtyDays:
        filter.since = today.addDays(-29).startOfDay();
        break;
    case Custom:
        filter.since = m_ui->sinceEdit->date().startOfDay();
        filter.until = m_ui->untilEdit->date().addDays(1).startOfDay();
        break;
    default:
        break;
    }
    return filter;
}

bool HistoryFilterBar::isEmpty() const
{
    return filter() == HistoryFilter();
}

void HistoryFilterBar::clear()
{
    {
        const QSignalBlocker block(this);
        m_ui->historyTextEdit->clear();
        m_ui->rangeCombo->setCurrentIndex(Always);
        m_ui->outcomeCombo->setCurrentIndex(0);
    }
    m_pause.stop();
    Q_EMIT changed();
}

void HistoryFilterBar::focusText()
{
    m_ui->historyTextEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->historyTextEdit->selectAll();
}

void HistoryFilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

void HistoryFilterBar::retranslate()
{
    m_ui->rangeCombo->setItemText(Always, tr("Any time"));
    m_ui->rangeCombo->setItemText(Today, tr("Today"));
    m_ui->rangeCombo->setItemText(SevenDays, tr("Last 7 days"));
    m_ui->rangeCombo->setItemText(ThirtyDays, tr("Last 30 days"));
    m_ui->rangeCombo->setItemText(Custom, tr("From – to"));
    m_ui->outcomeCombo->setItemText(0, tr("Any result"));
    for (int at = 1; at < m_ui->outcomeCombo->count(); ++at) {
        const auto outcome = static_cast<KickOutcome>(m_ui->outcomeCombo->itemData(at).toInt());
        m_ui->outcomeCombo->setItemText(at, OutcomeWords::marked(outcome));
    }
}

void HistoryFilterBar::update()
{
    const bool isCustom = m_ui->rangeCombo->currentIndex() == Custom;
    for (QWidget *widget : {static_cast<QWidget *>(m_ui->sinceEdit), static_cast<QWidget *>(m_ui->untilLabel),
                            static_cast<QWidget *>(m_ui->untilEdit)})
        widget->setVisible(isCustom);
}
