// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/client.h"
#include "models/user/applicationmodel.h"

#include <QHash>
#include <QObject>
#include <QPointer>

/// Fills the states of an ApplicationModel with check-session-status: a few checks at a time, those on screen
/// first.
class SessionChecker : public QObject
{
    Q_OBJECT

public:
    static constexpr int maximumInFlight = 4;

    /// @p client and @p model must outlive the checker.
    SessionChecker(Client *client, ApplicationModel *model, QObject *parent = nullptr);

    /// Checks @p appIds for @p userId. Checks for another user end without an answer.
    void check(const QString &userId, const QStringList &appIds);

    /// Applications to be checked before the others.
    void setPreferred(const QStringList &appIds) { m_preferred = appIds; }

    /// Ends the check of @p appId without an answer: it is known from elsewhere, and an answer under way is
    /// older.
    void drop(const QString &appId);

    /// Ends every check without an answer.
    void stop();

private:
    void startNext();
    void finish(const QString &appId, const Result<SessionState> &answer);
    QString takeNext();

    Client *m_client;
    ApplicationModel *m_model;
    QString m_userId;
    QStringList m_waiting;
    QStringList m_preferred;
    QHash<QString, QPointer<PendingCall>> m_calls;
};
