// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

/// Progress on the sign of the program in the task bar: the taskbar of Windows, and docks of Linux that
/// understand Unity's launcher entries (KDE Plasma, Ubuntu's and Dash to Dock, Plank). Nothing on macOS,
/// whose dock Qt 6.4 cannot reach.
namespace TaskbarProgress {

/// Shows @p percent of 100 beside the sign of @p window.
void show(const QWidget *window, int percent);
void hide(const QWidget *window);

} // namespace TaskbarProgress
