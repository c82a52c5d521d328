// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/todaylabel.h"

#include "kick/session.h"
#include "models/words.h"
#include "store/history/historyreader.h"

#include <QDateTime>
#include <QEvent>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

TodayLabel::TodayLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

void TodayLabel::start(HistoryReader *reader, const Session *session)
{
    m_reader = reader;
    m_session = session;
    refresh();
}

void TodayLabel::refresh()
{
    if (m_call)
        m_call->abort();
    const QDateTime today = QDate::currentDate().startOfDay();
    m_newer.removeIf([&today](const auto &each) { return each.value().time < today; });
    const HistoryScope scope{.since = today,
                             .host = m_session->profile().host.toString(),
                             .keyId = m_session->profile().keyId,
                             .without = m_newer.keys()};
    m_call = m_reader->count(scope, this, [this](const Result<QList<HistoryTally>> &tallies) {
        m_count.clear();
        // A history that cannot be read is no day without kicks: nothing is said then.
        if (tallies) {
            for (const HistoryTally &tally : *tallies)
                m_count[Headlines::worst(Headlines::facts(tally))] += tally.count;
            for (const Newer &newer : std::as_const(m_newer))
                ++m_count[newer.fact];
        }
        retranslate();
    });
}

void TodayLabel::note(qint64 itemId, const QDateTime &time, WorstFact fact)
{
    m_newer.insert(itemId, {.time = time, .fact = fact});
    refresh();
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
    const QList<WorstFact> facts = Headlines::all();
    for (const WorstFact fact : facts) {
        const qint64 count = m_count.value(fact);
        if (count > 0)
            words << locale.toString(count) + u" × "_s + Headlines::label(fact);
    }
    for (const QString &sign : OutcomeWords::signs()) {
        qint64 count = 0;
        for (const WorstFact fact : facts)
            count += OutcomeWords::sign(fact) == sign ? m_count.value(fact) : 0;
        if (count > 0)
            numbers << locale.toString(count) + u' ' + sign;
    }
    setText(numbers.isEmpty() ? QString() : tr("today: %1").arg(numbers.join(u"  "_s)));
    setToolTip(words.join(u'\n'));
    setAccessibleName(words.isEmpty() ? QString() : tr("today: %1").arg(words.join(u", "_s)));
}
