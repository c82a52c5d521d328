// SPDX-License-Identifier: Apache-2.0
#include "gui/desk.h"

#include "api/updatecheck.h"
#include "core/translation.h"
#include "gui/connectiondialog.h"
#include "gui/lockbox.h"
#include "gui/mainwindow.h"
#include "gui/secretdialog.h"
#include "gui/settingsdialog.h"
#include "gui/startpage.h"
#include "gui/supportdialog.h"
#include "gui/theme.h"
#include "kick/session.h"
#include "store/datafolder.h"
#include "store/savedcredentials.h"

#include <QMessageBox>
#include <QUrl>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::Literals::StringLiterals;

Desk::Desk(SecretStore *keychain, Translation *translation, const SandboxOptions &sandbox, QObject *parent)
    : QObject(parent)
    , m_secrets(keychain)
    , m_settings(m_settingsFile.read())
    , m_translation(translation)
    , m_demo(sandbox)
    , m_journal(DataFolder::journalFile())
    , m_history(m_journal.file())
    , m_help(translation)
{
    connect(&m_idleWatch, &IdleWatch::idle, this, &Desk::lock);
    apply(m_settings);
}

Desk::~Desk()
{
    delete m_startPage;
    delete m_lockBox;
}

void Desk::openLast()
{
    const SavedProfiles saved = m_profiles.profiles();
    const auto last = std::ranges::find_if(
        saved.list, [this](const SavedProfile &each) { return each.profile.id == m_settings.lastProfileId; });
    if (last != saved.list.end())
        open(last->profile);
    else if (saved.list.isEmpty() && !m_settings.hasOpened)
        showStartPage();
    else
        openSandbox();
}

void Desk::openSandbox()
{
    delete m_opening;
    const Result<Profile> profile = m_demo.open();
    if (!profile) {
        Q_EMIT failed(profile.error());
        return;
    }
    show(*profile, m_demo.secret());
}

void Desk::open(const Profile &profile)
{
    delete m_opening;
    m_opening =
        SavedCredentials::read(&m_secrets, profile, this, [this, profile](const CredentialAnswer &answer) {
            m_opening.clear();
            const Credentials &known = answer.credentials;
            const bool isPasswordMissing = !profile.proxy.user.isEmpty() && known.proxyPassword.isEmpty();
            if (known.secret.isEmpty() || isPasswordMissing)
                askForSecrets(profile, answer);
            else
                show(profile, known);
        });
}

std::optional<Error> Desk::openNamed(const QString &name)
{
    const Result<SavedProfile> found = m_profiles.find(name);
    if (!found)
        return found.error();
    open(found->profile);
    return {};
}

void Desk::askForSecrets(const Profile &profile, const CredentialAnswer &answer)
{
    auto *dialog = new SecretDialog(profile, answer.state, answer.credentials, dialogParent());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SecretDialog::accepted, this, [this, dialog, profile] {
        const Credentials credentials = dialog->credentials();
        // What the keychain does not take stays in memory for this run.
        SavedCredentials::write(&m_secrets, profile, credentials, this, [](SecretState) {});
        show(profile, credentials);
    });
    connect(dialog, &SecretDialog::rejected, this, [this] {
        if (!m_window && !m_startPage)
            openSandbox();
    });
    dialog->open();
}

void Desk::show(const Profile &profile, const Credentials &credentials)
{
    Profile effective = profile;
    if (effective.operatorName.isEmpty())
        effective.operatorName = m_settings.operatorName;
    effective.isTicketRequired |= m_settings.isTicketRequired;
    effective.isReasonRequired |= m_settings.isReasonRequired;
    if (effective.bulkCap == 0)
        effective.bulkCap = m_settings.bulkCap;
    auto session = std::make_unique<Session>(effective, credentials, &m_journal,
                                             [this](const LogEvent &event) { m_log.write(event); });
    if (!session->hasUsableCaFile()) {
        refuse(profile);
        return;
    }
    // A list writes into a log of its own: the file is made for several writers.
    const JobHost::Parts jobs{.profile = effective,
                              .credentials = credentials,
                              .journalFile = m_journal.file(),
                              .language = m_translation->language(),
                              .log = [log = LogFile()](const LogEvent &event) { log.write(event); }};
    auto window = std::make_unique<MainWindow>(session.get(), &m_history, m_translation, jobs);
    if (m_window)
        m_geometry = m_window->saveGeometry();
    if (!m_geometry.isEmpty())
        window->restoreGeometry(m_geometry);
    m_window = std::move(window);
    m_session = std::move(session);
    m_profile = profile;
    connectWindow();
    for (const StoreNotice &notice : std::as_const(m_notices))
        m_window->showNotice(notice);
    closeStartPage();
    m_window->show();
    m_window->activateWindow();
    openItem();
    keep([&profile](Settings *settings) {
        settings->hasOpened = true;
        settings->lastProfileId = profile.environment == Environment::Sandbox ? QString() : profile.id;
    });
    if (profile.environment != Environment::Sandbox)
        lookForUpdate();
    Q_EMIT windowChanged();
}

