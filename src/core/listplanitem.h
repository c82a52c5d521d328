// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"

#include <QList>
#include <QString>
#include <QStringList>

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

    friend bool operator==(const ListPlanItem &, const ListPlanItem &) = default;
};
