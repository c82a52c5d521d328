// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/history/historytypes.h"

#include <QHash>
#include <QStringList>

/// The result of one user of a list that is on record, in words.
namespace ListItemWords {

/// The names of applications by their IDs; one without a name is called by its ID.
using Names = QHash<QString, QString>;

/// Everything that helps with this user, a line for each fact: who it is, the result, why, and each
/// application before and after.
QStringList lines(const HistoryDetail &detail, const Names &names);

/// The same in one line for a cell: where the user is still online or could not be checked, and why. Empty
/// where everything is confirmed.
QString summary(const HistoryItem &item, const Names &names);

} // namespace ListItemWords
