// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/error.h"
#include "kick/single/kickplan.h"
#include "kick/single/kickvalues.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class KickPage;
}

class KickReceipts;
class KickRoom;
class HistoryReader;
class OpenChecks;
class PendingCall;
class PoolApplications;
class Session;
class Translation;
class UserPanel;
struct Settings;

/// One user: find, see, tick, send, read the result.
class KickPage : public QWidget
{
    Q_OBJECT

public:
    explicit KickPage(QWidget *parent = nullptr);
    ~KickPage() override;

    /// @p session, @p history and @p translation must outlive the page.
    void start(Session *session, HistoryReader *history, Translation *translation);

    bool canKick() const;
    bool canKickEverywhere() const;
    bool canTick() const;
    /// True when a user is open that can be read again.
    bool canRecheck() const;
    bool hasResult() const;
    /// True while an answer to a kick, or its proof, is awaited.
    bool isKicking() const;

    void apply(const Settings &settings);

    /// The users that are marked in the list of those found.
    QList<User> chosenUsers() const;

    /// The open user, for the actions of the window.
    UserPanel *userPanel() const;

    /// Makes what is made only with the first user, for the tour that points at it earlier.
    void fill();

    void findUser();
    /// As if the agent had typed @p text; not while a sheet is open.
    void search(const QString &text);
    /// Opens the kick sheet for the ticked applications.
    void kick();
    /// Opens the kick sheet for all applications of the pool.
    void kickEverywhere();
    void copyResult();
    /// Closes the sheet without sending; false when none is open.
    bool cancelSheet();

Q_SIGNALS:
    /// One of the can…() or has…() functions answers otherwise.
    void actionsChanged();
    /// A user who was kicked is back, and the page says who.
    void userReturned();
    /// The agent wants to know whether the connection works.
    void connectionCheckRequested();
    /// The agent wants to paste a list of users.
    void pasteListRequested();
    /// The agent wants a list of chosenUsers().
    void listOfChosenRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void showTarget();
    void showManual(const QString &text, const std::optional<IdType> &type);
    void openSheet(const QList<Application> &applications);
    void openSheet(const KickPlan &plan);
    void kickAgain(const KickPlan &plan);
    void send(const KickPlan &plan);
    void finish(const KickResult &result);
    /// Leads to the user of @p plan as a search would, so that search box and page stay of one mind.
    void showKicked(const KickPlan &plan);
    QString openKey() const;
    void closeSheet();
    void updateActions();
    void updateChecks();
    bool isManual() const;
    bool hasTarget() const;
    bool isChecking() const;
    bool isFree() const;
    QList<Application> chosenApplications() const;

    std::unique_ptr<Ui::KickPage> m_ui;
    std::unique_ptr<PoolApplications> m_pool;
    std::unique_ptr<KickReceipts> m_receipts;
    std::unique_ptr<KickRoom> m_room;
    std::unique_ptr<OpenChecks> m_openChecks;
    QPointer<PendingCall> m_kick;
    Session *m_session = nullptr;
};
