// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/types.h"

namespace UserMatches {

/// True when @p user carries @p value in the field of @p type: what a server returns is not what was asked
/// for until this holds. E-mail addresses are compared without case.
bool carries(const User &user, IdType type, const QString &value);

} // namespace UserMatches
