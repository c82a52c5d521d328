// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faults/faults.h"
#include "sandbox/pool/pool.h"
#include "sandbox/pool/usersearch.h"
#include "sandbox/service/endpoints.h"
#include "sandbox/service/userjson.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

namespace {

constexpr qsizetype maximumBatch = 50;

struct IdTypeField
{
    QByteArrayView name;
    UserField field;
};

constexpr std::array fieldsOfIdTypes{
    IdTypeField{"user_id", UserField::Id},
    IdTypeField{"phone", UserField::Phone},
    IdTypeField{"email", UserField::Email},
    IdTypeField{"username", UserField::Username},
    IdTypeField{"external_id", UserField::ExternalId},
};

bool hasShape(const QByteArray &userId, const QByteArray &userIdType)
{
    if (userIdType == "email")
        return userId.contains('@');
    return userIdType != "phone" || !userId.contains('#');
}

UserParts wantedParts(const Backend &backend, const Call &call, const QJsonObject &options)
{
    UserParts parts = readUserParts(options);
    if (backend.faults.fires(DomainFault::IdentitiesHidden, call.request->endpoint()))
        parts.identities = false;
    return parts;
}

QJsonArray usersJson(const Pool &pool, const QList<quint32> &users, const UserParts &parts)
{
    QJsonArray result;
    for (const quint32 user : users)
        result.append(userJson(pool, user, parts));
    return result;
}

/// The `userIds` of a batch: one text with commas, repeated, or both.
QStringList batchIds(const Call &call)
{
    const QJsonValue value = call.parameters.value("userIds"_L1);
    QStringList result;
    const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const auto ids : list)
        result += ids.toString().split(u',', Qt::SkipEmptyParts);
    return result;
}

struct ExistsField
{
    QLatin1StringView name;
    UserField field;
};

constexpr std::array existsFields{
    ExistsField{"username"_L1, UserField::Username},
    ExistsField{"email"_L1, UserField::Email},
    ExistsField{"phone"_L1, UserField::Phone},
    ExistsField{"externalId"_L1, UserField::ExternalId},
};

} // namespace

Endpoints::FoundUser Endpoints::findUser(const Backend &backend, const Call &call, const QByteArray &userId,
                                         const QByteArray &userIdType)
{
    const QByteArray type = userIdType.isEmpty() ? QByteArray("user_id") : userIdType;
    const bool isIdentity = type == "identity" || type == "sync_relation";
    const auto *const known = std::ranges::find(fieldsOfIdTypes, QByteArrayView(type), &IdTypeField::name);
    if (!isIdentity && known == fieldsOfIdTypes.end())
        return {.problem = call.malformed(u"userIdType"_s)};
    if (userId.isEmpty() || !hasShape(userId, type))
        return {.problem = call.malformed(u"userId"_s)};
    if (backend.faults.fires(DomainFault::UserGone, call.request->endpoint()))
        return {.problem = call.refusal(StatusCode::notFound, ApiCode::userNotFound, Word::UserNotFound)};
    const Users &users = backend.pool.users();
    if (isIdentity) {
        if (const std::optional<quint32> user = users.byIdentity(userId))
            return {.user = *user};
    } else if (const QList<quint32> found = users.matches(known->field, userId); !found.isEmpty()) {
        return {.user = found.constFirst()};
    }
    return {.problem = call.refusal(StatusCode::notFound, ApiCode::userNotFound, Word::UserNotFound)};
}

std::optional<Envelope> Endpoints::lookupFault(const Backend &backend, const Call &call)
{
    if (backend.faults.fires(DomainFault::SearchForbidden, call.request->endpoint()))
        return call.refusal(StatusCode::forbidden, ApiCode::forbidden, Word::Forbidden);
    return std::nullopt;
}

Envelope Endpoints::listUsers(Backend &backend, const Call &call)
{
    if (const std::optional<Envelope> fault = lookupFault(backend, call))
        return *fault;
    const QJsonObject options = call.options();
    const Paging paging =
        readPaging(call, options.value("pagination"_L1).toObject(), LimitPhrase::notGreater());
    if (paging.problem)
        return *paging.problem;
    const QString problem = UserSearch::problem(call.parameters);
    if (!problem.isEmpty())
        return call.malformed(problem);
    const std::shared_ptr<const Selection> found = backend.search.find(call.parameters);
    const QList<quint32> page = found->page(paging.page, paging.limit);
    return call.done(
        QJsonObject{{u"totalCount"_s, static_cast<qint64>(found->count())},
                    {u"list"_s, usersJson(backend.pool, page, wantedParts(backend, call, options))}});
}

Envelope Endpoints::getUser(Backend &backend, const Call &call)
{
    if (const std::optional<Envelope> fault = lookupFault(backend, call))
        return *fault;
    const FoundUser found = findUser(backend, call, call.text("userId"_L1), call.text("userIdType"_L1));
    if (found.problem)
        return *found.problem;
    return call.fetched(userJson(backend.pool, found.user, wantedParts(backend, call, call.parameters)));
}

Envelope Endpoints::getUserBatch(Backend &backend, const Call &call)
{
    if (const std::optional<Envelope> fault = lookupFault(backend, call))
        return *fault;
    const QStringList ids = batchIds(call);
    if (ids.isEmpty() || ids.size() > maximumBatch)
        return call.malformed(u"userIds"_s);
    QList<quint32> users;
    for (const QString &id : ids) {
        const FoundUser found = findUser(backend, call, id.toUtf8(), call.text("userIdType"_L1));
        // Unknown users are left out; a malformed request is refused as a whole.
        if (found.problem && found.problem->apiCode != ApiCode::userNotFound)
            return call.malformed(found.problem->message.contains("userIdType"_L1) ? u"userIdType"_s
                                                                                   : u"userIds"_s);
        if (!found.problem)
            users.append(found.user);
    }
    return call.fetched(usersJson(backend.pool, users, wantedParts(backend, call, call.parameters)));
}

Envelope Endpoints::isUserExists(Backend &backend, const Call &call)
{
    bool isAnyGiven = false;
    bool exists = false;
    for (const ExistsField &each : existsFields) {
        const QByteArray value = call.text(each.name);
        isAnyGiven = isAnyGiven || !value.isEmpty();
        exists = exists || !backend.pool.users().matches(each.field, value).isEmpty();
    }
    if (!isAnyGiven)
        return call.malformed(u"username, email, phone, externalId"_s);
    return call.fetched(QJsonObject{{u"exists"_s, exists}});
}

} // namespace Simulated
