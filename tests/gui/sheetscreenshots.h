// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/look.h"

/// Takes pictures of the sheet in its narrowest place: all applications, protected with the request shown,
/// opened during the checks, and of a user who was not looked up.
void photographTheSheets(const Look &look, const QString &prefix);
