// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/client.h"

#include <QObject>

#include <functional>
#include <optional>

/// What is to be kicked: one user and any number of applications.
struct KickTarget
{
    QString userId;
    IdType userIdType = IdType::UserId;
    QStringList appIds;
};

/// What came of it, over all groups of 50 applications.
struct KickResult
{
    KickOutcome outcome = KickOutcome::NotSent;
    /// Of the first group that failed, else of the last.
    ServerReply reply;
    /// Why the outcome is not success.
    std::optional<Error> error;
    /// Requests that were started, over all groups.
    int attempts = 0;
};

/// Kicks one target: groups of 50 applications one after the other, each attempt its own request. A group is
/// repeated (three attempts at most) only where the server did not do it: nothing sent, asked to come back
/// later, or credentials refused and renewed.
class Kicker : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const KickResult &)>;

    static constexpr int maximumAttempts = 3;

    explicit Kicker(Client *client, QObject *parent = nullptr);

    PendingCall *kick(const KickTarget &target, QObject *context, Handler handler);

private:
    Client *m_client;
};
