// SPDX-License-Identifier: Apache-2.0
#include "cli/io/command.h"

Command::Command(Output *output, QObject *parent)
    : QObject(parent)
    , m_output(output)
{
}

void Command::setConnection(const ConnectionOptions &) {}

void Command::refuse(const Error &error)
{
    fail(error);
}

void Command::stop()
{
    Q_EMIT finished(ExitCode::Done);
}

void Command::abandon()
{
    Q_EMIT finished(ExitCode::Done);
}

void Command::fail(const Error &error)
{
    m_output->error(error);
    Q_EMIT finished(ExitCodes::of(error));
}
