// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/kickscope.h"
#include "core/result.h"
#include "core/types.h"
#include "kick/session.h"

#include <QObject>

#include <optional>

struct SessionSurvey;

/// What was asked for.
struct KickWish
{
    QString id;
    /// Nothing: any type that the form of the text allows.
    std::optional<IdType> idType;
    KickScope scope = KickScope::Given;
    /// KickScope::Given only.
    QStringList appIds;
    Uncompared uncompared = Uncompared::Refuse;
};

/// One application of a kick.
struct PlannedApplication
{
    QString appId;
    /// Empty when nobody asked for it.
    ServerText appName;
    SessionState before = SessionState::Unknown;
    SessionState after = SessionState::Unknown;
};

/// What would be sent, and what is known before it is.
struct KickPlan
{
    KickTarget target;
    /// Nothing when the user could not be looked up.
    std::optional<User> user;
    /// Those of the target; all that were checked when the target has none because the user is offline
    /// everywhere.
    QList<PlannedApplication> applications;
    /// Reads that failed and that the kick can do without.
    std::optional<Error> lookUpError;
    std::optional<Error> checkError;
};

/// Makes a KickPlan of a KickWish with reads only: looks the user up where the key may, collects the
/// applications, and asks where the user is online.
class KickPlanner : public QObject
{
    Q_OBJECT

public:
    /// @p session must outlive the planner.
    KickPlanner(Session *session, KickWish wish, QObject *parent = nullptr);

    /// Answers @p handler once, unless the planner is deleted before.
    void plan(const ResultHandler<KickPlan> &handler);

private:
    void takeUser(const Result<User> &user);
    bool canDoWithout(const Error &error) const;
    void chooseApplications();
    void askForLoggedinApps();
    void askForEveryApplication();
    void takeApplications(const QList<Application> &applications);
    void askForSessions();
    void takeSessions(const SessionSurvey &survey);
    void finish();
    /// The Authing user ID, empty when it is not known.
    QString authingId() const;

    Session *m_session;
    KickWish m_wish;
    ResultHandler<KickPlan> m_handler;
    KickPlan m_plan;
};
