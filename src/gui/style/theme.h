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

/// Changes the style and the colours of every window at once. To be called first with the system's own
/// palette and style in force, which System brings back: a native style as it is, and our own in place of
/// Fusion.
void apply(ThemeChoice choice);

/// The palette of Light or Dark.
QPalette palette(bool isDark);

/// The colours of our style for the system's palette @p system: those of Light or Dark where the system sets
/// none, else its own, made readable.
QPalette ofSystem(const QPalette &system);

/// @p palette with the texts that have less than 4.5 to 1 brought up to that: disabled ones, placeholders,
/// and the chosen row. What is readable stays as the system has it.
QPalette readable(QPalette palette);

/// "system", "light" or "dark".
QString name(ThemeChoice choice);

/// The choice of that name, or nothing.
std::optional<ThemeChoice> fromName(QStringView name);

} // namespace Themes
