// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/result.h"
#include "store/journal/journalcolumns.h"
#include "store/journal/journaltransaction.h"
#include "store/journal/journaltypes.h"

/// What a journal call does inside its transaction: the event first, then the rows that it changes.
/// JournalUnavailable when a statement fails; the transaction is then rolled back as a whole.
namespace KickStatements {

/// The columns of a job, and of an item of @p jobId with its identifier masked.
JournalColumns columns(const JournalJob &job);
JournalColumns columns(qint64 jobId, const JournalItem &item);

Result<JournalReceipt> begin(JournalTransaction &transaction, const JournalJob &job, const JournalItem &item);
Result<JournalReceipt> recordIntent(JournalTransaction &transaction, const JournalIntent &intent);
Result<JournalReceipt> recordAnswer(JournalTransaction &transaction, const JournalAnswer &answer);
Result<JournalReceipt> recordOutcome(JournalTransaction &transaction, const JournalOutcome &outcome);

} // namespace KickStatements
