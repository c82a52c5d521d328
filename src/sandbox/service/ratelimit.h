// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>

namespace Simulated {

/// A bucket that fills with the allowed requests a second and holds a tenth of a second's worth.
class RateLimit
{
public:
    /// 0 allows everything.
    explicit RateLimit(int perSecond)
        : m_perSecond(perSecond)
        , m_tokens(capacity())
    {
    }

    /// True when one more request is within the limit.
    bool take()
    {
        if (m_perSecond <= 0)
            return true;
        const auto now = Timer::now();
        const std::chrono::duration<double> passed = now - m_filled;
        m_filled = now;
        m_tokens = std::min(m_tokens + passed.count() * m_perSecond, capacity());
        if (m_tokens < 1)
            return false;
        m_tokens -= 1;
        return true;
    }

private:
    using Timer = std::chrono::steady_clock;

    double capacity() const { return std::max(1.0, m_perSecond / 10.0); }

    int m_perSecond;
    double m_tokens;
    Timer::time_point m_filled = Timer::now();
};

} // namespace Simulated
