// SPDX-License-Identifier: Apache-2.0
#include "kick/single/kickplan.h"

#include "api/authing/wire.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QString shownName(const QString &appId, const ServerText &appName)
{
    return appName.isEmpty() ? ServerText(appId).plain() : appName.plain();
}

} // namespace

KickPlan KickPlans::of(const User &user)
{
    KickPlan plan{.target = {.identifier = user.userId}};
    setUser(&plan, user);
    return plan;
}

KickPlan KickPlans::of(IdType type, const QString &identifier)
{
    return {.target = {.identifier = identifier,
                       .identifierType = type,
                       // A user ID names its user, looked up or not.
                       .userId = type == IdType::UserId ? identifier : QString()}};
}

void KickPlans::setUser(KickPlan *plan, const User &user)
{
    User known = user;
    // get-user may leave identities out that the search has shown.
    if (!known.identities && plan->user && plan->user->userId == user.userId)
        known.identities = plan->user->identities;
    plan->user = known;
    plan->target.userId = user.userId;
    plan->target.name = Users::displayName(user);
    plan->target.contact = Users::maskedContact(user);
}

void KickPlans::setConnection(KickPlan *plan, const Profile &profile, const QString &poolId)
{
    QStringList names{profile.name, ServerText(poolId).plain()};
    names.removeAll(QString());
    plan->pool = names.join(u" · "_s);
    plan->environment = profile.environment;
}

void KickPlans::setApplications(KickPlan *plan, const QList<PlannedApplication> &applications)
{
    plan->applications = applications;
    plan->target.appIds.clear();
    plan->target.before.clear();
    for (const PlannedApplication &application : applications) {
        plan->target.appIds << application.appId;
        plan->target.before << application.before;
    }
}

void KickPlans::addApplications(KickPlan *plan, const QList<Application> &applications)
{
    QList<PlannedApplication> planned = plan->applications;
    for (const Application &application : applications)
        planned.append({.appId = application.appId, .appName = application.appName});
    setApplications(plan, planned);
}

void KickPlans::noteStates(KickPlan *plan, const QMap<QString, SessionState> &states)
{
    QList<PlannedApplication> planned = plan->applications;
    for (PlannedApplication &application : planned)
        application.before = states.value(application.appId, application.before);
    setApplications(plan, planned);
}

QString KickPlans::title(const KickPlan &plan)
{
    return plan.user ? Users::displayName(*plan.user).plain() : ServerText(plan.target.identifier).plain();
}

QString KickPlans::name(const Application &application)
{
    return shownName(application.appId, application.appName);
}

QString KickPlans::name(const PlannedApplication &application)
{
    return shownName(application.appId, application.appName);
}

QString KickPlans::identifier(const User &user, IdType type)
{
    const ServerText text = Users::identifier(user, type);
    // Without hidden characters and within the length limit the plain text is the text itself.
    return text.hasHiddenCharacters() ? QString()
                                      : IdTypes::check(type, text.plain(IdTypes::maximumLength)).value;
}

QStringList KickPlans::requests(const KickPlan &plan)
{
    QStringList result;
    const Target &target = plan.target;
    for (qsizetype from = 0; from < target.appIds.size(); from += KickRequest::maximumAppIds) {
        const KickRequest request{.identifier = target.identifier,
                                  .identifierType = target.identifierType,
                                  .appIds = target.appIds.mid(from, KickRequest::maximumAppIds)};
        result << QString::fromUtf8(Wire::kickUsersBody(request));
    }
    return result;
}
