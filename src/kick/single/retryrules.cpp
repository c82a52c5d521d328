// SPDX-License-Identifier: Apache-2.0
#include "kick/single/retryrules.h"

#include <algorithm>
#include <array>

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds firstPause = 1s;

/// What another attempt would meet as well.
constexpr std::array hopeless{ErrorCode::TlsFailed, ErrorCode::InvalidAppId, ErrorCode::InvalidIdentifier};

} // namespace

std::optional<std::chrono::seconds> RetryRules::pauseBeforeRepeat(const Error &error,
                                                                  AttemptCount *count) const
{
    if (error.kind == ErrorKind::RetryLater && isServing && isServing()) {
        --count->attempts;
        // The gate keeps everybody back as long as the server asks. A user for whom it always asks is not to
        // slow the others down.
        return std::min(firstPause * count->slowDowns++, longestPause);
    }
    if (count->attempts >= AttemptCount::maximum)
        return {};
    if (error.credentialsRenewed)
        return count->attempts == 1 || isResumable ? std::optional(0s) : std::nullopt;
    const bool mayHelp = error.kind == ErrorKind::RetryLater || error.kind == ErrorKind::NotSent;
    if (!mayHelp || std::ranges::find(hopeless, error.code) != hopeless.end() || !mayRepeat())
        return {};
    const std::chrono::seconds pause = error.retryAfter.value_or(firstPause * count->attempts);
    if (isResumable)
        return std::min(pause, longestPause);
    return pause <= longestPause ? std::optional(pause) : std::nullopt;
}

std::chrono::seconds RetryRules::pauseAfterCheck(const AttemptCount &count)
{
    return firstPause * count.attempts;
}

bool RetryRules::isHalted(const Error &error, const AttemptCount &count) const
{
    const bool isRefused = error.kind == ErrorKind::Halted || isNotPermitted(error);
    const bool mayHelp = error.credentialsRenewed && count.attempts < AttemptCount::maximum;
    return isResumable && isRefused && !mayHelp;
}

bool RetryRules::isKeyRefused(const Error &error) const
{
    return isResumable && error.kind == ErrorKind::Halted && !isNotPermitted(error);
}
