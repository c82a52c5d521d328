// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/connection.h"
#include "core/values/types.h"

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

class Command;

/// What a command line turned out to mean.
struct ParsedLine
{
    /// The command to run; null when there is only something to print.
    Command *command = nullptr;
    /// Help or version, asked for.
    QString text;
    /// What is wrong; the command is null then.
    QString problem;
    bool isJson = false;
    Language language = Language::English;
    ConnectionOptions connection;
};

/// Reads the arguments of the program.
class CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)

public:
    /// Understands @p arguments (without the program's name) as flags and one of @p commands, whose arguments
    /// it sets.
    static ParsedLine parse(const QStringList &arguments, const QList<Command *> &commands);

    /// The language that @p arguments ask for, else the system's: help and complaints are in it too.
    static Language language(const QStringList &arguments);
};
