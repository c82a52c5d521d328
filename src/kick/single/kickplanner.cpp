// SPDX-License-Identifier: Apache-2.0
#include "kick/single/kickplanner.h"

#include "api/authing/client.h"
#include "kick/pool/applicationlister.h"
#include "kick/pool/resolver.h"
#include "kick/pool/sessionsurvey.h"

#include <QSet>

#include <utility>

KickPlanner::KickPlanner(const Parts &parts, KickWish wish, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_wish(std::move(wish))
{
}

void KickPlanner::plan(const ResultHandler<KickPlan> &handler)
{
    m_handler = handler;
    const auto answer = [this](const Result<FoundUsers> &found) {
        m_isUnverified = found && !found->isCompared;
        m_matches = found ? found->users : QList<User>();
        takeUser(Resolver::only(found, m_wish.id, m_wish.uncompared));
    };
    if (m_wish.idType)
        m_parts.resolver->find(*m_wish.idType, m_wish.id, this, answer);
    else
        m_parts.resolver->findAny(m_wish.id, this, answer);
}

void KickPlanner::takeUser(const Result<User> &user)
{
    if (!user && !canDoWithout(user.error())) {
        m_handler(user.error());
        return;
    }
    // An identifier may have become another user's by the time that it is sent; a user ID cannot.
    if (user && !m_wish.isSentAsTyped)
        m_plan = KickPlans::of(*user);
    else
        m_plan = KickPlans::of(*m_wish.idType, m_wish.id);
    if (user)
        KickPlans::setUser(&m_plan, *user);
    else
        m_plan.lookUpError = user.error();
    m_plan.target.isIdentityUnverified = m_isUnverified;
    chooseApplications();
}

bool KickPlanner::canDoWithout(const Error &error) const
{
    if (!m_wish.idType)
        return false;
    if (isNotPermitted(error))
        return true;
    // A user ID names one user, looked up or not; every other type might name two.
    const bool mayBeThere = error.kind == ErrorKind::Ambiguous || error.kind == ErrorKind::RetryLater;
    return mayBeThere && *m_wish.idType == IdType::UserId;
}

void KickPlanner::chooseApplications()
{
    switch (m_wish.scope) {
    case KickScope::Given:
        for (const QString &appId : std::as_const(m_wish.appIds))
            m_plan.applications.append({.appId = appId, .appName = {}});
        askForSessions();
        return;
    case KickScope::EverUsed:
    case KickScope::Online:
        askForLoggedinApps();
        return;
    case KickScope::Everywhere:
        askForEveryApplication();
        return;
    }
}

void KickPlanner::askForLoggedinApps()
{
    if (m_plan.target.userId.isEmpty()) {
        m_handler(*m_plan.lookUpError);
        return;
    }
    const auto answer = [this](const Result<QList<Application>> &applications) {
        if (applications)
            takeApplications(*applications);
        else if (isNotPermitted(applications.error()))
            askForEveryApplication();
        else
            m_handler(applications.error());
    };
    m_parts.client->getUserLoggedinApps(m_plan.target.userId, this, answer);
}

void KickPlanner::askForEveryApplication()
{
    m_parts.applicationLister->list(this, [this](const Result<QList<Application>> &applications) {
        if (applications)
            takeApplications(*applications);
        else
            m_handler(applications.error());
    });
}

void KickPlanner::takeApplications(const QList<Application> &applications)
{
    QSet<QString> seen;
    for (const Application &application : applications) {
        if (seen.contains(application.appId))
            continue;
        seen.insert(application.appId);
        m_plan.applications.append({.appId = application.appId, .appName = application.appName});
    }
    askForSessions();
}

void KickPlanner::askForSessions()
{
    if (m_plan.target.userId.isEmpty() || m_plan.applications.isEmpty()) {
        finish();
        return;
    }
    QStringList appIds;
    for (const PlannedApplication &application : std::as_const(m_plan.applications))
        appIds << application.appId;
    SessionSurveys::ask(m_parts.client, m_plan.target.userId, appIds, this,
                        [this](const SessionSurvey &survey) { takeSessions(survey); });
}

void KickPlanner::takeSessions(const SessionSurvey &survey)
{
    m_plan.checkError = survey.error;
    // A key that was refused here would be refused for the kick as well.
    if (survey.error && survey.error->kind == ErrorKind::Halted && !isNotPermitted(*survey.error)) {
        m_handler(*survey.error);
        return;
    }
    for (PlannedApplication &application : m_plan.applications)
        application.before = survey.states.value(application.appId, SessionState::Unknown);
    finish();
}

void KickPlanner::finish()
{
    QList<PlannedApplication> chosen = m_plan.applications;
    if (m_wish.scope == KickScope::Online)
        chosen.removeIf([](const PlannedApplication &each) { return each.before == SessionState::Offline; });
    const QList<PlannedApplication> checked = m_plan.applications;
    KickPlans::setApplications(&m_plan, chosen);
    if (chosen.isEmpty())
        m_plan.applications = checked;
    m_handler(m_plan);
}
