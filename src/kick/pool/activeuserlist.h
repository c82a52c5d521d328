// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/client.h"
#include "kick/pace/readgate.h"
#include "kick/pool/listprogress.h"
#include "kick/pool/listuser.h"

#include <QSet>

#include <optional>

/// Everyone online in one application, as far as a list that moves while it is read can tell.
struct ActiveUserList
{
    /// Found by the last reading.
    QSet<QString> userIds;
    /// Found by any reading; empty where they are not wanted.
    QList<ListUser> users;
    /// True when all pages of one reading told the same number and exactly so many users came: only then does
    /// it mean something that a user is not among them.
    bool isWhole = false;
    /// PagesIncomplete where it is not.
    std::optional<Error> incomplete;
    qint64 totalCount = 0;
};

/// What to read.
struct ActiveUserQuery
{
    Client *client = nullptr;
    /// For the protection of each user.
    Profile profile;
    QString appId;
    /// Users of the pool, wherever they are, instead of those online in an application; its page is not used.
    std::optional<UserQuery> pool;
    /// False saves the memory where the IDs are enough.
    bool areUsersWanted = true;
    /// A longer list is not read; the answer is then not whole, with totalCount and no users.
    qint64 maximumPages = 0;
};

namespace ActiveUserLists {

/// How often a list that does not agree with itself is read before it is answered as it is.
inline constexpr int maximumReadings = 3;

/// Reads all pages of list-application-active-users, or of list-users, through @p gate, again where the list
/// has moved; users of an earlier reading stay in the answer.
PendingCall *read(ReadGate *gate, const ActiveUserQuery &query, QObject *context,
                  ListProgress::Handler progress, ResultHandler<ActiveUserList> handler);

} // namespace ActiveUserLists