/// Without its root nobody can tell who answers, so the connection is not opened at all.
void Desk::refuse(const Profile &profile)
{
    if (!m_window && !m_startPage)
        openSandbox();
    auto *box = new QMessageBox(dialogParent());
    box->setObjectName(u"refusedBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(ServerText(profile.name).plain());
    box->setText(errorText({.code = ErrorCode::InvalidCaFile, .detail = ServerText(profile.caFile)}));
    box->open();
}

void Desk::connectWindow()
{
    m_window->apply(m_settings);
    fillConnections();
    // From the event loop: the window must not be deleted in its own signal.
    connect(m_window.get(), &MainWindow::profileChosen, this, &Desk::open, Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::sandboxChosen, this, &Desk::openSandbox, Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::connectionsRequested, this, [this] { showConnections(); });
    connect(m_window.get(), &MainWindow::settingsRequested, this, &Desk::showSettings);
    connect(m_window.get(), &MainWindow::supportRequested, this, &Desk::showSupport);
    connect(m_window.get(), &MainWindow::helpRequested, &m_help, &Help::show);
    connect(m_window.get(), &MainWindow::startPageRequested, this, &Desk::showStartPage);
    connect(m_window.get(), &MainWindow::tourRequested, this, &Desk::startTour, Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::closed, this, &Desk::quitRequested);
    connect(m_window.get(), &MainWindow::lockRequested, this, &Desk::lock, Qt::QueuedConnection);
    connect(m_window.get(), &MainWindow::themeChosen, this, [this](const QString &name) {
        keep([&name](Settings *settings) { settings->themeName = name; });
        apply(m_settings);
    });
    connect(m_window.get(), &MainWindow::languageChosen, this, &Desk::chooseLanguage);
}

/// By the connection's way out, which a company's network may ask for.
void Desk::lookForUpdate()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime last = QDateTime::fromString(m_settings.updateCheckedAt, Qt::ISODate);
    const bool isRecent = last.isValid() && last <= now && last.addDays(1) > now;
    if (m_updateFeed.isEmpty() || !m_settings.isUpdateCheckEnabled || isRecent)
        return;
    keep([&now](Settings *settings) { settings->updateCheckedAt = now.toString(Qt::ISODate); });
    UpdateCheck::look(m_session->network(), m_updateFeed, QStringLiteral(KICKDESK_VERSION), m_session.get(),
                      [this](const std::optional<NewVersion> &found) {
                          if (found)
                              addNotice({.kind = StoreNotice::Kind::NewVersion,
                                         .path = found->version + u' ' + found->page.toString()});
                      });
}

void Desk::addNotice(const StoreNotice &notice)
{
    m_notices << notice;
    if (m_window)
        m_window->showNotice(notice);
}

void Desk::take(const QStringList &items)
{
    if (!items.isEmpty())
        m_item = items.last();
    raise();
    openItem();
}

void Desk::openItem()
{
    const QLatin1StringView scheme("kickdesk:");
    const bool isLink = m_item.startsWith(scheme);
    if (m_item.isEmpty() || (!m_window && (isLink || !m_startPage)))
        return;
    const QString item = std::exchange(m_item, {});
    if (isLink)
        m_window->search(QUrl::fromPercentEncoding(item.mid(scheme.size()).toUtf8()));
    else
        showConnections(item);
}

void Desk::raise()
{
    QWidget *target = m_lockBox ? static_cast<QWidget *>(m_lockBox) : m_window.get();
    if (target == nullptr)
        target = m_startPage;
    if (target == nullptr)
        return;
    target->setWindowState(target->windowState() & ~Qt::WindowMinimized);
    target->show();
    target->raise();
    target->activateWindow();
}

