// SPDX-License-Identifier: Apache-2.0
#include "kick/pacer.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {

using Seconds = std::chrono::duration<double>;

constexpr double firstRate = 20;
constexpr double lowestRate = 0.5;
constexpr double highestRate = 20'000;

/// Late requests may catch up this much, and no more: a server counts bursts.
constexpr auto longestCredit = 20ms;

/// How often the rate is looked at.
constexpr auto step = 100ms;

/// A halved rate is kept so long that the requests under way have come back.
constexpr auto quiet = 300ms;

constexpr auto goodWindow = 1s;

/// A server that has given a good answer within this time is taking requests.
constexpr auto servingTime = 5s;

/// Below this part of the ceiling the rate rises quickly, around it slowly, above it quickly again: the
/// server may take more by now.
constexpr double nearCeiling = 0.95;
constexpr double aboveCeiling = 1.03;
constexpr double startFactor = 1.25;
constexpr double returnFactor = 1.5;
constexpr double probePart = 0.0005;
constexpr double searchFactor = 1.02;

} // namespace

Pacer::Pacer(const PaceLimits &limits, std::function<Time()> now)
    : m_limits(limits)
    , m_now(std::move(now))
    , m_rate(firstRate)
    , m_next(m_now())
    , m_shutUntil(m_next)
    , m_lastCut(m_next)
    , m_lastRise(m_next)
{
    setRate(firstRate);
}

std::optional<Pacer::Clock::duration> Pacer::wait() const
{
    if (m_inFlight >= m_limits.maximumInFlight || isBroken())
        return {};
    return std::max(std::max(m_next, m_shutUntil) - m_now(), Clock::duration::zero());
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
        m_goods.push_back(now);
        while (now - m_goods.front() > goodWindow)
            m_goods.pop_front();
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

void Pacer::rise(Time now)
{
    if (now - m_lastRise < step)
        return;
    const double steps = std::min(Seconds(now - m_lastRise) / Seconds(step), 5.0);
    m_lastRise = now;
    if (now - m_lastCut < quiet && m_ceiling > 0)
        return;
    // A rate that nobody uses says nothing about the server.
    if (m_goods.size() > 1 && goodRate(now) < m_rate / 2)
        return;
    if (m_ceiling == 0)
        setRate(m_rate * startFactor);
    else if (m_rate < m_ceiling * nearCeiling)
        setRate(std::min(m_rate * returnFactor, m_ceiling * nearCeiling));
    else if (m_rate < m_ceiling * aboveCeiling)
        setRate(m_rate + (m_ceiling * probePart * steps));
    else
        setRate(m_rate * searchFactor);
}

void Pacer::slowDown(Time begun, std::optional<std::chrono::seconds> retryAfter)
{
    const Time now = m_now();
    if (retryAfter)
        m_shutUntil = std::max(m_shutUntil, now + std::min(*retryAfter, longestRetryAfter));
    // It left before the rate was halved, so it says nothing about the new one.
    if (begun <= m_lastCut)
        return;
    ++m_failures;
    m_ceiling = std::clamp(goodRate(now), m_rate / 2, m_rate);
    m_lastCut = now;
    setRate(m_rate / 2);
    m_next = std::max(m_next, now + std::chrono::duration_cast<Clock::duration>(Seconds(1 / m_rate)));
}

double Pacer::goodRate(Time now) const
{
    const auto isRecent = [now](Time good) { return now - good <= goodWindow; };
    return static_cast<double>(std::ranges::count_if(m_goods, isRecent)) / Seconds(goodWindow).count();
}

void Pacer::setRate(double rate)
{
    const double highest = m_limits.ratePerSecond > 0 ? m_limits.ratePerSecond : highestRate;
    m_rate = std::clamp(rate, std::min(lowestRate, highest), highest);
}
