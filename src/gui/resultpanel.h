// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/receipt.h"

#include <QFrame>
#include <QStringListModel>

#include <memory>

namespace Ui {
class ResultPanel;
}

/// What came of the last kick: headline, applications, the server's own words and numbers; can be copied for
/// a ticket.
class ResultPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ResultPanel(QWidget *parent = nullptr);
    ~ResultPanel() override;

    /// Shows that @p plan is on its way.
    void showSending(const KickPlan &plan);
    void showResult(const KickResult &result);
    /// Adds what a check after the kick said about @p appId.
    void addCheck(const QString &appId, SessionState state);

    const Receipt &receipt() const { return m_receipt; }
    /// Puts the receipt into the clipboard as text.
    void copy() const;

Q_SIGNALS:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void drawHeadline();

    std::unique_ptr<Ui::ResultPanel> m_ui;
    Receipt m_receipt;
    QStringListModel m_lines;
};
