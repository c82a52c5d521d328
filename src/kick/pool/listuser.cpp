// SPDX-License-Identifier: Apache-2.0
#include "kick/pool/listuser.h"

ListUser ListUsers::of(const Profile &profile, const User &user)
{
    return {.userId = user.userId,
            .name = Users::displayName(user),
            .contact = Users::maskedContact(user),
            .status = user.status,
            .lastLogin = user.lastLogin,
            .protection = Protections::of(profile, user)};
}
