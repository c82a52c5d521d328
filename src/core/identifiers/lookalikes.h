// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/servertext.h"

/// Names that differ only for a computer.
namespace Lookalikes {

/// What is left of @p text for the eye: two texts with one skeleton look the same. Compatibility forms, case,
/// spaces and invisible characters do not count, nor do the look-alikes of Latin letters in Cyrillic and
/// Greek, nor zero for O and one, I and i for l. Only for comparing.
QString skeleton(const ServerText &text);

/// True when a word of @p text has both Latin letters and Cyrillic or Greek ones that look like Latin.
bool isMixed(const ServerText &text);

} // namespace Lookalikes
