// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faults/faults.h"
#include "sandbox/pool/appcard.h"
#include "sandbox/pool/auditlog.h"
#include "sandbox/pool/pool.h"
#include "sandbox/pool/usersearch.h"
#include "sandbox/service/endpoints.h"
#include "sandbox/service/userjson.h"

#include <QJsonArray>
#include <QStringList>
#include <QTimer>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace Simulated {

namespace {

constexpr auto slowSessionEnd = 5s;
constexpr qsizetype maximumApps = 50;
/// One in so many users is missing from the list of those online.
constexpr quint32 gapStep = 12;

struct SourceName
{
    QByteArrayView provider;
    const char *name;
};

constexpr std::array sourceNames{
    SourceName{"wechatwork", "企业微信"},
    SourceName{"lark", "飞书"},
    SourceName{"dingtalk", "钉钉"},
    SourceName{"ad", "Active Directory"},
};

/// The applications of a kick, or the refusal.
struct KickTargets
{
    QList<int> apps;
    std::optional<Envelope> problem;
};

KickTargets readTargets(const Backend &backend, const Call &call)
{
    const QJsonValue value = call.parameters.value("appIds"_L1);
    const QJsonArray ids = value.toArray();
    if (!value.isArray() || ids.isEmpty() || ids.size() > maximumApps)
        return {.problem = call.malformed(u"appIds"_s)};
    KickTargets result;
    for (const auto id : ids) {
        if (!id.isString() || id.toString().isEmpty())
            return {.problem = call.malformed(u"appIds"_s)};
        const std::optional<int> app = backend.pool.applications().find(id.toString().toUtf8());
        if (!app)
            return {.problem = call.refusal(StatusCode::notFound, ApiCode::applicationNotFound,
                                            Word::ApplicationNotFound)};
        result.apps.append(*app);
    }
    return result;
}

void endSessions(Backend &backend, const Call &call, quint32 user, const QList<int> &apps)
{
    const QByteArray endpoint = call.request->endpoint();
    // Who is missing in the list of those online is not reached by a kick either.
    const bool isInGap = backend.faults.has(DomainFault::ListGaps) && user % gapStep == 0;
    if (isInGap || backend.faults.fires(DomainFault::SessionStays, endpoint))
        return;
    Pool &pool = backend.pool;
    const auto end = [&pool, user, apps] {
        for (const int app : apps)
            pool.endSession(user, app);
    };
    if (backend.faults.fires(DomainFault::SessionSlow, endpoint)) {
        QTimer::singleShot(slowSessionEnd, backend.context, end);
        return;
    }
    end();
    if (!backend.faults.fires(DomainFault::Relogin, endpoint))
        return;
    for (const int app : apps)
        pool.signInAgain(user, app);
    backend.search.forget();
}

/// Gives the identifier of the kick to another user, as an administrator may between look-up and kick.
void moveIdentifier(Backend &backend, const Call &call, const QByteArray &type)
{
    Users &users = backend.pool.users();
    if (users.hasExchangedContacts() ||
        !backend.faults.fires(DomainFault::IdentifierMoves, call.request->endpoint()))
        return;
    const Endpoints::FoundUser found = Endpoints::findUser(backend, call, call.text("userId"_L1), type);
    if (found.problem)
        return;
    users.exchangeContacts(std::pair(found.user, (found.user + Users::featuredStep) % users.count()));
    backend.search.updateContacts();
}

void recordKick(Backend &backend, const Call &call, quint32 user)
{
    backend.audit.add({.time = backend.pool.clock().now(),
                       .requestId = call.requestId,
                       .user = user,
                       .operationParam = call.request->body,
                       .userAgent = call.request->header("user-agent")});
}

QJsonObject signInJson(const Pool &pool, const SignIn &row)
{
    QJsonObject object = appCard(pool.applications().at(row.app));
    object.insert("clientIp"_L1, QString::fromLatin1(row.clientIp));
    object.insert("userAgent"_L1, QString::fromLatin1(row.userAgent));
    object.insert("time"_L1, isoTime(row.time));
    return object;
}

bool isWanted(const Pool &pool, const SignIn &row, const Call &call)
{
    const QByteArray appId = call.text("appId"_L1);
    const QByteArray clientIp = call.text("clientIp"_L1);
    return (appId.isEmpty() || pool.applications().at(row.app).appId == appId) &&
           (clientIp.isEmpty() || row.clientIp == clientIp) &&
           row.time >= call.number("start"_L1).value_or(row.time) &&
           row.time <= call.number("end"_L1).value_or(row.time);
}

/// The English refusal of the newer endpoints; empty when every one of @p names is there.
QString missing(const Call &call, std::initializer_list<QLatin1StringView> names)
{
    QStringList result;
    for (const QLatin1StringView name : names) {
        if (call.text(name).isEmpty())
            result.append(name + " should not be empty"_L1);
    }
    return result.join(u',');
}

/// Those who are online, without some of them.
Bitmap withGaps(const Bitmap &online)
{
    Bitmap result = online;
    online.visit(0, online.size(), [&result](quint32 user) {
        if (user % gapStep == 0)
            result.clear(user);
    });
    return result;
}

Envelope applicationNotFound(const Call &call)
{
    return call.refusal(StatusCode::notFound, ApiCode::applicationNotFound, Word::ApplicationNotFound);
}

} // namespace

