// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identifiers/idvalues.h"

#include <QList>
#include <QString>

#include <optional>

namespace IdTypes {

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
