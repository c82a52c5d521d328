// SPDX-License-Identifier: Apache-2.0
#include "cli/kickplanner.h"

#include "cli/exitcode.h"
#include "cli/sessionsurvey.h"

#include <QSet>

#include <utility>

KickPlanner::KickPlanner(Session *session, KickWish wish, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_wish(std::move(wish))
{
    m_plan.target.target.identifier = m_wish.id;
    m_plan.target.target.identifierType = m_wish.idType.value_or(IdType::UserId);
}

void KickPlanner::plan(const ResultHandler<KickPlan> &handler)
{
    m_handler = handler;
    const auto answer = [this](const Result<FoundUsers> &found) {
        m_plan.target.target.isIdentityUnverified = found && !found->isCompared;
        takeUser(Resolver::only(found, m_wish.id, m_wish.uncompared));
    };
    if (m_wish.idType)
        m_session->resolver()->find(*m_wish.idType, m_wish.id, this, answer);
    else
        m_session->resolver()->findAny(m_wish.id, this, answer);
}

void KickPlanner::takeUser(const Result<User> &user)
{
    if (!user && !canDoWithout(user.error())) {
        m_handler(user.error());
        return;
    }
    if (user) {
        m_plan.user = *user;
        if (!m_wish.idType)
            m_plan.target.target.identifier = user->userId;
    } else {
        m_plan.lookUpError = user.error();
    }
    chooseApplications();
}

bool KickPlanner::canDoWithout(const Error &error) const
{
    if (!m_wish.idType)
        return false;
    if (ExitCodes::isNotPermitted(error))
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
    if (authingId().isEmpty()) {
        m_handler(*m_plan.lookUpError);
        return;
    }
    const auto answer = [this](const Result<QList<Application>> &applications) {
        if (applications)
            takeApplications(*applications);
        else if (ExitCodes::isNotPermitted(applications.error()))
            askForEveryApplication();
        else
            m_handler(applications.error());
    };
    m_session->client()->getUserLoggedinApps(authingId(), this, answer);
}

void KickPlanner::askForEveryApplication()
{
    m_session->applicationLister()->list(this, [this](const Result<QList<Application>> &applications) {
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
    if (authingId().isEmpty() || m_plan.applications.isEmpty()) {
        finish();
        return;
    }
    QStringList appIds;
    for (const PlannedApplication &application : std::as_const(m_plan.applications))
        appIds << application.appId;
    SessionSurveys::ask(m_session->client(), authingId(), appIds, this,
                        [this](const SessionSurvey &survey) { takeSessions(survey); });
}

void KickPlanner::takeSessions(const SessionSurvey &survey)
{
    m_plan.checkError = survey.error;
    // A key that was refused here would be refused for the kick as well.
    if (survey.error && survey.error->kind == ErrorKind::Halted &&
        !ExitCodes::isNotPermitted(*survey.error)) {
        m_handler(*survey.error);
        return;
    }
    for (PlannedApplication &application : m_plan.applications)
        application.before = survey.states.value(application.appId, SessionState::Unknown);
    finish();
}

void KickPlanner::finish()
{
    QList<PlannedApplication> chosen;
    for (const PlannedApplication &application : std::as_const(m_plan.applications)) {
        if (m_wish.scope != KickScope::Online || application.before != SessionState::Offline)
            chosen.append(application);
    }
    for (const PlannedApplication &application : std::as_const(chosen))
        m_plan.target.target.appIds << application.appId;
    if (!chosen.isEmpty())
        m_plan.applications = chosen;
    KickTarget &target = m_plan.target;
    target.target.userId = authingId();
    if (m_plan.user) {
        target.target.name = Users::displayName(*m_plan.user);
        target.target.contact = Users::maskedContact(*m_plan.user);
    }
    for (const PlannedApplication &application : std::as_const(chosen))
        target.target.before << application.before;
    m_handler(m_plan);
}

QString KickPlanner::authingId() const
{
    if (m_plan.user)
        return m_plan.user->userId;
    return m_wish.idType == IdType::UserId ? m_plan.target.target.identifier : QString();
}
