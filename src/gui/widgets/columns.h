// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/words.h"

#include <QFontMetrics>

#include <algorithm>

/// Width of a column that holds timeText() in any of our languages.
inline int timeColumnWidth(const QFontMetrics &metrics)
{
    constexpr int margins = 16;
    return metrics.horizontalAdvance(QStringLiteral("00/00/00 00:00 MM")) + margins;
}

/// Width of a column that holds any outcome in the language of the program.
inline int outcomeColumnWidth(const QFontMetrics &metrics)
{
    constexpr int margins = 20;
    int width = 0;
    for (const WorstFact fact : Headlines::all())
        width = std::max(width, metrics.horizontalAdvance(OutcomeWords::marked(fact)));
    return width + margins;
}
