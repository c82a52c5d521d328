// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"
#include "cli/identifierargument.h"
#include "cli/scopeargument.h"
#include "core/idlist.h"
#include "kick/listplanner.h"
#include "kick/listresolver.h"

#include <QPointer>

#include <memory>

/// `bulk plan`: resolves a list and writes the plan of it.
class BulkPlanCommand : public Command
{
    Q_OBJECT

public:
    explicit BulkPlanCommand(Output *output, QObject *parent = nullptr);
    ~BulkPlanCommand() override;

    CLI::App *declare(CLI::App *program) override;
    QString problem() const override;
    void run(Session *session) override;
    void stop() override;

private:
    Result<IdList> readList();
    void takeResolution(const Result<ListResolution> &resolution);
    void takePlan(const Result<PlannedList> &planned);
    void noteMisguess();

    QString m_file;
    QString m_columnName;
    QString m_planFile;
    IdTypeArgument m_idType;
    SendAsTypedArgument m_sendAsTyped;
    ScopeArgument m_scope;

    Session *m_session = nullptr;
    std::unique_ptr<ListResolver> m_resolver;
    std::unique_ptr<ListPlanner> m_planner;
    QPointer<PendingCall> m_call;
    /// What the column looks like, whatever was said of it.
    IdType m_guessedType = IdType::UserId;
    ListResolution m_resolution;
};
