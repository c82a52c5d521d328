// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>

/// @p object in UTF-8 on one line, with the line feed. Characters that would steer a terminal or end a line
/// for a reader of Unicode (C1 controls, direction marks, tags, U+2028) are written as escapes.
QByteArray jsonLine(const QJsonObject &object);
