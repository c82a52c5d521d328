// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/listresolution.h"

#include <QString>

#include <chrono>

/// Words of lists that stand in more than one place.
namespace ListWords {

/// The label behind its sign, so that the bucket never depends on a colour: "✔ Found".
QString marked(ListBucket bucket);

/// Why @p row is where it is, and what can be done; empty where the bucket says it all.
QString note(const ListRow &row);

/// "about 40 s", "about 3 min", "about 2 h".
QString about(std::chrono::seconds time);

} // namespace ListWords
