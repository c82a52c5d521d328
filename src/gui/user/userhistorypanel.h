// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <memory>

namespace Ui {
class UserHistoryPanel;
}

class HistoryModel;
class HistoryReader;

/// What this program has done to one user, as the journal has it.
class UserHistoryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit UserHistoryPanel(QWidget *parent = nullptr);
    ~UserHistoryPanel() override;

    /// @p reader must outlive the panel.
    void start(HistoryReader *reader);

    /// Shows the kicks of the Authing user @p userId.
    void load(const QString &userId);
    void refresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    /// For the words of the language.
    void resizeColumns();

    std::unique_ptr<Ui::UserHistoryPanel> m_ui;
    std::unique_ptr<HistoryModel> m_model;
};
