// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/plan/listplanitems.h"
#include "core/values/kickscope.h"

#include <QDateTime>
#include <QString>

#include <chrono>

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
    ListPlanItems items;
};
