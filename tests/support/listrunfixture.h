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
class ListRunFixture : public QObject
{
    Q_OBJECT

public:
    explicit ListRunFixture(const SandboxSession &on);

    void start(const ListRunWish &wish) { m_listRunner.start(wish); }
    ListRunner &runner() { return m_listRunner; }

    /// Nothing before it has ended.
    const std::optional<ListRunEnd> &end() const { return m_end; }
    ListRunSummary summary() const { return m_board->summary(); }
    const ListRunBoard &board() const { return *m_board; }
    /// What was told about each user that is done.
    const QList<KickResult> &items() const { return m_items; }

private:
    std::shared_ptr<ListRunBoard> m_board = std::make_shared<ListRunBoard>();
    ListRunner m_listRunner;
    std::optional<ListRunEnd> m_end;
    QList<KickResult> m_items;
};
