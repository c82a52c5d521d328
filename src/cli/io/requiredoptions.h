// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"

#include <QString>

/// The options that a connection may require.
namespace RequiredOptions {

/// Names the option that TicketMissing or ReasonMissing asks for.
QString text(const Error &missing);

} // namespace RequiredOptions
