// SPDX-License-Identifier: Apache-2.0
#include "gui/todaylabel.h"

#include "models/outcomewords.h"
#include "store/historyreader.h"

#include <QDateTime>
#include <QEvent>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

TodayLabel::TodayLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

void TodayLabel::start(HistoryReader *reader)
{
    m_reader = reader;
    refresh();
}

void TodayLabel::refresh()
{
    if (m_call)
        m_call->abort();
    m_call =
        m_reader->count(QDate::currentDate().startOfDay(), this, [this](const Result<HistoryCount> &count) {
            // A history that cannot be read is no day without kicks: nothing is said then.
            m_count = count ? *count : HistoryCount();
            retranslate();
        });
}

void TodayLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLabel::changeEvent(event);
}

void TodayLabel::retranslate()
{
    const QLocale locale;
    QStringList numbers;
    QStringList words;
    const QList<KickOutcome> outcomes = KickOutcomes::all();
    for (const KickOutcome outcome : outcomes) {
        const qint64 count = m_count.value(outcome);
        if (count > 0)
            words << locale.toString(count) + u" × "_s + KickOutcomes::label(outcome);
    }
    for (const QString &sign : OutcomeWords::signs()) {
        qint64 count = 0;
        for (const KickOutcome outcome : outcomes)
            count += OutcomeWords::sign(outcome) == sign ? m_count.value(outcome) : 0;
        if (count > 0)
            numbers << locale.toString(count) + u' ' + sign;
    }
    setText(numbers.isEmpty() ? QString() : tr("today: %1").arg(numbers.join(u"  "_s)));
    setToolTip(words.join(u'\n'));
    setAccessibleName(words.isEmpty() ? QString() : tr("today: %1").arg(words.join(u", "_s)));
}
