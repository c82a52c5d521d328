// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commands/bulkcommand.h"
#include "cli/io/proofargument.h"
#include "core/plan/listplan.h"

/// `bulk run`: carries a plan out.
class BulkRunCommand : public BulkCommand
{
    Q_OBJECT

public:
    explicit BulkRunCommand(Output *output, QObject *parent = nullptr);

    CLI::App *declare(CLI::App *program) override;
    QString problem() const override;

protected:
    void begin(ListRunner *runner) override;

private:
    ListRunWish wish(const ListPlan &plan);
    /// What the connection asks for and was not given, or a count that is not the list's; empty when nothing
    /// is wrong.
    QString objection(const ListPlan &plan);
    void explain(const ListRunWish &wish);

    QString m_file;
    QString m_ticket;
    QString m_reason;
    bool m_isConfirmed = false;
    qint64 m_expectedCount = 0;
    qint64 m_cap = 0;
    int m_maximumInFlight = 0;
    int m_ratePerSecond = 0;
    int m_verifySeconds = 20;
    ProofArgument m_proof;
};
