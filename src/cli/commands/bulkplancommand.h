// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/command.h"
#include "cli/io/identifierargument.h"
#include "cli/io/scopeargument.h"
#include "core/list/listdraft.h"
#include "kick/plan/listplanner.h"
#include "kick/plan/listresolver.h"

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
    std::optional<IdList> readLists();
    void tellWhy(const QString &file, const ListDraft &draft);
    void takeResolution(const Result<ListResolution> &resolution);
    void takePlan(const Result<PlannedList> &planned);
    void noteMisguess();

    QStringList m_files;
    QString m_columnName;
    QString m_headerName;
    QString m_sheetName;
    QString m_planFile;
    IdTypeArgument m_idType;
    SendAsTypedArgument m_sendAsTyped;
    ScopeArgument m_scope;

    Session *m_session = nullptr;
    std::unique_ptr<ListResolver> m_resolver;
    std::unique_ptr<ListPlanner> m_planner;
    QPointer<PendingCall> m_call;
    /// What the column looks like, whatever was said of it.
    std::optional<IdType> m_guessedType;
    ListResolution m_resolution;
};
