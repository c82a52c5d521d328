// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"

#include <chrono>
#include <functional>
#include <optional>

/// How often a group of applications has been tried.
struct AttemptCount
{
    static constexpr int maximum = 3;

    /// Those that count towards the maximum.
    int attempts = 0;
    /// How often the server has asked to slow down while it took other requests; they do not count.
    int slowDowns = 0;
};

/// When a kick is repeated. A single one has the defaults; the kicks of a list share a budget and a gate.
struct RetryRules
{
    /// A person waits for a single kick: a server that wants more time than this is answered by trying again
    /// later.
    std::chrono::seconds longestPause{60};
    /// One of a list: what is not decided stays open when the kick is stopped or the key refused, and another
    /// run goes on with it.
    bool isResumable = false;
    /// How long to ask about an unknown result where no proof is wanted.
    std::chrono::seconds checkLimit{0};
    /// Takes one repeat from what is left for the whole list; false when nothing is. Null: as many as needed.
    std::function<bool()> takeRepeat;
    /// True while the server takes other requests. Null: there are none.
    std::function<bool()> isServing;

    /// Whether one more repeat is within the budget, which it then takes.
    bool mayRepeat() const { return !takeRepeat || takeRepeat(); }

    /// The pause before a request that failed with @p error is repeated; nothing when it is not.
    std::optional<std::chrono::seconds> pauseBeforeRepeat(const Error &error, AttemptCount *count) const;

    /// The pause before the attempt that follows a check.
    static std::chrono::seconds pauseAfterCheck(const AttemptCount &count);

    /// True when @p error stops the whole list.
    bool isHalted(const Error &error, const AttemptCount &count) const;

    /// True when a check failed with @p error because of the key, so that the check is left to a run with
    /// another one. A key that may kick but not check (403) is as good as it will be.
    bool isKeyRefused(const Error &error) const;
};
