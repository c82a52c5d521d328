// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "store/database.h"
#include "store/journaltypes.h"

#include <QList>

/// What the journal's calls about lists do inside their transactions. JournalUnavailable when a statement
/// fails; the transaction is then rolled back as a whole.
namespace ListStatements {

Result<JournalReceipt> begin(const Database &database, const JournalJob &job, const JobOptions &options,
                             qint64 total);
Result<JournalReceipt> addItems(const Database &database, qint64 jobId, const QList<JournalItem> &items);
Result<JournalReceipt> recordJob(const Database &database, const JournalJobChange &jobChange);
Result<JournalReceipt> recordLost(const Database &database, qint64 jobId);
Result<JournalReceipt> recordReturn(const Database &database, const JournalKey &key);
Result<JournalReceipt> reopen(const Database &database, qint64 jobId, int limit);

} // namespace ListStatements
