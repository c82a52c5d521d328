// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <concepts>
#include <functional>
#include <type_traits>

namespace CLI {
class App;
class Option;
} // namespace CLI

/// Options and arguments in Qt's types, with complaints in the language of the program. The parser throws a
/// CLI::ValidationError with the whole sentence where a value cannot be used.
namespace Arguments {

/// Adds a command to @p app, which may be a command itself.
CLI::App *command(CLI::App *app, const char *name, const QString &description);

/// As command(); where @p app has one of that name, that one.
CLI::App *group(CLI::App *app, const char *name, const QString &description);

/// One of the commands of @p app has to be given.
void requireCommand(CLI::App *app);

/// Calls @p take when the command @p app is given.
void whenChosen(CLI::App *app, const std::function<void()> &take);

void require(CLI::Option *option);

/// A flag without value.
CLI::Option *flag(CLI::App *app, const char *names, bool *value, const QString &description);

/// Any text; @p placeholder stands for it in the help.
CLI::Option *text(CLI::App *app, const char *names, QString *value, const char *placeholder,
                  const QString &description);

/// One of @p words.
CLI::Option *choice(CLI::App *app, const char *names, QString *value, const QStringList &words,
                    const QString &description);

/// "A,B,C"; the option may be repeated. Empty pieces are kept, so that a check can refuse them.
CLI::Option *list(CLI::App *app, const char *names, QStringList *value, const char *placeholder,
                  const QString &description);

/// As list(), but a comma does not separate.
CLI::Option *texts(CLI::App *app, const char *names, QStringList *value, const char *placeholder,
                   const QString &description);

/// An argument that may be given several times without a name of its own.
CLI::Option *arguments(CLI::App *app, const char *placeholder, QStringList *value,
                       const QString &description);

/// @p text as a decimal number; throws when it is none or not in the range.
qint64 checkedNumber(const char *names, const QString &text, qint64 minimum, qint64 maximum);

/// An option whose value is handed to @p take.
CLI::Option *callback(CLI::App *app, const char *names, const std::function<void(const QString &)> &take,
                      const char *placeholder, const QString &description);

/// A whole number from @p minimum to @p maximum, decimal ("010" is ten).
template <std::integral Number>
CLI::Option *number(CLI::App *app, const char *names, Number *value, std::type_identity_t<Number> minimum,
                    std::type_identity_t<Number> maximum, const char *placeholder, const QString &description)
{
    const auto take = [names, value, minimum, maximum](const QString &text) {
        *value = static_cast<Number>(checkedNumber(names, text, minimum, maximum));
    };
    return callback(app, names, take, placeholder, description);
}

/// What is wrong with one of @p appIds, as a sentence; empty when all may be sent.
QString appIdProblem(const QStringList &appIds);

} // namespace Arguments
