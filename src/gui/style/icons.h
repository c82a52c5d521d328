// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QString>

namespace Icons {

/// The line icon resources/icons/@p name.svg, drawn sharp at every scale in the palette's text colour.
QIcon tinted(const QString &name);

/// The sign of the program itself.
QIcon application();

} // namespace Icons
