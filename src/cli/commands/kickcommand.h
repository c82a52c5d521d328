// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/command.h"
#include "cli/io/identifierargument.h"
#include "cli/io/proofargument.h"
#include "cli/io/scopeargument.h"
#include "kick/single/kickplanner.h"
#include "kick/single/kickvalues.h"

#include <QPointer>
#include <QString>

#include <memory>
#include <optional>

struct KickReport;

/// `kick`: forces one user offline.
class KickCommand : public Command
{
    Q_OBJECT

public:
    explicit KickCommand(Output *output, QObject *parent = nullptr);
    ~KickCommand() override;

    CLI::App *declare(CLI::App *program) override;
    QString problem() const override;
    void run(Session *session) override;
    void refuse(const Error &error) override;
    void stop() override;
    void abandon() override;

private:
    KickWish wish() const;
    void takePlan(const Result<KickPlan> &found);
    void explain(const KickPlan &plan);
    void send(const KickPlan &plan);
    void tell(const KickProgress &progress);
    void finish();
    /// finish(), after the applications that may have been meant where @p error is that there is no such one.
    void finishNaming(const std::optional<Error> &error);

    IdentifierArgument m_identifier;
    ScopeArgument m_scope;
    QString m_ticket;
    QString m_reason;
    int m_verifySeconds = 20;
    ProofArgument m_proof;
    SendAsTypedArgument m_sendAsTyped;
    bool m_isConfirmed = false;

    Session *m_session = nullptr;
    std::unique_ptr<KickReport> m_report;
    std::unique_ptr<KickPlanner> m_planner;
    QPointer<PendingCall> m_kick;
    /// The kick has ended; what may still come only helps to understand it.
    bool m_hasResult = false;
    /// More than one where nothing was sent because of that.
    QList<User> m_matches;
    KickProgress::Stage m_stage = KickProgress::Stage::Sending;
    bool m_isFinished = false;
};