Envelope Endpoints::kickUsers(Backend &backend, const Call &call)
{
    if (call.text("userId"_L1).isEmpty())
        return call.malformed(u"userId"_s);
    const KickTargets targets = readTargets(backend, call);
    if (targets.problem)
        return *targets.problem;
    if (backend.faults.fires(DomainFault::AppGone, call.request->endpoint()))
        return applicationNotFound(call);
    const QByteArray type = call.options().value("userIdType"_L1).toString().toUtf8();
    moveIdentifier(backend, call, type);
    const FoundUser found = findUser(backend, call, call.text("userId"_L1), type);
    if (found.problem)
        return *found.problem;
    endSessions(backend, call, found.user, targets.apps);
    recordKick(backend, call, found.user);
    Envelope envelope = call.done(QJsonObject{{u"success"_s, true}});
    envelope.apiCode = ApiCode::kicked;
    return envelope;
}

Envelope Endpoints::checkSessionStatus(Backend &backend, const Call &call)
{
    const QByteArray endpoint = call.request->endpoint();
    if (backend.faults.fires(DomainFault::CheckUnavailable, endpoint))
        return call.refusal(StatusCode::forbidden, ApiCode::forbidden, Word::Forbidden);
    const QString missingNames = missing(call, {"appId"_L1, "userId"_L1});
    if (!missingNames.isEmpty())
        return {.statusCode = StatusCode::badArgument, .message = missingNames};
    const std::optional<int> app = backend.pool.applications().find(call.text("appId"_L1));
    if (!app || backend.faults.fires(DomainFault::AppGone, endpoint))
        return applicationNotFound(call);
    const FoundUser found = findUser(backend, call, call.text("userId"_L1), {});
    if (found.problem)
        return *found.problem;
    const bool isActive = backend.pool.isOnline(found.user, *app);
    if (!isActive && backend.faults.fires(DomainFault::ReloginLater, endpoint)) {
        backend.pool.signInAgain(found.user, *app);
        backend.search.forget();
    }
    return call.done(QJsonObject{{u"active"_s, isActive}});
}

Envelope Endpoints::getUserLoggedinApps(Backend &backend, const Call &call)
{
    const FoundUser found = findUser(backend, call, call.text("userId"_L1), call.text("userIdType"_L1));
    if (found.problem)
        return *found.problem;
    const Applications &applications = backend.pool.applications();
    QJsonArray list;
    for (int app = 0; app < applications.count(); ++app) {
        if (backend.pool.hasUsed(found.user, app))
            list.append(appCard(applications.at(app)));
    }
    return call.fetched(list);
}

