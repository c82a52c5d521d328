// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/pool/pool.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace Simulated {

/// Optional blocks of a user that a request asks for.
struct UserParts
{
    bool identities = false;
    bool customData = false;
    bool departmentIds = false;
    bool posts = false;
    bool tenantIds = false;
};

/// What the `with…` members of @p options ask for; booleans or, in a query, their texts.
UserParts readUserParts(const QJsonObject &options);

/// One user as the API writes it (UserDto).
QJsonObject userJson(const Pool &pool, quint32 user, const UserParts &parts);

/// Milliseconds since 1970 as ISO 8601 in UTC.
QString isoTime(qint64 milliseconds);

} // namespace Simulated
