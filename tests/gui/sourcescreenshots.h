// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/look.h"

/// Saves pictures of what a list can be read from, and of what is asked about it, as files beginning with
/// @p prefix.
void photographTheSources(const Look &look, const QString &prefix);
