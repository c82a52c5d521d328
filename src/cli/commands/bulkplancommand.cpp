// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/bulkplancommand.h"

#include "cli/commands/bulkgroup.h"
#include "cli/commands/bulkplanreport.h"
#include "cli/io/arguments.h"
#include "cli/io/listquestions.h"
#include "core/plan/listplanfile.h"

using namespace Qt::Literals::StringLiterals;

namespace {

HeaderChoice headerChoice(const QString &name)
{
    if (name == "yes"_L1)
        return HeaderChoice::Yes;
    return name == "no"_L1 ? HeaderChoice::No : HeaderChoice::Auto;
}

void noteHidden(Output *output, const QString &file, const ListDraft &draft)
{
    const QString hidden = ListQuestions::hidden(draft);
    if (!hidden.isEmpty())
        output->note(ServerText(file).plain() + u": "_s + hidden);
}

} // namespace

BulkPlanCommand::BulkPlanCommand(Output *output, QObject *parent)
    : Command(output, parent)
{
}

BulkPlanCommand::~BulkPlanCommand() = default;

CLI::App *BulkPlanCommand::declare(CLI::App *program)
{
    CLI::App *command = BulkGroup::add(program, "plan", tr("make a plan of a list of users; sends nothing"));
    Arguments::require(Arguments::arguments(
        command, "FILE", &m_files,
        tr("the list: an Excel workbook, CSV or text, a user in each row; several become one list")));
    m_scope.declare(command);
    m_idType.declare(command);
    m_sendAsTyped.declare(command);
    Arguments::text(command, "--column", &m_columnName, "NAME",
                    tr("heading or number of the column with the IDs (default: the one that looks like it)"));
    Arguments::choice(
        command, "--header", &m_headerName, {u"auto"_s, u"yes"_s, u"no"_s},
        tr("whether the list has headings (default: auto, where a row of known headings is found)"));
    Arguments::text(command, "--sheet", &m_sheetName, "NAME",
                    tr("sheet of a workbook (default: the only one with rows)"));
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
    const std::optional<IdList> list = readLists();
    if (!list) {
        Q_EMIT finished(ExitCode::Usage);
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

/// Nothing where one of the files cannot be used; that has been told then.
std::optional<IdList> BulkPlanCommand::readLists()
{
    const ListOptions options{.header = headerChoice(m_headerName),
                              .column = m_columnName,
                              .sheet = m_sheetName,
                              .isSheetAsked = true,
                              .idType = m_idType.type(),
                              .isAnyType = !m_idType.type()};
    QList<IdList> lists;
    for (const QString &file : m_files) {
        const ListDraft draft = ListDrafts::ofFile(file, options);
        if (draft.error) {
            tellWhy(file, draft);
            return {};
        }
        noteHidden(output(), file, draft);
        lists << draft.list;
        m_guessedType =
            ListGuesses::guessBelow(draft.table, draft.guess, {.column = draft.guess.column}).idType;
    }
    if (lists.size() == 1)
        return lists.constFirst();
    const Result<IdList> joined = IdLists::joined(lists, m_files);
    if (joined)
        return *joined;
    output()->error(joined.error());
    return {};
}

void BulkPlanCommand::tellWhy(const QString &file, const ListDraft &draft)
{
    output()->error(*draft.error, ServerText(file).plain() + u':');
    for (const QString &line : ListQuestions::choices(draft))
        output()->note(line);
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

/// A column of phones taken for user IDs finds no users, and the reason would stay hidden.
void BulkPlanCommand::noteMisguess()
{
    const auto counts = ListResolutions::counts(m_resolution);
    // Who could not be looked up may be there.
    const bool isAnyFound = counts.value(ListBucket::Found) > 0 || counts.value(ListBucket::Failed) > 0;
    if (isAnyFound || !m_idType.type() || !m_guessedType || m_idType.type() == m_guessedType)
        return;
    output()->note(tr("Nobody was found. The column looks like another type of ID: --id-type %1.")
                       .arg(IdTypes::wireName(*m_guessedType)));
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
