// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/command.h"
#include "store/history/listrecord.h"

#include <memory>

class ListReader;

/// `bulk status`: where a list stands.
class BulkStatusCommand : public Command
{
    Q_OBJECT

public:
    explicit BulkStatusCommand(Output *output, QObject *parent = nullptr);
    ~BulkStatusCommand() override;

    CLI::App *declare(CLI::App *program) override;
    bool needsConnection() const override { return false; }
    void run(Session *session) override;

private:
    void show(const ListRecord &record);

    std::unique_ptr<ListReader> m_reader;
    qint64 m_jobId = 0;
};
