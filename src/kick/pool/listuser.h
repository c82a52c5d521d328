// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/profile.h"
#include "core/values/types.h"
#include "kick/pool/protection.h"

#include <QDateTime>
#include <QString>

/// What a list keeps of a user: enough to tell users apart, and small.
struct ListUser
{
    QString userId;
    ServerText name;
    /// Masked.
    QString contact;
    UserStatus status = UserStatus::Unknown;
    /// UTC; invalid when the user never signed in.
    QDateTime lastLogin;
    Protection protection = Protection::None;
    /// Found by an identity that the server does not show.
    bool isIdentityUnverified = false;
};

namespace ListUsers {

/// What a list keeps of @p user, protected as @p profile says.
ListUser of(const Profile &profile, const User &user);

} // namespace ListUsers
