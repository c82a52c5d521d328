// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/look.h"

/// A receipt for everything that can come of a kick, in the sandbox and in production.
void photographTheReceipts(const Look &look, const QString &prefix);
