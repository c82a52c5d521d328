// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/result.h"
#include "store/history/listrecord.h"
#include "store/journal/database.h"

/// What is read about lists. Each fails with JournalUnreadable.
namespace ListQueries {

/// The list of that number; for 0 the newest one. Number 0 when there is none.
Result<ListRecord> job(const Database &database, qint64 jobId);

/// The newest list that is begun and has not come to its end, one of @p host and @p keyId before any other;
/// number 0 when there is none.
Result<ListRecord> newestUnfinished(const Database &database, const QString &host, const QString &keyId);

/// The newest one of @p host and @p keyId that is for exactly @p users, each as Targets::knownId() names
/// it, in whatever order.
Result<ListRecord> unfinishedWith(const Database &database, const QString &host, const QString &keyId,
                                  QStringList users);

/// The first @p limit users behind @p position of whom no outcome is on record.
Result<QList<ListItem>> openItems(const Database &database, qint64 jobId, qint64 position, int limit);

/// Every user of the list, in order.
Result<QList<ListRunRow>> rows(const Database &database, qint64 jobId);

} // namespace ListQueries