void Desk::showConnections(const QString &importFile)
{
    ConnectionDialog *dialog = openConnections();
    if (!importFile.isEmpty())
        dialog->askForImport(importFile);
}

ConnectionDialog *Desk::openConnections()
{
    auto *dialog = new ConnectionDialog(&m_profiles, &m_secrets, m_profile.id, dialogParent());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, &ConnectionDialog::openRequested, this,
        [this](const Profile &profile) {
            m_window ? m_window->leave([this, profile] { open(profile); }) : open(profile);
        },
        Qt::QueuedConnection);
    connect(dialog, &ConnectionDialog::changed, this, &Desk::fillConnections);
    dialog->open();
    return dialog;
}

void Desk::showSettings()
{
    auto *dialog = new SettingsDialog(m_settings, !m_updateFeed.isEmpty(), dialogParent());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::accepted, this, [this, dialog] {
        const Settings chosen = dialog->settings();
        keep([&chosen](Settings *settings) { *settings = chosen; });
        apply(m_settings);
        m_translation->setLanguage(chosen.language.value_or(Languages::fromSystem()));
    });
    dialog->open();
}

void Desk::showStartPage()
{
    auto *page = new StartPage(m_translation->language(), m_window.get());
    m_startPage = page;
    page->setAttribute(Qt::WA_DeleteOnClose);
    connect(page, &StartPage::languageChosen, this, &Desk::chooseLanguage);
    connect(
        page, &StartPage::sandboxChosen, this,
        [this](bool isTourWanted) { isTourWanted ? startTour() : openSandbox(); }, Qt::QueuedConnection);
    connect(page, &StartPage::connectionWanted, this, [this] { openConnections()->askForNew(); });
    connect(page, &StartPage::importWanted, this, [this] { openConnections()->askForImport(); });
    connect(page, &StartPage::rejected, this, [this] {
        m_startPage.clear();
        if (!m_window)
            Q_EMIT quitRequested();
    });
    page->open();
    openItem();
}

void Desk::closeStartPage()
{
    if (StartPage *page = std::exchange(m_startPage, {}))
        page->accept();
}

void Desk::startTour()
{
    if (!m_session || m_session->profile().environment != Environment::Sandbox)
        openSandbox();
    closeStartPage();
    if (m_window)
        m_window->startTour();
}

void Desk::showSupport()
{
    auto *dialog = new SupportDialog({.connections = m_profiles.profiles().list, .settings = m_settings},
                                     m_log, dialogParent());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Desk::lock()
{
    if (!m_window || m_lockBox)
        return;
    if (m_window->isKicking()) {
        // What is under way is finished and written down first.
        m_idleWatch.setTime(std::chrono::minutes(m_settings.idleLockMinutes));
        return;
    }
    delete m_opening;
    m_geometry = m_window->saveGeometry();
    m_window.reset();
    m_session.reset();
    m_secrets.forget();
    auto *box = new LockBox;
    m_lockBox = box;
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &LockBox::unlockRequested, this, &Desk::unlock);
    connect(box, &LockBox::quitRequested, this, &Desk::quitRequested);
    box->open();
    Q_EMIT windowChanged();
}

void Desk::unlock()
{
    if (m_profile.environment == Environment::Sandbox)
        openSandbox();
    else
        open(m_profile);
}

void Desk::apply(const Settings &settings)
{
    Themes::apply(Themes::fromName(settings.themeName).value_or(ThemeChoice::System));
    m_idleWatch.setTime(std::chrono::minutes(settings.idleLockMinutes));
    if (m_window)
        m_window->apply(settings);
}

void Desk::chooseLanguage(Language language)
{
    keep([language](Settings *settings) { settings->language = language; });
    m_translation->setLanguage(language);
}

void Desk::keep(const std::function<void(Settings *)> &change)
{
    change(&m_settings);
    // Where the file cannot be written the choice holds for this run; the data folder has its own notice.
    const std::optional<Error> failure = m_settingsFile.change(change);
    if (failure)
        addNotice({.kind = StoreNotice::Kind::SettingsUnwritable, .path = failure->detail.plain()});
}

void Desk::fillConnections()
{
    if (m_window)
        m_window->setConnections(m_profiles.profiles().list);
}

QWidget *Desk::dialogParent() const
{
    return m_startPage ? static_cast<QWidget *>(m_startPage) : m_window.get();
}
