// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/types.h"

#include <QByteArray>
#include <QJsonObject>

/// The JSON that scripts read. Members have the API's names (docs/api.md#user, docs/api.md#application), and
/// those that an answer lacks are absent here too.
namespace JsonLines {

QJsonObject object(const User &user);
QJsonObject object(const Application &application);

/// "online", "offline" or "unknown".
QString wireName(SessionState state);

/// @p object in UTF-8 on one line, with the line feed. Characters that would steer a terminal or end a line
/// for a reader of Unicode (C1 controls, direction marks, U+2028) are written as escapes.
QByteArray line(const QJsonObject &object);

} // namespace JsonLines
