// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

/// @p moment in local time as people write it: "today 14:20", else date and time in the language's short
/// form; empty when @p moment is invalid.
QString timeText(const QDateTime &moment, const QDateTime &now = QDateTime::currentDateTime());
