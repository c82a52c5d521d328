// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/eventchain.h"

#include <QString>

#include <optional>

class Database;

/// What a check of the whole journal found.
struct JournalVerdict
{
    /// False when the journal could not be read to its end.
    bool isReadable = true;
    EventChain::Verdict chain;
    /// The first row that does not say what the events say of it: its table ("jobs", "items" or "attempts")
    /// and number; an empty table when all do.
    QString alteredTable;
    qint64 alteredId = 0;

    bool isIntact() const { return isReadable && !chain.firstAlteredSeq && alteredTable.isEmpty(); }
};

namespace JournalAudit {

/// Recomputes the chain and then replays the events: every row must be there and say in every column what the
/// events say, and no other row may be there.
JournalVerdict verify(const Database &database);

} // namespace JournalAudit
