// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"

#include <optional>

/// How one run of a list has ended.
struct ListRunEnd
{
    /// 0 when nothing is on record.
    qint64 jobId = 0;
    /// Every user has an outcome.
    bool isFinished = false;
    /// It was stopped.
    bool isStopped = false;
    /// What kept it from its end.
    std::optional<Error> error;
    /// A kick has left this computer, in this run.
    bool hasSent = false;
    bool isProofWanted = true;
};
