// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identifiers/idvalues.h"

#include <optional>

/// Turns what people paste into the identifier that they mean. The search box, the exact look-up, lists,
/// their headings, connections and the command line all clean by these functions, so that one text means one
/// user.
namespace IdCleaning {

/// Drops spaces and invisible marks around @p text and leaves its inside alone, as a secret needs.
QString trimmed(const QString &text);

/// trimmed() of UTF-8; of other bytes the white space around them is dropped.
QByteArray trimmed(const QByteArray &utf8);

/// Cleans @p text for @p type, or for a search in every field where there is none. A character is dropped
/// only where the value stays the same: marks that programs add while copying, forms of another width,
/// quotation marks, prefixes such as "mailto:", the name in front of "<address>", punctuation at the end, and
/// in phones separators and +86. Everything that could be read as another value is refused. The form that the
/// type demands is checked by IdTypes::check().
IdCheck clean(const QString &text, std::optional<IdType> type);

/// The form that @p value shares with what differs from it in case only. Letters of ASCII alone have two
/// cases: a server may keep apart what Unicode folds together, such as the Kelvin sign and k.
QString withoutCase(const QString &value);

} // namespace IdCleaning
