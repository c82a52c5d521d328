// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// What the help of kickdesk-cli tells about one command; its name is empty for the program itself.
struct HelpedCommand
{
    QString name;
    QStringList commands;
    /// With their dashes, without --help and --version.
    QStringList options;
    /// The words of options that take one of some words.
    QStringList choices;
};

namespace CliHelp {

/// The program and all its commands, as --help shows them.
QList<HelpedCommand> all();

} // namespace CliHelp
