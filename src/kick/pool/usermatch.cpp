// SPDX-License-Identifier: Apache-2.0
#include "kick/pool/usermatch.h"

#include "core/identifiers/idcleaning.h"

#include <algorithm>

namespace {

UserMatch compareIdentities(const User &user, IdType type, const QString &value)
{
    if (!user.identities)
        return UserMatch::NotCompared;
    const auto source = [type](const Identity &identity) -> const QString & {
        return type == IdType::Identity ? identity.extIdpId : identity.provider;
    };
    const auto isSame = [&](const Identity &identity) {
        return QString(source(identity) + u':' + identity.userIdInIdp.verbatim()) == value;
    };
    const auto isIncomplete = [&](const Identity &identity) {
        return source(identity).isEmpty() || identity.userIdInIdp.isEmpty();
    };
    if (std::ranges::any_of(*user.identities, isSame))
        return UserMatch::Same;
    return std::ranges::any_of(*user.identities, isIncomplete) ? UserMatch::NotCompared : UserMatch::Other;
}

bool isSameCaseless(const QString &left, const QString &right)
{
    return IdCleaning::withoutCase(left) == IdCleaning::withoutCase(right);
}

UserMatch matchOf(bool isSame)
{
    return isSame ? UserMatch::Same : UserMatch::Other;
}

} // namespace

UserMatch UserMatches::compare(const User &user, IdType type, const QString &value)
{
    switch (type) {
    case IdType::Email:
        return matchOf(isSameCaseless(user.email.verbatim(), value));
    case IdType::Identity:
    case IdType::SyncRelation:
        return compareIdentities(user, type, value);
    case IdType::UserId:
    case IdType::ExternalId:
    case IdType::Phone:
    case IdType::Username:
        return matchOf(Users::identifier(user, type).verbatim() == value);
    }
    return UserMatch::Other;
}

bool UserMatches::carries(const User &user, IdType type, const QString &value)
{
    return compare(user, type, value) == UserMatch::Same;
}

bool UserMatches::isOfOtherCountry(const User &user, const QString &countryCode)
{
    const QString &ofUser = user.phoneCountryCode.verbatim();
    return !countryCode.isEmpty() && !ofUser.isEmpty() && ofUser != countryCode;
}

bool UserMatches::isMeant(const User &user, IdType type, const QString &text)
{
    const IdCheck check = IdTypes::check(type, text);
    if (check.fault || isOfOtherCountry(user, check.countryCode))
        return false;
    const QString ofUser = IdTypes::check(type, Users::identifier(user, type).verbatim()).value;
    return carries(user, type, check.value) || isSameCaseless(ofUser, check.value);
}
