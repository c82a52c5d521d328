// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/command.h"
#include "kick/run/listrunner.h"

#include <QTimer>

#include <memory>

/// What the commands that run a list have in common: an object or a line for each user, the progress, the
/// summary and the exit code.
class BulkCommand : public Command
{
    Q_OBJECT

public:
    /// @p name such as "bulk run".
    BulkCommand(QString name, Output *output, QObject *parent = nullptr);
    ~BulkCommand() override;

    Session::Traffic traffic() const override { return Session::Traffic::Many; }
    void run(Session *session) override;
    void refuse(const Error &error) override;
    void stop() override;
    void abandon() override;

protected:
    /// Sets @p runner to work, or ends without it by finish().
    virtual void begin(ListRunner *runner) = 0;

    Session *session() { return m_session; }

    /// An object or a line about one user.
    void show(const ListItem &item, const KickResult &result);

    /// Nothing was run.
    void finish(ExitCode exitCode);

private:
    void showProgress();
    void end(const ListRunEnd &end);

    QString m_name;
    Session *m_session = nullptr;
    std::shared_ptr<ListRunBoard> m_board;
    std::unique_ptr<ListRunner> m_listRunner;
    QTimer m_progress;
    bool m_isFinished = false;
};

/// `bulk resume`: goes on with a list that was stopped, halted or cut off.
class BulkResumeCommand : public BulkCommand
{
    Q_OBJECT

public:
    explicit BulkResumeCommand(Output *output, QObject *parent = nullptr);

    CLI::App *declare(CLI::App *program) override;

protected:
    void begin(ListRunner *runner) override { runner->resume(m_jobId); }

private:
    qint64 m_jobId = 0;
};

/// `bulk retry`: sends once more to the users of a list that came to a bad end.
class BulkRetryCommand : public BulkCommand
{
    Q_OBJECT

public:
    explicit BulkRetryCommand(Output *output, QObject *parent = nullptr);

    CLI::App *declare(CLI::App *program) override;

protected:
    void begin(ListRunner *runner) override { runner->retry(m_jobId); }

private:
    qint64 m_jobId = 0;
};
