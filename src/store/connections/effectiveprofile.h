// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/profile.h"

struct Settings;

/// Makes of a saved connection the one that is worked with, for the window and the command line alike.
namespace EffectiveProfiles {

/// @p saved with what @p settings add: a ticket or a reason that is required everywhere, and, where the
/// connection does not say them itself, the operator's name and how many users one list may hold.
Profile of(const Profile &saved, const Settings &settings);

/// True when @p now reaches its pool in another way than @p before, or another pool: a session that is open
/// cannot take that over.
bool needsReconnect(const Profile &before, const Profile &now);

/// @p open with everything of @p now that an open session can take over.
Profile takenOver(const Profile &open, const Profile &now);

} // namespace EffectiveProfiles
