// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/command.h"
#include "kick/doctor/doctortypes.h"

#include <memory>

class Doctor;

/// `doctor`: whether the connection works, and what its key may do.
class DoctorCommand : public Command
{
    Q_OBJECT

public:
    explicit DoctorCommand(Output *output, QObject *parent = nullptr);
    ~DoctorCommand() override;

    CLI::App *declare(CLI::App *program) override;
    void run(Session *session) override;

private:
    void show(const DoctorRow &row);
    ExitCode exitCode() const;

    std::unique_ptr<Doctor> m_doctor;
};
