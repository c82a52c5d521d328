// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>

#include <algorithm>

/// Milliseconds since start(), less the time in which the threads of this process could run and had no
/// processor: other work on the machine decides nothing, and a bound stays strict where there is none.
/// Threads that wait at the same time are all subtracted. Where the system does not tell, real time.
class ProcessTimer
{
public:
    void start()
    {
        m_waited = waited();
        m_wall.start();
    }

    qint64 elapsed() const
    {
        const qint64 wall = m_wall.nsecsElapsed();
        qint64 waiting = 0;
        const QHash<QString, qint64> now = waited();
        for (auto thread = now.begin(); thread != now.end(); ++thread)
            waiting += thread.value() - m_waited.value(thread.key());
        constexpr qint64 nanosecondsAMillisecond = 1'000'000;
        return std::max<qint64>(0, wall - waiting) / nanosecondsAMillisecond;
    }

private:
    /// Nanoseconds by thread.
    static QHash<QString, qint64> waited()
    {
        QHash<QString, qint64> result;
        const QDir threads(QStringLiteral("/proc/self/task"));
        for (const QString &thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            QFile schedule(threads.filePath(thread + QStringLiteral("/schedstat")));
            if (schedule.open(QIODevice::ReadOnly))
                result.insert(thread, schedule.readAll().split(' ').value(1).toLongLong());
        }
        return result;
    }

    QElapsedTimer m_wall;
    QHash<QString, qint64> m_waited;
};
