// SPDX-License-Identifier: Apache-2.0
#include "core/program/translation.h"
#include "gui/app/appcontroller.h"
#include "gui/app/settingsdialog.h"
#include "gui/app/startpage.h"
#include "gui/app/supportdialog.h"
#include "gui/connections/connectiondialog.h"
#include "gui/connections/doctordialog.h"
#include "gui/connections/profileeditor.h"
#include "gui/connections/secretdialog.h"
#include "gui/widgetchecks.h"
#include "gui/window/aboutdialog.h"
#include "gui/window/mainwindow.h"
#include "support/sandboxsession.h"
#include "support/testcertificates.h"

#include <QAccessible>
#include <QAction>
#include <QMessageBox>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

using namespace Qt::Literals::StringLiterals;

using DialogMaker = std::function<std::unique_ptr<QDialog>()>;
Q_DECLARE_METATYPE(DialogMaker)

namespace {

Profile sample()
{
    Profile profile{.name = u"生产 PROD"_s,
                    .host = QUrl(u"https://authing.corp.example:8443"_s),
                    .keyId = u"62eaa95fe0d41f9a5295bf7c"_s};
    static const TestCertificates certificates;
    profile.caFile = certificates.rootFile();
    profile.proxy = {
        .mode = ProxyMode::Manual, .host = u"proxy.corp.example"_s, .port = 3128, .user = u"me"_s};
    return profile;
}

/// Everything under @p node that has a focusable state or an editable value must say what it is.
void collectUnnamed(QAccessibleInterface *node, QStringList *found)
{
    for (int i = 0; i < node->childCount(); ++i) {
        QAccessibleInterface *child = node->child(i);
        if (child == nullptr || child->state().invisible)
            continue;
        const QList<QAccessible::Role> controls{
            QAccessible::Button,  QAccessible::CheckBox, QAccessible::ComboBox, QAccessible::EditableText,
            QAccessible::SpinBox, QAccessible::Table,    QAccessible::Tree,     QAccessible::List,
            QAccessible::PageTab, QAccessible::MenuItem};
        // The text field in a spin box and the button of a combo box belong to them.
        const bool isPart = node->role() == QAccessible::SpinBox || node->role() == QAccessible::ComboBox;
        if (!isPart && controls.contains(child->role()) && child->text(QAccessible::Name).isEmpty())
            *found << u"%1 %2"_s.arg(QString::number(child->role()),
                                     child->object() != nullptr ? child->object()->objectName() : QString());
        if (child->role() != QAccessible::Table && child->role() != QAccessible::Tree)
            collectUnnamed(child, found);
    }
}

QStringList unnamedInTree(QWidget *window)
{
    QStringList found;
    collectUnnamed(QAccessible::queryAccessibleInterface(window), &found);
    return found;
}

} // namespace

class DialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void areCompleteInBothLanguages_data();
    void areCompleteInBothLanguages();
    void theWindowIsComplete_data();
    void theWindowIsComplete();

private:
    void check(QWidget *window);

    QTemporaryDir m_folder;
    SandboxSession m_pool;
    ProfileStore m_profiles{m_folder.filePath(u"profiles.json"_s), {}};
    MemorySecretStore m_secrets;
};

void DialogsTest::init()
{
    qputenv("KICKDESK_DATA_DIR", m_folder.path().toUtf8());
    qputenv("KICKDESK_SYSTEM_PROFILES", m_folder.filePath(u"none.json"_s).toUtf8());
    if (m_profiles.profiles().list.isEmpty())
        QVERIFY(m_profiles.add(sample()));
}

void DialogsTest::check(QWidget *window)
{
    QTRY_COMPARE(WidgetChecks::cutWidgets(window).join(u'\n'), QString());
    QCOMPARE(WidgetChecks::unnamedControls(window).join(u'\n'), QString());
    QCOMPARE(WidgetChecks::muteLabels(window).join(u'\n'), QString());
    QCOMPARE(WidgetChecks::collidingMnemonics(window).join(u'\n'), QString());
    QCOMPARE(unnamedInTree(window).join(u'\n'), QString());
}

void DialogsTest::areCompleteInBothLanguages_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<DialogMaker>("make");
    const QList<std::pair<const char *, DialogMaker>> dialogs{
        {"about", [] { return std::make_unique<AboutDialog>(); }},
        {"start page", [] { return std::make_unique<StartPage>(Language::English); }},
        {"connections",
         [this] { return std::make_unique<ConnectionDialog>(&m_profiles, &m_secrets, QString()); }},
        {"editor",
         [] {
             auto editor = std::make_unique<ProfileEditor>();
             editor->edit(sample(), true);
             return editor;
         }},
        {"secret", [] { return std::make_unique<SecretDialog>(sample(), SecretState::Denied, Secret()); }},
        {"settings", [] { return std::make_unique<SettingsDialog>(Settings(), true); }},
        {"support", [] { return std::make_unique<SupportDialog>(SupportReport(), LogFile()); }},
        {"doctor", [this] { return std::make_unique<DoctorDialog>(m_pool.session.get()); }},
    };
    for (const auto &dialog : dialogs) {
        QTest::addRow("%s en-US", dialog.first) << Language::English << dialog.second;
        QTest::addRow("%s zh-CN", dialog.first) << Language::Chinese << dialog.second;
    }
}

void DialogsTest::areCompleteInBothLanguages()
{
    QFETCH(Language, language);
    QFETCH(DialogMaker, make);
    Translation translation;
    translation.setLanguage(language);
    const std::unique_ptr<QDialog> dialog = make();
    dialog->show();
    QVERIFY(!dialog->windowTitle().isEmpty());
    check(dialog.get());
    auto *tabs = dialog->findChild<QTabWidget *>();
    for (int page = 0; tabs != nullptr && page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        check(dialog.get());
    }
    // The smallest size that the dialog allows.
    dialog->resize(dialog->minimumSize());
    check(dialog.get());
}

void DialogsTest::theWindowIsComplete_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("en-US") << Language::English;
    QTest::newRow("zh-CN") << Language::Chinese;
}

void DialogsTest::theWindowIsComplete()
{
    QFETCH(Language, language);
    Translation translation;
    translation.setLanguage(language);
    AppController controller(&m_secrets, &translation, {.users = 50});
    controller.openSandbox();
    controller.window()->resize(controller.window()->minimumSize());
    check(controller.window());
    controller.window()->findChild<QAction *>(u"historyPageAction"_s)->trigger();
    check(controller.window());
    controller.lock();
    const QWidgetList windows = QApplication::topLevelWidgets();
    const auto box = std::ranges::find_if(
        windows, [](const QWidget *window) { return window->objectName() == "lockBox"_L1; });
    QVERIFY(box != windows.end());
    QCOMPARE(unnamedInTree(*box).join(u'\n'), QString());
}

QTEST_MAIN(DialogsTest)
#include "tst_dialogs.moc"
