// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/database.h"
#include "store/journalverdict.h"

#include <functional>

namespace JournalAudit {

/// Recomputes the chain and then replays the events: every row must be there and say in every column what the
/// events say, and no other row may be there. Unreadable when @p isWanted, which is asked now and then, has
/// become false.
JournalVerdict verify(
    const Database &database, const std::function<bool()> &isWanted = [] { return true; });

} // namespace JournalAudit
