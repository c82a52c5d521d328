// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/profile.h"
#include "core/values/result.h"

#include <QJsonObject>

/// A connection as a member of the file of connections. The secret is no field of it.
namespace ProfileJson {

QJsonObject write(const Profile &profile);

/// ProfileInvalid where a field is missing, has another type or cannot be used (host, key ID, tenant, port),
/// and where the object has a member for a secret or for anything unknown: what is not understood is not
/// taken over. The detail of the error is the name of the connection and that of the member: "prod: keyId".
Result<Profile> read(const QJsonObject &object);

/// True when @p profile may be saved: read(write(profile)) gives it back.
bool isValid(const Profile &profile);

} // namespace ProfileJson
