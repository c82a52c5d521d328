// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kickscope.h"
#include "core/types.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

/// One user of a list: who is meant, and what will be sent.
struct ListPlanItem
{
    /// Row of the source, from 1; the first one where several rows led to this user.
    qint64 row = 0;
    /// As it will be sent.
    QString userId;
    IdType userIdType = IdType::UserId;
    /// The Authing user ID; empty where the user could not be looked up, and then nothing can be checked.
    QString targetUserId;
    ServerText targetName;
    /// Masked.
    QString targetContact;
    QStringList appIds;
    /// What was known about each of appIds, in their order; empty when nobody asked.
    QList<SessionState> before;
    /// Why a protected user is kicked all the same; empty for everybody else.
    QString overrideReason;
};

/// What a list comes to once its rows are resolved: exactly these users, exactly these applications, in the
/// pool that answered.
struct ListPlan
{
    /// What was true of users and sessions then may not be true any more.
    static constexpr std::chrono::hours longestAge{24};

    /// UTC.
    QDateTime createdAt;
    QString host;
    QString keyId;
    /// The pool that the server proved; empty when it could not be, and then host and key bind the plan.
    QString poolId;
    KickScope scope = KickScope::Given;
    QList<ListPlanItem> items;
};
