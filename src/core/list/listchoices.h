// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identifiers/idvalues.h"

#include <QtGlobal>

#include <optional>

/// Whether a list has headings.
enum class HeaderChoice {
    /// Where a row of known ones is found.
    Auto,
    Yes,
    No,
};

/// What somebody has said about a table.
struct ListChoices
{
    HeaderChoice header = HeaderChoice::Auto;
    std::optional<qsizetype> column;
    /// Only a column that fits it is looked for.
    std::optional<IdType> idType;
};

/// What a table seems to be; shown to the user, who may know better.
struct ListGuess
{
    /// Nothing where there are no headings.
    std::optional<qsizetype> headingRow;
    /// Titles, notes to programs and headings stand above it.
    qsizetype firstRow = 0;
    /// The one with the identifiers; nothing where that is not clear.
    std::optional<qsizetype> column;
    /// Nothing where the column has identifiers of several types.
    std::optional<IdType> idType;
};
