// SPDX-License-Identifier: Apache-2.0
#include "linux/tool.h"

#include <QProcess>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestRunMs = 240'000;

} // namespace

QByteArray ToolRun::report() const
{
    return "exit code " + QByteArray::number(exitCode) + '\n' + out + err;
}

ToolRun Tool::run(const QString &program, const QStringList &arguments, const QStringList &variables)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &variable : variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForStarted())
        return {
            .exitCode = -1, .out = {}, .err = program.toUtf8() + " is missing; scripts/deps installs it\n"};
    const bool hasEnded = process.waitForFinished(longestRunMs);
    if (!hasEnded) {
        process.kill();
        process.waitForFinished();
    }
    const bool isNormal = hasEnded && process.exitStatus() == QProcess::NormalExit;
    return {.exitCode = isNormal ? process.exitCode() : -1,
            .out = process.readAllStandardOutput(),
            .err = process.readAllStandardError()};
}
