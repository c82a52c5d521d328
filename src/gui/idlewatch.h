// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

/// Tells when nobody has used keyboard or mouse in any window of the program for a while.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    explicit IdleWatch(QObject *parent = nullptr);

    /// Starts anew with @p time; 0 ends the watch.
    void setTime(std::chrono::milliseconds time);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Once, until somebody is back and idle again.
    void idle();

private:
    QTimer m_timer;
};
