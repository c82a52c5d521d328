// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/sessionscommand.h"

#include "cli/io/arguments.h"
#include "cli/io/candidates.h"
#include "cli/io/kickreport.h"
#include "cli/io/texttable.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject object(const QString &userId, const PlannedApplication &application)
{
    QJsonObject result{{u"userId"_s, userId},
                       {u"appId"_s, application.appId},
                       {u"state"_s, SessionStates::wireName(application.before)}};
    if (!application.appName.isEmpty())
        result.insert("appName"_L1, application.appName.verbatim());
    return result;
}

} // namespace

CLI::App *SessionsCommand::declare(CLI::App *program)
{
    CLI::App *command = Arguments::command(program, "sessions", tr("show where one user is online"));
    m_identifier.declare(command);
    Arguments::list(command, "--apps", &m_appIds, "A,B",
                    tr("these applications, by their ID (default: all where the user ever signed in)"));
    return command;
}

QString SessionsCommand::problem() const
{
    const QString problem = m_identifier.problem();
    return problem.isEmpty() ? Arguments::appIdProblem(m_appIds) : problem;
}

void SessionsCommand::run(Session *session)
{
    KickWish wish{.id = m_identifier.value(),
                  .idType = m_identifier.type(),
                  .scope = m_appIds.isEmpty() ? KickScope::EverUsed : KickScope::Given,
                  .appIds = m_appIds};
    wish.appIds.removeDuplicates();
    m_planner = std::make_unique<KickPlanner>(session->plannerParts(), wish);
    m_planner->plan([this](const Result<KickPlan> &plan) { take(plan); });
}

void SessionsCommand::stop()
{
    m_planner.reset();
    Command::stop();
}

void SessionsCommand::take(const Result<KickPlan> &plan)
{
    if (!plan) {
        if (plan.error().code == ErrorCode::SeveralMatches)
            Candidates::tell(output(), m_planner->matches());
        fail(plan.error());
    } else if (plan->target.userId.isEmpty()) {
        // Sessions are told by the user ID alone, and it could not be looked up.
        fail(*plan->lookUpError);
    } else {
        show(*plan);
    }
}

void SessionsCommand::show(const KickPlan &plan)
{
    if (plan.checkError)
        output()->error(*plan.checkError,
                        tr("It could not be checked everywhere whether the user is online."));
    TextTable table({tr("Application ID"), tr("Name"), tr("Session")});
    for (const PlannedApplication &application : plan.applications) {
        output()->object(object(plan.target.userId, application));
        table.add({ServerText(application.appId).plain(), application.appName.plain(),
                   KickReport::stateLabel(application.before)});
    }
    if (plan.applications.isEmpty())
        output()->note(tr("The user has never signed in to an application."));
    else
        output()->text(table.text());
    const bool isComplete =
        std::ranges::none_of(plan.applications, [](const PlannedApplication &application) {
            return application.before == SessionState::Unknown;
        });
    Q_EMIT finished(isComplete ? ExitCode::Done : ExitCode::Unknown);
}
