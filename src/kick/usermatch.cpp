// SPDX-License-Identifier: Apache-2.0
#include "kick/usermatch.h"

#include <algorithm>

bool UserMatches::carries(const User &user, IdType type, const QString &value)
{
    switch (type) {
    case IdType::Email:
        return user.email.verbatim().compare(value, Qt::CaseInsensitive) == 0;
    case IdType::Identity:
    case IdType::SyncRelation:
        return std::ranges::any_of(user.identities, [type, &value](const Identity &identity) {
            const QString &source = type == IdType::Identity ? identity.extIdpId : identity.provider;
            return QString(source + u':' + identity.userIdInIdp.verbatim()) == value;
        });
    case IdType::UserId:
    case IdType::ExternalId:
    case IdType::Phone:
    case IdType::Username:
        return Users::identifier(user, type).verbatim() == value;
    }
    return false;
}
