// SPDX-License-Identifier: Apache-2.0
#include "api/authing/wire.h"

#include "api/net/httpdate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

/// More seconds than any token is good for, and few enough to count with.
constexpr qint64 longestTokenLifetime = qint64{366} * 24 * 3600;
/// More items than any pool has, and few enough to count with and to show.
constexpr qint64 mostItems = 1'000'000'000;
/// More bytes than a server takes in one header.
constexpr qsizetype longestToken = qsizetype{16} * 1024;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject pagination(int page, int limit)
{
    return {{"page"_L1, page}, {"limit"_L1, limit}};
}

/// Milliseconds since 1970, or seconds where they are too few for that. Invalid outside of 2001 to 2286.
QDateTime epochTime(qint64 number)
{
    constexpr qint64 thousand = 1000;
    constexpr qint64 firstSecond = 1'000'000'000;
    constexpr qint64 lastSecond = 9'999'999'999;
    if (number >= firstSecond && number <= lastSecond)
        return QDateTime::fromSecsSinceEpoch(number, Qt::UTC);
    if (number >= firstSecond * thousand && number <= lastSecond * thousand)
        return QDateTime::fromMSecsSinceEpoch(number, Qt::UTC);
    return {};
}

/// The format of some times is not documented (API contract 8.4), so every usual one is read; invalid where
/// none fits.
QDateTime time(const QJsonValue &value)
{
    if (value.isDouble())
        return epochTime(value.toInteger());
    const QString text = value.toString();
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber)
        return epochTime(number);
    QDateTime result = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!result.isValid())
        return HttpDates::parse(text.toLatin1());
    // The API's times are UTC; Qt would take one without a zone for this computer's.
    if (result.timeSpec() == Qt::LocalTime)
        result.setTimeSpec(Qt::UTC);
    return result.toUTC();
}

/// Longer than any identifier that is sent, so that a text which was cut never equals one.
constexpr qsizetype longestText = 1024;
/// The log of what administrators did.
constexpr qsizetype longestDetail = 16 * longestText;

/// What is longer is cut: it goes into tables, plans and the journal.
QString boundedText(const QJsonObject &object, QLatin1StringView name)
{
    return object.value(name).toString().left(longestText);
}

ServerText text(const QJsonObject &object, QLatin1StringView name)
{
    return ServerText(boundedText(object, name));
}

