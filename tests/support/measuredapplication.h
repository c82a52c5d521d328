// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/threadclock.h"

#include <QEvent>
#include <QString>
#include <QThread>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <iterator>
#include <numeric>

/// An application that knows how long the event loop was away: the longest time that the main thread took to
/// handle one event, by a ThreadClock.
template <typename Application>
class MeasuredApplication : public Application
{
public:
    using Application::Application;

    /// The longest time that one event may take.
#ifdef NDEBUG
    static constexpr std::chrono::milliseconds bound{100};
#else
    // Without optimisation, and under sanitizers, the same work takes many times longer.
    static constexpr std::chrono::milliseconds bound{1500};
#endif

    /// How many times the bound a crowded machine may take at most.
    static constexpr int mostCrowding = 3;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != this->thread())
            return Application::notify(receiver, event);
        const QString what = QString::fromLatin1(receiver->metaObject()->className()) + u' ' +
                             QString::number(static_cast<int>(event->type()));
        const std::chrono::nanoseconds start = m_clock.now();
        const bool result = Application::notify(receiver, event);
        const std::chrono::nanoseconds took = m_clock.now() - start;
        const qint64 ms =
            std::clamp<qint64>(took / std::chrono::milliseconds(1), 0, std::ssize(m_counts) - 1);
        ++m_counts[static_cast<std::size_t>(ms)];
        if (took > m_longest) {
            m_longest = took;
            m_what = what;
        }
        return result;
    }

    void forget()
    {
        m_longest = {};
        m_counts = {};
    }

    /// Within which time, rounded up to milliseconds, @p part (0 to 1) of the events were handled.
    std::chrono::milliseconds within(double part) const
    {
        const auto all = std::accumulate(m_counts.cbegin(), m_counts.cend(), qint64{0});
        qint64 counted = 0;
        for (std::size_t ms = 0; ms < m_counts.size(); ++ms) {
            counted += m_counts[ms];
            if (static_cast<double>(counted) >= part * static_cast<double>(all))
                return std::chrono::milliseconds(ms + 1);
        }
        return std::chrono::milliseconds(m_counts.size());
    }

    /// Time spent waiting for a processor does not count, but work that shares caches, memory and the kernel
    /// with much else takes longer too, so the bound rises with the load above two threads a processor.
    bool isQuick(std::chrono::milliseconds most = bound) const
    {
        return m_longest <= most * crowding();
    }
    /// For the message of a failure.
    QByteArray longest() const
    {
        const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(m_longest).count();
        return QByteArray::number(static_cast<qint64>(ms)) + " ms in " + m_what.toLatin1();
    }

private:
    /// 1 on a machine that keeps up with its work.
    static double crowding()
    {
        double load = 0;
#ifdef Q_OS_UNIX
        if (getloadavg(&load, 1) != 1)
            return 1;
#endif
        constexpr double threadsAtEase = 2;
        return std::clamp(load / (threadsAtEase * std::max(1, QThread::idealThreadCount())), 1.0,
                          static_cast<double>(mostCrowding));
    }

    ThreadClock m_clock;
    std::chrono::nanoseconds m_longest{0};
    QString m_what;
    /// Events by the milliseconds that they took; the last one has the longer ones as well.
    std::array<qint64, 1000> m_counts{};
};
