// SPDX-License-Identifier: Apache-2.0
#include "cli/bulkplancommand.h"

#include "cli/arguments.h"
#include "cli/bulkgroup.h"
#include "cli/bulkplanreport.h"
#include "core/listplanfile.h"

BulkPlanCommand::BulkPlanCommand(Output *output, QObject *parent)
    : Command(output, parent)
{
}

BulkPlanCommand::~BulkPlanCommand() = default;

CLI::App *BulkPlanCommand::declare(CLI::App *program)
{
    CLI::App *command = BulkGroup::add(program, "plan", tr("make a plan of a list of users; sends nothing"));
    Arguments::require(
        Arguments::text(command, "FILE", &m_file, "", tr("the list: CSV or text, a user in each row")));
    m_scope.declare(command);
    m_idType.declare(command);
    m_sendAsTyped.declare(command);
    Arguments::text(command, "--column", &m_columnName, "NAME",
                    tr("heading or number of the column with the IDs (default: the one that looks like it)"));
    Arguments::require(
        Arguments::text(command, "--out", &m_planFile, "PLAN", tr("the file that the plan is written to")));
    return command;
}

QString BulkPlanCommand::problem() const
{
    const QString problem = m_sendAsTyped.problem(m_idType.type());
    return problem.isEmpty() ? m_scope.problem() : problem;
}

void BulkPlanCommand::run(Session *session)
{
    m_session = session;
    const Result<IdList> list = readList();
    if (!list) {
        fail(list.error());
        return;
    }
    m_resolver = std::make_unique<ListResolver>(session);
    const auto tell = [this](const ListProgress &progress) {
        output()->progress(tr("Looking users up: %1 of %2")
                               .arg(QString::number(progress.done), QString::number(progress.total)));
    };
    m_call = m_resolver->resolve(
        *list, this, tell, [this](const Result<ListResolution> &resolution) { takeResolution(resolution); },
        m_idType.uncompared());
}

Result<IdList> BulkPlanCommand::readList()
{
    const Result<ListText> text = ListTexts::readFile(m_file);
    if (!text)
        return text.error();
    const Result<ListTable> table = ListTables::read(*text);
    if (!table)
        return table.error();
    std::optional<qsizetype> column;
    if (!m_columnName.isEmpty()) {
        column = ListGuesses::columnNamed(*table, m_columnName);
        if (!column)
            return Error{.code = ErrorCode::ListColumnMissing, .detail = ServerText(m_columnName)};
    }
    const ListGuess guess = ListGuesses::guess(*table, m_idType.type(), column);
    m_guessedType = ListGuesses::guess(*table, {}, guess.column).idType;
    return IdLists::read(*table, guess.column, guess.hasHeader, m_idType.type());
}

void BulkPlanCommand::takeResolution(const Result<ListResolution> &resolution)
{
    if (!resolution) {
        const bool isAutoForbidden = !m_idType.type() && isNotPermitted(resolution.error());
        output()->error(resolution.error());
        Q_EMIT finished(isAutoForbidden ? ExitCode::Usage : ExitCodes::of(resolution.error()));
        return;
    }
    m_resolution = *resolution;
    noteMisguess();
    m_planner = std::make_unique<ListPlanner>(m_session);
    const auto tell = [this](const ListProgress &progress) {
        output()->progress(tr("Looking where they are online: %1 of %2")
                               .arg(QString::number(progress.done), QString::number(progress.total)));
    };
    const ListWish wish{
        .scope = m_scope.scope(), .appIds = m_scope.appIds(), .isSentAsTyped = m_sendAsTyped.isWanted};
    m_call = m_planner->plan(m_resolution, wish, this, tell,
                             [this](const Result<PlannedList> &planned) { takePlan(planned); });
}

/// A column of phones taken for user IDs finds nobody, and nobody would know why.
void BulkPlanCommand::noteMisguess()
{
    const bool isAnyFound = ListResolutions::counts(m_resolution).value(ListBucket::Found) > 0;
    if (isAnyFound || !m_idType.type() || m_idType.type() == m_guessedType)
        return;
    output()->note(tr("Nobody was found. The column looks like another type of ID: --id-type %1.")
                       .arg(IdTypes::wireName(m_guessedType)));
}

void BulkPlanCommand::takePlan(const Result<PlannedList> &planned)
{
    if (!planned) {
        fail(planned.error());
        return;
    }
    if (planned->checkError)
        output()->error(*planned->checkError,
                        tr("It could not be checked everywhere whether the users are online."));
    if (const auto error = ListPlanFiles::save(planned->plan, m_planFile)) {
        fail(*error);
        return;
    }
    const BulkPlanReport report(m_planFile, m_resolution, *planned);
    output()->object(report.json());
    output()->text(report.text());
    Q_EMIT finished(ExitCode::Done);
}

void BulkPlanCommand::stop()
{
    if (m_call)
        m_call->abort();
    Command::stop();
}
