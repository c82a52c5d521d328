// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/types.h"

#include <QList>
#include <QString>
#include <QStringList>
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

/// Those of ofProgram() that hold a word of the other language than @p language.
QStringList foreign(const QWidget *window, Language language);

} // namespace WidgetTexts
