// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "store/database.h"
#include "store/journaltypes.h"

/// What a journal call does inside its transaction: the event first, then the rows that it changes.
/// JournalUnavailable when a statement fails; the transaction is then rolled back as a whole.
namespace JournalStatements {

Result<JournalReceipt> begin(const Database &database, const JournalJob &job, const JournalItem &item);
Result<JournalReceipt> recordIntent(const Database &database, const JournalIntent &intent);
Result<JournalReceipt> recordAnswer(const Database &database, const JournalAnswer &answer);
Result<JournalReceipt> recordOutcome(const Database &database, const JournalOutcome &outcome);

} // namespace JournalStatements
