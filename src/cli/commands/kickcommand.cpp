// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/kickcommand.h"

#include "cli/io/arguments.h"
#include "cli/io/candidates.h"
#include "cli/io/kickreport.h"
#include "cli/io/requiredoptions.h"
#include "kick/session.h"
#include "kick/single/admission.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

KickCommand::KickCommand(Output *output, QObject *parent)
    : Command(output, parent)
{
}

KickCommand::~KickCommand() = default;

CLI::App *KickCommand::declare(CLI::App *program)
{
    CLI::App *command = Arguments::command(program, "kick", tr("force one user offline"));
    m_identifier.declare(command);
    m_sendAsTyped.declare(command);
    m_scope.declare(command);
    Arguments::text(command, "--ticket", &m_ticket, "X", tr("number of the ticket"));
    Arguments::text(command, "--reason", &m_reason, "X", tr("why the user is forced offline"));
    Arguments::number(
        command, "--verify", &m_verifySeconds, 0, 3600, "SECONDS",
        tr("how long to look for proof that the user is offline; 0 does without (default: 20)"));
    m_proof.declare(command);
    Arguments::flag(command, "--yes", &m_isConfirmed,
                    tr("send it; without this it is only shown what would be done"));
    return command;
}

QString KickCommand::problem() const
{
    for (const QString &problem :
         {m_identifier.problem(), m_sendAsTyped.problem(m_identifier.type()), m_scope.problem()}) {
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

KickWish KickCommand::wish() const
{
    return {.id = m_identifier.value(),
            .idType = m_identifier.type(),
            .scope = m_scope.scope(),
            .appIds = m_scope.appIds(),
            .uncompared = m_identifier.uncompared(),
            .isSentAsTyped = m_sendAsTyped.isWanted};
}

void KickCommand::run(Session *session)
{
    m_session = session;
    if (const auto missing = Admission::missing(session->profile(), m_ticket, m_reason)) {
        output()->note(RequiredOptions::text(*missing));
        Q_EMIT finished(ExitCode::Usage);
        return;
    }
    // While the server answers.
    if (m_isConfirmed)
        session->journal()->prepare();
    m_report = std::make_unique<KickReport>(wish());
    m_planner = std::make_unique<KickPlanner>(session->plannerParts(), wish());
    m_planner->plan([this](const Result<KickPlan> &plan) { takePlan(plan); });
}

void KickCommand::refuse(const Error &error)
{
    m_report = std::make_unique<KickReport>(wish());
    m_report->refuse(error);
    finish();
}

void KickCommand::takePlan(const Result<KickPlan> &found)
{
    if (!found) {
        m_report->refuse(found.error());
        if (found.error().code == ErrorCode::SeveralMatches)
            m_matches = m_planner->matches();
        finish();
        return;
    }
    KickPlan plan = *found;
    plan.ticket = m_ticket;
    plan.reason = m_reason;
    plan.proofLimit = std::chrono::seconds(m_verifySeconds);
    m_report->take(plan);
    explain(plan);
    if (const auto problem = m_session->kicker()->problem(plan)) {
        m_report->refuse(*problem);
        finish();
    } else if (plan.target.appIds.isEmpty()) {
        m_report->skip(m_scope.isOnline ? u"already_offline"_s : u"no_applications"_s);
        finish();
    } else if (m_isConfirmed) {
        send(plan);
    } else {
        finishNaming(plan.checkError);
    }
}

void KickCommand::explain(const KickPlan &plan)
{
    if (plan.lookUpError)
        output()->error(*plan.lookUpError, tr("The user could not be looked up."));
    if (plan.checkError)
        output()->error(*plan.checkError,
                        tr("It could not be checked everywhere whether the user is online."));
}

void KickCommand::send(const KickPlan &plan)
{
    const auto takeProgress = [this](const KickProgress &progress) { tell(progress); };
    m_kick = m_session->kicker()->start(plan, this, takeProgress, [this](const KickResult &result) {
        if (result.checkError)
            output()->error(*result.checkError,
                            tr("It could not be checked everywhere whether the user is offline."));
        m_report->take(result);
        m_hasResult = true;
        finishNaming(result.error);
    });
}

void KickCommand::finishNaming(const std::optional<Error> &error)
{
    if (error && error->code == ErrorCode::ApplicationNotFound && m_scope.scope() == KickScope::Given)
        Candidates::tell(output(), m_session, m_scope.appIds(), this, [this] { finish(); });
    else
        finish();
}

void KickCommand::tell(const KickProgress &progress)
{
    const bool isNews = std::exchange(m_stage, progress.stage) != progress.stage;
    if (!isNews)
        return;
    switch (progress.stage) {
    case KickProgress::Stage::Sending:
        return;
    case KickProgress::Stage::Waiting:
        output()->note(
            tr("Sending again in %Ln second(s)…", nullptr, static_cast<int>(progress.pause.count())));
        return;
    case KickProgress::Stage::Checking:
        output()->note(tr("The result of the request is unknown. Checking before anything else is sent…"));
        return;
    case KickProgress::Stage::Proving:
        output()->note(tr("Checking that the user is offline…"));
        return;
    }
}

void KickCommand::stop()
{
    if (m_hasResult) {
        finish();
        return;
    }
    // A request on the wire has the time that the program gives it; nothing follows it.
    if (m_kick) {
        m_session->kicker()->stop();
        return;
    }
    if (!m_report)
        m_report = std::make_unique<KickReport>(wish());
    m_planner.reset();
    m_report->outcome = KickOutcome::NotSent;
    m_report->reason = u"interrupted"_s;
    finish();
}

void KickCommand::abandon()
{
    if (m_kick && !m_hasResult) {
        m_kick->abort();
        m_report->interrupt();
    }
    finish();
}

void KickCommand::finish()
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    if (m_report->error) {
        output()->error(*m_report->error);
        Candidates::tell(output(), m_matches);
        if (const QString fate = m_report->fate(); !fate.isEmpty())
            output()->note(fate);
    }
    output()->object(m_report->json());
    output()->text(m_report->text());
    if (m_report->outcome == KickOutcome::Planned)
        output()->text(tr("Nothing was sent. Add --yes to send it."));

    const bool isAutoForbidden = !m_identifier.type() && m_report->error && !m_report->identifierType &&
                                 isNotPermitted(*m_report->error);
    Q_EMIT finished(isAutoForbidden ? ExitCode::Usage : m_report->exitCode(m_verifySeconds > 0));
}
