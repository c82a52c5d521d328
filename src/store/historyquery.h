// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "store/database.h"
#include "store/historytypes.h"

#include <functional>

/// What is read of the journal, each in the thread that opened the database. JournalUnreadable when it cannot
/// be read.
namespace HistoryQueries {

/// Items below the number @p before (0: from the newest), @p limit at most. @p isStale is asked now and then;
/// once it says true the answer no longer matters.
Result<HistoryPage> page(const Database &database, const HistoryFilter &filter, qint64 before, int limit,
                         const std::function<bool()> &isStale);

Result<QList<HistoryAttempt>> attempts(const Database &database, qint64 itemId);

Result<HistorySummary> summary(const Database &database, const QDateTime &since);

} // namespace HistoryQueries
