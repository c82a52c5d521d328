// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

/// What can be wrong with any window of the program. Each finding names a widget.
namespace WidgetChecks {

/// Visible texts that do not fit into their place, and visible widgets outside their window.
QStringList cutWidgets(const QWidget *window);

/// Controls that the keyboard reaches and a screen reader says nothing about.
QStringList unnamedControls(const QWidget *window);

/// Labels whose text a screen reader does not say, because another name stands in its place.
QStringList muteLabels(const QWidget *window);

/// Mnemonics that two visible things of one window share, or two entries of one menu.
QStringList collidingMnemonics(const QWidget *window);

} // namespace WidgetChecks
