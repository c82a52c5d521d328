// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/journal/database.h"

#include <QString>

#include <optional>

namespace SchemaCheck {

/// The name of the first table, index, view or trigger that this program did not make as it is there, or
/// that is missing; empty when all are as they should be. Nothing when that cannot be read.
std::optional<QString> firstDifference(const Database &database);

} // namespace SchemaCheck
