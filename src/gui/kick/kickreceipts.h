// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/kick/receipt.h"

#include <QObject>
#include <QString>

class ResultPanel;
class ReturnNotice;
class Session;
class UserPanel;

/// Keeps receipt, notice and table of one mind: what one of them learns about a kicked user, all say.
class KickReceipts : public QObject
{
    Q_OBJECT

public:
    /// Every part must outlive it.
    struct Parts
    {
        ResultPanel *panel = nullptr;
        ReturnNotice *notice = nullptr;
        UserPanel *user = nullptr;
    };

    explicit KickReceipts(const Parts &parts, QObject *parent = nullptr);

    /// @p session must outlive it.
    void start(Session *session) { m_session = session; }

    /// Shows the receipt of Receipts::key() @p key, who is open; @p isLookedUp: with a table. An empty key
    /// shows none.
    void setOpen(const QString &key, bool isLookedUp);
    /// No receipt stands beside the question about another kick.
    void hide();

    void begin(const KickPlan &plan);
    void advance(const KickProgress &progress);
    void finish(const KickResult &result);

Q_SIGNALS:
    /// A user who was kicked is back.
    void userReturned();
    /// What is shown of the open user is to be read again.
    void refreshRequested();
    /// A check after the end says @p fact about the kick that has the number @p itemId in the history and was
    /// sent at @p time.
    void factChanged(qint64 itemId, const QDateTime &time, WorstFact fact);

private:
    void takeReturn(const QString &key, const UserReturn &back);
    void takeCheck(const QString &appId);
    void checkAgain();
    bool isKickedOpen() const;

    Parts m_parts;
    Session *m_session = nullptr;
    QString m_openKey;
    bool m_isLookedUp = false;
};
