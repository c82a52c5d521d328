// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"

#include <QString>

namespace OutcomeWords {

/// The label behind its sign, so that the outcome never depends on a colour: "✔ Confirmed offline".
QString marked(KickOutcome outcome);

} // namespace OutcomeWords
