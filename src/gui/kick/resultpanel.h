// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/kick/receiptshelf.h"

#include <QFrame>
#include <QStringListModel>
#include <QTimer>

#include <memory>

namespace Ui {
class ResultPanel;
}

class QMenu;
class Translation;

/// How the kicks ended, one user at a time: the worst true fact, the server's own words, proof per
/// application, and the next step; can be copied for a ticket in either language. A receipt belongs to its
/// user: it is put away while another user is open, and comes back until it is closed.
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
    /// Takes the end over; shown where the user is still open.
    void showResult(const KickResult &result);
    /// Shows how long @p watch goes on, and stops it on demand; null when there is none.
    void setWatch(ReturnWatch *watch);

    /// Shows the receipt of Receipts::key() @p key, or none.
    void showFor(const QString &key);
    /// A check after the kick has said something about the user of @p key.
    void noteCheck(const QString &key, const QString &appId, SessionState state);
    /// Takes over a check of every application at once, and what hindered it.
    void noteProof(const QString &key, const Proof &proof);
    /// The user of @p key is back.
    void noteReturn(const QString &key, const UserReturn &back);

    /// The receipt on the screen; an empty one where there is none.
    const Receipt &receipt() const { return m_shelf.receipt(m_shownKey); }
    /// The receipt of the newest kick; an empty one once it is closed.
    const Receipt &newest() const { return m_shelf.receipt(m_newestKey); }
    /// Puts the receipt into the clipboard as text, in the language of the program.
    void copy() const;

Q_SIGNALS:
    void closed();
    /// The agent wants the same kick once more.
    void kickAgainRequested(const KickPlan &plan);
    /// The agent wants the sessions to be checked again, and nothing to be sent.
    void checkRequested();
    void connectionCheckRequested();
    /// A check after the end says something else about the kick of @p receipt.
    void factChanged(const Receipt &receipt);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeCopyMenu();
    void copyIn(const QList<Language> &languages) const;
    void close();
    void takeNextStep();
    void tellChange(const Receipt &receipt, std::optional<WorstFact> before);
    void announce();
    void retranslate();
    void showWords();
    void drawHeadline();
    void updateWatch();
    void updateDetails();

    std::unique_ptr<Ui::ResultPanel> m_ui;
    Translation *m_translation = nullptr;
    ReceiptShelf m_shelf;
    QString m_shownKey;
    QString m_newestKey;
    QStringListModel m_lines;
    QMenu *m_copyMenu;
    QTimer m_countdown;
    QTimer m_watchClock;
};
