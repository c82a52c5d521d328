// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/profile.h"
#include "core/values/types.h"
#include "kick/single/headline.h"

#include <QColor>
#include <QPalette>

/// The few colours that do not come from the palette: state and environment. Each stands beside words or a
/// sign.
namespace Colors {

bool isDark(const QPalette &palette);

/// How well @p a can be told from @p b, as WCAG 2 defines it: 1 to 21.
double contrast(const QColor &a, const QColor &b);

/// @p color, moved towards black or white until it has the contrast @p least, 1 to 21, to @p other.
QColor apart(const QColor &color, const QColor &other, double least);

QColor state(SessionState state, const QPalette &palette);
/// Green for what is confirmed, and for nothing else.
QColor fact(WorstFact fact, const QPalette &palette);
QColor good(const QPalette &palette);
QColor bad(const QPalette &palette);
QColor caution(const QPalette &palette);
/// Blue for a session that is active: it is neither good nor bad.
QColor online(const QPalette &palette);
/// The ground of a button that does what cannot be undone.
QColor danger(const QPalette &palette);

/// Background and text of the band.
QPalette band(Environment environment, const QPalette &palette);

} // namespace Colors
