// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/profile.h"
#include "core/values/types.h"

#include <QString>

/// Whether a kick of a user needs more than a confirmation.
enum class Protection {
    None,
    /// The operator.
    Self,
    /// On the profile's list.
    Protected,
};

namespace Protections {

/// Compares the user ID and every identifier that @p user has.
Protection of(const Profile &profile, const User &user);

/// Compares what was typed, for a user who could not be looked up. Letters of either case are the same.
Protection of(const Profile &profile, const QString &identifier);

/// "protected_self" or "protected_user"; empty for None.
QString reason(Protection protection);

} // namespace Protections
