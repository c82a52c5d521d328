// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/look.h"

/// Start page, every step of the tour, and the dialog about the program.
void photographTheStart(const Look &look, const QString &prefix);
