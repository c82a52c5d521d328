// SPDX-License-Identifier: Apache-2.0
#include "kick/pool/resolver.h"

#include "kick/pool/pagedread.h"
#include "kick/pool/usermatch.h"

#include <algorithm>

namespace {

Error identifierError(IdFault fault)
{
    return {.kind = ErrorKind::NotSent, .code = ErrorCode::InvalidIdentifier, .idFault = fault};
}

/// A server that does not know the filter lists everybody.
constexpr int maximumPhonePages = 2;

/// Looks one identifier up as one type.
class Find : public PendingAnswer<Result<FoundUsers>>
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
                finish(FoundUsers());
            else
                finish(user.error());
        });
    }

    /// get-user has no country code and would pick one of two equal numbers; list-users shows both.
    void searchPhone()
    {
        const auto ask = [client = m_client, number = m_id.value](int page, QObject *context,
                                                                  ResultHandler<Page<User>> answered) {
            const UserQuery query{
                .filterField = QStringLiteral("phone"), .filterValue = number, .page = page};
            client->listUsers(query, context, std::move(answered));
        };
        const auto take = [this](const Result<QList<User>> &users) {
            if (users)
                finishWith(*users);
            else if (isNotPermitted(users.error()))
                getUser();
            else
                finish(users.error());
        };
        new PagedRead<User>(ask, maximumPhonePages, this, take);
    }

    /// get-user answers an identifier that it finds malformed with 400 instead of "not found"
    /// (docs/api.md#get-user).
    static bool isNotFound(const Error &error)
    {
        return error.code == ErrorCode::UserNotFound ||
               (error.code == ErrorCode::Refused && error.reply.statusCode == 400);
    }

    void finishWith(const QList<User> &candidates)
    {
        QList<User> users;
        QList<User> uncompared;
        for (const User &user : candidates) {
            switch (UserMatches::compare(user, m_type, m_id.value)) {
            case UserMatch::Same:
                users.append(user);
                break;
            case UserMatch::NotCompared:
                uncompared.append(user);
                break;
            case UserMatch::Other:
                break;
            }
        }
        if (users.isEmpty() && !uncompared.isEmpty()) {
            finish(FoundUsers{.users = uncompared, .isCompared = false});
            return;
        }
        if (users.isEmpty() && !candidates.isEmpty()) {
            finish(Error{.kind = ErrorKind::Rejected, .code = ErrorCode::OtherUserReturned, .wasSent = true});
            return;
        }
        if (m_id.countryCode.isEmpty() || users.isEmpty()) {
            finish(FoundUsers{.users = users});
            return;
        }
        const auto isOfOtherCountry = [this](const User &user) {
            return UserMatches::isOfOtherCountry(user, m_id.countryCode);
        };
        users.removeIf(isOfOtherCountry);
        if (users.isEmpty())
            finish(identifierError(IdFault::ForeignCountryCode));
        else
            finish(FoundUsers{.users = users});
    }

    Client *m_client;
    IdType m_type;
    IdCheck m_id;
};

/// Looks one text up as every type that its shape allows, one after the other.
class FindAny : public PendingAnswer<Result<FoundUsers>>
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
        new Find(m_client, m_types.takeFirst(), m_text, this, [this](const Result<FoundUsers> &found) {
            if (!found && found.error().code != ErrorCode::OtherUserReturned) {
                finish(found.error());
                return;
            }
            if (found)
                add(*found);
            if (m_types.isEmpty())
                finish(m_found);
            else
                findNext();
        });
    }

    void add(const FoundUsers &found)
    {
        for (const User &user : found.users) {
            const auto isSame = [&user](const User &known) { return known.userId == user.userId; };
            if (std::ranges::none_of(m_found.users, isSame))
                m_found.users.append(user);
            m_isAnyCompared = m_isAnyCompared || found.isCompared;
        }
        // One user who carries the text as one type needs no comparison as another.
        m_found.isCompared = m_found.users.isEmpty() || m_isAnyCompared;
    }

    Client *m_client;
    QString m_text;
    QList<IdType> m_types;
    FoundUsers m_found;
    bool m_isAnyCompared = false;
};

} // namespace

Resolver::Resolver(Client *client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

PendingCall *Resolver::find(IdType type, const QString &text, QObject *context,
                            ResultHandler<FoundUsers> handler)
{
    return new Find(m_client, type, text, context, std::move(handler));
}

PendingCall *Resolver::findAny(const QString &text, QObject *context, ResultHandler<FoundUsers> handler)
{
    return new FindAny(m_client, text, context, std::move(handler));
}

PendingCall *Resolver::resolve(IdType type, const QString &text, QObject *context,
                               ResultHandler<User> handler)
{
    return find(type, text, context, [text, handler = std::move(handler)](const Result<FoundUsers> &found) {
        handler(only(found, text));
    });
}

Result<User> Resolver::only(const Result<FoundUsers> &found, const QString &text, Uncompared uncompared)
{
    if (!found)
        return found.error();
    const auto refusal = [&text](ErrorCode code) {
        return Error{.kind = ErrorKind::Rejected, .code = code, .detail = ServerText(text), .wasSent = true};
    };
    if (found->users.isEmpty())
        return refusal(ErrorCode::UserNotFound);
    if (found->users.size() > 1)
        return refusal(ErrorCode::SeveralMatches);
    if (!found->isCompared && uncompared == Uncompared::Refuse)
        return refusal(ErrorCode::IdentityNotCompared);
    return found->users.first();
}
