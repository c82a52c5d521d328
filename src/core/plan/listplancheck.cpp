// SPDX-License-Identifier: Apache-2.0
#include "core/plan/listplancheck.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Clocks of two computers differ.
constexpr std::chrono::minutes tolerance = 10min;

bool isOfThisPool(const ListPlan &plan, const Profile &profile, const QString &provedPoolId)
{
    if (!profile.isAt(plan.host))
        return false;
    // Two keys may open one pool; where that is not proved, only the same key is known to.
    if (plan.poolId.isEmpty() || provedPoolId.isEmpty())
        return plan.keyId == profile.keyId;
    return plan.poolId == provedPoolId;
}

} // namespace

std::optional<Error> ListPlans::problem(const ListPlan &plan, const Profile &profile,
                                        const QString &provedPoolId, const QDateTime &now)
{
    if (!isOfThisPool(plan, profile, provedPoolId)) {
        const QString made = plan.poolId.isEmpty() ? plan.keyId : plan.poolId;
        return Error{.code = ErrorCode::PlanOfOtherPool, .detail = ServerText(plan.host + u' ' + made)};
    }
    const std::chrono::seconds age{plan.createdAt.secsTo(now)};
    if (age > ListPlan::longestAge || age < -tolerance) {
        const QString made = plan.createdAt.toUTC().toString(u"yyyy-MM-dd HH:mm"_s) + u" UTC"_s;
        return Error{.code = ErrorCode::PlanTooOld, .detail = ServerText(made)};
    }
    return {};
}

ListPlanSummary ListPlans::summary(const ListPlan &plan)
{
    ListPlanSummary summary{.users = plan.items.size(), .applications = plan.items.appIds().size()};
    for (const ListPlanItem &item : plan.items) {
        const auto live = std::ranges::count(item.target.before, SessionState::Online);
        const auto offline = std::ranges::count(item.target.before, SessionState::Offline);
        summary.liveSessions += live;
        summary.uncheckedSessions += item.target.appIds.size() - live - offline;
        if (offline == item.target.appIds.size())
            ++summary.offlineUsers;
        if (!item.target.overrideReason.isEmpty())
            ++summary.protectedUsers;
        summary.kickRequests +=
            (item.target.appIds.size() + KickRequest::maximumAppIds - 1) / KickRequest::maximumAppIds;
        if (!item.target.userId.isEmpty())
            summary.proofRequests += item.target.appIds.size();
    }
    return summary;
}

std::optional<std::chrono::seconds> ListPlans::expectedTime(const ListPlanSummary &summary,
                                                            std::chrono::milliseconds latency)
{
    if (latency <= 0ms)
        return {};
    const auto time = latency * summary.requests() / expectedInFlight;
    return std::max(std::chrono::ceil<std::chrono::seconds>(time), 1s);
}
