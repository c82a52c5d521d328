// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/single/headline.h"
#include "store/history/historytypes.h"

#include <QHash>
#include <QLabel>
#include <QPointer>

class HistoryReader;
class PendingCall;
class Session;

/// How the kicks of today through this connection stand now: "today: 12 ✔  1 ?".
class TodayLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TodayLabel(QWidget *parent = nullptr);

    /// @p reader and @p session must outlive the label.
    void start(HistoryReader *reader, const Session *session);

    /// Counts anew.
    void refresh();

    /// A check since says @p fact about the kick that has the number @p itemId in the history and was sent
    /// at @p time.
    void note(qint64 itemId, const QDateTime &time, WorstFact fact);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Newer
    {
        QDateTime time;
        WorstFact fact = WorstFact::Unknown;
    };

    void retranslate();

    HistoryReader *m_reader = nullptr;
    const Session *m_session = nullptr;
    QPointer<PendingCall> m_call;
    /// What is known by now and not in the history.
    QHash<qint64, Newer> m_newer;
    QHash<WorstFact, qint64> m_count;
};
