// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPalette>
#include <QString>

#include <optional>

/// Light or dark, whatever the system says.
enum class ThemeChoice {
    System,
    Light,
    Dark,
};

namespace Themes {

/// Changes the colours of every window at once. To be called first with the system's own palette in force,
/// which System brings back.
void apply(ThemeChoice choice);

/// The palette of Light or Dark.
QPalette palette(bool isDark);

/// "system", "light" or "dark".
QString name(ThemeChoice choice);

/// The choice of that name, or nothing.
std::optional<ThemeChoice> fromName(QStringView name);

} // namespace Themes
