// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/list/listchoices.h"
#include "core/list/listtable.h"

namespace HeadingRows {

/// Finds the row of headings among the first rows, and with it the first row that may be a user. A row with
/// anything that looks like an identifier has no headings; it takes a known heading, not only another look.
ListGuess find(const ListTable &table, HeaderChoice choice);

} // namespace HeadingRows
