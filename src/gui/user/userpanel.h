// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/proof.h"
#include "core/values/types.h"
#include "models/user/namemarks.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class UserPanel;
}

class ApplicationModel;
class AuditModel;
class LoginHistoryModel;
class HistoryReader;
class PendingCall;
class PoolApplications;
class Session;
class SessionChecker;

/// Everything about the open user: card, applications with their session states, sign-ins.
class UserPanel : public QWidget
{
    Q_OBJECT

public:
    explicit UserPanel(QWidget *parent = nullptr);
    ~UserPanel() override;

    /// @p session and @p pool must outlive the panel.
    void start(Session *session, HistoryReader *history, PoolApplications *pool);

    /// Makes the widgets, as the first user does: the window is painted before there is one. Nothing from the
    /// second time on.
    void fill();
    /// Opens @p user: card at once, applications and sign-ins as they arrive.
    void setUser(const User &user);
    /// Closes the user: requests under way for the user are given up.
    void close();
    const std::optional<User> &user() const { return m_user; }
    /// While a confirmation is open, the applications stay the same ones.
    void setHeld(bool isHeld);

    const ApplicationModel *applications() const { return m_applications.get(); }
    QList<Application> tickedApplications() const;

    void tickAll();
    void tickNone();
    void tickOnline();
    /// Checks @p appIds again.
    void recheck(const QStringList &appIds);
    /// Reads everything again that is shown of the user: applications, sessions, sign-ins and audit log.
    /// Ticks of the agent stay.
    void refresh();
    /// Whether the name can be taken for that of another user who was found.
    void setNameMark(NameMark mark);
    /// Asks those of @p appIds again that are being checked: what is under way is older than the kick.
    void renewChecks(const QStringList &appIds);
    /// Takes over what the checks of a kick said; ticks of the agent stay.
    void takeProof(const AppProof &proof);
    /// A kick has come to its end: the journal has a new row, and so may have the server's audit log.
    void noteKick();
    void focusApplications();
    /// Gives the room of the sign-ins to others.
    void setHistoryVisible(bool isVisible);
    void setPhoneMasked(bool isMasked);

Q_SIGNALS:
    void ticksChanged();
    /// The key cannot list any application: the agent wants to type their IDs.
    void manualRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showCard();
    void requestEverUsed();
    void loadApplications();
    /// Reads the audit log once its tab is looked at, once a user and after every kick.
    void loadAudit();

    /// Null until the first user is opened.
    std::unique_ptr<Ui::UserPanel> m_ui;
    std::unique_ptr<ApplicationModel> m_applications;
    std::unique_ptr<SessionChecker> m_checker;
    std::unique_ptr<LoginHistoryModel> m_history;
    std::unique_ptr<AuditModel> m_audit;
    Session *m_session = nullptr;
    HistoryReader *m_journal = nullptr;
    PoolApplications *m_pool = nullptr;
    std::optional<User> m_user;
    /// What get-user-loggedin-apps said; nothing while it has not, empty when it failed.
    std::optional<QList<Application>> m_everUsed;
    std::unique_ptr<QObject> m_userCalls;
    bool m_isHeld = false;
    bool m_isHistoryVisible = true;
    bool m_isPhoneMasked = true;
    bool m_isLoaded = false;
    bool m_isAuditLoaded = false;
};
