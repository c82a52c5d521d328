// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/result.h"
#include "store/history/historytypes.h"
#include "store/journal/database.h"

#include <functional>

/// What is read from the journal. Each fails with JournalUnreadable.
namespace HistoryQueries {

/// Asked between two steps of a long read; false ends it with whatever it has.
using IsWanted = std::function<bool()>;

/// The newest @p limit kicks that match @p filter and have a smaller number than @p beforeItemId (0: any
/// number).
Result<HistorySlice> page(const Database &database, const HistoryFilter &filter, qint64 beforeItemId,
                          int limit, const IsWanted &isWanted);

/// One kick with its requests, oldest first; item number 0 when there is none of that number.
Result<HistoryDetail> detail(const Database &database, qint64 itemId);

/// The number and the hash of the newest event.
Result<ChainHead> head(const Database &database);

/// The kicks of @p scope, counted by how they ended.
Result<QList<HistoryTally>> count(const Database &database, const HistoryScope &scope);

/// Those of @p requestIds that are on record as a request of this program.
Result<QStringList> recordedRequests(const Database &database, const QStringList &requestIds);

} // namespace HistoryQueries
