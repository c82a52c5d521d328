// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/values/result.h"
#include "models/list/listitemwords.h"

class HistoryReader;

/// The spreadsheet that a list came from, with what became of each user beside it.
namespace ListResults {

/// Writes the rows of the source of the list @p jobId, as ListSourceFiles has them, into @p file: in their
/// order and with their own cells, then `outcome`, `time` (UTC) and `detail`, and before these `file` and
/// `row` where there were several files. CSV in UTF-8 with byte order mark, every cell quoted and safe in a
/// spreadsheet. Answers with how many rows it were. ListNotFound where they were not kept, FileUnwritable
/// when @p file cannot be written; what was there before then still is.
PendingCall *save(HistoryReader *history, qint64 jobId, const ListItemWords::Names &names,
                  const QString &file, QObject *context, ResultHandler<qint64> handler);

} // namespace ListResults
