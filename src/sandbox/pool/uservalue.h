// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/pool/pool.h"

#include <QByteArray>
#include <QStringView>

#include <optional>
#include <variant>

namespace Simulated {

/// A member of a user: nothing, a text or a number. Times are milliseconds since 1970.
using UserValue = std::variant<std::monostate, QByteArray, qint64>;

namespace UserValues {

/// The searched text that the API calls @p name, such as "externalId"; nothing for other members.
std::optional<UserField> textField(QStringView name);

/// The member @p name of @p user; nothing when the user has no such member.
UserValue value(const Pool &pool, quint32 user, QStringView name);

/// True for the members that list-users can sort by.
bool isSortable(QStringView name);

} // namespace UserValues

} // namespace Simulated
