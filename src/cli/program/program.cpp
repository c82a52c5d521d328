// SPDX-License-Identifier: Apache-2.0
#include "cli/program/program.h"

#include "cli/commands/appscommand.h"
#include "cli/commands/bulkcommand.h"
#include "cli/commands/bulkplancommand.h"
#include "cli/commands/bulkruncommand.h"
#include "cli/commands/bulkstatuscommand.h"
#include "cli/commands/doctorcommand.h"
#include "cli/commands/historycommand.h"
#include "cli/commands/kickcommand.h"
#include "cli/commands/profilecommand.h"
#include "cli/commands/sandboxcommand.h"
#include "cli/commands/searchcommand.h"
#include "cli/commands/sessionscommand.h"
#include "cli/commands/usercommand.h"
#include "cli/program/commandline.h"
#include "kick/session.h"
#include "store/files/datafolder.h"
#include "store/files/storenotice.h"

#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto drainTime = 3s;
/// What a shell reports for a process that ended by a signal.
constexpr int signalExitCodes = 128;

} // namespace

Program::Program(const Streams &streams, SecretStore *secrets, QObject *parent)
    : QObject(parent)
    , m_streams(streams)
    , m_secrets(secrets)
    , m_output(streams)
    , m_journal(DataFolder::journalFile())
{
    connect(&m_journal, &Journal::noticed, this,
            [this](const StoreNotice &notice) { m_output.note(storeNoticeText(notice)); });
    m_drainTimer.setSingleShot(true);
    connect(&m_drainTimer, &QTimer::timeout, this, [this] { m_command->abandon(); });
    // Also what is known at once is told from the event loop.
    m_endTimer.setSingleShot(true);
    connect(&m_endTimer, &QTimer::timeout, this, [this] { Q_EMIT finished(m_exitCode); });
}

Program::~Program() = default;

void Program::start(const QStringList &arguments)
{
    // Also where nothing connects: the sandbox runs for hours.
    m_environmentSecret = Connections::takeEnvironmentSecret();
    m_translation.setLanguage(CommandLine::language(arguments));
    const ParsedLine line = CommandLine::parse(arguments, makeCommands());
    m_output.setJson(line.isJson && line.text.isEmpty());
    if (!line.text.isEmpty()) {
        m_output.text(line.text);
        finish(ExitCode::Done);
        return;
    }
    if (!line.problem.isEmpty()) {
        m_output.note(line.problem);
        m_output.note(tr("kickdesk-cli --help shows how to use it."));
        finish(ExitCode::Usage);
        return;
    }
    m_command = line.command;
    const DataFolder::State folder = DataFolder::prepare();
    if (folder == DataFolder::State::Repaired)
        m_output.note(
            storeNoticeText({.kind = StoreNotice::Kind::FolderRepaired, .path = DataFolder::path()}));
    if (folder == DataFolder::State::OfAnotherUser) {
        m_output.note(
            storeNoticeText({.kind = StoreNotice::Kind::FolderOfAnotherUser, .path = DataFolder::path()}));
        finish(ExitCode::JournalFailed);
        return;
    }
    connect(m_command, &Command::finished, this, &Program::finish);
    if (m_command->needsConnection())
        open(line);
    else
        m_command->run(nullptr);
}

QList<Command *> Program::makeCommands()
{
    m_commands.push_back(std::make_unique<SearchCommand>(&m_output));
    m_commands.push_back(std::make_unique<UserCommand>(&m_output));
    m_commands.push_back(std::make_unique<AppsCommand>(&m_output));
    m_commands.push_back(std::make_unique<SessionsCommand>(&m_output));
    m_commands.push_back(std::make_unique<KickCommand>(&m_output));
    m_commands.push_back(std::make_unique<BulkPlanCommand>(&m_output));
    m_commands.push_back(std::make_unique<BulkRunCommand>(&m_output));
    m_commands.push_back(std::make_unique<BulkResumeCommand>(&m_output));
    m_commands.push_back(std::make_unique<BulkRetryCommand>(&m_output));
    m_commands.push_back(std::make_unique<BulkStatusCommand>(&m_output));
    m_commands.push_back(std::make_unique<HistoryCommand>(&m_output));
    m_commands.push_back(std::make_unique<DoctorCommand>(&m_output));
    m_commands.push_back(std::make_unique<ProfileCommand>(&m_output, m_streams.in, m_secrets));
    m_commands.push_back(std::make_unique<SandboxCommand>(&m_output));
    QList<Command *> result;
    for (const std::unique_ptr<Command> &command : m_commands)
        result.append(command.get());
    return result;
}

void Program::open(const ParsedLine &line)
{
    const Connections::Sources sources{.in = m_streams.in,
                                       .environment = m_environmentSecret,
                                       .secrets = m_secrets,
                                       .note = [this](const QString &text) { m_output.note(text); }};
    Connections::open(line.connection, sources, this,
                      [this, line](const Result<OpenedConnection> &connection) {
                          if (m_isFinished)
                              return;
                          if (connection)
                              start(*connection, line);
                          else
                              fail(connection.error());
                      });
}

void Program::start(const OpenedConnection &connection, const ParsedLine &line)
{
    m_connection = connection;
    m_session = std::make_unique<Session>(
        m_connection.profile, m_connection.credentials, &m_journal,
        [this](const LogEvent &event) { m_log.write(event); }, m_command->traffic());
    if (!m_session->hasUsableCaFile()) {
        fail({.code = ErrorCode::InvalidCaFile, .detail = ServerText(m_connection.profile.caFile)});
        return;
    }
    m_session->setLanguage(line.language);
    m_session->client()->setDeadline(line.connection.deadline());
    if (m_connection.profile.poolId.isEmpty())
        m_command->run(m_session.get());
    else
        checkPool();
}

void Program::checkPool()
{
    m_session->checkPool(m_command, [this](const Result<QString> &poolId) {
        if (m_isFinished)
            return;
        if (poolId)
            m_command->run(m_session.get());
        else
            m_command->refuse(poolId.error());
    });
}

void Program::fail(const Error &error)
{
    m_output.error(error);
    finish(ExitCodes::of(error));
}

void Program::interrupt(int signal)
{
    if (m_isFinished || !m_command)
        return;
    if (m_signal != 0) {
        m_command->abandon();
        return;
    }
    m_signal = signal;
    m_drainTimer.start(drainTime);
    m_command->stop();
    if (!m_isFinished)
        m_output.note(tr("Waiting up to %1 seconds for the answer; interrupt again to end at once.")
                          .arg(drainTime.count()));
}

void Program::finish(ExitCode exitCode)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    m_drainTimer.stop();
    m_exitCode = static_cast<int>(exitCode);
    if (m_output.hasFailed()) {
        m_output.note(tr("The output could not be written."));
        if (exitCode == ExitCode::Done)
            m_exitCode = static_cast<int>(ExitCode::Internal);
    }
    if (m_signal != 0)
        m_exitCode = signalExitCodes + m_signal;
    m_endTimer.start(0);
}
