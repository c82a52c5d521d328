// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"

#include <QString>
#include <QStringList>

namespace OutcomeWords {

/// "✔", "✖", "?" or "–", for where the words have no room.
QString sign(KickOutcome outcome);

/// Every sign, the good one first.
QStringList signs();

/// The label behind its sign, so that the outcome never depends on a colour: "✔ Confirmed offline".
QString marked(KickOutcome outcome);

} // namespace OutcomeWords
