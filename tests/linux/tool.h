// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/// What one run of a tool left behind.
struct ToolRun
{
    /// -1 when it could not be started, was killed or took too long.
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    bool isClean() const { return exitCode == 0 && out.isEmpty() && err.isEmpty(); }
    /// All of it, for the message of a test that fails.
    QByteArray report() const;
};

namespace Tool {

/// Runs @p program, without anything on its standard input; each of @p variables is a NAME=VALUE that is
/// added to the environment. A tool that is not there is told in the run's err.
ToolRun run(const QString &program, const QStringList &arguments, const QStringList &variables = {});

} // namespace Tool
