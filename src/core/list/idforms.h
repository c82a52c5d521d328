// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identifiers/idvalues.h"

#include <QString>

#include <optional>

/// What a text is by its form alone.
namespace IdForms {

/// The type that @p text can hardly be without: an object ID, an identity, an e-mail address, a phone number
/// with country code or of a Chinese mobile phone (also as a spreadsheet spoils it), or an ID of a known
/// directory. Nothing for names and staff numbers. Of several values in one text it is that of the first.
std::optional<IdType> typeOf(const QString &text);

/// typeOf(), where the text can be used as it is.
std::optional<IdType> usableTypeOf(const QString &text);

} // namespace IdForms
