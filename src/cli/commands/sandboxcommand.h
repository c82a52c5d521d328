// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/command.h"
#include "sandbox/service/sandbox.h"

#include <memory>

/// `sandbox`: serves the built-in pool until a signal comes.
class SandboxCommand : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    CLI::App *declare(CLI::App *program) override;
    QString problem() const override;

    /// The names of the faults, in a sentence.
    static QString faultList();
    bool needsConnection() const override { return false; }
    void run(Session *session) override;

private:
    void announce(const SandboxAddress &address);

    SandboxOptions m_options;
    std::unique_ptr<Sandbox> m_sandbox;
};
