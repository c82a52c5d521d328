// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/widgets/statepane.h"
#include "models/user/searchtarget.h"

#include <QString>

/// What the sign-out page says of its target.
namespace TargetWords {

/// In place of the user while none is open; @p marked is how many users are marked in the list.
StatePane::Content content(SearchTarget::State state, int marked);

/// The button for @p count ticked applications, with its shortcut.
QString kick(int count);

/// Beside the disabled buttons: no user is open, or none of the applications is ticked. Empty where nothing
/// has been typed.
QString hint(SearchTarget::State state, bool isNoneTicked);

/// Where the key has no permission to list the applications of the pool.
QString everywhereHint();

} // namespace TargetWords
