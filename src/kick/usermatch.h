// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"

/// Whether a user carries the value that was asked for.
enum class UserMatch {
    Same,
    Other,
    /// The answer lacks the members to compare with.
    NotCompared,
};

namespace UserMatches {

/// Compares @p value with the field of @p type: what a server returns is not what was asked for until the
/// match is Same. E-mail addresses are compared without case.
UserMatch compare(const User &user, IdType type, const QString &value);

/// True when the match is Same.
bool carries(const User &user, IdType type, const QString &value);

} // namespace UserMatches
