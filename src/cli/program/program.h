// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/command.h"
#include "cli/io/connection.h"
#include "cli/io/output.h"
#include "core/program/translation.h"
#include "store/files/logfile.h"
#include "store/journal/journal.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <vector>

class SecretStore;
class Session;
struct ParsedLine;

/// One run of the command line program.
class Program : public QObject
{
    Q_OBJECT

public:
    /// @p secrets has the secrets of saved connections; it must outlive the program.
    Program(const Streams &streams, SecretStore *secrets, QObject *parent = nullptr);
    ~Program() override;

    /// Starts the run; finished() follows from the event loop, once. @p arguments are without the program's
    /// name.
    void start(const QStringList &arguments);

    /// @p signal asks for the end: attempts in flight have three seconds to finish, a second signal none.
    void interrupt(int signal);

Q_SIGNALS:
    /// @p exitCode is one of docs/administrator.md#exit-codes.
    void finished(int exitCode);

private:
    QList<Command *> makeCommands();
    void open(const ParsedLine &line);
    void start(const OpenedConnection &connection, const ParsedLine &line);
    void checkPool();
    void fail(const Error &error);
    void finish(ExitCode exitCode);

    Streams m_streams;
    SecretStore *m_secrets;
    Output m_output;
    Journal m_journal;
    LogFile m_log;
    Translation m_translation;
    Secret m_environmentSecret;
    OpenedConnection m_connection;
    std::unique_ptr<Session> m_session;
    // Behind the session, so that they and the calls that they wait for end before it.
    std::vector<std::unique_ptr<Command>> m_commands;
    Command *m_command = nullptr;
    QTimer m_drainTimer;
    QTimer m_endTimer;
    int m_signal = 0;
    int m_exitCode = 0;
    bool m_isFinished = false;
};
