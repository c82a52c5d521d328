// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/journal/database.h"
#include "store/journal/journalverdict.h"

#include <functional>

namespace JournalAudit {

/// Recomputes the chain and then replays the events: every row must be there and say in every column what the
/// events say, and no other row may be there. The tables must be those of this program, and the newest event
/// that this computer remembers must be there. Unreadable when @p isWanted, which is asked now and then, has
/// become false.
JournalVerdict verify(
    const Database &database, const std::function<bool()> &isWanted = [] { return true; });

/// What can be said without reading all of it, and before a screen shows any of it: foreignObject and
/// missingSeq.
JournalVerdict look(const Database &database);

/// What can be said of @p file, where there is no journal.
JournalVerdict verifyMissing(const QString &file);

} // namespace JournalAudit
