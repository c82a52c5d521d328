// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogscreenshots.h"

#include "core/program/translation.h"
#include "gui/app/appcontroller.h"
#include "gui/connections/connectiondialog.h"
#include "gui/connections/profileeditor.h"
#include "gui/help/helpwindow.h"
#include "gui/window/mainwindow.h"
#include "store/connections/memorysecretstore.h"
#include "support/sandboxsession.h"

#include <QAbstractItemView>
#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The dialog of that class or object name that is open; null when there is none.
QWidget *openDialog(const QString &objectName)
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->isVisible() && window->objectName() == objectName)
            return window;
    }
    return nullptr;
}

class DialogPhotographer
{
public:
    DialogPhotographer(const Look &look, QString prefix)
        : m_look(look)
        , m_prefix(std::move(prefix))
    {
        qputenv("KICKDESK_DATA_DIR", m_folder.path().toUtf8());
        qputenv("KICKDESK_SYSTEM_PROFILES", m_folder.filePath(u"system.json"_s).toUtf8());
        (void)SettingsFile().change(
            [&look](Settings *settings) { settings->themeName = look.isDark ? u"dark"_s : u"light"_s; });
        m_translation.setLanguage(look.language);
        saveConnections();
        m_controller =
            std::make_unique<AppController>(&m_keychain, &m_translation, SandboxOptions{.users = 50});
    }

    void run()
    {
        m_controller->open(m_production);
        if (!isReady(QTest::qWaitFor([this] { return m_controller->window() != nullptr; }), "the window"))
            return;
        m_controller->window()->resize(m_look.size);
        takeSheet();
        takeDoctor();
        takeConnections();
        takeOthers();
    }

private:
    void saveConnections()
    {
        const bool isChinese = m_look.language == Language::Chinese;
        ProfileStore administrator(m_folder.filePath(u"system.json"_s), {});
        Profile profile = m_pool.profile();
        profile.environment = Environment::Production;
        profile.name = isChinese ? u"生产 PROD"_s : u"PROD"_s;
        m_production = *ProfileStore().add(profile);
        m_keychain.insert(SecretKey::accessKey(m_production), m_pool.address.secret);
        m_other = *ProfileStore().add({.name = isChinese ? u"测试池"_s : u"Test pool"_s,
                                       .host = QUrl(u"https://authing.corp.example:8443"_s),
                                       .keyId = u"62eaa95fe0d41f9a5295bf7c"_s,
                                       .environment = Environment::Test});
        (void)administrator.add({.name = isChinese ? u"全公司"_s : u"Whole company"_s,
                                 .host = QUrl(u"https://api.authing.cn"_s),
                                 .keyId = u"684ee14f7ab40e090f363a7d"_s,
                                 .environment = Environment::Production});
    }

    void takeSheet()
    {
        auto *edit = m_controller->window()->findChild<QLineEdit *>(u"searchEdit"_s);
        edit->setText(Sandbox::userId({.users = 200}, 1));
        QTest::keyClick(edit, Qt::Key_Return);
        // It is made with the first user.
        const auto hasRows = [window = m_controller->window()] {
            const auto *table = window->findChild<QAbstractItemView *>(u"applicationTable"_s);
            return table != nullptr && table->isVisible() && table->model()->rowCount() > 0;
        };
        isReady(QTest::qWaitFor(hasRows), "the applications");
        m_controller->window()->findChild<QAction *>(u"tickAllAction"_s)->trigger();
        m_controller->window()->findChild<QAction *>(u"kickAction"_s)->trigger();
        const auto *send = m_controller->window()->findChild<QPushButton *>(u"sendButton"_s);
        isReady(QTest::qWaitFor([send] { return send->isEnabled(); }), "the sheet");
        take(m_controller->window(), u"40-production-sheet"_s);
        m_controller->window()->findChild<QPushButton *>(u"cancelButton"_s)->click();
    }

