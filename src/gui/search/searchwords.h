// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "gui/widgets/statepane.h"

#include <optional>

class UserFinder;
class UserSearchModel;

/// What the search panel says in each of its states.
namespace SearchWords {

/// Why there are no users to show.
struct Facts
{
    /// Nothing while every field is searched.
    std::optional<IdType> type;
    std::optional<IdFault> fault;
    std::optional<Error> error;
    bool isBusy = false;
    /// The text in the box has been searched or looked up.
    bool hasAnswer = false;
    /// The user of a text that has a Windows domain in front; empty for any other text.
    QString user;
};

StatePane::Content content(const Facts &facts);

/// How many of the users found are listed, or why no more are.
QString count(const UserSearchModel &users);

/// What the agent has to decide among the users of an exact look-up; empty where nothing.
QString hint(const UserSearchModel &users, const UserFinder &finder);

} // namespace SearchWords
