// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/client.h"

#include <QObject>

/// What a look-up found.
struct FoundUsers
{
    QList<User> users;
    /// False when the answer lacks what the only user could be compared with: a person or an option has to
    /// say that it is the right one.
    bool isCompared = true;
};

/// What becomes of a user that could not be compared.
enum class Uncompared {
    /// IdentityNotCompared.
    Refuse,
    Accept,
};

/// Turns what an agent typed into users of the pool. The user returned must carry the asked value in the
/// asked field; a phone is searched with list-users, so that two countries' equal numbers are both seen.
class Resolver : public QObject
{
    Q_OBJECT

public:
    explicit Resolver(Client *client, QObject *parent = nullptr);

    /// Every user that @p text identifies as @p type: an empty list when there is none.
    PendingCall *find(IdType type, const QString &text, QObject *context, ResultHandler<FoundUsers> handler);

    /// Every user that @p text identifies as any type its shape allows.
    PendingCall *findAny(const QString &text, QObject *context, ResultHandler<FoundUsers> handler);

    /// find() when exactly one user is needed: UserNotFound, SeveralMatches and IdentityNotCompared are
    /// errors.
    PendingCall *resolve(IdType type, const QString &text, QObject *context, ResultHandler<User> handler);

    /// The user of what find() or findAny() answered with; the errors of resolve().
    static Result<User> only(const Result<FoundUsers> &found, const QString &text,
                             Uncompared uncompared = Uncompared::Refuse);

private:
    Client *m_client;
};
