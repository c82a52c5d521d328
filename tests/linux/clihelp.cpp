// SPDX-License-Identifier: Apache-2.0
#include "linux/clihelp.h"

#include "cli/clirun.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

HelpedCommand read(const QString &name)
{
    static const QRegularExpression option(uR"(^  (?:-\w,)?(--[a-z-]+)(?: (\S+))?)"_s);
    static const QRegularExpression command(uR"(^  ([a-z-]+)  )"_s);
    HelpedCommand result{.name = name, .commands = {}, .options = {}, .choices = {}};
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    const QString text = QString::fromUtf8(
        runCli(QStringList{u"--lang"_s, u"en-US"_s} + words + QStringList{u"--help"_s}).out);
    const QStringList lines = text.split(u'\n');
    bool isAmongCommands = false;
    for (const QString &line : lines) {
        if (!line.startsWith(u' '))
            isAmongCommands = line == "Commands:"_L1 || line == "Subcommands:"_L1;
        if (const auto match = option.match(line); match.hasMatch()) {
            result.options << match.captured(1);
            if (match.captured(2).contains(u'|'))
                result.choices << match.captured(2).split(u'|');
        }
        if (const auto match = command.match(line); isAmongCommands && match.hasMatch())
            result.commands << match.captured(1);
    }
    result.options.removeAll(u"--help"_s);
    result.options.removeAll(u"--version"_s);
    return result;
}

void append(QList<HelpedCommand> *all, const QString &name)
{
    const HelpedCommand command = read(name);
    all->append(command);
    for (const QString &child : command.commands)
        append(all, name.isEmpty() ? child : name + u' ' + child);
}

} // namespace

QList<HelpedCommand> CliHelp::all()
{
    QList<HelpedCommand> result;
    append(&result, {});
    return result;
}
