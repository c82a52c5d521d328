// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/profile.h"

#include <QString>

/// Where the secret of @p profile would go and whom it trusts on the way, as a line: server, proxy and root
/// certificate, in the language of the program.
QString connectionWayText(const Profile &profile);
