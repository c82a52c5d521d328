// SPDX-License-Identifier: Apache-2.0
#include "kick/resolver.h"

#include "kick/usermatch.h"

#include <algorithm>
#include <memory>

namespace {

using UsersHandler = ResultHandler<QList<User>>;

Error identifierError(IdFault fault)
{
    return {.kind = ErrorKind::NotSent, .code = ErrorCode::InvalidIdentifier, .idFault = fault};
}

/// Looks one identifier up as one type.
class Find : public PendingAnswer<Result<QList<User>>>
{
public:
    Find(Client *client, IdType type, const QString &text, QObject *context, Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_client(client)
        , m_type(type)
        , m_id(IdTypes::check(type, text))
    {
        if (m_id.fault)
            finishLater(identifierError(*m_id.fault));
        else if (type == IdType::Phone)
            searchPhone();
        else
            getUser();
    }

private:
    void getUser()
    {
        m_client->getUser(m_id.value, m_type, this, [this](const Result<User> &user) {
            if (user)
                finishWith({*user});
            else if (isNotFound(user.error()))
                finish(QList<User>());
            else
                finish(user.error());
        });
    }

    /// get-user has no country code and would pick one of two equal numbers; list-users shows both.
    void searchPhone()
    {
        const UserQuery query{.filterField = QStringLiteral("phone"), .filterValue = m_id.value};
        m_client->listUsers(query, this, [this](const Result<Page<User>> &page) {
            if (page)
                finishWith(page->list);
            else if (page.error().code == ErrorCode::Forbidden)
                getUser();
            else
                finish(page.error());
        });
    }

    /// get-user answers an identifier that it finds malformed with 400 instead of "not found".
    static bool isNotFound(const Error &error)
    {
        return error.code == ErrorCode::UserNotFound ||
               (error.code == ErrorCode::Refused && error.reply.statusCode == 400);
    }

    void finishWith(const QList<User> &candidates)
    {
        QList<User> users;
        std::ranges::copy_if(candidates, std::back_inserter(users), [this](const User &user) {
            return UserMatches::carries(user, m_type, m_id.value);
        });
        if (users.isEmpty() && !candidates.isEmpty()) {
            finish(Error{.kind = ErrorKind::Rejected, .code = ErrorCode::OtherUserReturned, .wasSent = true});
            return;
        }
        if (m_id.countryCode.isEmpty() || users.isEmpty()) {
            finish(users);
            return;
        }
        const auto isOfOtherCountry = [this](const User &user) {
            return user.phoneCountryCode.verbatim() != m_id.countryCode;
        };
        users.removeIf(isOfOtherCountry);
        finish(users.isEmpty() ? Result<QList<User>>(identifierError(IdFault::ForeignCountryCode)) : users);
    }

    Client *m_client;
    IdType m_type;
    IdCheck m_id;
};

/// Looks one text up as every type that its shape allows, one after the other.
class FindAny : public PendingAnswer<Result<QList<User>>>
{
public:
    FindAny(Client *client, const QString &text, QObject *context, Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_client(client)
        , m_text(text)
        , m_types(IdTypes::suggested(text))
    {
        if (const auto fault = IdTypes::check(text).fault)
            finishLater(identifierError(*fault));
        else if (m_types.isEmpty())
            finishLater(identifierError(IdFault::WrongShape));
        else
            findNext();
    }

private:
    void findNext()
    {
        new Find(m_client, m_types.takeFirst(), m_text, this, [this](const Result<QList<User>> &users) {
            if (!users && users.error().code != ErrorCode::OtherUserReturned) {
                finish(users.error());
                return;
            }
            if (users)
                add(*users);
            if (m_types.isEmpty())
                finish(m_found);
            else
                findNext();
        });
    }

    void add(const QList<User> &users)
    {
        for (const User &user : users) {
            const auto isSame = [&user](const User &known) { return known.userId == user.userId; };
            if (std::ranges::none_of(m_found, isSame))
                m_found.append(user);
        }
    }

    Client *m_client;
    QString m_text;
    QList<IdType> m_types;
    QList<User> m_found;
};

UsersHandler exactlyOne(const QString &text, ResultHandler<User> handler)
{
    return [text, handler = std::move(handler)](const Result<QList<User>> &users) {
        if (!users)
            handler(users.error());
        else if (users->size() == 1)
            handler(users->first());
        else
            handler(Error{.kind = ErrorKind::Rejected,
                          .code = users->isEmpty() ? ErrorCode::UserNotFound : ErrorCode::SeveralMatches,
                          .detail = ServerText(text),
                          .wasSent = true});
    };
}

} // namespace

Resolver::Resolver(Client *client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

PendingCall *Resolver::find(IdType type, const QString &text, QObject *context,
                            ResultHandler<QList<User>> handler)
{
    return new Find(m_client, type, text, context, std::move(handler));
}

PendingCall *Resolver::findAny(const QString &text, QObject *context, ResultHandler<QList<User>> handler)
{
    return new FindAny(m_client, text, context, std::move(handler));
}

PendingCall *Resolver::resolve(IdType type, const QString &text, QObject *context,
                               ResultHandler<User> handler)
{
    return find(type, text, context, exactlyOne(text, std::move(handler)));
}

PendingCall *Resolver::resolveAny(const QString &text, QObject *context, ResultHandler<User> handler)
{
    return findAny(text, context, exactlyOne(text, std::move(handler)));
}
