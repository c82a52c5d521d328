// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "store/database.h"
#include "store/journaltypes.h"

#include <QJsonObject>

/// What a journal call does inside its transaction: the event first, then the rows that it changes.
/// JournalUnavailable when a statement fails; the transaction is then rolled back as a whole.
namespace JournalStatements {

/// The columns of a job, and of an item of @p jobId with its identifier masked.
QJsonObject columns(const JournalJob &job);
QJsonObject columns(qint64 jobId, const JournalItem &item);

Result<JournalReceipt> begin(const Database &database, const JournalJob &job, const JournalItem &item);
Result<JournalReceipt> recordIntent(const Database &database, const JournalIntent &intent);
Result<JournalReceipt> recordAnswer(const Database &database, const JournalAnswer &answer);
Result<JournalReceipt> recordOutcome(const Database &database, const JournalOutcome &outcome);

} // namespace JournalStatements
