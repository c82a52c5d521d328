// SPDX-License-Identifier: Apache-2.0
#include "kick/pace/pacer.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {

using Seconds = std::chrono::duration<double>;

constexpr double lowestRate = 0.5;
constexpr double highestRate = 1'000'000;

/// Requests on the wire before the first answer.
constexpr int firstWindow = 8;

/// The rate to search from when the first answers are all that is known.
constexpr double firstRate = 20;

/// Late requests may catch up this much, and no more: a server counts bursts.
constexpr auto longestCredit = 20ms;

/// What is due within this time is due soon: long enough for a commit to disk.
constexpr auto soon = 20ms;

/// Where answers are waited for, so large a part of those on the wire is thought to come soon.
constexpr int soonPart = 2;

/// How often the rate is looked at.
constexpr auto step = 100ms;

/// A halved rate is kept so long that the requests under way have come back.
constexpr auto quiet = 300ms;

/// Good answers are counted over this time: a server that lets bursts through looks faster over a shorter
/// one.
constexpr auto goodWindow = 3s;

/// Counted over a shorter time than this, goods say little about the rate.
constexpr auto shortestCount = 1s;

/// A server that has given a good answer within this time is taking requests.
constexpr auto servingTime = 5s;

constexpr double searchFactor = 1.25;
constexpr double approachPart = 0.1;

/// Known: this part of the ceiling is kept, then the rate probes slowly to a little above it, and from there
/// ever faster, as the server may take more by now.
constexpr double keptPart = 0.97;
constexpr double returnFactor = 1.5;
constexpr double probePart = 0.005;
constexpr double abovePart = 1.03;
constexpr double aboveFactor = 0.2;

/// So far above the ceiling it no longer says anything.
constexpr double farAbovePart = 1.25;

constexpr auto firstHold = 10s;
constexpr auto longestHold = 60s;

} // namespace

Pacer::Pacer(const PaceLimits &limits, std::function<Time()> now)
    : m_limits(limits)
    , m_now(std::move(now))
    , m_rate(highestRate)
    , m_hold(firstHold)
    , m_window(std::min(firstWindow, limits.maximumInFlight))
    , m_next(m_now())
    , m_shutUntil(m_next)
    , m_opened(m_next)
    , m_lastCut(m_next)
    , m_lastRise(m_next)
{
    setRate(highestRate);
}

std::optional<Pacer::Clock::duration> Pacer::wait() const
{
    if (m_inFlight >= m_window || isBroken())
        return {};
    return std::max(std::max(m_next, m_shutUntil) - m_now(), Clock::duration::zero());
}

int Pacer::soonDue() const
{
    if (isBroken() || m_shutUntil > m_now())
        return 0;
    return std::min(m_window / soonPart, static_cast<int>(m_rate * Seconds(soon).count()));
}

Pacer::Time Pacer::begin()
{
    const Time now = m_now();
    ++m_inFlight;
    m_next = std::max(m_next, now - longestCredit) +
             std::chrono::duration_cast<Clock::duration>(Seconds(1 / m_rate));
    return now;
}

void Pacer::end(Time begun, Verdict verdict, std::optional<std::chrono::seconds> retryAfter)
{
    --m_inFlight;
    const Time now = m_now();
    switch (verdict) {
    case Verdict::Good:
        m_failures = 0;
        m_lastGood = now;
        countGood(now);
        rise(now);
        return;
    case Verdict::SlowDown:
        slowDown(begun, retryAfter);
        return;
    case Verdict::Failed:
        ++m_failures;
        return;
    case Verdict::None:
        return;
    }
}

bool Pacer::isServing() const
{
    return m_lastGood && m_now() - std::max(*m_lastGood, m_shutUntil) < servingTime;
}

void Pacer::countGood(Time now)
{
    if (m_goods.empty() || m_goods.back().end <= now)
        m_goods.push_back({.end = now + step});
    ++m_goods.back().goods;
    while (now - m_goods.front().end > goodWindow)
        m_goods.pop_front();
}

