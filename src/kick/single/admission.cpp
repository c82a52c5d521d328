// SPDX-License-Identifier: Apache-2.0
#include "kick/single/admission.h"

#include "kick/pool/protection.h"

namespace {

Error errorOf(Protection protection)
{
    return {.code = protection == Protection::Self ? ErrorCode::ProtectedSelf : ErrorCode::ProtectedUser};
}

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

} // namespace

std::optional<Error> Admission::missing(const Profile &profile, const QString &ticket, const QString &reason)
{
    if (profile.isTicketRequired && isBlank(ticket))
        return Error{.code = ErrorCode::TicketMissing};
    if (profile.isReasonRequired && isBlank(reason))
        return Error{.code = ErrorCode::ReasonMissing};
    return {};
}

std::optional<Error> Admission::protection(const Profile &profile, const KickPlan &plan)
{
    if (!isBlank(plan.target.overrideReason))
        return {};
    Protection found = Protections::of(profile, plan.target.identifier);
    if (found == Protection::None)
        found = Protections::of(profile, plan.target.userId);
    if (found == Protection::None && plan.user)
        found = Protections::of(profile, *plan.user);
    return found == Protection::None ? std::nullopt : std::optional(errorOf(found));
}

std::optional<Error> Admission::otherPool(const Profile &profile, const QString &provedPoolId)
{
    if (profile.poolId.isEmpty() || provedPoolId.isEmpty() || provedPoolId == profile.poolId)
        return {};
    return Error{
        .kind = ErrorKind::Halted, .code = ErrorCode::PoolMismatch, .detail = ServerText(provedPoolId)};
}

std::optional<Error> Admission::overCap(qsizetype users, qint64 cap)
{
    if (users <= cap)
        return {};
    return Error{.code = ErrorCode::ListOverCap, .detail = ServerText(QString::number(users))};
}

std::optional<Error> Admission::problem(const Profile &profile, const KickPlan &plan)
{
    if (auto error = protection(profile, plan))
        return error;
    return missing(profile, plan.ticket, plan.reason);
}
