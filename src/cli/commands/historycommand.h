// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/io/command.h"
#include "store/history/historyexport.h"
#include "store/history/historytypes.h"
#include "store/journal/journalverdict.h"

#include <memory>

class HistoryReader;

/// `history` and `history verify`: the local journal, and whether somebody has altered it.
class HistoryCommand : public Command
{
    Q_OBJECT

public:
    explicit HistoryCommand(Output *output, QObject *parent = nullptr);
    ~HistoryCommand() override;

    CLI::App *declare(CLI::App *program) override;
    QString problem() const override;
    bool needsConnection() const override { return false; }
    void run(Session *session) override;

private:
    HistoryFilter filter() const;
    void list(qint64 beforeItemId);
    void show(const HistorySlice &page, bool isFirst);
    void exportTo(const QString &file);
    void verify();
    void show(const JournalVerdict &verdict);

    std::unique_ptr<HistoryReader> m_reader;
    QString m_since;
    QString m_user;
    QString m_file;
    bool m_isVerifying = false;
};
