// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/idtype.h"
#include "core/listtable.h"

#include <optional>

/// What a table seems to be; shown to the user, who may know better.
struct ListGuess
{
    /// Row 0 has headings.
    bool hasHeader = false;
    /// The one with the identifiers.
    qsizetype column = 0;
    IdType idType = IdType::Username;
};

namespace ListGuesses {

/// Looks at the headings and at the form of the first rows. With @p idType only a column that fits it is
/// looked for, and with @p column only the type of that one.
ListGuess guess(const ListTable &table, std::optional<IdType> idType = {},
                std::optional<qsizetype> column = {});

/// The column with the heading @p name (letters of either case are the same), else the one of that number,
/// from 1.
std::optional<qsizetype> columnNamed(const ListTable &table, const QString &name);

} // namespace ListGuesses
