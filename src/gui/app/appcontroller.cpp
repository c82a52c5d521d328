// SPDX-License-Identifier: Apache-2.0
#include "gui/app/appcontroller.h"

#include "core/program/translation.h"
#include "gui/app/lockbox.h"
#include "gui/app/openconnection.h"
#include "gui/app/reconnectbox.h"
#include "gui/app/refusedbox.h"
#include "gui/app/settingsdialog.h"
#include "gui/app/startpage.h"
#include "gui/app/supportdialog.h"
#include "gui/connections/connectiondialog.h"
#include "gui/style/theme.h"
#include "gui/window/mainwindow.h"
#include "kick/session.h"
#include "store/connections/effectiveprofile.h"
#include "store/files/datafolder.h"

#include <QUrl>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;

AppController::AppController(SecretStore *keychain, Translation *translation, const SandboxOptions &sandbox,
                             QObject *parent)
    : QObject(parent)
    , m_secrets(keychain)
    , m_preferences(translation)
    , m_updates(&m_preferences)
    , m_translation(translation)
    , m_demo(sandbox)
    , m_journal(DataFolder::journalFile())
    , m_history(m_journal.file())
    , m_help(translation)
    , m_opener(&m_secrets, [this](QDialog *dialog) { present(dialog); })
{
    connect(&m_opener, &ConnectionOpener::opened, this, &AppController::show);
    connect(&m_opener, &ConnectionOpener::cancelled, this, [this] {
        if (m_open == nullptr && !m_startPage)
            openSandbox();
    });
    connect(&m_idleWatch, &IdleWatch::idle, this, &AppController::lock);
    connect(&m_updates, &UpdateNotice::found, this, &AppController::addNotice);
    connect(&m_preferences, &Preferences::unwritable, this, [this](const QString &file) {
        addNotice({.kind = StoreNotice::Kind::SettingsUnwritable, .path = file});
    });
    apply();
}

AppController::~AppController() = default;

MainWindow *AppController::window() const
{
    return m_open != nullptr ? m_open->window() : nullptr;
}

Session *AppController::session() const
{
    return m_open != nullptr ? m_open->session() : nullptr;
}

void AppController::openLast()
{
    const SavedProfiles saved = m_profiles.profiles();
    const auto last = std::ranges::find_if(
        saved.list, [this](const SavedProfile &each) { return each.profile.id == settings().lastProfileId; });
    if (last != saved.list.end())
        open(last->profile);
    else if (saved.list.isEmpty() && !settings().hasOpened)
        showStartPage();
    else
        openSandbox();
}

void AppController::openSandbox()
{
    m_opener.stop();
    const Result<Profile> profile = m_demo.open();
    if (!profile) {
        Q_EMIT failed(profile.error());
        return;
    }
    show(*profile, m_demo.secret());
}

std::optional<Error> AppController::openNamed(const QString &name)
{
    const Result<SavedProfile> found = m_profiles.find(name);
    if (!found)
        return found.error();
    open(found->profile);
    return {};
}

void AppController::show(const Profile &profile, const Credentials &credentials)
{
    if (m_open != nullptr && window()->isKicking()) {
        window()->leave([this, profile, credentials] { show(profile, credentials); });
        return;
    }
    std::unique_ptr<OpenConnection> opened = OpenConnection::open(
        EffectiveProfiles::of(profile, settings()), credentials,
        {.journal = &m_journal, .history = &m_history, .translation = m_translation, .log = &m_log});
    if (!opened) {
        refuse(profile);
        return;
    }
    closeConnection();
    m_open = m_keeper.keep(opened.release());
    if (!m_geometry.isEmpty())
        window()->restoreGeometry(m_geometry);
    m_profile = profile;
    connectWindow();
    for (const StoreNotice &notice : std::as_const(m_notices))
        window()->showNotice(notice);
    // A journal whose past is missing is told before somebody wants to send.
    m_journal.prepare();
    closeStartPage();
    window()->show();
    window()->activateWindow();
    openItem();
    m_preferences.change([&profile](Settings *settings) {
        settings->hasOpened = true;
        settings->lastProfileId = profile.environment == Environment::Sandbox ? QString() : profile.id;
    });
    if (profile.environment != Environment::Sandbox)
        m_updates.look(session());
    Q_EMIT windowChanged();
}

