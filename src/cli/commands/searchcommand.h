// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/client.h"
#include "cli/io/command.h"
#include "core/async/paging.h"

#include <QSet>

/// `search`: the users that match a text, page by page.
class SearchCommand : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    CLI::App *declare(CLI::App *program) override;
    QString problem() const override;
    void run(Session *session) override;

private:
    int pageSize() const;
    void askForPage();
    void takePage(const Page<User> &page);
    void printTable();

    /// Null when no text was given: every user.
    QString m_text;
    int m_limit = 50;

    Session *m_session = nullptr;
    int m_page = 1;
    qint64 m_totalCount = 0;
    Paging m_paging{Client::maximumLimit};
    QList<User> m_users;
    /// A user moves to another page while the list changes; each is shown once.
    QSet<QString> m_seen;
};
