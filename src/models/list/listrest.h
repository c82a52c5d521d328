// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/plan/listresolution.h"

#include <QByteArray>

/// The rows of a list that no plan takes, for the person who looks after them: codes and IDs, no words.
namespace ListRests {

/// UTF-8 with byte order mark, CRLF, every cell quoted and safe in a spreadsheet.
QByteArray csv(const ListResolution &resolution);

/// Writes csv() into @p file. FileUnwritable when that fails; what was there before then still is.
std::optional<Error> save(const ListResolution &resolution, const QString &file);

} // namespace ListRests