std::optional<qint64> seconds(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

UserStatus userStatus(const QString &name)
{
    const QList<UserStatus> statuses = Users::statuses();
    const auto status = std::ranges::find(statuses, name, Users::wireName);
    return status == statuses.end() ? UserStatus::Unknown : *status;
}

Identity identityFrom(const QJsonObject &object)
{
    return {.extIdpId = boundedText(object, "extIdpId"_L1),
            .provider = boundedText(object, "provider"_L1),
            .userIdInIdp = text(object, "userIdInIdp"_L1)};
}

std::optional<QList<Identity>> identitiesFrom(const QJsonValue &value)
{
    if (!value.isArray())
        return {};
    QList<Identity> identities;
    const QJsonArray array = value.toArray();
    for (const auto identity : array)
        identities.append(identityFrom(identity.toObject()));
    return identities;
}

std::optional<User> userFrom(const QJsonObject &object)
{
    User user{.userId = object.value("userId"_L1).toString()};
    if (!Wire::isPlainId(user.userId))
        return {};
    user.status = userStatus(object.value("status"_L1).toString());
    user.name = text(object, "name"_L1);
    user.nickname = text(object, "nickname"_L1);
    user.username = text(object, "username"_L1);
    user.email = text(object, "email"_L1);
    user.phone = text(object, "phone"_L1);
    user.phoneCountryCode = text(object, "phoneCountryCode"_L1);
    user.externalId = text(object, "externalId"_L1);
    user.lastLogin = time(object.value("lastLogin"_L1));
    user.lastIp = text(object, "lastIp"_L1);
    user.lastLoginApp = boundedText(object, "lastLoginApp"_L1);
    user.device = text(object, "device"_L1);
    user.identities = identitiesFrom(object.value("identities"_L1));
    return user;
}

std::optional<Application> applicationFrom(const QJsonObject &object)
{
    Application application{.appId = object.value("appId"_L1).toString()};
    if (!Wire::isPlainId(application.appId))
        return {};
    application.appIdentifier = text(object, "appIdentifier"_L1);
    application.appName = text(object, "appName"_L1);
    application.userPoolId = boundedText(object, "userPoolId"_L1);
    return application;
}

std::optional<Department> departmentFrom(const QJsonObject &object)
{
    Department department{.organizationCode = boundedText(object, "organizationCode"_L1),
                          .departmentId = object.value("departmentId"_L1).toString()};
    if (department.organizationCode.isEmpty() || !Wire::isPlainId(department.departmentId))
        return {};
    department.name = text(object, "name"_L1);
    department.hasChildren = object.value("hasChildren"_L1).toBool();
    return department;
}

std::optional<Department> organizationFrom(const QJsonObject &object)
{
    std::optional<Department> root = departmentFrom(object);
    if (root)
        root->name = text(object, "organizationName"_L1);
    return root;
}

std::optional<LoginRecord> loginRecordFrom(const QJsonObject &object)
{
    return LoginRecord{.appId = boundedText(object, "appId"_L1),
                       .appName = text(object, "appName"_L1),
                       .clientIp = text(object, "clientIp"_L1),
                       .userAgent = text(object, "userAgent"_L1),
                       .time = time(object.value("time"_L1))};
}

std::optional<AuditRecord> auditRecordFrom(const QJsonObject &object)
{
    // Sources disagree about the member's name (docs/api.md#get-admin-audit-logs).
    const QLatin1StringView detail = object.contains("eventDetail"_L1) ? "eventDetail"_L1 : "eventDetails"_L1;
    return AuditRecord{.adminUserDisplayName = text(object, "adminUserDisplayName"_L1),
                       .operationType = text(object, "operationType"_L1),
                       .resourceType = text(object, "resourceType"_L1),
                       .eventDetail = ServerText(object.value(detail).toString().left(longestDetail)),
                       .clientIp = text(object, "clientIp"_L1),
                       .requestId = boundedText(object, "requestId"_L1),
                       .timestamp = time(object.value("timestamp"_L1)),
                       .success = object.value("success"_L1).toBool()};
}

/// Nothing when @p value is no array, or when an item of it cannot be read: a list with a hole would pass for
/// whole.
template <typename T>
std::optional<QList<T>> listFrom(const QJsonValue &value, std::optional<T> (*itemFrom)(const QJsonObject &))
{
    if (!value.isArray())
        return {};
    QList<T> list;
    const QJsonArray array = value.toArray();
    for (const auto element : array) {
        const std::optional<T> item = element.isObject() ? itemFrom(element.toObject()) : std::nullopt;
        if (!item)
            return {};
        list.append(*item);
    }
    return list;
}

template <typename T>
Result<QList<T>> readList(const Envelope &envelope, const QString &host,
                          std::optional<T> (*itemFrom)(const QJsonObject &))
{
    const auto list = listFrom(envelope.data, itemFrom);
    return list ? Result<QList<T>>(*list) : Envelopes::malformed(envelope, host);
}

template <typename T>
Result<Page<T>> readPage(const Envelope &envelope, const QString &host,
                         std::optional<T> (*itemFrom)(const QJsonObject &))
{
    const QJsonObject data = envelope.data.toObject();
    const auto list = listFrom(data.value("list"_L1), itemFrom);
    const qint64 totalCount = data.value("totalCount"_L1).toInteger(-1);
    if (!list || totalCount < 0)
        return Envelopes::malformed(envelope, host);
    return Page<T>{.list = *list, .totalCount = std::min(totalCount, mostItems)};
}

/// The payload of a JSON Web Token, unverified: it only tells which pool the server gave the token for.
QJsonObject tokenClaims(const QByteArray &token)
{
    const QByteArray payload = token.split('.').value(1);
    return QJsonDocument::fromJson(QByteArray::fromBase64(payload, QByteArray::Base64UrlEncoding)).object();
}

} // namespace

bool Wire::isPlainId(const QString &id)
{
    static const QRegularExpression shape(u"\\A[A-Za-z0-9_-]{1,64}\\z"_s);
    return shape.match(id).hasMatch();
}

QByteArray Wire::managementTokenBody(const QString &keyId, const Secret &secret)
{
    return compact({{"accessKeyId"_L1, keyId}, {"accessKeySecret"_L1, QString::fromUtf8(secret.reveal())}});
}

QByteArray Wire::listUsersBody(const UserQuery &query)
{
    QJsonObject options{{"pagination"_L1, pagination(query.page, query.limit)}};
    QJsonObject body;
    if (!query.filterField.isEmpty()) {
        const bool isAnyOf = !query.filterValues.isEmpty();
        const QJsonObject filter{{"field"_L1, query.filterField},
                                 {"operator"_L1, isAnyOf ? "IN"_L1 : "EQUAL"_L1},
                                 {"value"_L1, isAnyOf
                                                  ? QJsonValue(QJsonArray::fromStringList(query.filterValues))
                                                  : QJsonValue(query.filterValue)}};
        body.insert("advancedFilter"_L1, QJsonArray{filter});
    }
    if (!query.department.departmentId.isEmpty()) {
        const QJsonObject department{{"organizationCode"_L1, query.department.organizationCode},
                                     {"departmentId"_L1, query.department.departmentId},
                                     {"departmentIdType"_L1, "department_id"_L1},
                                     {"includeChildrenDepartments"_L1, true}};
        body.insert("advancedFilter"_L1, QJsonArray{QJsonObject{{"field"_L1, "department"_L1},
                                                                {"operator"_L1, "IN"_L1},
                                                                {"value"_L1, QJsonArray{department}}}});
    }
    if (!query.keywords.isEmpty()) {
        body.insert("keywords"_L1, query.keywords);
        options.insert("fuzzySearchOn"_L1, QJsonArray{"name"_L1, "nickname"_L1, "username"_L1, "email"_L1,
                                                      "phone"_L1, "externalId"_L1, "id"_L1});
    }
    body.insert("options"_L1, options);
    return compact(body);
}

