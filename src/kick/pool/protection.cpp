// SPDX-License-Identifier: Apache-2.0
#include "kick/pool/protection.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

bool isSame(const QString &a, const QString &b)
{
    return !a.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

Protection Protections::of(const Profile &profile, const QString &identifier)
{
    if (isSame(identifier, profile.ownUserId))
        return Protection::Self;
    const bool isListed = std::ranges::any_of(profile.protectedUsers, [&](const ProtectedUser &user) {
        return isSame(identifier, user.userId) ||
               std::ranges::any_of(user.identifiers,
                                   [&](const QString &other) { return isSame(identifier, other); });
    });
    return isListed ? Protection::Protected : Protection::None;
}

Protection Protections::of(const Profile &profile, const User &user)
{
    Protection found = of(profile, user.userId);
    for (const IdType type : IdTypes::all()) {
        if (found == Protection::None)
            found = of(profile, Users::identifier(user, type).verbatim());
    }
    return found;
}

QString Protections::reason(Protection protection)
{
    switch (protection) {
    case Protection::None:
        return {};
    case Protection::Self:
        return u"protected_self"_s;
    case Protection::Protected:
        return u"protected_user"_s;
    }
    return {};
}
