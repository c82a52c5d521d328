// SPDX-License-Identifier: Apache-2.0
#include "sandbox/pool/appcard.h"
#include "sandbox/pool/auditlog.h"
#include "sandbox/pool/pool.h"
#include "sandbox/service/authority.h"
#include "sandbox/service/endpoints.h"

#include <QDateTime>
#include <QJsonArray>
#include <QUuid>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

namespace {

constexpr auto operationType = "delete"_L1;
constexpr auto resourceType = "userLoginState"_L1;
constexpr auto adminUserId = "61c17bd024917805ae85e397"_L1;
constexpr auto signInEvent = "login"_L1;
constexpr auto clientIp = "127.0.0.1"_L1;
constexpr qint64 cookieSeconds = 1'209'600;
constexpr qint64 tokenSeconds = 1'296'000;

bool matches(const Call &call, QLatin1StringView name, const QString &value)
{
    const QString wanted = call.parameters.value(name).toString();
    return wanted.isEmpty() || wanted == "all"_L1 || wanted == value;
}

bool isWanted(const AuditEntry &entry, const Call &call)
{
    const QJsonValue success = call.parameters.value("success"_L1);
    return matches(call, "requestId"_L1, entry.requestId) && matches(call, "clientIp"_L1, clientIp) &&
           matches(call, "operationType"_L1, operationType) &&
           matches(call, "resourceType"_L1, resourceType) && matches(call, "userId"_L1, adminUserId) &&
           (!success.isBool() || success.toBool() == entry.success) &&
           entry.time >= call.number("start"_L1).value_or(entry.time) &&
           entry.time <= call.number("end"_L1).value_or(entry.time);
}

/// The audit log writes local time of the service with its offset, without a colon.
QString auditTime(qint64 milliseconds)
{
    constexpr int chinaOffsetSeconds = 8 * 3600;
    const QDateTime time =
        QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::OffsetFromUTC, chinaOffsetSeconds);
    return time.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u"+0800"_s;
}

QJsonObject place()
{
    return {{u"location"_s, QJsonObject{{u"lon"_s, 116.39}, {u"lat"_s, 39.93}}},
            {u"country_name"_s, u"China"_s},
            {u"country_code2"_s, u"CN"_s},
            {u"country_code3"_s, u"CHN"_s},
            {u"region_name"_s, u"Beijing"_s},
            {u"region_code"_s, u"BJ"_s},
            {u"city_name"_s, u"Beijing"_s},
            {u"continent_code"_s, u"AS"_s},
            {u"timezone"_s, u"Asia/Shanghai"_s}};
}

QJsonObject auditJson(const Pool &pool, const AuditEntry &entry, Language language)
{
    const QString name = QString::fromUtf8(pool.users().text(UserField::Name, entry.user));
    return {{u"adminUserId"_s, adminUserId},
            {u"adminUserAvatar"_s, u"https://files.example.com/a.png"_s},
            {u"adminUserDisplayName"_s, u"李四"_s},
            {u"clientIp"_s, clientIp},
            {u"operationType"_s, operationType},
            {u"resourceType"_s, resourceType},
            {u"eventDetail"_s, Words::text(Word::UserForcedOffline, language, name)},
            {u"operationParam"_s, QString::fromUtf8(entry.operationParam)},
            {u"success"_s, entry.success},
            {u"userAgent"_s, QString::fromLatin1(entry.userAgent)},
            {u"parsedUserAgent"_s,
             QJsonObject{{u"device"_s, u"Desktop"_s}, {u"browser"_s, QString()}, {u"os"_s, QString()}}},
            {u"geoip"_s, place()},
            {u"timestamp"_s, auditTime(entry.time)},
            {u"requestId"_s, entry.requestId}};
}

/// One row of the users' log.
struct UserAction
{
    quint32 user = 0;
    SignIn signIn;
    QString requestId;
};

/// The same for the same sign-in each time.
QString requestIdOf(const Users &users, quint32 user, const SignIn &signIn)
{
    const QByteArray key = users.text(UserField::Id, user) + QByteArray::number(signIn.time);
    return QUuid::createUuidV5(QUuid(), key).toString(QUuid::WithoutBraces);
}

