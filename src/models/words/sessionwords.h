// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/types.h"

#include <QString>

namespace SessionWords {

/// "online", "offline" or "unknown".
QString label(SessionState state);

/// The label behind its sign, so that the state never depends on a colour: "● online".
QString marked(SessionState state);

/// What an application row says while its check is under way.
QString checking();

} // namespace SessionWords