QByteArray Wire::searchDepartmentsBody(const QString &organizationCode, const QString &text)
{
    return compact({{"search"_L1, text}, {"organizationCode"_L1, organizationCode}});
}

QByteArray Wire::kickUsersBody(const KickRequest &request)
{
    return compact(
        {{"userId"_L1, request.identifier},
         {"appIds"_L1, QJsonArray::fromStringList(request.appIds)},
         {"options"_L1, QJsonObject{{"userIdType"_L1, IdTypes::wireName(request.identifierType)}}}});
}

QByteArray Wire::checkSessionStatusBody(const QString &appId, const QString &userId)
{
    return compact({{"appId"_L1, appId}, {"userId"_L1, userId}});
}

QByteArray Wire::listApplicationActiveUsersBody(const QString &appId, int page, int limit)
{
    return compact(
        {{"appId"_L1, appId}, {"options"_L1, QJsonObject{{"pagination"_L1, pagination(page, limit)}}}});
}

QByteArray Wire::getAdminAuditLogsBody(const AuditQuery &query)
{
    QJsonObject body{{"pagination"_L1, pagination(query.page, query.limit)}};
    if (!query.requestId.isEmpty())
        body.insert("requestId"_L1, query.requestId);
    if (!query.resourceType.isEmpty())
        body.insert("resourceType"_L1, query.resourceType);
    if (query.start.isValid())
        body.insert("start"_L1, query.start.toMSecsSinceEpoch());
    if (query.end.isValid())
        body.insert("end"_L1, query.end.toMSecsSinceEpoch());
    return compact(body);
}

Result<Wire::ManagementToken> Wire::readManagementToken(const Envelope &envelope, const QString &host)
{
    const QJsonObject data = envelope.data.toObject();
    const QByteArray token = data.value("access_token"_L1).toString().toLatin1();
    const qint64 lifetime = std::min(data.value("expires_in"_L1).toInteger(7200), longestTokenLifetime);
    const bool isHeaderSafe = std::ranges::all_of(token, [](char c) { return c > 0x20 && c < 0x7f; });
    if (token.isEmpty() || token.size() > longestToken || !isHeaderSafe || lifetime <= 0)
        return Envelopes::malformed(envelope, host);
    const QString poolId = tokenClaims(token).value("scoped_userpool_id"_L1).toString();
    return ManagementToken{.token = Secret(token),
                           .lifetime = std::chrono::seconds(lifetime),
                           .poolId = isPlainId(poolId) ? poolId : QString()};
}

Result<Page<User>> Wire::readUserPage(const Envelope &envelope, const QString &host)
{
    return readPage<User>(envelope, host, userFrom);
}

Result<User> Wire::readUser(const Envelope &envelope, const QString &host)
{
    const auto user = userFrom(envelope.data.toObject());
    return user ? Result<User>(*user) : Envelopes::malformed(envelope, host);
}

Result<QList<User>> Wire::readUsers(const Envelope &envelope, const QString &host)
{
    return readList<User>(envelope, host, userFrom);
}

Result<Page<Application>> Wire::readApplicationPage(const Envelope &envelope, const QString &host)
{
    return readPage<Application>(envelope, host, applicationFrom);
}

Result<QList<Application>> Wire::readApplications(const Envelope &envelope, const QString &host)
{
    return readList<Application>(envelope, host, applicationFrom);
}

Result<Page<Department>> Wire::readOrganizationPage(const Envelope &envelope, const QString &host)
{
    return readPage<Department>(envelope, host, organizationFrom);
}

Result<Page<Department>> Wire::readDepartmentPage(const Envelope &envelope, const QString &host)
{
    return readPage<Department>(envelope, host, departmentFrom);
}

Result<QList<Department>> Wire::readDepartments(const Envelope &envelope, const QString &host)
{
    return readList<Department>(envelope, host, departmentFrom);
}

Result<SessionState> Wire::readSessionState(const Envelope &envelope, const QString &host)
{
    const QJsonValue active = envelope.data.toObject().value("active"_L1);
    if (!active.isBool())
        return Envelopes::malformed(envelope, host);
    return active.toBool() ? SessionState::Online : SessionState::Offline;
}

Result<Page<LoginRecord>> Wire::readLoginPage(const Envelope &envelope, const QString &host)
{
    return readPage<LoginRecord>(envelope, host, loginRecordFrom);
}

Result<Page<AuditRecord>> Wire::readAuditPage(const Envelope &envelope, const QString &host)
{
    return readPage<AuditRecord>(envelope, host, auditRecordFrom);
}

Result<SecuritySettings> Wire::readSecuritySettings(const Envelope &envelope, const QString &host)
{
    if (!envelope.data.isObject())
        return Envelopes::malformed(envelope, host);
    const QJsonObject data = envelope.data.toObject();
    return SecuritySettings{
        .cookieExpiresIn = seconds(data.value("cookieSettings"_L1).toObject().value("cookieExpiresIn"_L1)),
        .authingTokenExpiresIn = seconds(data.value("authingTokenExpiresIn"_L1))};
}
