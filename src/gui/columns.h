// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFontMetrics>

/// Width of a column that holds timeText() in any of our languages.
inline int timeColumnWidth(const QFontMetrics &metrics)
{
    constexpr int margins = 16;
    return metrics.horizontalAdvance(QStringLiteral("00/00/00 00:00 MM")) + margins;
}
