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

/// How fast requests may follow each other. What the server takes is unknown: requests on the wire double
/// with each round trip until it asks for less, the rate is then halved and rises again, in ever smaller
/// steps around what the server seems to take. Each answer that asks for less costs the time it asks for, so
/// the longer a rate proves right the longer it is kept. A number to ask, without a timer of its own.
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

    /// How many of the requests that wait will leave soon, as far as can be told: what is needed for them is
    /// worth getting ready.
    int soonDue() const;

    int inFlight() const { return m_inFlight; }

    /// Requests a second that are allowed now; without a bound of their own while only those on the wire are
    /// counted.
    double rate() const { return m_rate; }

    /// True while the server takes requests: then being asked to slow down is not a failure.
    bool isServing() const;

    /// True after too many failures in a row.
    bool isBroken() const { return m_failures >= maximumFailures; }

    /// Until when the server wants to be left alone; a time that is past when it does not.
    Time shutUntil() const { return m_shutUntil; }

private:
    /// What is known about the server.
    enum class Phase {
        /// It has never asked for less: only the requests on the wire are bounded.
        Opening,
        /// It has, at an unknown rate: the rate rises quickly.
        Search,
        /// The rate is known roughly: it rises slowly.
        Approach,
        /// The rate is known.
        Known,
    };

    /// Good answers in one step of time.
    struct Step
    {
        Time end;
        int goods = 0;
    };

    void countGood(Time now);
    void rise(Time now);
    double risenRate(Time now, double seconds) const;
    void slowDown(Time begun, std::optional<std::chrono::seconds> retryAfter);
    void learn(Time now);
    /// Since when requests have left without being held up, at most as long ago as goods are counted.
    Time openSince(Time now) const;
    /// Good answers a second since then.
    double goodRate(Time now) const;
    void setRate(double rate);

    PaceLimits m_limits;
    std::function<Time()> m_now;
    Phase m_phase = Phase::Opening;
    double m_rate;
    /// What the server seems to take a second, once it is known.
    double m_ceiling = 0;
    /// How long a rate below the ceiling is kept.
    Clock::duration m_hold;
    /// Requests on the wire.
    int m_inFlight = 0;
    int m_window;
    int m_failures = 0;
    /// When the next request is due.
    Time m_next;
    Time m_shutUntil;
    Time m_opened;
    Time m_lastCut;
    Time m_lastRise;
    std::optional<Time> m_lastGood;
    std::deque<Step> m_goods;
};
