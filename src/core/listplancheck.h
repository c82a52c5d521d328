// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/listplan.h"
#include "core/profile.h"
#include "core/result.h"

#include <chrono>
#include <optional>

/// What a plan comes to; for the page and for the question before a run.
struct ListPlanSummary
{
    qsizetype users = 0;
    /// Different ones.
    qsizetype applications = 0;
    qint64 liveSessions = 0;
    /// Of users and applications that could not be checked.
    qint64 uncheckedSessions = 0;
    /// Users who are online in none of their applications.
    qsizetype offlineUsers = 0;
    qint64 kickRequests = 0;
    /// At most: where many share an application, its list of online users takes fewer.
    qint64 proofRequests = 0;
    /// Of all these, at the speed given.
    std::chrono::seconds expected{0};
};

namespace ListPlans {

/// Answers that a run waits for at once while nothing is known of the server's limit.
inline constexpr int expectedInFlight = 8;

/// Why @p plan may not be carried out on the connection of @p profile, whose server proved to be
/// @p provedPoolId (empty when it could not): PlanOfOtherPool, PlanTooOld, or nothing.
std::optional<Error> problem(const ListPlan &plan, const Profile &profile, const QString &provedPoolId,
                             const QDateTime &now);

/// @p latency is what one answer takes.
ListPlanSummary summary(const ListPlan &plan, std::chrono::milliseconds latency);

} // namespace ListPlans
