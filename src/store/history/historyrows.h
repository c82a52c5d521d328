// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/history/historytypes.h"
#include "store/sql/sqlstatement.h"

#include <QString>
#include <QStringList>

/// Rows of the journal as values.
namespace HistoryRows {

/// The columns that item() reads, of items as i and jobs as j.
QString itemColumns();

/// The columns that attempt() reads.
QString attemptColumns();

/// The row on which @p query stands.
HistoryItem item(const SqlStatement &query);
HistoryAttempt attempt(const SqlStatement &query);

/// Milliseconds since 1970 in the column @p column; invalid for NULL.
QDateTime time(const SqlStatement &query, int column);

/// The applications of a column app_ids.
QStringList appIds(const QString &text);

/// What came of a kick whose row says @p outcome and @p state: one that was never concluded may have been
/// carried out if a request may have left.
KickOutcome outcome(const QString &outcome, const QString &state);

/// SQL about a row of items: true where the server refused only for now.
QString isPostponed();

/// The states in which a kick without an outcome reads as @p outcome.
QStringList openStates(KickOutcome outcome);

} // namespace HistoryRows
