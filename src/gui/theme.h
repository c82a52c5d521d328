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
/// which System brings back, made readable where our style draws it.
void apply(ThemeChoice choice);

/// The palette of Light or Dark.
QPalette palette(bool isDark);

/// @p palette with the texts that have less than 4.5 to 1 brought up to that: disabled ones, placeholders,
/// and the chosen row. What is readable stays as the system has it.
QPalette readable(QPalette palette);

/// "system", "light" or "dark".
QString name(ThemeChoice choice);

/// The choice of that name, or nothing.
std::optional<ThemeChoice> fromName(QStringView name);

} // namespace Themes
