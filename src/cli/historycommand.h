// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"
#include "store/historyreader.h"

#include <memory>

/// `history` and `history verify`: what was sent from this computer, and whether anybody has altered it.
class HistoryCommand : public Command
{
    Q_OBJECT

public:
    explicit HistoryCommand(Output *output, QObject *parent = nullptr);

    CLI::App *declare(CLI::App *program) override;
    QString problem() const override;
    bool needsConnection() const override { return false; }
    void run(Session *session) override;

private:
    HistoryFilter filter() const;
    void verify();
    void showVerdict(const JournalVerdict &verdict);
    void exportItems();
    void askForPage(qint64 before);
    void showPage(const HistoryPage &page);

    QString m_since;
    QString m_user;
    QString m_exportFile;
    CLI::App *m_verify = nullptr;
    qint64 m_shown = 0;
    std::unique_ptr<HistoryReader> m_reader;
};
