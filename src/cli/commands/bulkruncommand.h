// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/commands/bulkcommand.h"
#include "cli/io/proofargument.h"
#include "core/plan/listplan.h"

#include <QPointer>

#include <functional>
#include <memory>

class ListReader;
class PendingCall;

/// `bulk run`: carries a plan out.
class BulkRunCommand : public BulkCommand
{
    Q_OBJECT

public:
    explicit BulkRunCommand(Output *output, QObject *parent = nullptr);
    ~BulkRunCommand() override;

    CLI::App *declare(CLI::App *program) override;
    QString problem() const override;
    void stop() override;
    void abandon() override;

protected:
    void begin(ListRunner *runner) override;

private:
    /// Names the unfinished list that is for the same users as @p plan, where there is one; then calls
    /// @p then.
    void tellOfUnfinished(const ListPlan &plan, const std::function<void()> &then);
    void check(const ListPlan &plan);
    ListRunWish wish(const ListPlan &plan);
    /// What the connection asks for and was not given, or a count that is not the list's; empty when nothing
    /// is wrong.
    QString objection(const ListPlan &plan);
    void explain(const ListRunWish &wish);

    std::unique_ptr<ListReader> m_reader;
    QPointer<PendingCall> m_look;
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
