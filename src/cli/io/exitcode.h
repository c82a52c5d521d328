// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"

/// What the exit code tells a script (docs/administrator.md#exit-codes). The numbers are fixed.
enum class ExitCode {
    Done = 0,
    Internal = 1,
    Usage = 2,
    /// Some rejected, skipped or still online.
    Incomplete = 3,
    /// The result of some is unknown.
    Unknown = 4,
    /// Authentication, permission or breaker.
    Halted = 5,
    /// Nothing was sent.
    Unreachable = 6,
    /// Nothing was sent.
    JournalFailed = 7,
};

namespace ExitCodes {

/// The exit code of a read that ended with @p error.
ExitCode of(const Error &error);

} // namespace ExitCodes
