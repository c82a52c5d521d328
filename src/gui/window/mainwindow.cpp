// SPDX-License-Identifier: Apache-2.0
#include "gui/window/mainwindow.h"

#include "ui_mainwindow.h"

#include "core/program/translation.h"
#include "core/values/servertext.h"
#include "gui/connections/doctordialog.h"
#include "gui/list/listpage.h"
#include "gui/style/theme.h"
#include "gui/tour/tour.h"
#include "gui/user/userpanel.h"
#include "gui/window/aboutdialog.h"
#include "gui/window/desktopnotice.h"
#include "kick/session.h"
#include "models/words/environmentwords.h"
#include "store/files/datafolder.h"
#include "store/files/settings.h"
#include "store/files/storenotice.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

MainWindow::MainWindow(Session *session, HistoryReader *history, Translation *translation,
                       ListRunThread::Parts jobs, QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_session(session)
    , m_history(history)
    , m_translation(translation)
    , m_jobs(std::move(jobs))
    , m_desktopNotice(new DesktopNotice(this))
{
    m_ui->setupUi(this);
    connectActions();
    connectConnections();
    connectHelp();
    connectLooks();
    connectPages();
    connectLists();

    connect(session, &Session::profileChanged, this, [this] { setWindowTitle(title()); });
    m_session->setLanguage(translation->language());
    m_ui->connectionBand->start(session);
    m_ui->kickPage->start(session, history, translation);
    m_ui->listOffer->start(session);
    retranslate();
    m_ui->kickPage->findUser();
}

MainWindow::~MainWindow() = default;

void MainWindow::showNotice(const StoreNotice &notice)
{
    m_ui->noticeBar->add(notice);
}

void MainWindow::setConnections(const QList<SavedProfile> &connections)
{
    for (QAction *action : std::as_const(m_connectionActions)) {
        // It may be the one that asked for this.
        m_ui->connectionMenu->removeAction(action);
        action->deleteLater();
    }
    m_connectionActions.clear();
    for (const SavedProfile &saved : connections) {
        // An ampersand would be taken for the mark of a shortcut.
        auto *action = new QAction(ServerText(saved.profile.name).plain().replace(u'&', u"&&"_s), this);
        action->setCheckable(true);
        action->setChecked(!saved.profile.id.isEmpty() && saved.profile.id == m_session->profile().id);
        action->setAutoRepeat(false);
        connect(action, &QAction::triggered, this, [this, profile = saved.profile] {
            leave([this, profile] { Q_EMIT profileChosen(profile); });
        });
        m_ui->connectionMenu->insertAction(m_ui->sandboxAction, action);
        m_connectionActions << action;
    }
    updateActions();
}

void MainWindow::apply(const Settings &settings)
{
    for (QAction *action : {m_ui->systemThemeAction, m_ui->lightThemeAction, m_ui->darkThemeAction})
        action->setChecked(action->data().toString() == settings.themeName);
    m_ui->kickPage->apply(settings);
}

void MainWindow::search(const QString &text)
{
    showPage(m_ui->pageStack->indexOf(m_ui->kickPage));
    m_ui->kickPage->search(text);
}

void MainWindow::startTour()
{
    showPage(m_ui->pageStack->indexOf(m_ui->kickPage));
    if (m_tour)
        m_tour->end();
    m_ui->kickPage->fill();
    m_tour = new Tour(this);
}

bool MainWindow::isKicking() const
{
    return m_ui->kickPage->isKicking() || (m_listPage != nullptr && m_listPage->isRunning());
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (isKicking()) {
        event->ignore();
        leave([this] { close(); });
        return;
    }
    QMainWindow::closeEvent(event);
    Q_EMIT closed();
}

void MainWindow::connectActions()
{
    KickPage *page = m_ui->kickPage;
    connect(m_ui->findAction, &QAction::triggered, page, &KickPage::findUser);
    connect(m_ui->kickAction, &QAction::triggered, page, &KickPage::kick);
    connect(m_ui->everywhereAction, &QAction::triggered, page, &KickPage::kickEverywhere);
    connect(m_ui->tickAllAction, &QAction::triggered, page->userPanel(), &UserPanel::tickAll);
    connect(m_ui->tickNoneAction, &QAction::triggered, page->userPanel(), &UserPanel::tickNone);
    connect(m_ui->tickOnlineAction, &QAction::triggered, page->userPanel(), &UserPanel::tickOnline);
    connect(m_ui->recheckAction, &QAction::triggered, page->userPanel(), &UserPanel::refresh);
    connect(m_ui->copyResultAction, &QAction::triggered, this, &MainWindow::copyReceipt);
    connect(m_ui->quitAction, &QAction::triggered, this, &MainWindow::close);
    connect(m_translation, &Translation::languageChanged, this,
            [this](Language language) { m_session->setLanguage(language); });
    connect(page, &KickPage::actionsChanged, this, &MainWindow::updateActions);
    connect(page, &KickPage::actionsChanged, this, &MainWindow::leaveIfFree);
    connect(m_session->journal(), &Journal::noticed, this, &MainWindow::showNotice);
    connect(m_ui->historyPage, &HistoryPage::journalNoticed, this, &MainWindow::showNotice);
    connect(page, &KickPage::userReturned, this, [this] {
        m_desktopNotice->show(tr("User signed in again"),
                              tr("Someone you signed out has signed in again. Open Kickdesk for details."));
    });
    connect(page, &KickPage::connectionCheckRequested, this, &MainWindow::showDoctor);
}

void MainWindow::connectConnections()
{
    m_ui->connectionBand->setMenu(m_ui->connectionMenu);
    connect(m_ui->sandboxAction, &QAction::triggered, this,
            [this] { leave([this] { Q_EMIT sandboxChosen(); }); });
    connect(m_ui->connectionsAction, &QAction::triggered, this, &MainWindow::connectionsRequested);
    connect(m_ui->doctorAction, &QAction::triggered, this, &MainWindow::showDoctor);
    connect(m_ui->settingsAction, &QAction::triggered, this, &MainWindow::settingsRequested);
    connect(m_ui->lockAction, &QAction::triggered, this,
            [this] { leave([this] { Q_EMIT lockRequested(); }); });
    m_ui->sandboxAction->setChecked(m_session->profile().environment == Environment::Sandbox);
}

void MainWindow::connectHelp()
{
    connect(m_ui->contextHelpAction, &QAction::triggered, this,
            [this] { Q_EMIT helpRequested(helpTopic()); });
    const std::array actions{std::pair(m_ui->guideAction, HelpPage::Guide),
                             std::pair(m_ui->administratorAction, HelpPage::Administrator),
                             std::pair(m_ui->securityAction, HelpPage::Security)};
    for (const auto &[action, page] : actions) {
        connect(action, &QAction::triggered, this,
                [this, topic = HelpTopic{.page = page, .anchor = {}}] { Q_EMIT helpRequested(topic); });
    }
    connect(m_ui->startPageAction, &QAction::triggered, this,
            [this] { leave([this] { Q_EMIT startPageRequested(); }); });
    connect(m_ui->tourAction, &QAction::triggered, this,
            [this] { leave([this] { Q_EMIT tourRequested(); }); });
    connect(m_ui->folderAction, &QAction::triggered, this,
            [] { QDesktopServices::openUrl(QUrl::fromLocalFile(DataFolder::path())); });
    connect(m_ui->supportAction, &QAction::triggered, this, &MainWindow::supportRequested);
    connect(m_ui->aboutAction, &QAction::triggered, this, &MainWindow::showAbout);
}

HelpTopic MainWindow::helpTopic() const
{
    const QWidget *focus = focusWidget();
    const auto topic = HelpTopics::about(focus);
    return topic ? *topic : HelpTopics::about(m_ui->pageStack->currentWidget()).value_or(HelpTopic());
}

void MainWindow::connectLooks()
{
    auto *languages = new QActionGroup(this);
    languages->addAction(m_ui->chineseAction);
    languages->addAction(m_ui->englishAction);
    connect(m_ui->chineseAction, &QAction::triggered, this,
            [this] { Q_EMIT languageChosen(Language::Chinese); });
    connect(m_ui->englishAction, &QAction::triggered, this,
            [this] { Q_EMIT languageChosen(Language::English); });
    auto *themes = new QActionGroup(this);
    const std::array actions{std::pair(m_ui->systemThemeAction, ThemeChoice::System),
                             std::pair(m_ui->lightThemeAction, ThemeChoice::Light),
                             std::pair(m_ui->darkThemeAction, ThemeChoice::Dark)};
    for (const auto &action : actions) {
        action.first->setData(Themes::name(action.second));
        themes->addAction(action.first);
    }
    connect(themes, &QActionGroup::triggered, this,
            [this](const QAction *action) { Q_EMIT themeChosen(action->data().toString()); });
}

void MainWindow::connectPages()
{
    auto *pages = new QActionGroup(this);
    for (QAction *action : {m_ui->kickPageAction, m_ui->historyPageAction, m_ui->listPageAction}) {
        const int page = m_ui->pageTabs->addTab(QString());
        pages->addAction(action);
        connect(action, &QAction::triggered, this, [this, page] { showPage(page); });
    }
    connect(m_ui->pageTabs, &QTabBar::currentChanged, this, &MainWindow::showPage);
}

void MainWindow::showPage(int page)
{
    if (page == m_ui->pageStack->count())
        listPage();
    else if (page == m_ui->pageStack->indexOf(m_ui->historyPage))
        m_ui->historyPage->start(m_history);
    m_ui->pageTabs->setCurrentIndex(page);
    m_ui->pageStack->setCurrentIndex(page);
    updateActions();
    if (m_ui->pageTabs->hasFocus())
        return;
    if (m_ui->pageStack->currentWidget() == m_ui->historyPage)
        m_ui->historyPage->focusFilter();
    else if (m_listPage != nullptr && m_ui->pageStack->currentWidget() == m_listPage)
        m_listPage->focusStart();
    else
        m_ui->kickPage->findUser();
}

void MainWindow::retranslate()
{
    m_ui->pageTabs->setTabText(m_ui->pageStack->indexOf(m_ui->kickPage), tr("Sign-out"));
    m_ui->pageTabs->setTabText(m_ui->pageStack->indexOf(m_ui->historyPage), tr("History"));
    m_ui->pageTabs->setTabText(m_ui->pageTabs->count() - 1, tr("Lists"));
    m_ui->chineseAction->setChecked(m_translation->language() == Language::Chinese);
    m_ui->englishAction->setChecked(m_translation->language() == Language::English);
    setWindowTitle(title());
    updateActions();
}

/// Where it is comes first, for the task bar shows the beginning.
QString MainWindow::title() const
{
    const Profile &profile = m_session->profile();
    QStringList parts{environmentLabel(profile.environment)};
    if (profile.environment != Environment::Sandbox)
        parts << ServerText(profile.name).plain();
    parts.removeAll(QString());
    return parts.join(u" · "_s) + u" – Kickdesk"_s;
}

void MainWindow::updateActions()
{
    const KickPage *page = m_ui->kickPage;
    // The keys of one page mean nothing, or something else, on the other.
    const bool isCurrent = m_ui->pageStack->currentWidget() == page;
    m_ui->kickPageAction->setChecked(isCurrent);
    m_ui->historyPageAction->setChecked(m_ui->pageStack->currentWidget() == m_ui->historyPage);
    m_ui->listPageAction->setChecked(m_listPage != nullptr && m_ui->pageStack->currentWidget() == m_listPage);
    m_ui->chosenUsersAction->setEnabled(isCurrent && !page->chosenUsers().isEmpty());
    m_ui->findAction->setEnabled(isCurrent);
    m_ui->kickAction->setEnabled(isCurrent && page->canKick());
    m_ui->everywhereAction->setEnabled(isCurrent && page->canKickEverywhere());
    m_ui->copyResultAction->setEnabled((isCurrent && page->hasResult()) || hasListReceipt());
    for (QAction *action : {m_ui->tickAllAction, m_ui->tickNoneAction, m_ui->tickOnlineAction})
        action->setEnabled(isCurrent && page->canTick());
    m_ui->recheckAction->setEnabled(isCurrent && page->canRecheck());
}

/// Esc that nothing else has taken: the sheet closes wherever the keyboard is.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || !m_ui->kickPage->cancelSheet())
        QMainWindow::keyPressEvent(event);
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showDoctor()
{
    auto *dialog = new DoctorDialog(m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}
