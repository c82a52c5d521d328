// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <cstddef>
#include <variant>

/// What one column of a row holds: NULL, a whole number or a text. Other kinds are not written.
using SqlValue = std::variant<std::nullptr_t, qint64, QString>;
