// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/command.h"
#include "core/values/types.h"

/// `apps`: every application of the pool.
class AppsCommand : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    CLI::App *declare(CLI::App *program) override;
    void run(Session *session) override;

private:
    void show(const QList<Application> &applications);
};
