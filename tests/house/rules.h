// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "house/sourcefile.h"

#include <QString>
#include <QStringList>

/// The rules of the house that no compiler checks; CONTRIBUTING.md gives the reasons.
namespace Rules {

/// The name of every rule.
QStringList names();

/// Where @p file breaks @p rule, as "path:line: what is there". Empty also where the rule is not for such a
/// file.
QStringList breaches(const QString &rule, const SourceFile &file);

} // namespace Rules
