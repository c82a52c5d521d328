// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <optional>

/// How a user is identified on the wire: `userIdType` of get-user and kick-users (API contract 6.2).
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

/// All types in the order in which they are offered.
const QList<IdType> &all();

/// The API's word, such as "user_id".
QString wireName(IdType type);

/// The type whose wire name is @p name, or nothing.
std::optional<IdType> fromWireName(QStringView name);

/// The name shown to people, in the language of the program.
QString label(IdType type);

/// An example shown as placeholder; a value, not words, so it is the same in every language.
QString example(IdType type);

/// Cleans @p text by IdCleaning::clean() and checks that it can be an identifier of @p type.
IdCheck check(IdType type, const QString &text);

/// Cleans @p text as one that is searched in every field, and checks what holds for every type: not blank, no
/// wildcard, not over-long, no control characters, one value, and none that a spreadsheet has altered.
IdCheck check(const QString &text);

/// The types that the shape of @p text allows, most likely first.
QList<IdType> suggested(const QString &text);

/// The sentence that tells what is wrong, in the language of the program.
QString faultText(IdFault fault);

} // namespace IdTypes
