// SPDX-License-Identifier: Apache-2.0
#include "installer/command.h"

#include <QProcess>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

CommandResult Command::run(const QString &program, const QStringList &arguments,
                           const QProcessEnvironment &environment)
{
    constexpr int longestMs = 180'000;
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForFinished(longestMs)) {
        process.kill();
        process.waitForFinished();
        return {.output = process.readAll() + process.errorString().toUtf8()};
    }
    const bool isNormal = process.exitStatus() == QProcess::NormalExit;
    return {.exitCode = isNormal ? process.exitCode() : -1, .output = process.readAll()};
}

QByteArray Command::missing(const QStringList &tools)
{
    QStringList result;
    for (const QString &tool : tools) {
        if (QStandardPaths::findExecutable(tool).isEmpty())
            result << tool;
    }
    return result.isEmpty() ? QByteArray()
                            : "not installed, scripts/deps does it: " + result.join(u' ').toUtf8();
}
