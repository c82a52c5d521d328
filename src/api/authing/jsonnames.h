// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace JsonNames {

/// True when the object @p json, or the object that is its member `data`, has two members of one name:
/// readers disagree which of them counts, and Qt's keeps the last. @p json is a text that QJsonDocument has
/// accepted.
bool repeat(QByteArrayView json);

} // namespace JsonNames
