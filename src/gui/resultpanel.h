// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/receipt.h"

#include <QFrame>
#include <QStringListModel>
#include <QTimer>

#include <memory>

namespace Ui {
class ResultPanel;
}

class Translation;

/// What comes of a kick, from the first byte to the proof: headline, applications, the server's own words and
/// numbers; can be copied for a ticket.
class ResultPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ResultPanel(QWidget *parent = nullptr);
    ~ResultPanel() override;

    /// @p translation must outlive the panel.
    void start(Translation *translation) { m_translation = translation; }

    /// Shows that @p plan is on its way.
    void showSending(const KickPlan &plan);
    void showProgress(const KickProgress &progress);
    void showResult(const KickResult &result);

    const Receipt &receipt() const { return m_receipt; }
    /// Puts the receipt into the clipboard, in the language of the window.
    void copy() const;

Q_SIGNALS:
    void closed();
    /// The agent wants the same plan to be sent once more.
    void againRequested(const KickPlan &plan);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    void drawHeadline();
    void fillCopyMenu();
    void copyIn(const QList<Language> &languages) const;
    void countDown();

    std::unique_ptr<Ui::ResultPanel> m_ui;
    Translation *m_translation = nullptr;
    Receipt m_receipt;
    QStringListModel m_lines;
    QTimer m_second;
};
