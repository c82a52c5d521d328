// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/plan/listplan.h"
#include "core/values/error.h"
#include "core/values/profile.h"

#include <chrono>
#include <optional>

/// A plan in numbers; for the page and for the question before a run.
struct ListPlanSummary
{
    qsizetype users = 0;
    /// Different ones.
    qsizetype applications = 0;
    qint64 liveSessions = 0;
    /// Pairs of user and application that could not be checked.
    qint64 uncheckedSessions = 0;
    /// Users who are online in none of their applications.
    qsizetype offlineUsers = 0;
    /// Users who are protected and kicked all the same.
    qsizetype protectedUsers = 0;
    qint64 kickRequests = 0;
    /// At most: where many share an application, its list of online users takes fewer.
    qint64 proofRequests = 0;

    qint64 requests() const { return kickRequests + proofRequests; }
};

namespace ListPlans {

/// Answers that a run waits for at once while nothing is known of the server's limit.
inline constexpr int expectedInFlight = 8;

/// Why @p plan may not be carried out on the connection of @p profile, whose server proved to be
/// @p provedPoolId (empty when it could not): PlanOfOtherPool, PlanTooOld, or nothing.
std::optional<Error> problem(const ListPlan &plan, const Profile &profile, const QString &provedPoolId,
                             const QDateTime &now);

ListPlanSummary summary(const ListPlan &plan);

/// How long a run of @p summary takes where an answer takes @p latency, a second at least; nothing where the
/// latency is not known.
std::optional<std::chrono::seconds> expectedTime(const ListPlanSummary &summary,
                                                 std::chrono::milliseconds latency);

} // namespace ListPlans
