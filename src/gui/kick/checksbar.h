// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/user/openchecks.h"

#include <QWidget>

#include <memory>

namespace Ui {
class ChecksBar;
}

/// Says on the kick sheet which applications are still being checked, which have turned out to be online
/// since it opened, and which of those the kick has taken in. Offers not to wait.
class ChecksBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChecksBar(QWidget *parent = nullptr);
    ~ChecksBar() override;

    /// @p included: what the kick has taken in since the sheet opened, because a check said that it is
    /// online.
    void setState(const OpenCheckState &state, const QList<Application> &included);

    bool isWaiting() const { return !m_state.waiting.isEmpty(); }
    /// What the agent has to wait for before the kick may leave; empty when there is nothing.
    QString missing() const;

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
    QList<Application> m_included;
};
