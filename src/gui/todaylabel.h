// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/historytypes.h"

#include <QLabel>
#include <QPointer>

class HistoryReader;
class PendingCall;

/// How many kicks of today came to which outcome: "today: 12 ✔  1 ?".
class TodayLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TodayLabel(QWidget *parent = nullptr);

    /// @p reader must outlive the label.
    void start(HistoryReader *reader);

    /// Counts anew.
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    HistoryReader *m_reader = nullptr;
    QPointer<PendingCall> m_call;
    HistoryCount m_count;
};
