// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/values/result.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <memory>
#include <utility>

/// Lets a few reads at a time through, and none while the server asks for patience. A read that is refused
/// for a while or gets lost is repeated; reads change nothing, so that is always allowed.
class ReadGate : public QObject
{
    Q_OBJECT

public:
    static constexpr int maximumInFlight = 4;
    /// For a read that gets lost. One that the server puts off is repeated as long as others succeed.
    static constexpr int maximumAttempts = 3;
    /// So many failures with no success between, and nothing is repeated any more.
    static constexpr int maximumFailures = 20;

    /// Starts one attempt, with the context that it is given.
    template <typename T>
    using Start = std::function<void(QObject *, ResultHandler<T>)>;

    explicit ReadGate(QObject *parent = nullptr);

    /// True when one more read may start now; opened() tells when that changes.
    bool isOpen() const;

    /// True when maximumFailures were reached: the next reads would fail as well.
    bool isBroken() const { return m_failuresInRow >= maximumFailures; }

    /// Answers @p handler once, unless the gate is deleted before.
    template <typename T>
    void read(const Start<T> &start, ResultHandler<T> handler)
    {
        ++m_inFlight;
        attempt(std::make_shared<Read<T>>(Read<T>{start, std::move(handler)}));
    }

    /// How long a read waits that failed with @p error at its attempt number @p attempts: what the server
    /// asks for, 15 minutes at most, else twice as long each time.
    static std::chrono::milliseconds pauseAfter(const Error &error, int attempts);

    /// How long an answer takes; the mean of all so far.
    std::chrono::milliseconds latency() const;

Q_SIGNALS:
    void opened();

private:
    template <typename T>
    struct Read
    {
        Start<T> start;
        ResultHandler<T> handler;
        int attempts = 0;
    };

    template <typename T>
    void attempt(const std::shared_ptr<Read<T>> &read)
    {
        ++read->attempts;
        QElapsedTimer clock;
        clock.start();
        read->start(this, [this, read, clock](const Result<T> &result) {
            const Error *error = result ? nullptr : &result.error();
            note(error, std::chrono::milliseconds(clock.elapsed()));
            if (error && mayRepeat(*error, read->attempts)) {
                const std::chrono::milliseconds pause = pauseAfter(*error, read->attempts);
                if (error->kind == ErrorKind::RetryLater)
                    shutFor(pause);
                again(pause, [this, read] { attempt(read); });
                return;
            }
            --m_inFlight;
            const QPointer<ReadGate> self(this);
            read->handler(result);
            if (self)
                Q_EMIT opened();
        });
    }

    void note(const Error *error, std::chrono::milliseconds time);
    bool mayRepeat(const Error &error, int attempts) const;
    /// Lets nothing through for so long; a longer time that was asked for stays.
    void shutFor(std::chrono::milliseconds pause);
    void again(std::chrono::milliseconds pause, const std::function<void()> &attempt);

    int m_inFlight = 0;
    int m_failuresInRow = 0;
    /// Runs while the server asks for patience.
    QDeadlineTimer m_shut;
    std::chrono::milliseconds m_time{0};
    qint64 m_answers = 0;
};
