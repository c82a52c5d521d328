// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/bulkcommand.h"

#include "cli/commands/bulkgroup.h"
#include "cli/commands/bulksummary.h"
#include "cli/io/arguments.h"
#include "cli/io/kickreport.h"

#include <limits>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto progressTime = 200ms;

constexpr qint64 highestNumber = std::numeric_limits<qint64>::max();

} // namespace

BulkCommand::BulkCommand(QString name, Output *output, QObject *parent)
    : Command(output, parent)
    , m_name(std::move(name))
    , m_board(std::make_shared<ListRunBoard>())
{
    m_progress.setInterval(progressTime);
    connect(&m_progress, &QTimer::timeout, this, &BulkCommand::showProgress);
}

BulkCommand::~BulkCommand() = default;

void BulkCommand::run(Session *session)
{
    m_session = session;
    m_listRunner = std::make_unique<ListRunner>(session, m_board);
    m_listRunner->setItemSink([this](const ListItem &item, const KickResult &result) { show(item, result); });
    connect(m_listRunner.get(), &ListRunner::finished, this, &BulkCommand::end);
    m_progress.start();
    begin(m_listRunner.get());
}

void BulkCommand::refuse(const Error &error)
{
    output()->error(error);
    finish(ExitCodes::of(error));
}

void BulkCommand::stop()
{
    if (m_listRunner)
        m_listRunner->stop();
    else
        finish(ExitCode::Done);
}

void BulkCommand::abandon()
{
    if (m_listRunner)
        m_listRunner->abandon();
    finish(ExitCode::Done);
}

void BulkCommand::finish(ExitCode exitCode)
{
    m_progress.stop();
    if (!std::exchange(m_isFinished, true))
        Q_EMIT finished(exitCode);
}

void BulkCommand::show(const ListItem &item, const KickResult &result)
{
    const KickReport report(item, result);
    if (!output()->isJson()) {
        const QStringList words{report.headline(), item.item.target.name.plain(),
                                ServerText(item.item.target.identifier).plain(), item.item.target.contact};
        output()->text(words.join(u"  "_s));
        return;
    }
    output()->object(report.json());
}

void BulkCommand::showProgress()
{
    const ListRunSummary summary = m_board->summary();
    QString line = tr("%1 of %2 users, %3 a second")
                       .arg(QString::number(summary.done()), QString::number(summary.total),
                            QString::number(summary.usersPerSecond, 'f', 1));
    if (summary.timeLeft)
        line += tr(", %Ln second(s) left", nullptr, static_cast<int>(summary.timeLeft->count()));
    if (summary.isServerBusy)
        line += tr(", waiting because the server asks for it");
    output()->progress(line);
}

void BulkCommand::end(const ListRunEnd &end)
{
    if (m_isFinished)
        return;
    const BulkSummary summary(m_name, m_board->summary());
    if (end.error)
        output()->error(*end.error);
    output()->object(summary.json());
    output()->text(summary.text());
    if (end.jobId != 0 && !end.isFinished)
        output()->note(tr("The list is not done. Go on with it: bulk resume %1").arg(end.jobId));
    finish(summary.exitCode(end));
}

BulkResumeCommand::BulkResumeCommand(Output *output, QObject *parent)
    : BulkCommand(u"bulk resume"_s, output, parent)
{
}

CLI::App *BulkResumeCommand::declare(CLI::App *program)
{
    CLI::App *command = BulkGroup::add(
        program, "resume", tr("go on with a list that was stopped or cut off, by default the newest one"));
    Arguments::number(command, "job", &m_jobId, 1, highestNumber, "JOB", tr("number of the list"));
    return command;
}

BulkRetryCommand::BulkRetryCommand(Output *output, QObject *parent)
    : BulkCommand(u"bulk retry"_s, output, parent)
{
}

CLI::App *BulkRetryCommand::declare(CLI::App *program)
{
    CLI::App *command =
        BulkGroup::add(program, "retry", tr("send once more to the users of a list that came to a bad end"));
    Arguments::require(
        Arguments::number(command, "job", &m_jobId, 1, highestNumber, "JOB", tr("number of the list")));
    return command;
}
