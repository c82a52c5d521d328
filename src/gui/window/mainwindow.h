// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/profile.h"
#include "core/values/types.h"
#include "gui/help/helptopics.h"
#include "kick/run/listrunthread.h"
#include "store/connections/profilestore.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

namespace Ui {
class MainWindow;
} // namespace Ui

class DesktopNotice;
class HistoryReader;
class ListPage;
class QMessageBox;
class Session;
class Tour;
class Translation;
struct Settings;
struct StoreNotice;

/// The one window: band, menus and the pages.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// @p session, @p history and @p translation must outlive the window.
    /// @p jobs is what lists are run with.
    MainWindow(Session *session, HistoryReader *history, Translation *translation, ListRunThread::Parts jobs,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows @p notice above the pages until it is closed.
    void showNotice(const StoreNotice &notice);

    /// The connections that can be chosen from the menu; the open one is marked.
    void setConnections(const QList<SavedProfile> &connections);

    void apply(const Settings &settings);

    /// Puts @p text into the search box, as if it had been typed; not while a kick is being confirmed.
    void search(const QString &text);

    /// Shows a first sign-out step by step; for the sandbox.
    void startTour();

    /// True while an answer to a kick, or its proof, is awaited, and while a list is run.
    bool isKicking() const;

    /// Calls @p go, which takes the window away. While a list is run the agent is asked first, and the list
    /// stopped; the end of a single kick is waited for.
    void leave(const std::function<void()> &go);

Q_SIGNALS:
    void profileChosen(const Profile &profile);
    void sandboxChosen();
    void connectionsRequested();
    void settingsRequested();
    void lockRequested();
    void supportRequested();
    void helpRequested(const HelpTopic &topic);
    void startPageRequested();
    /// In the sandbox, whatever is open.
    void tourRequested();
    /// The agent closed the window.
    void closed();
    void languageChosen(Language language);
    /// @p name is one of Themes::name().
    void themeChosen(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectActions();
    void connectConnections();
    void connectHelp();
    void connectLooks();
    void connectPages();
    void connectLists();
    /// The page is made when it is first wanted.
    ListPage *listPage();
    void takeChosenUsers();
    void showRun(const ListRecord &record, bool isToGoOn);
    void showListProgress();
    void endList();
    void leaveIfFree();
    /// Says why the window is not left yet, with the way to stay.
    void offerToStay();
    /// The page of lists is shown, with the receipt of a run.
    bool hasListReceipt() const;
    /// Copies the receipt that the page in front shows.
    void copyReceipt();
    void showPage(int page);
    void retranslate();
    QString title() const;
    void updateActions();
    /// The place about what has the keyboard, else about the page.
    HelpTopic helpTopic() const;
    void showAbout();
    void showDoctor();

    std::unique_ptr<Ui::MainWindow> m_ui;
    Session *m_session;
    HistoryReader *m_history;
    Translation *m_translation;
    ListRunThread::Parts m_jobs;
    ListPage *m_listPage = nullptr;
    QList<QAction *> m_connectionActions;
    DesktopNotice *m_desktopNotice;
    QPointer<Tour> m_tour;
    /// Looks how far the list is, for the task bar.
    QTimer m_listClock;
    /// What waits until nothing is under way.
    std::function<void()> m_leaving;
    QPointer<QMessageBox> m_waitBox;
};
