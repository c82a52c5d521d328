// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identifiers/idtype.h"

#include <optional>

class UserSearchModel;

/// How a text that is searched in every field may identify one user all the same.
namespace ExactMatches {

/// The type that @p text can hardly be anything else than, such as an e-mail address; nothing for any word,
/// which may be a user name.
std::optional<IdType> tellingType(const QString &text);

/// What is searched for @p text: a phone as the server keeps it, any other text cleaned.
QString keywords(const QString &text);

/// The row of the only user found who has @p text as an identifier, or -1. A word must be the only match at
/// all; beside a phone or an address, users with a longer one are no match.
int row(const UserSearchModel &users, const QString &text);

} // namespace ExactMatches
