// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/exitcode.h"
#include "cli/io/output.h"
#include "kick/session.h"

#include <QObject>

namespace CLI {
class App;
}

struct ConnectionOptions;

/// One command of the program: it declares its arguments, checks them, and runs.
class Command : public QObject
{
    Q_OBJECT

public:
    /// @p output must outlive the command.
    explicit Command(Output *output, QObject *parent = nullptr);

    /// Adds the command to @p program and binds its arguments to this object.
    virtual CLI::App *declare(CLI::App *program) = 0;

    /// Hands over the connection flags before problem(), for a command that works on connections themselves.
    virtual void setConnection(const ConnectionOptions &options);

    /// What is wrong with the arguments, as a sentence; empty when they can be used.
    virtual QString problem() const { return {}; }

    /// False for a command that talks to no pool; its session is null.
    virtual bool needsConnection() const { return true; }

    /// What its connection is prepared for.
    virtual Session::Traffic traffic() const { return Session::Traffic::Few; }

    /// Starts; finished() follows. @p session must outlive the command.
    virtual void run(Session *session) = 0;

    /// Instead of run(): the connection did not open. Ends with finished().
    virtual void refuse(const Error &error);

    /// A signal asks for the end: what is on the wire may still be answered, nothing new is started. Ends
    /// with finished().
    virtual void stop();

    /// The time after stop() is over. Ends with finished() at once.
    virtual void abandon();

Q_SIGNALS:
    void finished(ExitCode exitCode);

protected:
    Output *output() { return m_output; }

    /// Reports a read that failed and finishes with its exit code.
    void fail(const Error &error);

private:
    Output *m_output;
};
