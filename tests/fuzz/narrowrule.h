// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/net/http.h"

/// The rule for success once more, written without a look at the program's own: HTTP 2xx, the whole body one
/// JSON object in UTF-8, the integer statusCode 200, the boolean data.success true, and no name twice.
namespace NarrowRule {

bool holds(const HttpAnswer &answer);

} // namespace NarrowRule
