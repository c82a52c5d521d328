// SPDX-License-Identifier: Apache-2.0
#include "sandbox/auditlog.h"
#include "sandbox/authority.h"
#include "sandbox/endpoints.h"
#include "sandbox/pool.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

namespace {

constexpr auto operationType = "delete"_L1;
constexpr auto resourceType = "userLoginState"_L1;
constexpr auto adminUserId = "61c17bd024917805ae85e397"_L1;
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

Envelope Endpoints::getSecuritySettings(Backend &, const Call &call)
{
    const QJsonObject cookies{{u"cookieExpiresIn"_s, cookieSeconds},
                              {u"cookieExpiresOnBrowserSession"_s, false}};
    return call.fetched(
        QJsonObject{{u"cookieSettings"_s, cookies}, {u"authingTokenExpiresIn"_s, tokenSeconds}});
}

} // namespace Simulated