Envelope Endpoints::getUserAccessibleApps(Backend &backend, const Call &call)
{
    const FoundUser found = findUser(backend, call, call.text("userId"_L1), call.text("userIdType"_L1));
    if (found.problem)
        return *found.problem;
    const Applications &applications = backend.pool.applications();
    QJsonArray list;
    for (int app = 0; app < applications.count(); ++app) {
        const bool isForEverybody = !applications.at(app).isIntegrateApp;
        if (!isForEverybody && !backend.pool.hasUsed(found.user, app))
            continue;
        QJsonObject card = appCard(applications.at(app));
        card.insert("appDefaultLoginStrategy"_L1, isForEverybody ? u"ALLOW_ALL"_s : u"DENY_ALL"_s);
        list.append(card);
    }
    return call.fetched(list);
}

Envelope Endpoints::getUserLoggedInIdentities(Backend &backend, const Call &call)
{
    const FoundUser found = findUser(backend, call, call.text("userId"_L1), call.text("userIdType"_L1));
    if (found.problem)
        return *found.problem;
    QJsonArray list;
    const QList<UserIdentity> identities = backend.pool.users().identities(found.user);
    for (const UserIdentity &identity : identities) {
        const auto *const source =
            std::ranges::find(sourceNames, QByteArrayView(identity.provider), &SourceName::provider);
        list.append(QJsonObject{{u"identityId"_s, QString::fromLatin1(identity.identityId)},
                                {u"idpName"_s, QString::fromUtf8(source->name)},
                                {u"idpNameEn"_s, QString::fromLatin1(identity.provider)},
                                {u"idpLogo"_s, QString(u"https://files.example.com/"_s +
                                                       QString::fromLatin1(identity.provider) + u".png"_s)},
                                {u"idpId"_s, QString::fromLatin1(identity.extIdpId)}});
    }
    return call.fetched(list);
}

Envelope Endpoints::getUserLoginHistory(Backend &backend, const Call &call)
{
    const Paging paging = readPaging(call, call.parameters, LimitPhrase::lessThan());
    if (paging.problem)
        return *paging.problem;
    const FoundUser found = findUser(backend, call, call.text("userId"_L1), call.text("userIdType"_L1));
    if (found.problem)
        return *found.problem;
    const qint64 first = (paging.page - 1) * paging.limit;
    qint64 count = 0;
    QJsonArray list;
    const QList<SignIn> rows = backend.pool.signIns(found.user);
    for (const SignIn &row : rows) {
        if (!isWanted(backend.pool, row, call))
            continue;
        if (count >= first && count < first + paging.limit)
            list.append(signInJson(backend.pool, row));
        ++count;
    }
    return call.fetched(QJsonObject{{u"totalCount"_s, count}, {u"list"_s, list}});
}

Envelope Endpoints::listApplicationActiveUsers(Backend &backend, const Call &call)
{
    const QString missingNames = missing(call, {"appId"_L1});
    if (!missingNames.isEmpty())
        return {.statusCode = StatusCode::badArgument, .message = missingNames};
    const Paging paging =
        readPaging(call, call.options().value("pagination"_L1).toObject(), LimitPhrase::notGreater());
    if (paging.problem)
        return *paging.problem;
    const std::optional<int> app = backend.pool.applications().find(call.text("appId"_L1));
    if (!app || backend.faults.fires(DomainFault::AppGone, call.request->endpoint()))
        return applicationNotFound(call);
    const bool hasGaps = backend.faults.fires(DomainFault::ListGaps, call.request->endpoint());
    const Bitmap &all = backend.pool.onlineUsers(*app);
    const Bitmap listed = hasGaps ? withGaps(all) : Bitmap(0);
    const Bitmap &online = hasGaps ? listed : all;
    const UserParts parts = readUserParts(call.options());
    const quint32 count = online.count();
    const qint64 first = std::min<qint64>((paging.page - 1) * paging.limit, count);
    QJsonArray list;
    online.visit(static_cast<quint32>(first), static_cast<quint32>(paging.limit),
                 [&](quint32 user) { list.append(userJson(backend.pool, user, parts)); });
    return call.done(QJsonObject{{u"totalCount"_s, static_cast<qint64>(count)}, {u"list"_s, list}});
}

} // namespace Simulated
