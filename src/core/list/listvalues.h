// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/list/listtable.h"

/// Lists without columns, as people copy them from a message: several values in a line, one after the other.
namespace ListValues {

/// True when @p text is such a list: several values of one form stand in a line, and it cannot be a table.
bool areValues(const ListText &text);

/// A table of one column with a row for each value, in the order of the text. A line that cannot be taken
/// apart stays a row.
Result<ListTable> read(const ListText &text);

} // namespace ListValues
