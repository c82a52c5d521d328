// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

/// What a program of the system did.
struct CommandResult
{
    /// -1: it could not be started, was ended by a signal or did not end.
    int exitCode = -1;
    /// Standard output and error as one.
    QByteArray output;
};

namespace Command {

/// Runs @p program to its end.
CommandResult run(const QString &program, const QStringList &arguments,
                  const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());

/// One line that names those of @p tools that are not here and how to get them; empty when all are.
QByteArray missing(const QStringList &tools);

} // namespace Command
