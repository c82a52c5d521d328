// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/list/listtable.h"

namespace ListDelimiters {

/// Cuts @p text: ListValues::read() for ListTables::valueDelimiter, else ListTables::read().
Result<ListTable> cut(const ListText &text, char delimiter);

/// The delimiter that "sep=;" in the first line names; else the one that leaves identifiers alone in their
/// cells and cuts most of the first rows into the same number of cells; a comma where none does.
char guess(const ListText &text);

} // namespace ListDelimiters
