// SPDX-License-Identifier: Apache-2.0
#include "cli/io/jsonlines.h"

#include "core/values/jsonline.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct StatusName
{
    UserStatus status;
    QLatin1StringView wireName;
};

constexpr std::array statusTable{
    StatusName{UserStatus::Activated, "Activated"_L1},     StatusName{UserStatus::Suspended, "Suspended"_L1},
    StatusName{UserStatus::Deactivated, "Deactivated"_L1}, StatusName{UserStatus::Resigned, "Resigned"_L1},
    StatusName{UserStatus::Archived, "Archived"_L1},
};

void insert(QJsonObject &object, QLatin1StringView name, const QString &value)
{
    if (!value.isEmpty())
        object.insert(name, value);
}

void insert(QJsonObject &object, QLatin1StringView name, const ServerText &value)
{
    insert(object, name, value.verbatim());
}

QJsonArray array(const QList<Identity> &identities)
{
    QJsonArray list;
    for (const Identity &identity : identities) {
        QJsonObject item;
        insert(item, "extIdpId"_L1, identity.extIdpId);
        insert(item, "provider"_L1, identity.provider);
        insert(item, "userIdInIdp"_L1, identity.userIdInIdp);
        list.append(item);
    }
    return list;
}

} // namespace

QJsonObject JsonLines::object(const User &user)
{
    QJsonObject result;
    insert(result, "userId"_L1, user.userId);
    const auto status = std::ranges::find(statusTable, user.status, &StatusName::status);
    if (status != statusTable.end())
        insert(result, "status"_L1, status->wireName);
    insert(result, "name"_L1, user.name);
    insert(result, "nickname"_L1, user.nickname);
    insert(result, "username"_L1, user.username);
    insert(result, "email"_L1, user.email);
    insert(result, "phone"_L1, user.phone);
    insert(result, "phoneCountryCode"_L1, user.phoneCountryCode);
    insert(result, "externalId"_L1, user.externalId);
    if (user.lastLogin.isValid())
        insert(result, "lastLogin"_L1, user.lastLogin.toUTC().toString(Qt::ISODateWithMs));
    insert(result, "lastIp"_L1, user.lastIp);
    insert(result, "lastLoginApp"_L1, user.lastLoginApp);
    insert(result, "device"_L1, user.device);
    if (user.identities && !user.identities->isEmpty())
        result.insert("identities"_L1, array(*user.identities));
    return result;
}

QJsonObject JsonLines::object(const Application &application)
{
    QJsonObject result;
    insert(result, "appId"_L1, application.appId);
    insert(result, "appIdentifier"_L1, application.appIdentifier);
    insert(result, "appName"_L1, application.appName);
    insert(result, "userPoolId"_L1, application.userPoolId);
    return result;
}

QString JsonLines::wireName(SessionState state)
{
    switch (state) {
    case SessionState::Unknown:
        return u"unknown"_s;
    case SessionState::Online:
        return u"online"_s;
    case SessionState::Offline:
        return u"offline"_s;
    }
    return {};
}

QByteArray JsonLines::line(const QJsonObject &object)
{
    return jsonLine(object);
}
