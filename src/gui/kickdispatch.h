// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/kickplan.h"
#include "kick/session.h"

#include <QObject>
#include <QPointer>

/// Sends one plan: an identifier other than the user ID is looked up again first, and nothing leaves when it
/// leads to another user than the one shown.
class KickDispatch : public QObject
{
    Q_OBJECT

public:
    /// @p session must outlive the dispatch.
    explicit KickDispatch(Session *session, QObject *parent = nullptr);

    /// Answers with finished(); one at a time.
    void send(const KickPlan &plan);

    bool isBusy() const { return !m_call.isNull(); }

Q_SIGNALS:
    void progressed(const KickProgress &progress);
    void finished(const KickResult &result);

private:
    void lookUp(const KickPlan &plan);
    void kick(const KickPlan &plan);
    void refuse(const Error &error);

    Session *m_session;
    QPointer<PendingCall> m_call;
};