    void takeDoctor()
    {
        m_controller->window()->findChild<QAction *>(u"doctorAction"_s)->trigger();
        QWidget *dialog = openDialog(u"DoctorDialog"_s);
        const auto *again = dialog->findChild<QPushButton *>(u"doctorAgainButton"_s);
        isReady(QTest::qWaitFor([again] { return again->isVisible(); }), "the examination");
        take(dialog, u"47-doctor"_s);
        m_pool.sandbox->setFaults({u"code-403@list-users"_s, u"check-unavailable"_s});
        dialog->findChild<QPushButton *>(u"doctorAgainButton"_s)->click();
        isReady(QTest::qWaitFor([again] { return again->isVisible(); }), "the examination");
        take(dialog, u"48-doctor-failed"_s);
        m_pool.sandbox->setFaults({});
        dialog->close();
        isReady(QTest::qWaitFor([] { return openDialog(u"DoctorDialog"_s) == nullptr; }), "the end");
    }

    void takeConnections()
    {
        m_controller->showConnections();
        auto *dialog = qobject_cast<ConnectionDialog *>(openDialog(u"ConnectionDialog"_s));
        take(dialog, u"41-connections"_s);
        const auto *table = dialog->findChild<QAbstractItemView *>(u"connectionTable"_s);
        const QModelIndexList others =
            table->model()->match(table->model()->index(0, 0), Qt::DisplayRole, m_other.name);
        table->selectionModel()->setCurrentIndex(others.value(0), QItemSelectionModel::ClearAndSelect |
                                                                      QItemSelectionModel::Rows);
        dialog->findChild<QPushButton *>(u"editConnectionButton"_s)->click();
        isReady(QTest::qWaitFor([] { return openDialog(u"ProfileEditor"_s) != nullptr; }), "the editor");
        QWidget *editor = openDialog(u"ProfileEditor"_s);
        auto *tabs = editor->findChild<QTabWidget *>(u"editorTabs"_s);
        for (int page = 0; page < tabs->count(); ++page) {
            tabs->setCurrentIndex(page);
            take(editor, u"42-editor-%1"_s.arg(page + 1));
        }
        editor->close();
        dialog->findChild<QPushButton *>(u"removeConnectionButton"_s)->click();
        take(openDialog(u"removeConnectionBox"_s), u"43-remove"_s);
        dialog->close();
        isReady(QTest::qWaitFor([] { return openDialog(u"ConnectionDialog"_s) == nullptr; }), "the end");
    }

    void takeOthers()
    {
        m_controller->open(m_other);
        isReady(QTest::qWaitFor([] { return openDialog(u"SecretDialog"_s) != nullptr; }), "the question");
        take(openDialog(u"SecretDialog"_s), u"44-secret"_s);
        openDialog(u"SecretDialog"_s)->close();
        m_controller->showSettings();
        take(openDialog(u"SettingsDialog"_s), u"45-settings"_s);
        openDialog(u"SettingsDialog"_s)->close();
        m_controller->showSupport();
        take(openDialog(u"SupportDialog"_s), u"49-support"_s);
        openDialog(u"SupportDialog"_s)->close();
        takeHelp();
        m_controller->lock();
        take(openDialog(u"lockBox"_s), u"46-locked"_s);
    }

    void takeHelp()
    {
        m_controller->window()->findChild<QAction *>(u"guideAction"_s)->trigger();
        auto *help = static_cast<HelpWindow *>(openDialog(u"HelpWindow"_s));
        take(help, u"50-help"_s);
        help->open({.page = HelpPage::Guide, .anchor = u"outcomes"_s});
        help->findChild<QLineEdit *>(u"helpFindEdit"_s)->setText(u"Authing"_s);
        take(help, u"51-help-found"_s);
        help->findChild<QLineEdit *>(u"helpFindEdit"_s)->clear();
        help->resize(help->minimumSize());
        help->open({.page = HelpPage::Administrator, .anchor = u"profiles"_s});
        take(help, u"52-help-small"_s);
        help->close();
    }

    void take(QWidget *widget, const QString &name) const { photograph(widget, m_prefix + name + u".png"_s); }

    Look m_look;
    QString m_prefix;
    QTemporaryDir m_folder;
    SandboxSession m_pool{{}, AuthScheme::Token, {.users = 200, .tls = true}};
    Profile m_production;
    Profile m_other;
    MemorySecretStore m_keychain;
    Translation m_translation;
    std::unique_ptr<AppController> m_controller;
};

} // namespace

void photographTheDialogs(const Look &look, const QString &prefix)
{
    DialogPhotographer(look, prefix).run();
}
