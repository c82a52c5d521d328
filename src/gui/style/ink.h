// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/profile.h"

#include <QColor>
#include <QPalette>

class QObject;
class QWidget;

/// The colours that the style draws with. Each comes from the palette, so that a palette of high contrast, or
/// one that the agent chose in the system, is honoured.
namespace Ink {

/// The rank of a button: the dynamic property "role" of the widget, "primary", "danger", "quiet" or
/// "segment".
enum class Role {
    Plain,
    Primary,
    Danger,
    Quiet,
    Segment,
};

/// The role that the dynamic property "role" of @p object names; Plain where it names none.
Role role(const QObject *object);

/// The role of the button that sends: Danger in production, else Primary.
Role actingRole(Environment environment);

/// Gives @p widget that role and draws it anew.
void setRole(QWidget *widget, Role role);

/// The outline of a field or button; at least 3 to 1 against the surface and the window.
QColor outline(const QPalette &palette);

/// A line that only parts two areas.
QColor divider(const QPalette &palette);

/// The colour of what can be acted on: focus, links, the filled button.
QColor accent(const QPalette &palette);

/// The ground of a chosen row; the text on it keeps its own colour.
QColor selection(const QPalette &palette);

/// The ground of a filled button: @p isDown and @p isHovered make it stronger.
QColor filled(const QPalette &palette, Role role, bool isDown, bool isHovered);

/// The text on filled(); white or, where the palette's highlight is light, what can be read on it.
QColor onFilled(const QPalette &palette, Role role);

/// @p ground with a hint of the text's colour, 0 to 1.
QColor tint(const QPalette &palette, const QColor &ground, double strength);

/// @p under with @p over laid upon it, 0 to 1.
QColor mixed(const QColor &under, const QColor &over, double strength);

} // namespace Ink
