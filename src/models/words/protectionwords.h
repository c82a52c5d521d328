// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/pool/protection.h"

#include <QString>

namespace ProtectionWords {

/// "protected" or "yourself"; empty for everybody else.
QString label(Protection protection);

/// Why a kick of that user takes more than a confirmation, and what it takes; empty for everybody else.
QString warning(Protection protection);

} // namespace ProtectionWords
