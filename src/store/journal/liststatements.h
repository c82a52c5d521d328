// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/result.h"
#include "store/journal/journaltransaction.h"
#include "store/journal/journaltypes.h"

#include <QList>

/// What the journal's calls about lists do inside their transactions. JournalUnavailable when a statement
/// fails; the transaction is then rolled back as a whole.
namespace ListStatements {

Result<JournalReceipt> begin(JournalTransaction &transaction, const JournalJob &job,
                             const JobOptions &options, qint64 total);
Result<JournalReceipt> addItems(JournalTransaction &transaction, qint64 jobId,
                                const QList<JournalItem> &items);
Result<JournalReceipt> recordJob(JournalTransaction &transaction, const JournalJobChange &jobChange);
Result<JournalReceipt> recordLost(JournalTransaction &transaction, qint64 jobId);
Result<JournalReceipt> recordReturn(JournalTransaction &transaction, const JournalKey &key, ItemState state);
Result<JournalReceipt> reopen(JournalTransaction &transaction, qint64 jobId, int limit);

} // namespace ListStatements