void AppController::refuse(const Profile &profile)
{
    if (m_open == nullptr && !m_startPage)
        openSandbox();
    present(new RefusedBox(profile, dialogParent()));
}

void AppController::closeConnection()
{
    if (m_open == nullptr)
        return;
    m_geometry = window()->saveGeometry();
    window()->disconnect(this);
    m_open->hide();
    if (m_startPage && m_startPage->parentWidget() == window())
        m_startPage.clear();
    m_keeper.letGo(std::exchange(m_open, nullptr));
}

/// Above what is on the screen; @p dialog goes when it is closed, or with what it is above.
void AppController::present(QDialog *dialog)
{
    m_keeper.keep(dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (dialog->parentWidget() == nullptr)
        dialog->setParent(dialogParent(), dialog->windowFlags());
    dialog->open();
}

void AppController::connectWindow()
{
    const MainWindow *window = this->window();
    m_open->window()->apply(settings());
    m_open->window()->setConnections(m_profiles.profiles().list);
    connect(window, &MainWindow::profileChosen, this, &AppController::open);
    connect(window, &MainWindow::sandboxChosen, this, &AppController::openSandbox);
    connect(window, &MainWindow::connectionsRequested, this, [this] { showConnections(); });
    connect(window, &MainWindow::settingsRequested, this, &AppController::showSettings);
    connect(window, &MainWindow::supportRequested, this, &AppController::showSupport);
    connect(window, &MainWindow::helpRequested, &m_help, &Help::show);
    connect(window, &MainWindow::startPageRequested, this, &AppController::showStartPage);
    connect(window, &MainWindow::tourRequested, this, &AppController::startTour);
    connect(window, &MainWindow::closed, this, &AppController::quitRequested);
    connect(window, &MainWindow::lockRequested, this, &AppController::lock);
    connect(window, &MainWindow::themeChosen, this, [this](const QString &name) {
        m_preferences.change([&name](Settings *settings) { settings->themeName = name; });
        apply();
    });
    connect(window, &MainWindow::languageChosen, &m_preferences, &Preferences::choose);
}

void AppController::addNotice(const StoreNotice &notice)
{
    m_notices << notice;
    if (m_open != nullptr)
        window()->showNotice(notice);
}

void AppController::take(const QStringList &items)
{
    if (!items.isEmpty())
        m_item = items.last();
    raise();
    openItem();
}

void AppController::openItem()
{
    const QLatin1StringView scheme("kickdesk:");
    const bool isLink = m_item.startsWith(scheme);
    if (m_item.isEmpty() || (m_open == nullptr && (isLink || !m_startPage)))
        return;
    const QString item = std::exchange(m_item, {});
    if (isLink)
        window()->search(QUrl::fromPercentEncoding(item.mid(scheme.size()).toUtf8()));
    else
        showConnections(item);
}

void AppController::raise()
{
    QWidget *target = m_lockBox ? static_cast<QWidget *>(m_lockBox) : dialogParent();
    if (target != nullptr)
        WindowKeeper::bringToFront(target);
}

void AppController::showConnections(const QString &importFile)
{
    ConnectionDialog *dialog = openConnections();
    if (!importFile.isEmpty())
        dialog->askForImport(importFile);
}

ConnectionDialog *AppController::openConnections()
{
    auto *dialog = new ConnectionDialog(&m_profiles, &m_secrets, m_profile.id, dialogParent());
    connect(dialog, &ConnectionDialog::openRequested, this, [this](const Profile &profile) {
        m_open != nullptr ? window()->leave([this, profile] { open(profile); }) : open(profile);
    });
    connect(dialog, &ConnectionDialog::changed, this, &AppController::follow);
    connect(dialog, &ConnectionDialog::secretChanged, this, [this](const Profile &profile) {
        if (m_open != nullptr && profile.id == m_profile.id)
            offerReconnect();
    });
    present(dialog);
    return dialog;
}

void AppController::follow()
{
    if (m_open == nullptr)
        return;
    const QList<SavedProfile> saved = m_profiles.profiles().list;
    window()->setConnections(saved);
    const auto open = std::ranges::find_if(saved, [this](const SavedProfile &each) {
        return !each.profile.id.isEmpty() && each.profile.id == m_profile.id;
    });
    const Profile before = m_profile;
    if (open != saved.end())
        m_profile = open->profile;
    const Profile effective = EffectiveProfiles::of(m_profile, settings());
    session()->setProfile(EffectiveProfiles::takenOver(session()->profile(), effective));
    if (EffectiveProfiles::needsReconnect(before, m_profile))
        offerReconnect();
}

void AppController::offerReconnect()
{
    if (m_reconnectBox)
        return;
    auto *box = new ReconnectBox(ServerText(m_profile.name), dialogParent());
    m_reconnectBox = box;
    connect(box, &ReconnectBox::reconnectRequested, this,
            [this] { window()->leave([this] { open(m_profile); }); });
    present(box);
}

void AppController::showSettings()
{
    auto *dialog = new SettingsDialog(settings(), m_updates.hasFeed(), dialogParent());
    connect(dialog, &SettingsDialog::accepted, this, [this, dialog] {
        const Settings chosen = dialog->settings();
        m_preferences.change([&chosen](Settings *settings) { *settings = chosen; });
        apply();
        follow();
        m_preferences.speak();
    });
    present(dialog);
}

void AppController::showStartPage()
{
    auto *page = new StartPage(m_translation->language(), window());
    connect(page, &StartPage::languageChosen, &m_preferences, &Preferences::choose);
    connect(page, &StartPage::sandboxChosen, this,
            [this](bool isTourWanted) { isTourWanted ? startTour() : openSandbox(); });
    connect(page, &StartPage::connectionWanted, this, [this] { openConnections()->askForNew(); });
    connect(page, &StartPage::importWanted, this, [this] { openConnections()->askForImport(); });
    connect(page, &StartPage::rejected, this, [this] {
        m_startPage.clear();
        if (m_open == nullptr)
            Q_EMIT quitRequested();
    });
    present(page);
    m_startPage = page;
    openItem();
}

void AppController::closeStartPage()
{
    if (StartPage *page = std::exchange(m_startPage, {}))
        page->accept();
}

void AppController::startTour()
{
    if (m_open == nullptr || session()->profile().environment != Environment::Sandbox)
        openSandbox();
    closeStartPage();
    if (m_open != nullptr)
        window()->startTour();
}

void AppController::showSupport()
{
    present(new SupportDialog({.connections = m_profiles.profiles().list, .settings = settings()}, m_log,
                              dialogParent()));
}

void AppController::lock()
{
    if (m_open == nullptr)
        return;
    if (window()->isKicking()) {
        // A kick that is under way is finished and written down first.
        m_idleWatch.setTime(std::chrono::minutes(settings().idleLockMinutes));
        return;
    }
    m_opener.stop();
    closeConnection();
    m_secrets.forget();
    auto *box = new LockBox;
    m_lockBox = box;
    connect(box, &LockBox::unlockRequested, this, &AppController::unlock);
    connect(box, &LockBox::quitRequested, this, &AppController::quitRequested);
    present(box);
    Q_EMIT windowChanged();
}

void AppController::unlock()
{
    m_lockBox.clear();
    if (m_profile.environment == Environment::Sandbox)
        openSandbox();
    else
        open(m_profile);
}

void AppController::apply()
{
    Themes::apply(Themes::fromName(settings().themeName).value_or(ThemeChoice::System));
    m_idleWatch.setTime(std::chrono::minutes(settings().idleLockMinutes));
    if (m_open != nullptr)
        window()->apply(settings());
}

QWidget *AppController::dialogParent() const
{
    return m_startPage ? static_cast<QWidget *>(m_startPage) : window();
}
