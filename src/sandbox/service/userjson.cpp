// SPDX-License-Identifier: Apache-2.0
#include "sandbox/service/userjson.h"

#include "sandbox/pool/departments.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

namespace {

bool isSet(const QJsonObject &options, QLatin1StringView name)
{
    const QJsonValue value = options.value(name);
    return value.toBool() || value.toString() == "true"_L1;
}

/// Null where the user has none.
QJsonValue textOrNull(const QByteArray &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(QString::fromUtf8(text));
}

QJsonArray identitiesJson(const Users &users, quint32 user)
{
    QJsonArray result;
    const QList<UserIdentity> identities = users.identities(user);
    for (const UserIdentity &identity : identities) {
        result.append(QJsonObject{
            {u"identityId"_s, QString::fromLatin1(identity.identityId)},
            {u"extIdpId"_s, QString::fromLatin1(identity.extIdpId)},
            {u"provider"_s, QString::fromLatin1(identity.provider)},
            {u"type"_s, u"openid"_s},
            {u"userIdInIdp"_s, QString::fromLatin1(identity.userIdInIdp)},
            {u"userInfoInIdp"_s, QJsonObject()},
            {u"originConnIds"_s, QJsonArray()},
        });
    }
    return result;
}

void insertLastSignIn(QJsonObject &object, const Pool &pool, quint32 user)
{
    const QList<SignIn> rows = pool.signIns(user);
    object.insert("loginsCount"_L1, rows.size());
    if (rows.isEmpty()) {
        object.insert("lastLogin"_L1, QJsonValue());
        object.insert("lastIp"_L1, QJsonValue());
        return;
    }
    const SignIn &last = rows.constFirst();
    object.insert("lastLogin"_L1, isoTime(last.time));
    object.insert("lastIp"_L1, QString::fromLatin1(last.clientIp));
    object.insert("lastLoginApp"_L1, QString::fromLatin1(pool.applications().at(last.app).appId));
    object.insert("browser"_L1, QString::fromLatin1(last.userAgent));
    object.insert("device"_L1, last.userAgent.contains("Mobile") ? u"Mobile"_s : u"Desktop"_s);
}

QJsonArray departmentIdsJson(const Users &users, quint32 user)
{
    const auto place = static_cast<std::size_t>(Departments::of(users, user));
    return {QString::fromLatin1(Departments::rows()[place].departmentId)};
}

void insertParts(QJsonObject &object, const Pool &pool, quint32 user, const UserParts &parts)
{
    if (parts.identities)
        object.insert("identities"_L1, identitiesJson(pool.users(), user));
    if (parts.customData)
        object.insert("customData"_L1, QJsonObject());
    if (parts.departmentIds)
        object.insert("departmentIds"_L1, departmentIdsJson(pool.users(), user));
    if (parts.posts)
        object.insert("postIdList"_L1, QJsonArray());
    if (parts.tenantIds)
        object.insert("tenantIds"_L1, QJsonArray());
}

} // namespace

QString isoTime(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

UserParts readUserParts(const QJsonObject &options)
{
    return {.identities = isSet(options, "withIdentities"_L1),
            .customData = isSet(options, "withCustomData"_L1),
            .departmentIds = isSet(options, "withDepartmentIds"_L1),
            .posts = isSet(options, "withPost"_L1),
            .tenantIds = isSet(options, "withTenantIds"_L1)};
}

QJsonObject userJson(const Pool &pool, quint32 user, const UserParts &parts)
{
    const Users &users = pool.users();
    const auto text = [&](UserField field) { return textOrNull(users.text(field, user)); };
    const QString created = isoTime(users.createdAt(user));
    const QByteArray status = users.status(user);
    QJsonObject object{
        {u"userId"_s, text(UserField::Id)},
        {u"createdAt"_s, created},
        {u"updatedAt"_s, created},
        {u"signedUp"_s, created},
        {u"statusChangedAt"_s, created},
        {u"status"_s, QString::fromLatin1(status)},
        {u"workStatus"_s, status == "Resigned" ? u"Closed"_s : u"Active"_s},
        {u"gender"_s, QString::fromLatin1(users.gender(user))},
        {u"userSourceType"_s, u"register"_s},
        {u"email"_s, text(UserField::Email)},
        {u"emailVerified"_s, !users.text(UserField::Email, user).isEmpty()},
        {u"phone"_s, text(UserField::Phone)},
        {u"phoneVerified"_s, !users.text(UserField::Phone, user).isEmpty()},
        {u"phoneCountryCode"_s, textOrNull(users.phoneCountryCode(user))},
        {u"username"_s, text(UserField::Username)},
        {u"externalId"_s, text(UserField::ExternalId)},
        {u"name"_s, text(UserField::Name)},
        {u"nickname"_s, text(UserField::Nickname)},
        {u"givenName"_s, textOrNull(users.givenName(user))},
        {u"familyName"_s, textOrNull(users.familyName(user))},
        {u"photo"_s, u"https://files.example.com/default-user.png"_s},
        {u"resetPasswordOnNextLogin"_s, false},
    };
    insertLastSignIn(object, pool, user);
    insertParts(object, pool, user, parts);
    return object;
}

} // namespace Simulated
