// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "core/values/profile.h"
#include "kick/single/kickplan.h"

#include <optional>

/// The one rule for what may be sent, below the window, lists and the command line. Each function tells why
/// a kick must not be sent; nothing when it may.
namespace Admission {

/// TicketMissing or ReasonMissing, where the connection requires them.
std::optional<Error> missing(const Profile &profile, const QString &ticket, const QString &reason);

/// ProtectedSelf or ProtectedUser, where @p plan gives no reason to kick them all the same. Compares the user
/// with every identifier where the user is known, and what will be sent.
std::optional<Error> protection(const Profile &profile, const KickPlan &plan);

/// PoolMismatch, where @p provedPoolId (empty when the server proved none) is not the pool of the connection.
std::optional<Error> otherPool(const Profile &profile, const QString &provedPoolId);

/// ListOverCap, where a list has more than @p cap users.
std::optional<Error> overCap(qsizetype users, qint64 cap);

/// The first of those that hold for a single kick and can be told without asking the server.
std::optional<Error> problem(const Profile &profile, const KickPlan &plan);

} // namespace Admission
