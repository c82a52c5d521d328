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
class ListDispatch;
class Session;
class Translation;

/// A list while it runs and when it has: user by user, rolled up, with pause and stop, export and receipt. It
/// looks at the board ten times a second; no signal tells it about single users.
class ListRunPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ListRunPanel(QWidget *parent = nullptr);
    ~ListRunPanel() override;

    /// All must outlive the panel.
    void start(ListDispatch *dispatch, Session *session, HistoryReader *history, Translation *translation);

    /// Leads to the search in the list.
    void focusSearch();

    /// Copies the receipt in the language of the program.
    void copy() const;
    bool hasReceipt() const;

Q_SIGNALS:
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
    void makeCopyMenu();
    void copyIn(const QList<Language> &languages) const;
    void chooseFile();
    void exportTo(const QString &file);
    QString notice() const;

    std::unique_ptr<Ui::ListRunPanel> m_ui;
    ListRunModel m_model;
    ListDispatch *m_dispatch = nullptr;
    Session *m_session = nullptr;
    HistoryReader *m_history = nullptr;
    Translation *m_translation = nullptr;
    QTimer m_clock;
    ListRunSummary m_summary;
    QString m_exportFile;
    std::optional<Error> m_exportError;
    bool m_isExporting = false;
};
