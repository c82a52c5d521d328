// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faults/faults.h"
#include "sandbox/pool/pool.h"
#include "sandbox/service/authority.h"
#include "sandbox/service/endpoints.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

namespace {

using Describe = QJsonObject (*)(const Backend &, const SandboxApplication &);

QJsonObject simpleInfo(const Backend &, const SandboxApplication &app)
{
    return {
        {u"appId"_s, QString::fromLatin1(app.appId)},
        {u"appIdentifier"_s, QString::fromLatin1(app.appIdentifier)},
        {u"appName"_s, QString::fromUtf8(app.appName)},
        {u"appLogo"_s, u"https://files.example.com/"_s + QString::fromLatin1(app.appIdentifier) + u".png"_s},
        {u"appDescription"_s, QString::fromUtf8(app.appDescription)},
        {u"appType"_s, QString::fromLatin1(app.appType)},
        {u"isIntegrateApp"_s, app.isIntegrateApp}};
}

QJsonObject fullInfo(const Backend &backend, const SandboxApplication &app)
{
    QJsonObject object = simpleInfo(backend, app);
    const QString site = u"https://"_s + QString::fromLatin1(app.appIdentifier) + u".example.com"_s;
    object.insert("userPoolId"_L1, QString::fromLatin1(backend.authority.claimedPoolId()));
    object.insert("defaultProtocol"_L1, QString::fromLatin1(app.defaultProtocol));
    object.insert("redirectUris"_L1, QJsonArray{site + u"/callback"_s});
    object.insert("logoutRedirectUris"_L1, QJsonArray());
    object.insert("initLoginUri"_L1, site + u"/login"_s);
    for (const QLatin1StringView off :
         {"samlProviderEnabled"_L1, "oauthProviderEnabled"_L1, "casProviderEnabled"_L1,
          "customBrandingEnabled"_L1, "customSecurityEnabled"_L1})
        object.insert(off, false);
    object.insert("ssoEnabled"_L1, true);
    for (const QLatin1StringView block :
         {"loginConfig"_L1, "registerConfig"_L1, "brandingConfig"_L1, "oidcConfig"_L1})
        object.insert(block, QJsonObject());
    return object;
}

bool isWanted(const SandboxApplication &app, const Call &call)
{
    // The official client always sends these as false, so false cannot mean "none of them".
    if ((call.flag("isIntegrateApp"_L1) && !app.isIntegrateApp) ||
        (call.flag("isSelfBuiltApp"_L1) && app.isIntegrateApp))
        return false;
    const QString keywords = QString::fromUtf8(call.text("keywords"_L1));
    return QString::fromUtf8(app.appName).contains(keywords, Qt::CaseInsensitive) ||
           QString::fromLatin1(app.appIdentifier).contains(keywords, Qt::CaseInsensitive);
}

Envelope list(const Backend &backend, const Call &call, Describe describe)
{
    const Paging paging = readPaging(call, call.parameters, LimitPhrase::lessThan());
    if (paging.problem)
        return *paging.problem;
    const Applications &applications = backend.pool.applications();
    const qint64 first = (paging.page - 1) * paging.limit;
    qint64 count = 0;
    QJsonArray page;
    for (int i = 0; i < applications.count(); ++i) {
        if (!isWanted(applications.at(i), call))
            continue;
        if (count >= first && count < first + paging.limit)
            page.append(describe(backend, applications.at(i)));
        ++count;
    }
    return call.done(QJsonObject{{u"totalCount"_s, count}, {u"list"_s, page}});
}

Envelope one(const Backend &backend, const Call &call, Describe describe)
{
    if (call.text("appId"_L1).isEmpty())
        return call.malformed(u"appId"_s);
    const std::optional<int> app = backend.pool.applications().find(call.text("appId"_L1));
    if (!app || backend.faults.fires(DomainFault::AppGone, call.request->endpoint()))
        return call.refusal(StatusCode::notFound, ApiCode::applicationNotFound, Word::ApplicationNotFound);
    return call.done(describe(backend, backend.pool.applications().at(*app)));
}

} // namespace

Envelope Endpoints::listApplicationSimpleInfo(Backend &backend, const Call &call)
{
    return list(backend, call, simpleInfo);
}

Envelope Endpoints::listApplications(Backend &backend, const Call &call)
{
    return list(backend, call, fullInfo);
}

Envelope Endpoints::getApplicationSimpleInfo(Backend &backend, const Call &call)
{
    return one(backend, call, simpleInfo);
}

Envelope Endpoints::getApplication(Backend &backend, const Call &call)
{
    return one(backend, call, fullInfo);
}

} // namespace Simulated
