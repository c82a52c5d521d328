// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/command.h"
#include "cli/io/identifierargument.h"
#include "core/values/types.h"

/// `user`: exactly one user.
class UserCommand : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    CLI::App *declare(CLI::App *program) override;
    QString problem() const override { return m_identifier.problem(); }
    void run(Session *session) override;

private:
    void show(const User &user);
    void failToFind(const Error &error);

    IdentifierArgument m_identifier;
};
