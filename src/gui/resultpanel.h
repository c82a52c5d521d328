// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/receipt.h"

#include <QFrame>
#include <QPointer>
#include <QStringListModel>
#include <QTimer>

#include <memory>

namespace Ui {
class ResultPanel;
}

class QMenu;
class ReturnWatch;
class Translation;

/// What came of the last kick: headline, proof per application, the server's own words and numbers; can be
/// copied for a ticket in either language.
class ResultPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ResultPanel(QWidget *parent = nullptr);
    ~ResultPanel() override;

    /// @p translation must outlive the panel.
    void start(Translation *translation) { m_translation = translation; }

    /// Shows that @p plan is on its way; @p sentAt is by the server's clock.
    void showSending(const KickPlan &plan, const QDateTime &sentAt);
    void showProgress(const KickProgress &progress);
    void showResult(const KickResult &result);
    /// Shows how long @p watch goes on, and stops it on demand; null when there is none.
    void setWatch(ReturnWatch *watch);

    const Receipt &receipt() const { return m_receipt; }
    /// Puts the receipt into the clipboard as text, in the language of the program.
    void copy() const;

Q_SIGNALS:
    void closed();
    /// The agent wants the same kick once more.
    void kickAgainRequested(const KickPlan &plan);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeCopyMenu();
    void copyIn(const QList<Language> &languages) const;
    void retranslate();
    void showWords();
    void drawHeadline();
    void updateWatch();

    std::unique_ptr<Ui::ResultPanel> m_ui;
    Translation *m_translation = nullptr;
    Receipt m_receipt;
    QStringListModel m_lines;
    QMenu *m_copyMenu;
    QTimer m_countdown;
    QPointer<ReturnWatch> m_watch;
    QTimer m_watchClock;
};