bool isWanted(const Pool &pool, const UserAction &action, const Call &call)
{
    const QJsonValue success = call.parameters.value("success"_L1);
    const QString appId = QString::fromLatin1(pool.applications().at(action.signIn.app).appId);
    return matches(call, "requestId"_L1, action.requestId) &&
           matches(call, "clientIp"_L1, QString::fromLatin1(action.signIn.clientIp)) &&
           matches(call, "eventType"_L1, signInEvent) && matches(call, "appId"_L1, appId) &&
           success.toBool(true) &&
           action.signIn.time >= call.number("start"_L1).value_or(action.signIn.time) &&
           action.signIn.time <= call.number("end"_L1).value_or(action.signIn.time);
}

/// What the service calls a user in its logs.
QString logName(const Users &users, quint32 user)
{
    constexpr std::array fields{UserField::Nickname, UserField::Username, UserField::Name,
                                UserField::Email,    UserField::Phone,    UserField::Id};
    const auto *const field =
        std::ranges::find_if(fields, [&](UserField each) { return !users.text(each, user).isEmpty(); });
    return QString::fromUtf8(users.text(*field, user));
}

QJsonObject actionJson(const Pool &pool, const UserAction &action)
{
    QJsonObject object = appCard(pool.applications().at(action.signIn.app));
    const QString userAgent = QString::fromLatin1(action.signIn.userAgent);
    const QString device = userAgent.contains("Mobile"_L1) ? u"Mobile"_s : u"Desktop"_s;
    const std::initializer_list<std::pair<QString, QJsonValue>> members{
        {u"userId"_s, QString::fromLatin1(pool.users().text(UserField::Id, action.user))},
        {u"userAvatar"_s, u"https://files.example.com/default-user.png"_s},
        {u"userDisplayName"_s, logName(pool.users(), action.user)},
        {u"userLoginsCount"_s, pool.signInCount(action.user)},
        {u"clientIp"_s, QString::fromLatin1(action.signIn.clientIp)},
        {u"eventType"_s, signInEvent},
        {u"success"_s, true},
        {u"userAgent"_s, userAgent},
        {u"parsedUserAgent"_s,
         QJsonObject{{u"device"_s, device}, {u"name"_s, QString()}, {u"os"_s, QString()}}},
        {u"geoip"_s, place()},
        {u"timestamp"_s, auditTime(action.signIn.time)},
        {u"requestId"_s, action.requestId}};
    for (const auto &[name, value] : members)
        object.insert(name, value);
    return object;
}

QJsonObject failCheck()
{
    return {{u"enabled"_s, false}, {u"limit"_s, 5}, {u"timeInterval"_s, 300}, {u"unit"_s, u"Second"_s}};
}

QJsonObject loginAnomalyDetection()
{
    return {{u"loginFailStrategy"_s, u"captcha"_s},
            {u"robotVerify"_s, u"condition_set"_s},
            {u"accountLock"_s, u"disable"_s},
            {u"loginFailCheck"_s, failCheck()},
            {u"loginPasswordFailCheck"_s, failCheck()},
            {u"accountLockLoginPasswordFailCheck"_s, failCheck()},
            {u"robotVerifyLoginPasswordFailCheck"_s, failCheck()},
            {u"robotVerifyLoginIpWhitelistCheck"_s,
             QJsonObject{{u"enabled"_s, false}, {u"ipWhitelist"_s, QString()}}},
            {u"robotVerifyLoginTimeCheckEnable"_s, false},
            {u"robotVerifyloginWeekStartEndTime"_s, QJsonArray()}};
}

} // namespace

Envelope Endpoints::getManagementToken(Backend &backend, const Call &call)
{
    for (const QLatin1StringView name : {"accessKeyId"_L1, "accessKeySecret"_L1}) {
        if (call.text(name).isEmpty())
            return call.malformed(name);
    }
    if (!backend.authority.accepts(call.text("accessKeyId"_L1), call.text("accessKeySecret"_L1)))
        return call.refusal(StatusCode::unauthorized, ApiCode::signatureWrong, Word::KeyRejected);
    return call.fetched(QJsonObject{{u"access_token"_s, QString::fromLatin1(backend.authority.issueToken())},
                                    {u"expires_in"_s, Authority::tokenLifetimeSeconds}});
}

