// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/kickscope.h"
#include "core/values/result.h"
#include "kick/pool/resolver.h"
#include "kick/single/kickplan.h"

#include <QObject>

#include <optional>

class ApplicationLister;
class Client;
struct SessionSurvey;

/// A kick as it was asked for.
struct KickWish
{
    QString id;
    /// Nothing: any type that the form of the text allows.
    std::optional<IdType> idType;
    KickScope scope = KickScope::Given;
    /// KickScope::Given only.
    QStringList appIds;
    Uncompared uncompared = Uncompared::Refuse;
    /// Sends the text and its type, not the user ID of whom they mean; the type must be given.
    bool isSentAsTyped = false;
};

/// Makes a KickPlan of a KickWish with reads only: looks the user up where the key may, collects the
/// applications, and asks where the user is online.
class KickPlanner : public QObject
{
    Q_OBJECT

public:
    /// Everything must outlive the planner.
    struct Parts
    {
        Client *client = nullptr;
        Resolver *resolver = nullptr;
        ApplicationLister *applicationLister = nullptr;
    };

    KickPlanner(const Parts &parts, KickWish wish, QObject *parent = nullptr);

    /// Answers @p handler once, unless the planner is deleted before.
    void plan(const ResultHandler<KickPlan> &handler);

    /// Whom the identifier means; more than one where the plan failed with SeveralMatches.
    const QList<User> &matches() const { return m_matches; }

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

    Parts m_parts;
    KickWish m_wish;
    ResultHandler<KickPlan> m_handler;
    KickPlan m_plan;
    QList<User> m_matches;
    /// The server did not show what the user could be compared with.
    bool m_isUnverified = false;
};
