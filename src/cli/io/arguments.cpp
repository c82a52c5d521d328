// SPDX-License-Identifier: Apache-2.0
#include "cli/io/arguments.h"

#include "core/values/error.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <CLI/App.hpp>
#include <string>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

/// "--help" of "-h,--help".
QString longName(const char *names)
{
    return QString::fromLatin1(names).section(u',', -1);
}

[[noreturn]] void refuse(const QString &sentence)
{
    throw CLI::ValidationError(sentence.toStdString());
}

/// CLI11 takes "[a,b]" apart and lets one option swallow the words behind it unless told otherwise.
CLI::Option *addList(CLI::App *app, const char *names,
                     const std::function<void(const std::vector<std::string> &)> &take,
                     const char *placeholder, const QString &description)
{
    return app->add_option_function<std::vector<std::string>>(names, take, description.toStdString())
        ->type_name(placeholder)
        ->allow_extra_args(false);
}

} // namespace

CLI::App *Arguments::command(CLI::App *app, const char *name, const QString &description)
{
    CLI::App *added = app->add_subcommand(name, description.toStdString());
    // The options of the program may stand behind a command.
    added->fallthrough();
    return added;
}

CLI::App *Arguments::group(CLI::App *app, const char *name, const QString &description)
{
    const auto known =
        app->get_subcommands([name](const CLI::App *other) { return other->get_name() == name; });
    return known.empty() ? command(app, name, description) : known.front();
}

void Arguments::requireCommand(CLI::App *app)
{
    app->require_subcommand(1);
}

void Arguments::whenChosen(CLI::App *app, const std::function<void()> &take)
{
    app->callback(take);
}

void Arguments::require(CLI::Option *option)
{
    option->required();
}

CLI::Option *Arguments::flag(CLI::App *app, const char *names, bool *value, const QString &description)
{
    return app->add_flag(names, *value, description.toStdString());
}

CLI::Option *Arguments::callback(CLI::App *app, const char *names,
                                 const std::function<void(const QString &)> &take, const char *placeholder,
                                 const QString &description)
{
    const auto takeText = [take](const std::string &text) { take(QString::fromStdString(text)); };
    return app->add_option_function<std::string>(names, takeText, description.toStdString())
        ->type_name(placeholder);
}

CLI::Option *Arguments::text(CLI::App *app, const char *names, QString *value, const char *placeholder,
                             const QString &description)
{
    return callback(
        app, names, [value](const QString &text) { *value = text; }, placeholder, description);
}

CLI::Option *Arguments::choice(CLI::App *app, const char *names, QString *value, const QStringList &words,
                               const QString &description)
{
    const auto take = [names, value, words](const QString &text) {
        if (!words.contains(text)) {
            refuse(QCoreApplication::translate("Arguments", "%1 takes one of these words: %2.")
                       .arg(longName(names), words.join(u", "_s)));
        }
        *value = text;
    };
    return callback(app, names, take, words.join(u'|').toUtf8().constData(), description);
}

CLI::Option *Arguments::list(CLI::App *app, const char *names, QStringList *value, const char *placeholder,
                             const QString &description)
{
    const auto take = [value](const std::vector<std::string> &texts) {
        for (const std::string &text : texts)
            value->append(QString::fromStdString(text).split(u','));
    };
    return addList(app, names, take, placeholder, description);
}

CLI::Option *Arguments::texts(CLI::App *app, const char *names, QStringList *value, const char *placeholder,
                              const QString &description)
{
    const auto take = [value](const std::vector<std::string> &texts) {
        for (const std::string &text : texts)
            value->append(QString::fromStdString(text));
    };
    return addList(app, names, take, placeholder, description);
}

CLI::Option *Arguments::arguments(CLI::App *app, const char *placeholder, QStringList *value,
                                  const QString &description)
{
    const auto take = [value](const std::vector<std::string> &texts) {
        for (const std::string &text : texts)
            value->append(QString::fromStdString(text));
    };
    return addList(app, placeholder, take, "", description)->expected(-1);
}

qint64 Arguments::checkedNumber(const char *names, const QString &text, qint64 minimum, qint64 maximum)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber, 10);
    if (!isNumber || number < minimum || number > maximum) {
        refuse(QCoreApplication::translate("Arguments", "%1 takes a whole number from %2 to %3.")
                   .arg(longName(names), QString::number(minimum), QString::number(maximum)));
    }
    return number;
}

QString Arguments::appIdProblem(const QStringList &appIds)
{
    static const QRegularExpression shape(QStringLiteral("\\A[A-Za-z0-9_-]{1,64}\\z"));
    for (const QString &appId : appIds) {
        if (!shape.match(appId).hasMatch())
            return errorText(
                {.kind = ErrorKind::NotSent, .code = ErrorCode::InvalidAppId, .detail = ServerText(appId)});
    }
    return {};
}
