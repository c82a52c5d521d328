// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <optional>

/// What was asked for.
struct PaceLimits
{
    /// Requests a second; 0 for none.
    double ratePerSecond = 0;
    /// Requests on the wire.
    int maximumInFlight = 64;
};

/// How fast requests may follow each other: nobody knows what the server takes, so the rate rises while the
/// answers are good and is halved when the server asks for less. A number to ask, without a timer of its own.
class Pacer
{
public:
    using Clock = std::chrono::steady_clock;
    using Time = Clock::time_point;

    /// Failures in a row, without a good answer between them, after which nothing more is let through.
    static constexpr int maximumFailures = 20;

    /// The longest that a server can ask to be left alone.
    static constexpr std::chrono::seconds longestRetryAfter{15 * 60};

    /// What an answer says about the server.
    enum class Verdict {
        /// It answered, whatever it said.
        Good,
        /// It asked for fewer requests.
        SlowDown,
        /// There was no answer of the API.
        Failed,
        /// Nothing: the request was given up.
        None,
    };

    /// @p now is asked for the time.
    explicit Pacer(const PaceLimits &limits = {}, std::function<Time()> now = Clock::now);

    /// How long the next request has to wait, 0 for not at all; nothing while one has to come back first.
    std::optional<Clock::duration> wait() const;

    /// A request leaves now. The time is given back to end() with its answer.
    Time begin();
    void end(Time begun, Verdict verdict, std::optional<std::chrono::seconds> retryAfter = {});

    int inFlight() const { return m_inFlight; }

    /// Requests a second that are allowed now.
    double rate() const { return m_rate; }

    /// True while the server takes requests: then being asked to slow down is not a failure.
    bool isServing() const;

    /// True after too many failures in a row.
    bool isBroken() const { return m_failures >= maximumFailures; }

    /// Until when the server wants to be left alone; a time that is past when it does not.
    Time shutUntil() const { return m_shutUntil; }

private:
    void rise(Time now);
    void slowDown(Time begun, std::optional<std::chrono::seconds> retryAfter);
    /// Good answers a second, just now.
    double goodRate(Time now) const;
    void setRate(double rate);

    PaceLimits m_limits;
    std::function<Time()> m_now;
    double m_rate;
    /// What the server seems to take a second; 0 before it has asked for less.
    double m_ceiling = 0;
    int m_inFlight = 0;
    int m_failures = 0;
    /// When the next request is due.
    Time m_next;
    Time m_shutUntil;
    Time m_lastCut;
    Time m_lastRise;
    std::optional<Time> m_lastGood;
    std::deque<Time> m_goods;
};
