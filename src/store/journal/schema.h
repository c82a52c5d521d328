// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QStringList>

/// The journal's tables. `events` is append-only and chained by hash; the others are what the events add up
/// to, kept so that a list of a million kicks opens at once.
namespace Schema {

/// The statements that lead from version N to N + 1, at index N.
const QList<QStringList> &ladder();

/// The version that this program writes: the length of the ladder.
int version();

} // namespace Schema
