// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

#include <memory>

/// Turns SIGINT, SIGTERM and SIGHUP (on Windows Ctrl+C, Ctrl+Break and the closing of the console) into a Qt
/// signal.
/// One object a process.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    ~Interrupt() override;

Q_SIGNALS:
    /// @p signal is SIGINT or SIGTERM, which a terminal that is gone is told as.
    void received(int signal);

private:
    class Private;
    std::unique_ptr<Private> m_private;
};
