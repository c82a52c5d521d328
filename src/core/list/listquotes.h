// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/result.h"

#include <QByteArray>

/// Quotation marks of a table that are not all meant for its cells.
namespace ListQuotes {

/// @p utf8 with every cell quoted that begins with a quotation mark and goes on behind the closing one, such
/// as `"Tiger" Zhang`: a parser would take the rows up to the next mark for one cell. ListQuoteOpen where it
/// cannot be known where a cell ends: a mark is never closed, or whole rows stand between two marks. The
/// beginning of a text (@p isPart) may end within a cell, which is left out then.
Result<QByteArray> closed(const QByteArray &utf8, char delimiter, bool isPart = false);

} // namespace ListQuotes