void Pacer::rise(Time now)
{
    if (m_phase == Phase::Opening) {
        m_window = std::min(m_window + 1, m_limits.maximumInFlight);
        return;
    }
    if (now - m_lastRise < step)
        return;
    const double seconds = std::min(Seconds(now - m_lastRise).count(), 5 * Seconds(step).count());
    m_lastRise = now;
    if (now - m_lastCut < quiet)
        return;
    // An unused rate says nothing about the server.
    if (now - openSince(now) >= shortestCount && goodRate(now) < m_rate / 2)
        return;
    setRate(risenRate(now, seconds));
}

double Pacer::risenRate(Time now, double seconds) const
{
    switch (m_phase) {
    case Phase::Opening:
        break;
    case Phase::Search:
        return m_rate * searchFactor;
    case Phase::Approach:
        return m_rate * (1 + (approachPart * seconds));
    case Phase::Known:
        if (m_rate < m_ceiling * keptPart)
            return std::min(m_rate * returnFactor, m_ceiling * keptPart);
        if (now - openSince(now) < goodWindow || now - m_lastCut < m_hold)
            return m_rate;
        return m_rate + (seconds * ((m_ceiling * probePart) +
                                    (std::max(0.0, m_rate - (m_ceiling * abovePart)) * aboveFactor)));
    }
    return m_rate;
}

void Pacer::slowDown(Time begun, std::optional<std::chrono::seconds> retryAfter)
{
    const Time now = m_now();
    // One that left before the rate was halved says nothing about the new one.
    if (begun > m_lastCut) {
        ++m_failures;
        learn(now);
        m_goods.clear();
        m_window = m_limits.maximumInFlight;
        m_lastCut = now;
        m_opened = now;
        m_next = std::max(m_next, now + std::chrono::duration_cast<Clock::duration>(Seconds(1 / m_rate)));
    }
    if (retryAfter)
        m_shutUntil = std::max(m_shutUntil, now + std::min(*retryAfter, longestRetryAfter));
    m_opened = std::max(m_opened, m_shutUntil);
}

void Pacer::learn(Time now)
{
    const bool isMeasured = now - openSince(now) >= shortestCount;
    const double seen = goodRate(now);
    switch (m_phase) {
    case Phase::Opening:
        m_phase = isMeasured ? Phase::Approach : Phase::Search;
        setRate(std::max(firstRate, seen / 2));
        return;
    case Phase::Search:
        m_phase = Phase::Approach;
        break;
    case Phase::Approach:
        if (!isMeasured)
            break;
        m_phase = Phase::Known;
        m_ceiling = std::min(seen, m_rate);
        m_hold = firstHold;
        break;
    case Phase::Known:
        if (!isMeasured || m_rate > m_ceiling * farAbovePart) {
            // It takes another rate by now.
            m_phase = Phase::Approach;
        } else if (m_rate > m_ceiling * keptPart) {
            m_ceiling = std::min(seen, m_rate);
            m_hold = std::min<Clock::duration>(2 * m_hold, longestHold);
        } else {
            m_ceiling = std::min(seen, m_ceiling * keptPart);
            m_hold = firstHold;
        }
        break;
    }
    setRate(m_rate / 2);
}

Pacer::Time Pacer::openSince(Time now) const
{
    return std::max(m_opened, now - goodWindow);
}

double Pacer::goodRate(Time now) const
{
    const Time since = openSince(now);
    int goods = 0;
    for (const Step &counted : m_goods)
        goods += counted.end > since ? counted.goods : 0;
    // A shorter time would take a burst for a rate.
    return goods / Seconds(std::max<Clock::duration>(now - since, shortestCount)).count();
}

void Pacer::setRate(double rate)
{
    const double highest = m_limits.ratePerSecond > 0 ? m_limits.ratePerSecond : highestRate;
    m_rate = std::clamp(rate, std::min(lowestRate, highest), highest);
}
