// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/openchecks.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ChecksBar;
}

/// Says on the kick sheet which applications are still being checked and which have turned out to be online
/// since it opened, and offers to take them in. Takes nothing in by itself.
class ChecksBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChecksBar(QWidget *parent = nullptr);
    ~ChecksBar() override;

    void setState(const OpenCheckState &state);

    bool isWaiting() const { return !m_state.waiting.isEmpty(); }
    /// What the agent has to wait for or to decide before the kick may leave; empty when there is nothing.
    QString missing() const;
    /// The button that Enter should press next; null when there is none.
    QWidget *nextButton() const;

Q_SIGNALS:
    /// The agent wants @p applications to be forced out of as well.
    void included(const QList<Application> &applications);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();

    std::unique_ptr<Ui::ChecksBar> m_ui;
    OpenCheckState m_state;
};
