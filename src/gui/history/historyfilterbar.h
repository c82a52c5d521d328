// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/history/historytypes.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class HistoryFilterBar;
}

/// Text, time and result by which the history is filtered.
class HistoryFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryFilterBar(QWidget *parent = nullptr);
    ~HistoryFilterBar() override;

    /// What is chosen; "today" is that of the call.
    HistoryFilter filter() const;
    /// True when nothing restricts the history.
    bool isEmpty() const;

    void clear();
    void focusText();

Q_SIGNALS:
    /// For a text, when its typing has paused.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void update();

    std::unique_ptr<Ui::HistoryFilterBar> m_ui;
    QTimer m_pause;
};
