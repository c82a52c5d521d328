// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/profile.h"
#include "core/types.h"

#include <QMap>
#include <QStringList>

#include <optional>

/// What is about to be kicked, frozen when the kick sheet opens.
struct KickPlan
{
    /// Nothing where the key may not look users up; then only the identifier is known.
    std::optional<User> user;
    IdType userIdType = IdType::UserId;
    /// What is sent as `userId`.
    QString userId;
    QList<Application> applications;
    /// What was known about each application before the kick.
    QMap<QString, SessionState> before;
    /// Connection and user pool as they are shown.
    QString pool;
    Environment environment = Environment::Test;
    QString ticket;
    QString reason;
    /// Why a protected user is kicked all the same.
    QString overrideReason;
};

namespace KickPlans {

/// The name of the user, or the identifier where the user is not known; plain.
QString title(const KickPlan &plan);

QStringList appIds(const KickPlan &plan);

/// The name of @p application, or its ID where it has none; plain.
QString name(const Application &application);

/// The value of @p user that may be sent as @p type, empty when there is none that survives IdTypes::check().
QString identifier(const User &user, IdType type);

/// The bodies of kick-users that @p plan leads to, one a group of 50 applications.
QStringList requests(const KickPlan &plan);

} // namespace KickPlans
