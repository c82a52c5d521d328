// SPDX-License-Identifier: Apache-2.0
#include "sandbox/pool/uservalue.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

namespace {

struct TextName
{
    QLatin1StringView name;
    UserField field;
};

constexpr std::array textNames{
    TextName{"id"_L1, UserField::Id},
    TextName{"phone"_L1, UserField::Phone},
    TextName{"email"_L1, UserField::Email},
    TextName{"username"_L1, UserField::Username},
    TextName{"externalId"_L1, UserField::ExternalId},
    TextName{"name"_L1, UserField::Name},
    TextName{"nickname"_L1, UserField::Nickname},
};

using Reader = UserValue (*)(const Pool &, quint32);

struct Member
{
    QLatin1StringView name;
    Reader read;
};

UserValue created(const Pool &pool, quint32 user)
{
    return pool.users().createdAt(user);
}

UserValue lastLogin(const Pool &pool, quint32 user)
{
    const qint64 time = pool.lastSignIn(user);
    return time == 0 ? UserValue() : UserValue(time);
}

UserValue lastLoginApp(const Pool &pool, quint32 user)
{
    const QList<SignIn> rows = pool.signIns(user);
    return rows.isEmpty() ? UserValue() : UserValue(pool.applications().at(rows.constFirst().app).appId);
}

UserValue lastIp(const Pool &pool, quint32 user)
{
    const QList<SignIn> rows = pool.signIns(user);
    return rows.isEmpty() ? UserValue() : UserValue(rows.constFirst().clientIp);
}

const std::array members{
    Member{"createdAt"_L1, created},
    Member{"updatedAt"_L1, created},
    Member{"statusChangedAt"_L1, created},
    Member{"passwordLastSetAt"_L1, created},
    Member{"signedUp"_L1, created},
    Member{"lastLogin"_L1, lastLogin},
    Member{"lastMfaTime"_L1, lastLogin},
    Member{"lastLoginApp"_L1, lastLoginApp},
    Member{"lastIp"_L1, lastIp},
    Member{"loginsCount"_L1,
           [](const Pool &pool, quint32 user) { return UserValue(pool.signInCount(user)); }},
    Member{"passwordSecurityLevel"_L1, [](const Pool &, quint32) { return UserValue(qint64{1}); }},
    Member{"status"_L1, [](const Pool &pool, quint32 user) { return UserValue(pool.users().status(user)); }},
    Member{"gender"_L1, [](const Pool &pool, quint32 user) { return UserValue(pool.users().gender(user)); }},
    Member{"givenName"_L1,
           [](const Pool &pool, quint32 user) { return UserValue(pool.users().givenName(user)); }},
    Member{"familyName"_L1,
           [](const Pool &pool, quint32 user) { return UserValue(pool.users().familyName(user)); }},
    Member{"userSourceType"_L1, [](const Pool &, quint32) { return UserValue(QByteArray("register")); }},
    Member{"phoneCountryCode"_L1,
           [](const Pool &pool, quint32 user) {
               const QByteArray code = pool.users().phoneCountryCode(user);
               return code.isEmpty() ? UserValue() : UserValue(code);
           }},
};

constexpr std::array sortable{
    "id"_L1,
    "createdAt"_L1,
    "updatedAt"_L1,
    "email"_L1,
    "username"_L1,
    "externalId"_L1,
    "phone"_L1,
    "status"_L1,
    "statusChangedAt"_L1,
    "passwordLastSetAt"_L1,
    "loginsCount"_L1,
    "gender"_L1,
    "lastLogin"_L1,
    "userSourceType"_L1,
    "lastMfaTime"_L1,
    "passwordSecurityLevel"_L1,
    "phoneCountryCode"_L1,
    "lastIp"_L1,
};

} // namespace

std::optional<UserField> UserValues::textField(QStringView name)
{
    const auto *const found =
        std::ranges::find_if(textNames, [name](const TextName &entry) { return entry.name == name; });
    return found == textNames.end() ? std::nullopt : std::optional(found->field);
}

UserValue UserValues::value(const Pool &pool, quint32 user, QStringView name)
{
    if (const std::optional<UserField> field = textField(name)) {
        const QByteArray text = pool.users().text(*field, user);
        return text.isEmpty() ? UserValue() : UserValue(text);
    }
    const auto *const found =
        std::ranges::find_if(members, [name](const Member &member) { return member.name == name; });
    return found == members.end() ? UserValue() : found->read(pool, user);
}

bool UserValues::isSortable(QStringView name)
{
    return std::ranges::any_of(sortable, [name](QLatin1StringView field) { return field == name; });
}

} // namespace Simulated
