// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

/// How a user is identified on the wire: `userIdType` of get-user and kick-users (docs/api.md#id-types).
/// `custom_field` is in the API's enum, but no format is documented for it, so it is not offered.
enum class IdType {
    UserId,
    ExternalId,
    Phone,
    Email,
    Username,
    Identity,
    SyncRelation,
};

/// Why a text cannot be an identifier.
enum class IdFault {
    Blank,
    Wildcard,
    TooLong,
    ControlCharacter,
    SpreadsheetNumber,
    DecimalNumber,
    SeveralValues,
    ForeignCountryCode,
    WrongShape,
    /// In a list, the row has text, but none in the column of the identifiers.
    MissingCell,
    /// In a list, the row has the sums of a table.
    TotalRow,
};

/// A cleaned identifier, or the reason why there is none.
struct IdCheck
{
    /// What may be sent; empty when fault is set.
    QString value;
    /// "+44" and the like, typed in front of a phone number; empty when none was typed or it was +86.
    QString countryCode;
    std::optional<IdFault> fault;
};

namespace IdTypes {

/// Longest identifier that is ever sent, in UTF-16 units.
inline constexpr qsizetype maximumLength = 256;

} // namespace IdTypes
