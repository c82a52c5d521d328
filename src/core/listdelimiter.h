// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/listtable.h"

namespace ListDelimiters {

/// What may separate cells: tab, comma, semicolon, vertical bar, and the two constants of ListTables.
QByteArray all();

/// The delimiter that "sep=;" in the first line names; else the one that leaves identifiers alone in their
/// cells and cuts most of the first rows into the same number of cells; a comma where none does.
char guess(const ListText &text);

} // namespace ListDelimiters
