// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/bulkruncommand.h"

#include "cli/commands/bulkgroup.h"
#include "cli/commands/bulksummary.h"
#include "cli/io/arguments.h"
#include "cli/io/kickreport.h"
#include "cli/io/requiredoptions.h"
#include "core/plan/listplanfile.h"
#include "kick/single/admission.h"
#include "store/history/listreader.h"

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostInFlight = 256;
constexpr int highestRate = 10'000;
constexpr int longestVerifySeconds = 3600;

} // namespace

BulkRunCommand::BulkRunCommand(Output *output, QObject *parent)
    : BulkCommand(u"bulk run"_s, output, parent)
{
}

BulkRunCommand::~BulkRunCommand() = default;

CLI::App *BulkRunCommand::declare(CLI::App *program)
{
    CLI::App *command = BulkGroup::add(program, "run", tr("carry a plan out"));
    Arguments::require(
        Arguments::text(command, "plan", &m_file, "PLAN", tr("file that bulk plan has written")));
    Arguments::flag(command, "--yes", &m_isConfirmed,
                    tr("send it; without this it is only shown what would be done"));
    Arguments::number(command, "--expect-count", &m_expectedCount, 1, Profile::largestBulkCap, "N",
                      tr("how many users the plan must have; needed with --yes"));
    Arguments::number(command, "--cap", &m_cap, 1, Profile::largestBulkCap, "N",
                      tr("how many users this run may have, whatever the connection says"));
    Arguments::number(command, "--max-in-flight", &m_maximumInFlight, 1, mostInFlight, "N",
                      tr("requests on the wire at the same time, at most"));
    Arguments::number(command, "--rate", &m_ratePerSecond, 1, highestRate, "N",
                      tr("requests a second, at most; slower where the server asks for it"));
    Arguments::number(command, "--verify", &m_verifySeconds, 0, longestVerifySeconds, "SECONDS",
                      tr("how long to look for proof of each user; 0 does without (default: 20)"));
    m_proof.declare(command);
    Arguments::text(command, "--ticket", &m_ticket, "X", tr("number of the ticket"));
    Arguments::text(command, "--reason", &m_reason, "X", tr("why the users are forced offline"));
    return command;
}

QString BulkRunCommand::problem() const
{
    return m_isConfirmed && m_expectedCount == 0
               ? tr("--yes goes with --expect-count: how many users are to be forced offline.")
               : QString();
}

void BulkRunCommand::begin(ListRunner *runner)
{
    const Result<ListPlan> plan = ListPlanFiles::load(m_file);
    if (!plan) {
        refuse(plan.error());
        return;
    }
    if (const QString text = objection(*plan); !text.isEmpty()) {
        output()->note(text);
        finish(ExitCode::Usage);
        return;
    }
    tellOfUnfinished(*plan, [this, runner, plan = *plan] {
        if (m_isConfirmed)
            runner->start(wish(plan));
        else
            check(plan);
    });
}

void BulkRunCommand::stop()
{
    if (!m_look) {
        BulkCommand::stop();
        return;
    }
    m_look->abort();
    finish(ExitCode::Done);
}

void BulkRunCommand::abandon()
{
    if (m_look)
        m_look->abort();
    BulkCommand::abandon();
}

void BulkRunCommand::tellOfUnfinished(const ListPlan &plan, const std::function<void()> &then)
{
    m_reader = std::make_unique<ListReader>(session()->journal()->file());
    const Profile &profile = session()->profile();
    const auto users = [items = plan.items] {
        QStringList result;
        for (const ListPlanItem &item : items)
            result << Targets::knownId(item.target);
        return result;
    };
    m_look = m_reader->unfinishedWith(
        profile.host.toString(), profile.keyId, users, this, [this, then](const Result<ListRecord> &found) {
            m_look.clear();
            // A journal that cannot be read is told by the run, which writes there first.
            if (found && found->jobId != 0)
                output()->note(tr("List %1 is for the same users and isn't done. To go on with it instead of "
                                  "sending to all of them again: bulk resume %1")
                                   .arg(found->jobId));
            then();
        });
}

void BulkRunCommand::check(const ListPlan &plan)
{
    session()->authenticator()->prepare(this, [this, plan](const std::optional<Error> &error) {
        const auto problem = error ? error : ListRunOpenings::problem(wish(plan), session());
        if (problem)
            refuse(*problem);
        else
            explain(wish(plan));
    });
}

QString BulkRunCommand::objection(const ListPlan &plan)
{
    if (m_expectedCount != 0 && m_expectedCount != plan.items.size())
        return tr("The plan has %1 users, not %2. Nothing was sent.")
            .arg(QString::number(plan.items.size()), QString::number(m_expectedCount));
    const auto missing = Admission::missing(session()->profile(), m_ticket, m_reason);
    return missing ? RequiredOptions::text(*missing) : QString();
}

ListRunWish BulkRunCommand::wish(const ListPlan &plan)
{
    return {.plan = plan,
            .options = {.scope = plan.scope,
                        .proofLimit = std::chrono::seconds(m_verifySeconds),
                        .proof = m_proof.mode(),
                        .cap = m_cap > 0 ? m_cap : session()->profile().bulkCap,
                        .ratePerSecond = m_ratePerSecond,
                        .maximumInFlight = m_maximumInFlight,
                        .canary = Canary::Automatic},
            .ticket = m_ticket,
            .reason = m_reason};
}

void BulkRunCommand::explain(const ListRunWish &wish)
{
    ListRunSummary summary{.total = wish.plan.items.size()};
    for (const ListPlanItem &planned : wish.plan.items) {
        const ListItem item{.item = {.target = planned.target}};
        show(item, {.outcome = KickOutcome::Planned});
    }
    const BulkSummary planned(u"bulk run"_s, summary);
    output()->object(planned.json());
    output()->text(planned.text());
    output()->text(tr("Nothing was sent. Add --yes --expect-count %1 to send it.").arg(summary.total));
    finish(ExitCode::Done);
}
