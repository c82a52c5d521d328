// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/client.h"
#include "kick/pace/readgate.h"
#include "kick/pace/requestgate.h"

#include <QSet>

/// What one reading of who is online in an application tells about some users.
struct ActiveSweepAnswer
{
    /// Authing user IDs that are offline there. Nothing is told about the others.
    QSet<QString> offline;
    /// How many of them were asked about singly as well.
    qsizetype samples = 0;
    /// False when the list cannot be trusted, or not read with this key: do not ask again.
    bool isTrusted = true;
};

struct ActiveSweepQuery
{
    Client *client = nullptr;
    /// For the single questions.
    RequestGate *gate = nullptr;
    /// For the pages of the list.
    ReadGate *reads = nullptr;
    QString appId;
    /// Authing user IDs.
    QStringList userIds;
};

namespace ActiveSweeps {

/// Users per question that has to be saved: a list with more pages than that is not read.
inline constexpr qsizetype usersAPage = 2;

/// One in a hundred of the users who are not in the list is asked about singly, and at least this many.
inline constexpr qsizetype fewestSamples = 20;

/// Reads list-application-active-users and takes the set difference. Absence counts only where the pages
/// agree with each other and a sample with them: check-session-status is asked about some who are not in the
/// list, and one of them still online, or one question without an answer, makes the whole list worthless.
PendingCall *sweep(const ActiveSweepQuery &query, QObject *context,
                   PendingAnswer<ActiveSweepAnswer>::Handler handler);

} // namespace ActiveSweeps
