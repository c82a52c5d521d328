// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/credentials.h"
#include "core/values/profile.h"
#include "gui/app/connectionopener.h"
#include "gui/app/demopool.h"
#include "gui/app/idlewatch.h"
#include "gui/app/preferences.h"
#include "gui/app/updatenotice.h"
#include "gui/help/help.h"
#include "gui/widgets/windowkeeper.h"
#include "store/connections/layeredsecretstore.h"
#include "store/connections/profilestore.h"
#include "store/files/logfile.h"
#include "store/files/storenotice.h"
#include "store/history/historyreader.h"
#include "store/journal/journal.h"

#include <QList>
#include <QObject>
#include <QPointer>

class ConnectionDialog;
class MainWindow;
class OpenConnection;
class QDialog;
class Session;
class StartPage;
class Translation;

/// The program as one agent uses it: which connection is open, in which window, with which settings. One
/// connection at a time; opening another one replaces session and window. Every window is let go by the
/// WindowKeeper, so that each of these functions may be called in a signal of any window or dialog.
class AppController : public QObject
{
    Q_OBJECT

public:
    /// @p keychain and @p translation must outlive the controller. Files are those of DataFolder.
    AppController(SecretStore *keychain, Translation *translation, const SandboxOptions &sandbox,
                  QObject *parent = nullptr);
    ~AppController() override;

    /// Opens what was used last, else the sandbox; the start page where nothing was opened before and there
    /// is nothing to open.
    void openLast();
    /// Starts the sandbox if it does not run yet, and opens it.
    void openSandbox();
    /// Opens a saved connection; asks for its secrets where the keychain does not give them. When that is
    /// cancelled, what was open stays (the start page too), or the sandbox opens.
    void open(const Profile &profile) { m_opener.open(profile); }
    /// The saved connection of that name; ProfileNotFound, or why the files cannot be read.
    [[nodiscard]] std::optional<Error> openNamed(const QString &name);

    /// Null while nothing is open yet, and while locked; so is the session.
    MainWindow *window() const;
    Session *session() const;
    const Settings &settings() const { return m_preferences.settings(); }
    const Help &help() const { return m_help; }

    /// Shown above the pages of every window from now on.
    void addNotice(const StoreNotice &notice);
    /// Brings the window to the front, or what stands in its place, and opens the last of @p items: the text
    /// of a "kickdesk:" link is searched, a file offered to be imported. Nothing is ever sent by this.
    void take(const QStringList &items);

    /// Where new versions are announced; looked at while a real connection is open.
    void setUpdateFeed(const QUrl &feed) { m_updates.setFeed(feed); }

    /// With the question which file to import, @p importFile proposed, where that is not empty.
    void showConnections(const QString &importFile = {});
    void showSettings();
    void showStartPage();
    void showSupport();
    /// Shows a first sign-out step by step, in the sandbox, which is opened where it is not.
    void startTour();

    /// Closes the connection and drops the secrets in memory. Not while a kick is under way.
    void lock();

Q_SIGNALS:
    /// Nothing can be opened at all; the program has to end.
    void failed(const Error &error);
    /// The agent closed the window or the question in its place; the program should end.
    void quitRequested();
    /// A window stands where there was none, or another one.
    void windowChanged();

private:
    void show(const Profile &profile, const Credentials &credentials);
    void refuse(const Profile &profile);
    /// The window goes, with its session and every dialog above it.
    void closeConnection();
    void connectWindow();
    /// The open connection follows changed settings and saved connections.
    void follow();
    /// The open connection goes on as it was until it is opened again.
    void offerReconnect();
    void present(QDialog *dialog);
    void raise();
    void openItem();
    ConnectionDialog *openConnections();
    void closeStartPage();
    void unlock();
    /// Puts the settings in force.
    void apply();
    QWidget *dialogParent() const;

    LayeredSecretStore m_secrets;
    ProfileStore m_profiles;
    Preferences m_preferences;
    UpdateNotice m_updates;
    Translation *m_translation;
    DemoPool m_demo;
    LogFile m_log;
    Journal m_journal;
    HistoryReader m_history;
    QList<StoreNotice> m_notices;
    /// Waits for a window.
    QString m_item;
    Help m_help;
    IdleWatch m_idleWatch;
    /// The connection as it is saved, without what the settings add.
    Profile m_profile;
    ConnectionOpener m_opener;
    QPointer<StartPage> m_startPage;
    QPointer<QDialog> m_lockBox;
    QPointer<QDialog> m_reconnectBox;
    /// Where the window was, for the next one.
    QByteArray m_geometry;
    /// Null while nothing is open.
    OpenConnection *m_open = nullptr;
    /// Last, so that windows go before what they work with.
    WindowKeeper m_keeper;
};
