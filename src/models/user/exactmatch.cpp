// SPDX-License-Identifier: Apache-2.0
#include "models/user/exactmatch.h"

#include "kick/pool/usermatch.h"
#include "models/user/usersearchmodel.h"

#include <algorithm>

std::optional<IdType> ExactMatches::tellingType(const QString &text)
{
    const QList<IdType> types = IdTypes::suggested(text);
    const bool isTelling = !types.isEmpty() && types.constFirst() != IdType::Username &&
                           types.constFirst() != IdType::ExternalId;
    return isTelling ? std::optional(types.constFirst()) : std::nullopt;
}

QString ExactMatches::keywords(const QString &text)
{
    return tellingType(text) == IdType::Phone ? IdTypes::check(IdType::Phone, text).value
                                              : IdTypes::check(text).value;
}

int ExactMatches::row(const UserSearchModel &users, const QString &text)
{
    // Among users that are not loaded yet there may be another one.
    if (users.isLoading() || users.rowCount() != users.totalCount())
        return -1;
    const std::optional<IdType> telling = tellingType(text);
    if (!telling && users.rowCount() != 1)
        return -1;
    const QList<IdType> types = telling && users.rowCount() > 1 ? QList<IdType>{*telling} : IdTypes::all();
    int found = -1;
    for (int row = 0; row < users.rowCount(); ++row) {
        const User &user = users.user(row);
        if (std::ranges::none_of(types, [&](IdType type) { return UserMatches::isMeant(user, type, text); }))
            continue;
        if (found >= 0)
            return -1;
        found = row;
    }
    return found;
}
