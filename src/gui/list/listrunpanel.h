// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "models/list/listrunmodel.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class ListRunPanel;
}

class HistoryReader;
class ListRunController;
class PoolApplications;
class Session;
class Translation;

/// A list while it runs and when it has: user by user, rolled up, with pause and stop, export and receipt. It
/// looks at the board ten times a second; no signal tells it about single users.
class ListRunPanel : public QWidget
{
    Q_OBJECT

public:
    /// What the panel works with; all must outlive it.
    struct Parts
    {
        ListRunController *dispatch = nullptr;
        Session *session = nullptr;
        HistoryReader *history = nullptr;
        Translation *translation = nullptr;
        const PoolApplications *pool = nullptr;
    };

    explicit ListRunPanel(QWidget *parent = nullptr);
    ~ListRunPanel() override;

    void start(const Parts &parts);

    /// Leads to the search in the list.
    void focusSearch();

    /// Copies the receipt in the language of the program.
    void copy() const;
    bool hasReceipt() const;

Q_SIGNALS:
    /// hasReceipt() may answer otherwise.
    void receiptChanged();
    /// The agent wants to go on with what is left of the list.
    void resumeRequested();
    /// The agent is done with this list.
    void newRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showRun();
    void poll();
    void retranslate();
    void update();
    void updateRollUp();
    void updateButtons();
    void updateVisibleRows();
    void filter(int key);
    /// Opens the details of the user in @p row.
    void showUser(const QModelIndex &row);
    void makeCopyMenu();
    void copyIn(const QList<Language> &languages) const;
    void chooseFile();
    /// @p isBesideSource: the rows of the source, with the results beside them.
    void exportTo(const QString &file, bool isBesideSource);
    QString notice() const;

    std::unique_ptr<Ui::ListRunPanel> m_ui;
    ListRunModel m_model;
    ListRunController *m_dispatch = nullptr;
    Session *m_session = nullptr;
    HistoryReader *m_history = nullptr;
    Translation *m_translation = nullptr;
    const PoolApplications *m_pool = nullptr;
    QTimer m_clock;
    ListRunSummary m_summary;
    QString m_exportFile;
    std::optional<Error> m_exportError;
    bool m_isExporting = false;
};
