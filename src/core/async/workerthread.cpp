// SPDX-License-Identifier: Apache-2.0
#include "core/async/workerthread.h"

WorkerThread::WorkerThread(const QString &name)
    : m_worker(new QObject)
{
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(name);
    m_thread.start();
}

WorkerThread::~WorkerThread()
{
    m_isEnding = true;
    m_thread.quit();
    m_thread.wait();
}

void WorkerThread::post(const std::function<void()> &task)
{
    QMetaObject::invokeMethod(m_worker, task, Qt::QueuedConnection);
}
