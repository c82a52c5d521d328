// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/types.h"
#include "kick/single/headline.h"

#include <QString>
#include <QStringList>

namespace OutcomeWords {

/// "✔", "✖", "?" or "–", for where the words have no room.
QString sign(KickOutcome outcome);

/// Every sign, the good one first.
QStringList signs();

/// The sign of @p fact; a new sign-in has one of its own.
QString sign(WorstFact fact);

/// The words of @p fact behind its sign: "✖ Still online".
QString marked(WorstFact fact);

/// The label behind its sign, so that the outcome never depends on a colour: "✔ Confirmed offline".
QString marked(KickOutcome outcome);

} // namespace OutcomeWords
