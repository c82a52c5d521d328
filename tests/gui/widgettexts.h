// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

/// One text that a window shows or tells, and the name of what shows it.
struct WidgetText
{
    QString owner;
    QString text;
};

namespace WidgetTexts {

/// Every text of the program in @p window: labels, buttons, placeholders, combo items, menus, tabs, headers,
/// tool tips and accessible names, of hidden widgets too. Widgets that show data only are left out.
QList<WidgetText> ofProgram(const QWidget *window);

} // namespace WidgetTexts
