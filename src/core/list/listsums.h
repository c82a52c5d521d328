// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/list/idlist.h"

#include <QString>

/// The sum of a list in words.
namespace ListSums {

/// "106 lines = 98 users + 1 heading + 3 blank + 2 merged + 2 refused", without what is zero.
QString text(const ListSum &sum);

} // namespace ListSums
