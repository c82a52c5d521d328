// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayList>
#include <QFile>

#include <chrono>
#include <ctime>
#include <utility>

/// A clock of the thread that makes it. It stands still while the thread could run and waits for a processor,
/// so other work on the machine decides nothing; sleeping, and waiting for a disk or a lock, count.
class ThreadClock
{
public:
    ThreadClock()
    {
        m_schedule.setFileName(QStringLiteral("/proc/thread-self/schedstat"));
        // The kernel writes this file anew for each read. Some kernels keep no account and write zeros.
        if (m_schedule.open(QIODevice::ReadOnly | QIODevice::Unbuffered) && scheduled(Column::Running) <= 0)
            m_schedule.close();
    }

    std::chrono::nanoseconds now()
    {
        if (!m_schedule.isOpen())
            return withoutSchedule();
        // The thread may lose the processor in between; both have to be of one moment.
        qint64 waited = scheduled(Column::Waiting);
        while (true) {
            const std::chrono::nanoseconds wall = wallTime();
            const qint64 before = std::exchange(waited, scheduled(Column::Waiting));
            if (waited == before)
                return wall - std::chrono::nanoseconds(waited);
        }
    }

    /// Whether this system tells how long a thread waited; otherwise now() is time of the processor where the
    /// system counts that, and real time elsewhere.
    bool isExact() const { return m_schedule.isOpen(); }

private:
    enum class Column {
        Running,
        Waiting
    };

    static std::chrono::nanoseconds wallTime() { return std::chrono::steady_clock::now().time_since_epoch(); }

    static std::chrono::nanoseconds withoutSchedule()
    {
#ifdef CLOCK_THREAD_CPUTIME_ID
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
#else
        return wallTime();
#endif
    }

    /// Nanoseconds since the start of the thread.
    qint64 scheduled(Column column)
    {
        constexpr qint64 longest = 128;
        m_schedule.seek(0);
        return m_schedule.read(longest).split(' ').value(static_cast<qsizetype>(column)).toLongLong();
    }

    QFile m_schedule;
};

/// Milliseconds since start() by a ThreadClock.
class ThreadTimer
{
public:
    void start() { m_start = m_clock.now(); }
    qint64 elapsed() { return (m_clock.now() - m_start) / std::chrono::milliseconds(1); }

private:
    ThreadClock m_clock;
    std::chrono::nanoseconds m_start{0};
};
