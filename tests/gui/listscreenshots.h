// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/look.h"

/// Saves pictures of the page of lists in every state, as files beginning with @p prefix.
void photographTheLists(const Look &look, const QString &prefix);
