// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/style/ink.h"

#include <QBrush>
#include <QPen>
#include <QRect>

class QPainter;
class QStyleOption;
class QWidget;

/// The shapes that the style is made of.
namespace Shapes {

/// A rectangle with round corners. The line is drawn inside @p rect.
void rounded(QPainter *painter, const QRect &rect, int radius, const QBrush &fill,
             const QPen &line = Qt::NoPen);

/// The role of a push button: what its widget says, or else Primary for the one that Enter presses in a
/// dialog.
Ink::Role buttonRole(const QStyleOption *option, const QWidget *widget);

/// The ground of a push button, by its role and state.
void button(QPainter *painter, const QStyleOption *option, const QWidget *widget);

/// The ground of a tool button: none until it is pointed at, pressed or checked.
void toolButton(QPainter *painter, const QStyleOption *option, const QWidget *widget);

/// The ground and outline of a field that takes text or a choice.
void field(QPainter *painter, const QStyleOption *option);

/// A check box; @p isPartly where only some of what it stands for is checked.
void checkBox(QPainter *painter, const QStyleOption *option);

void radioButton(QPainter *painter, const QStyleOption *option);

/// The ring around what the keyboard acts on.
void focusRing(QPainter *painter, const QStyleOption *option, const QWidget *widget);

/// An arrow head in the middle of @p rect.
void arrow(QPainter *painter, const QRect &rect, Qt::ArrowType type, const QColor &color);

/// The ground of a chosen or hovered row, with a bar at its beginning where it is chosen.
void row(QPainter *painter, const QStyleOption *option, bool isFirstCell);

} // namespace Shapes
