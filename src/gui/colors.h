// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/profile.h"
#include "core/types.h"
#include "kick/headline.h"

#include <QColor>
#include <QPalette>

class QWidget;

/// The few colours that do not come from the palette: state and environment. Each stands beside words or a
/// sign.
namespace Colors {

bool isDark(const QPalette &palette);

/// How well @p a can be told from @p b, as WCAG 2 defines it: 1 to 21.
double contrast(const QColor &a, const QColor &b);

QColor state(SessionState state, const QPalette &palette);
/// Green for what is confirmed, and for nothing else.
QColor fact(WorstFact fact, const QPalette &palette);
QColor good(const QPalette &palette);
QColor bad(const QPalette &palette);
QColor caution(const QPalette &palette);

/// @p palette for what has a tick box: Fusion draws the frame of the box in a darker shade of the window's
/// colour, which cannot be seen on a dark background.
QPalette tickBox(const QPalette &palette);

/// Gives the tick boxes in @p widget the palette of tickBox().
void frameTickBoxes(QWidget *widget);

/// Background and text of the band.
QPalette band(Environment environment, const QPalette &palette);

} // namespace Colors
