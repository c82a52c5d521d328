// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/listrunfixture.h"

#include <QProcess>

/// `kickdesk-cli bulk resume`, or another command, as a process of its own. It waits for go(), so that
/// several can begin at the same time.
class ResumeProcess
{
public:
    explicit ResumeProcess(const SandboxSession &on);
    /// @p command with the data folder @p folder.
    ResumeProcess(const SandboxSession &on, const QString &folder, const QStringList &command);

    /// Gives it the secret that it waits for.
    void go();

    bool hasBegun() const { return m_process.state() == QProcess::Running; }
    bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }
    /// -1 for one that was killed.
    int exitCode() const
    {
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    qint64 pid() const { return m_process.processId(); }
    QByteArray err() { return m_process.readAllStandardError(); }
    /// SIGTERM.
    void stop() { m_process.terminate(); }
    /// SIGKILL.
    void kill() { m_process.kill(); }

private:
    QByteArray m_secret;
    QProcess m_process;
};

/// A list that is written down on a sandbox of its own, for processes that run it one after the other.
class ResumedList
{
public:
    explicit ResumedList(int users);

    const SandboxSession &on() const { return m_on; }

    /// Writes the list down without sending anything.
    bool prepare();

    /// Lets a process bring the list to its end; its exit code.
    int complete();

    /// Kicks, checks and questions for sign-ins that the sandbox has received.
    qint64 requests() const;
    qint64 kicks() const { return m_on.sandbox->requestCount("kick-users"); }

    /// What is wrong once the list is at its end, where @p mostRepeats kicks may have been sent twice: a
    /// damaged journal, somebody who is not proved, or a request that is not on record. Empty when nothing
    /// is.
    QString problem(qint64 mostRepeats) const;

    /// What SQLite itself says of the journal: "ok".
    QString integrity() const;

private:
    int m_users;
    SandboxSession m_on;
};
