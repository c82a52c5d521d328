// SPDX-License-Identifier: Apache-2.0
#include "cli/program/commandline.h"

#include "cli/commands/sandboxcommand.h"
#include "cli/io/arguments.h"
#include "cli/io/command.h"

#include <QHash>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

/// CLI11's own words, in our language.
std::shared_ptr<CLI::Formatter> translatedFormatter()
{
    auto formatter = std::make_shared<CLI::Formatter>();
    formatter->label("Usage", CommandLine::tr("Usage").toStdString());
    formatter->label("Positionals", CommandLine::tr("Arguments").toStdString());
    formatter->label("OPTIONS", CommandLine::tr("options").toStdString());
    formatter->label("SUBCOMMAND", CommandLine::tr("command").toStdString());
    formatter->label("REQUIRED", "");
    formatter->column_width(34);
    return formatter;
}

void configure(CLI::App *app)
{
    app->option_defaults()->group(CommandLine::tr("Options").toStdString());
    app->allow_windows_style_options(false);
    app->formatter(translatedFormatter());
    app->set_help_flag("-h,--help", CommandLine::tr("show this help").toStdString());
    app->set_version_flag("--version", "kickdesk-cli " KICKDESK_VERSION,
                          CommandLine::tr("show the version").toStdString());
    // A user may well be named "search": after the command nothing is a command any more.
    app->require_subcommand(0, 1);
}

/// What every command, and every group of commands, has in common.
void describe(CLI::App *command)
{
    command->group(CommandLine::tr("Commands").toStdString());
    command->footer(CommandLine::tr("The connection and output options of kickdesk-cli --help work here too.")
                        .toStdString());
}

/// The innermost command that was named; null where none was, or only a group.
Command *chosen(const CLI::App &app, const QHash<const CLI::App *, Command *> &byApp)
{
    Command *result = nullptr;
    for (auto named = app.get_subcommands(); !named.empty(); named = named.front()->get_subcommands())
        result = byApp.value(named.front(), result);
    return result;
}

QString first(const std::vector<std::string> &texts)
{
    return texts.empty() ? QString() : QString::fromStdString(texts.front());
}

QString unexpected(const CLI::App &app)
{
    const QString word = first(app.remaining(true));
    const QString shown = ServerText(word).plain();
    if (word.startsWith(u'-'))
        return CommandLine::tr("There is no option %1 here.").arg(shown);
    const CLI::App *named = &app;
    while (!named->get_subcommands().empty())
        named = named->get_subcommands().front();
    const auto isAny = [](const CLI::App *) { return true; };
    if (!named->get_subcommands(isAny).empty())
        return CommandLine::tr("There is no command \"%1\".").arg(shown);
    return CommandLine::tr("\"%1\" is one word too many. Put quotes around a text with spaces.").arg(shown);
}

/// CLI11's complaint as our sentence. Its own texts are English and begin with the option's name.
QString complaint(const CLI::App &app, const CLI::ParseError &error)
{
    QString text = QString::fromStdString(error.what());
    const std::string name = error.get_name();
    if (name == "ValidationError")
        return text;
    // Inside of a group this error has the group's name.
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError))
        return unexpected(app);
    if (name == "RequiredError")
        return CommandLine::tr("%1 is missing.").arg(text.section(u' ', 0, 0));
    if (name == "ArgumentMismatch") {
        const QString option = text.section(u':', 0, 0);
        const QString problem = CommandLine::tr("%1 takes exactly one value.").arg(option);
        return option == "--fault"_L1 ? problem + u'\n' + SandboxCommand::faultList() : problem;
    }
    return CommandLine::tr("The arguments cannot be understood: %1").arg(ServerText(text).plain());
}

/// CLI11 takes its arguments from the end.
std::vector<std::string> reversed(const QStringList &arguments)
{
    std::vector<std::string> result;
    for (const QString &argument : arguments)
        result.push_back(argument.toStdString());
    std::ranges::reverse(result);
    return result;
}

} // namespace

ParsedLine CommandLine::parse(const QStringList &arguments, const QList<Command *> &commands)
{
    ParsedLine line;
    line.language = language(arguments);

    CLI::App app(tr("Forces users offline in Authing.").toStdString(), "kickdesk-cli");
    configure(&app);
    line.connection.declare(&app);
    QString languageName;
    Arguments::choice(&app, "--lang", &languageName,
                      {Languages::wireName(Language::Chinese), Languages::wireName(Language::English)},
                      tr("language of these texts and of the server's messages"));
    Arguments::flag(&app, "--json", &line.isJson, tr("one JSON object a line, for scripts"));

    QHash<const CLI::App *, Command *> byApp;
    for (Command *command : commands) {
        CLI::App *declared = command->declare(&app);
        byApp.insert(declared, command);
        // A command may stand in a group.
        for (; declared != &app; declared = declared->get_parent())
            describe(declared);
    }

    try {
        app.parse(reversed(arguments));
    } catch (const CLI::CallForHelp &) {
        line.text = QString::fromStdString(app.help()).trimmed();
        return line;
    } catch (const CLI::CallForVersion &) {
        line.text = QString::fromStdString(app.version());
        return line;
    } catch (const CLI::ParseError &error) {
        line.problem = complaint(app, error);
        return line;
    }

    Command *command = chosen(app, byApp);
    if (command == nullptr) {
        line.problem = tr("The command is missing.");
        return line;
    }
    command->setConnection(line.connection);
    line.problem = command->problem();
    if (line.problem.isEmpty() && command->needsConnection())
        line.problem = line.connection.problem();
    if (line.problem.isEmpty())
        line.command = command;
    return line;
}

Language CommandLine::language(const QStringList &arguments)
{
    Language result = Languages::fromSystem();
    for (qsizetype at = 0; at < arguments.size() && arguments.at(at) != "--"_L1; ++at) {
        QString name;
        if (arguments.at(at) == "--lang"_L1)
            name = arguments.value(at + 1);
        else if (arguments.at(at).startsWith("--lang="_L1))
            name = arguments.at(at).section(u'=', 1);
        result = Languages::fromWireName(name).value_or(result);
    }
    return result;
}
