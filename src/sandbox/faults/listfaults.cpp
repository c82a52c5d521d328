// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faults/faulttype.h"
#include "sandbox/service/call.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <array>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

namespace {

constexpr auto pagedEndpoints =
    "list-application-simple-info list-applications list-users "
    "list-application-active-users get-user-login-history get-admin-audit-logs"_L1;
constexpr auto signIns = "get-user-login-history"_L1;

/// The page that @p request asks for.
qint64 pageOf(const HttpRequest &request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QJsonObject options = body.value("options"_L1).toObject();
    for (const QJsonObject &parameters :
         {options.value("pagination"_L1).toObject(), body.value("pagination"_L1).toObject(),
          queryParameters(request.target)}) {
        const QJsonValue page = parameters.value("page"_L1);
        if (!page.isUndefined())
            return page.isString() ? page.toString().toLongLong() : page.toInteger();
    }
    return 1;
}

/// The answer with its list and its number of items changed by @p change.
Answer withList(const FaultScene &scene, const std::function<void(QJsonArray *, qint64 *)> &change)
{
    QJsonObject envelope = QJsonDocument::fromJson(scene.reply.body).object();
    QJsonObject data = envelope.value("data"_L1).toObject();
    QJsonArray list = data.value("list"_L1).toArray();
    qint64 totalCount = data.value("totalCount"_L1).toInteger();
    change(&list, &totalCount);
    data.insert("list"_L1, list);
    data.insert("totalCount"_L1, totalCount);
    envelope.insert("data"_L1, data);
    HttpReply reply = scene.reply;
    reply.body = QJsonDocument(envelope).toJson(QJsonDocument::Compact);
    return {.bytes = reply.serialised()};
}

Answer emptyPage(const FaultScene &scene)
{
    return withList(scene, [page = pageOf(scene.request)](QJsonArray *list, qint64 *) {
        if (page > 1)
            *list = {};
    });
}

Answer shrinkingTotal(const FaultScene &scene)
{
    return withList(scene, [page = pageOf(scene.request)](QJsonArray *, qint64 *totalCount) {
        if (page > 1)
            *totalCount /= 2;
    });
}

Answer oneTooFew(const FaultScene &scene)
{
    return withList(scene, [](QJsonArray *, qint64 *totalCount) { ++*totalCount; });
}

/// The answer with the time of every sign-in written by @p write.
Answer withTimes(const FaultScene &scene, QJsonValue (*write)(const QDateTime &))
{
    return withList(scene, [write](QJsonArray *list, qint64 *) {
        for (qsizetype at = 0; at < list->size(); ++at) {
            QJsonObject record = list->at(at).toObject();
            const QDateTime time =
                QDateTime::fromString(record.value("time"_L1).toString(), Qt::ISODateWithMs);
            record.insert("time"_L1, write(time));
            list->replace(at, record);
        }
    });
}

Answer epochTimes(const FaultScene &scene)
{
    return withTimes(scene, [](const QDateTime &time) { return QJsonValue(time.toMSecsSinceEpoch()); });
}

Answer headerTimes(const FaultScene &scene)
{
    return withTimes(scene, [](const QDateTime &time) {
        return QJsonValue(QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s));
    });
}

Answer timesWithoutZone(const FaultScene &scene)
{
    return withTimes(scene, [](const QDateTime &time) {
        return QJsonValue(time.toUTC().toString(u"yyyy-MM-ddThh:mm:ss.zzz"_s));
    });
}

Answer wordyTimes(const FaultScene &scene)
{
    return withTimes(scene, [](const QDateTime &) { return QJsonValue(u"just now"_s); });
}

Answer nullTimes(const FaultScene &scene)
{
    return withTimes(scene, [](const QDateTime &) { return QJsonValue(); });
}

constexpr FaultType on(QLatin1StringView endpoints, QLatin1StringView name, FaultEffect effect)
{
    return {.name = name, .stage = FaultStage::Afterwards, .effect = effect, .endpoints = endpoints};
}

constexpr std::array faults{
    on(pagedEndpoints, "empty-pages"_L1, emptyPage), on(pagedEndpoints, "shrinking-pages"_L1, shrinkingTotal),
    on(pagedEndpoints, "short-pages"_L1, oneTooFew), on(signIns, "time-epoch"_L1, epochTimes),
    on(signIns, "time-rfc1123"_L1, headerTimes),     on(signIns, "time-no-zone"_L1, timesWithoutZone),
    on(signIns, "time-words"_L1, wordyTimes),        on(signIns, "time-null"_L1, nullTimes),
};

} // namespace

std::span<const FaultType> FaultTypes::lists()
{
    return faults;
}

} // namespace Simulated
