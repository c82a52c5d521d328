// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

/// Tells when no window of the program has had a key or a mouse event for a while.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    explicit IdleWatch(QObject *parent = nullptr);

    /// Starts anew with @p time; 0 ends the watch.
    void setTime(std::chrono::milliseconds time);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Once, until the agent is back and idle again.
    void idle();

private:
    QTimer m_timer;
};
