// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/exitcode.h"
#include "kick/run/listrunboard.h"
#include "kick/run/listrunend.h"
#include "store/history/listrecord.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>

/// How a whole list stands, for scripts and for people.
struct BulkSummary
{
    Q_DECLARE_TR_FUNCTIONS(BulkSummary)

public:
    /// @p name: the command, such as "bulk run".
    BulkSummary(QString name, const ListRunSummary &job);
    BulkSummary(QString name, const ListRecord &job);

    /// Such as "bulk run".
    QString command;
    /// 0 before it is on record.
    qint64 jobId = 0;
    qint64 total = 0;
    HistoryCount outcomes;
    /// The part of outcomes that has signed in again since.
    HistoryCount signedInAgain;
    /// The part of the rejected whom the server refused only for now, and who have not signed in again.
    qint64 postponed = 0;
    std::chrono::milliseconds elapsed{0};
    /// How the users were proved offline; nothing where that was not looked for or is not known.
    std::optional<ProofMode> proof;
    /// How many of those proved by list were also asked about singly.
    qint64 samples = 0;

    /// The object that `--json` writes; `pending` counts the users without an outcome, where there
    /// are any.
    QJsonObject json() const;

    /// Several lines in the language of the program.
    QString text() const;

    /// The exit code of a run that ended with @p end.
    ExitCode exitCode(const ListRunEnd &end) const;

private:
    qint64 count(KickOutcome outcome) const { return outcomes.value(outcome); }
    qint64 pending() const;
    /// Users who have signed in again since, whatever their outcome.
    qint64 relogins() const;
};
