// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>

/// A thread that runs one task after the other. It ends after the task that is running; those that wait are
/// dropped.
class WorkerThread
{
public:
    explicit WorkerThread(const QString &name);
    ~WorkerThread();
    WorkerThread(const WorkerThread &) = delete;
    WorkerThread &operator=(const WorkerThread &) = delete;

    void post(const std::function<void()> &task);

    /// True once a task that is running should come to its end.
    bool isEnding() const { return m_isEnding; }

private:
    QThread m_thread;
    QObject *m_worker;
    std::atomic_bool m_isEnding = false;
};
