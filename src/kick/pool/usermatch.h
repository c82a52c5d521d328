// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/types.h"

/// Whether a user carries the value that was asked for.
enum class UserMatch {
    Same,
    Other,
    /// The answer lacks the members to compare with.
    NotCompared,
};

namespace UserMatches {

/// Compares @p value with the field of @p type: what a server returns is not what was asked for until the
/// match is Same. The ASCII letters of e-mail addresses are compared without case.
UserMatch compare(const User &user, IdType type, const QString &value);

/// True when the match is Same.
bool carries(const User &user, IdType type, const QString &value);

/// True when the phone of @p user is known to be of another country than @p countryCode, such as "+44"; an
/// empty code means that none was typed.
bool isOfOtherCountry(const User &user, const QString &countryCode);

/// True when @p text, cleaned as @p type, is what @p user has in the field of that type. ASCII letters of
/// either case are the same, and so are a phone with separators and one without; a country code that was
/// typed must not be another one than the user's.
bool isMeant(const User &user, IdType type, const QString &text);

} // namespace UserMatches
