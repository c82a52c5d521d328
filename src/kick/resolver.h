// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/client.h"

#include <QObject>

/// Turns what an agent typed into users of the pool. The user returned must carry the asked value in the
/// asked field; a phone is searched with list-users, so that two countries' equal numbers are both seen.
class Resolver : public QObject
{
    Q_OBJECT

public:
    explicit Resolver(Client *client, QObject *parent = nullptr);

    /// Every user that @p text identifies as @p type: an empty list when there is none.
    PendingCall *find(IdType type, const QString &text, QObject *context, ResultHandler<QList<User>> handler);

    /// Every user that @p text identifies as any type its shape allows.
    PendingCall *findAny(const QString &text, QObject *context, ResultHandler<QList<User>> handler);

    /// find() when exactly one user is needed: UserNotFound and SeveralMatches are errors.
    PendingCall *resolve(IdType type, const QString &text, QObject *context, ResultHandler<User> handler);

    /// findAny() when exactly one user is needed.
    PendingCall *resolveAny(const QString &text, QObject *context, ResultHandler<User> handler);

private:
    Client *m_client;
};
