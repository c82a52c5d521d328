// SPDX-License-Identifier: Apache-2.0
#include "kick/pace/readgate.h"

#include <QTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds firstPause = 250ms;
constexpr std::chrono::milliseconds longestPause = 8s;
/// The most that a server's Retry-After is followed.
constexpr std::chrono::seconds longestRetryAfter = 15min;

} // namespace

ReadGate::ReadGate(QObject *parent)
    : QObject(parent)
{
}

bool ReadGate::isOpen() const
{
    return m_inFlight < maximumInFlight && m_shut.hasExpired();
}

std::chrono::milliseconds ReadGate::latency() const
{
    return m_time / std::max<qint64>(m_answers, 1);
}

void ReadGate::note(const Error *error, std::chrono::milliseconds time)
{
    // Also "no" is an answer: only a server that puts off or says nothing is failing.
    const bool isFailure = error && error->kind != ErrorKind::Rejected && error->kind != ErrorKind::Halted;
    m_failuresInRow = isFailure ? m_failuresInRow + 1 : 0;
    if (!isFailure) {
        m_time += time;
        ++m_answers;
    }
}

bool ReadGate::mayRepeat(const Error &error, int attempts) const
{
    if (isBroken())
        return false;
    switch (error.kind) {
    case ErrorKind::RetryLater:
        return true;
    case ErrorKind::NotSent:
    case ErrorKind::Ambiguous:
        return attempts < maximumAttempts;
    case ErrorKind::Rejected:
    case ErrorKind::Halted:
        return false;
    }
    return false;
}

std::chrono::milliseconds ReadGate::pauseAfter(const Error &error, int attempts)
{
    if (error.retryAfter)
        return std::clamp(*error.retryAfter, 0s, longestRetryAfter);
    return std::min(firstPause * (1 << std::min(attempts - 1, 5)), longestPause);
}

void ReadGate::shutFor(std::chrono::milliseconds pause)
{
    if (pause > m_shut.remainingTimeAsDuration())
        m_shut.setRemainingTime(pause, Qt::PreciseTimer);
}

void ReadGate::again(std::chrono::milliseconds pause, const std::function<void()> &attempt)
{
    QTimer::singleShot(pause, Qt::PreciseTimer, this, [this, attempt] {
        // Another read may have been asked for more patience in the meantime.
        if (!m_shut.hasExpired()) {
            again(std::chrono::ceil<std::chrono::milliseconds>(m_shut.remainingTimeAsDuration()), attempt);
            return;
        }
        attempt();
        Q_EMIT opened();
    });
}
