// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/run/listrunner.h"
#include "support/sandboxsession.h"

#include <QObject>

#include <memory>
#include <optional>

/// @p users of the sandbox of @p on, each with @p applications: first those who are online in the first one.
ListPlan listPlan(const SandboxSession &on, int users, qsizetype applications = 1);

/// One run of a list.
class JobRun : public QObject
{
    Q_OBJECT

public:
    explicit JobRun(const SandboxSession &on);

    void start(const JobWish &wish) { m_runner.start(wish); }
    Runner &runner() { return m_runner; }

    /// Nothing before it has ended.
    const std::optional<JobEnd> &end() const { return m_end; }
    JobSummary summary() const { return m_board->summary(); }
    const JobBoard &board() const { return *m_board; }
    /// What was told about each user that is done.
    const QList<KickResult> &items() const { return m_items; }

private:
    std::shared_ptr<JobBoard> m_board = std::make_shared<JobBoard>();
    Runner m_runner;
    std::optional<JobEnd> m_end;
    QList<KickResult> m_items;
};
