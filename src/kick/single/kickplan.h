// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "core/values/profile.h"
#include "core/values/target.h"
#include "core/values/types.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

/// One application of a plan.
struct PlannedApplication
{
    QString appId;
    /// Empty when it was not asked for.
    ServerText appName;
    /// What was known before the kick.
    SessionState before = SessionState::Unknown;
};

/// One kick before it is sent: whom it is for, what it ends, and why.
struct KickPlan
{
    /// Nothing where the user could not be looked up; then only the identifier is known.
    std::optional<User> user;
    Target target;
    /// The applications of the target by name; all that were checked where none of them is to be ended.
    QList<PlannedApplication> applications;
    /// Connection and user pool as they are shown.
    QString pool;
    Environment environment = Environment::Test;
    QString ticket;
    QString reason;
    /// Reads that failed and that the kick can do without.
    std::optional<Error> lookUpError;
    std::optional<Error> checkError;
    /// How long to look for proof; 0 does without.
    std::chrono::seconds proofLimit{20};
};

namespace KickPlans {

/// The plan for @p user, who is known, by the user ID.
KickPlan of(const User &user);

/// The plan for a user of whom only the identifier is known.
KickPlan of(IdType type, const QString &identifier);

/// Takes over what is known about @p user, and keeps the identifier that is sent.
void setUser(KickPlan *plan, const User &user);

/// The plan is for @p profile, whose server has proved the pool @p poolId; empty where it could not.
void setConnection(KickPlan *plan, const Profile &profile, const QString &poolId);

/// Signs the user out of @p applications.
void setApplications(KickPlan *plan, const QList<PlannedApplication> &applications);

/// Signs the user out of @p applications as well, of which nothing else is known.
void addApplications(KickPlan *plan, const QList<Application> &applications);

/// Takes over what is known about the applications by now.
void noteStates(KickPlan *plan, const QMap<QString, SessionState> &states);

/// The name of the user, or the identifier where the user is not known; plain.
QString title(const KickPlan &plan);

/// The name of an application, or its ID where it has none; plain.
QString name(const Application &application);
QString name(const PlannedApplication &application);

/// The value of @p user that may be sent as @p type, empty when there is none that survives IdTypes::check().
QString identifier(const User &user, IdType type);

/// The bodies of kick-users that @p plan leads to, one a group of 50 applications.
QStringList requests(const KickPlan &plan);

} // namespace KickPlans
