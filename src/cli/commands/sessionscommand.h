// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/command.h"
#include "cli/io/identifierargument.h"
#include "kick/single/kickplanner.h"

#include <memory>

/// `sessions`: where one user is online.
class SessionsCommand : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    CLI::App *declare(CLI::App *program) override;
    QString problem() const override;
    void run(Session *session) override;
    void stop() override;

private:
    void take(const Result<KickPlan> &plan);
    void show(const KickPlan &plan);

    IdentifierArgument m_identifier;
    QStringList m_appIds;
    std::unique_ptr<KickPlanner> m_planner;
};
