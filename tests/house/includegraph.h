// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "house/sourcefile.h"

#include <QList>
#include <QStringList>

/// Which source includes which, a header and its .cpp file being one.
namespace IncludeGraph {

/// Every circle among @p files, as "a -> b -> a"; paths are told without "src/" and ending.
QStringList circles(const QList<SourceFile> &files);

} // namespace IncludeGraph
