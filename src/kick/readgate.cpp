// SPDX-License-Identifier: Apache-2.0
#include "kick/readgate.h"

#include <QTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds firstPause = 250ms;
constexpr std::chrono::milliseconds longestPause = 8s;
/// The most that a server's Retry-After is followed.
constexpr std::chrono::milliseconds longestRetryAfter = 15min;

} // namespace

ReadGate::ReadGate(QObject *parent)
    : QObject(parent)
{
}

bool ReadGate::isOpen() const
{
    return m_inFlight < maximumInFlight && !m_isWaiting;
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
    if (error.kind == ErrorKind::RetryLater)
        m_isWaiting = true;
    if (error.retryAfter)
        return std::min<std::chrono::milliseconds>(*error.retryAfter, longestRetryAfter);
    return std::min(firstPause * (1 << std::min(attempts - 1, 5)), longestPause);
}

void ReadGate::again(std::chrono::milliseconds pause, const std::function<void()> &attempt)
{
    QTimer::singleShot(pause, this, [this, attempt] {
        m_isWaiting = false;
        attempt();
        Q_EMIT opened();
    });
}
