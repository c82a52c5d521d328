// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/look.h"

/// Connections, editor, secret, settings, lock, and a window on a production pool.
void photographTheDialogs(const Look &look, const QString &prefix);
