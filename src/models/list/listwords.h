// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/plan/listresolution.h"
#include "kick/run/listrunboard.h"
#include "kick/single/headline.h"

#include <QString>

#include <chrono>

/// Words of lists that stand in more than one place.
namespace ListWords {

/// The label behind its sign, so that the bucket never depends on a colour: "✔ Found".
QString marked(ListBucket bucket);

/// Why a row had no part in a run, by the name that files have for it: one of ListBuckets, `removed` or
/// `offline`. Empty for any other.
QString leftOutAs(const QString &name);

/// How many of @p leftOut are left out for which reason: "183 online nowhere · 2 Not found".
QString leftOut(const ListResolution &leftOut);

/// The row of a source for people: its number, behind the name of @p file where there are several.
QString place(const QString &file, qint64 row);

/// Why @p row is where it is, and what can be done; empty where the bucket says it all.
QString note(const ListRow &row);

/// The worst true fact about a user who is done.
WorstFact fact(const ListRunCell &cell);

/// What the user of @p cell is waiting for while the list is in @p state, or how it ended: "✔ Confirmed
/// offline".
QString marked(const ListRunCell &cell, RunState state);

/// Why it did not come to its best end, and what else has to be known; empty where there is nothing.
QString note(const ListRunCell &cell);

/// The words behind the sign of what is being done while the list is in @p state: "→ Being sent".
QString marked(ListRunPhase phase, RunState state);

/// "about 40 s", "about 3 min", "about 2 h".
QString about(std::chrono::seconds time);

} // namespace ListWords
