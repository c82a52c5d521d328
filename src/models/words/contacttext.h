// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/types.h"

/// "188****8888 · z***n@corp.cn", whichever there are, or in full where not @p isMasked; plain.
QString contactText(const User &user, bool isMasked = true);