Envelope Endpoints::getAdminAuditLogs(Backend &backend, const Call &call)
{
    const Paging paging =
        readPaging(call, call.parameters.value("pagination"_L1).toObject(), LimitPhrase::notGreater());
    if (paging.problem)
        return *paging.problem;
    const qint64 first = (paging.page - 1) * paging.limit;
    qint64 count = 0;
    QJsonArray list;
    for (const AuditEntry &entry : backend.audit.entries()) {
        if (!isWanted(entry, call))
            continue;
        if (count >= first && count < first + paging.limit)
            list.append(auditJson(backend.pool, entry, call.language));
        ++count;
    }
    return call.done(QJsonObject{{u"totalCount"_s, count}, {u"list"_s, list}});
}

Envelope Endpoints::getUserActionLogs(Backend &backend, const Call &call)
{
    const Paging paging =
        readPaging(call, call.parameters.value("pagination"_L1).toObject(), LimitPhrase::notGreater());
    if (paging.problem)
        return *paging.problem;
    const Users &users = backend.pool.users();
    const QByteArray userId = call.text("userId"_L1);
    QList<quint32> asked = users.matches(UserField::Id, userId);
    if (userId.isEmpty()) {
        asked.resize(users.count());
        std::iota(asked.begin(), asked.end(), quint32{0});
    }
    QList<UserAction> found;
    for (const quint32 user : std::as_const(asked)) {
        const QList<SignIn> rows = backend.pool.signIns(user);
        for (const SignIn &row : rows) {
            const UserAction action{.user = user, .signIn = row, .requestId = requestIdOf(users, user, row)};
            if (isWanted(backend.pool, action, call))
                found.append(action);
        }
    }
    std::ranges::stable_sort(found, std::ranges::greater(),
                             [](const UserAction &action) { return action.signIn.time; });
    QJsonArray list;
    const QList<UserAction> page = found.mid((paging.page - 1) * paging.limit, paging.limit);
    for (const UserAction &action : page)
        list.append(actionJson(backend.pool, action));
    return call.done(QJsonObject{{u"totalCount"_s, found.size()}, {u"list"_s, list}});
}

Envelope Endpoints::getSecuritySettings(Backend &, const Call &call)
{
    return call.fetched(QJsonObject{
        {u"authingTokenExpiresIn"_s, tokenSeconds},
        {u"verifyCodeLength"_s, 6},
        {u"verifyCodeMaxAttempts"_s, 5},
        {u"changeEmailStrategy"_s, QJsonObject{{u"verifyOldEmail"_s, true}}},
        {u"changePhoneStrategy"_s, QJsonObject{{u"verifyOldPhone"_s, true}}},
        {u"cookieSettings"_s,
         QJsonObject{{u"cookieExpiresIn"_s, cookieSeconds}, {u"cookieExpiresOnBrowserSession"_s, false}}},
        {u"registerDisabled"_s, true},
        {u"registerAnomalyDetection"_s,
         QJsonObject{{u"enabled"_s, false}, {u"limit"_s, 50}, {u"timeInterval"_s, 300}}},
        {u"completePasswordAfterPassCodeLogin"_s, false},
        {u"loginAnomalyDetection"_s, loginAnomalyDetection()},
        {u"loginRequireEmailVerified"_s, false},
        {u"selfUnlockAccount"_s, QJsonObject{{u"enabled"_s, false}, {u"strategy"_s, u"captcha"_s}}},
        {u"enableLoginAccountSwitch"_s, false},
        {u"qrcodeLoginStrategy"_s, QJsonObject{{u"qrcodeExpiresIn"_s, 120},
                                               {u"ticketExpiresIn"_s, 300},
                                               {u"allowExchangeUserInfoFromBrowser"_s, true},
                                               {u"returnFullUserInfo"_s, false}}}});
}

} // namespace Simulated
