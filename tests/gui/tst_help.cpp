// SPDX-License-Identifier: Apache-2.0
#include "core/program/translation.h"
#include "gui/app/appcontroller.h"
#include "gui/app/settingsdialog.h"
#include "gui/help/helpbrowser.h"
#include "gui/help/helpwindow.h"
#include "gui/widgetchecks.h"
#include "gui/window/mainwindow.h"
#include "store/connections/memorysecretstore.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

#include <utility>

using namespace Qt::Literals::StringLiterals;

/// Takes the links that would be opened in the system's browser.
class LinkCatcher : public QObject
{
    Q_OBJECT

public:
    LinkCatcher() { QDesktopServices::setUrlHandler(u"https"_s, this, "take"); }
    ~LinkCatcher() override { QDesktopServices::unsetUrlHandler(u"https"_s); }

    const QList<QUrl> &links() const { return m_links; }

public Q_SLOTS:
    void take(const QUrl &link) { m_links << link; }

private:
    QList<QUrl> m_links;
};

/// The window of the help: reached from where the question arises, by key and by menu, and easy to go
/// through.
class TestHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theKeyOpensTheSection();
    void theKeyIsHeardInDialogs();
    void theMenuOpensThePages();
    void linksLeadOnAndBack();
    void otherLinksAreOnlyOpenedWhenClicked();
    void findGoesRound();
    void languageAndColoursKeepThePlace();
    void isCompleteInBothLanguages_data();
    void isCompleteInBothLanguages();

private:
    static QString place(const HelpWindow &window);

    QTemporaryDir m_folder;
    MemorySecretStore m_secrets;
};

/// The anchor of the heading at the upper edge.
QString TestHelp::place(const HelpWindow &window)
{
    const auto *browser = window.findChild<HelpBrowser *>();
    return browser->headings().value(browser->currentHeading()).anchor;
}

void TestHelp::init()
{
    qputenv("KICKDESK_DATA_DIR", m_folder.path().toUtf8());
    qputenv("KICKDESK_SYSTEM_PROFILES", m_folder.filePath(u"none.json"_s).toUtf8());
}

void TestHelp::theKeyOpensTheSection()
{
    Translation translation;
    translation.setLanguage(Language::English);
    AppController controller(&m_secrets, &translation, {.users = 50});
    controller.openSandbox();
    QVERIFY(QTest::qWaitForWindowActive(controller.window()));
    QCOMPARE(controller.help().window(), nullptr);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
    QVERIFY(controller.help().window());
    QTRY_COMPARE(place(*controller.help().window()), u"find"_s);
    controller.window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(controller.window()));
    controller.window()->findChild<QAction *>(u"historyPageAction"_s)->trigger();
    controller.window()->findChild<QTabBar *>(u"pageTabs"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
    QTRY_COMPARE(place(*controller.help().window()), u"history"_s);
}

void TestHelp::theKeyIsHeardInDialogs()
{
    Translation translation;
    translation.setLanguage(Language::Chinese);
    AppController controller(&m_secrets, &translation, {.users = 50});
    controller.openSandbox();
    controller.showSettings();
    auto *dialog = controller.window()->findChild<SettingsDialog *>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
    QVERIFY(controller.help().window());
    QTRY_COMPARE(place(*controller.help().window()), u"settings"_s);
    QVERIFY(dialog->isVisible());
    // In the help itself the key does nothing: it is open already.
    QTest::keyClick(controller.help().window()->findChild<HelpBrowser *>(), Qt::Key_F1);
    QCOMPARE(place(*controller.help().window()), u"settings"_s);
}

void TestHelp::theMenuOpensThePages()
{
    Translation translation;
    AppController controller(&m_secrets, &translation, {.users = 50});
    controller.openSandbox();
    for (const auto &[action, anchor] :
         {std::pair(u"guideAction"_s, u"guide"_s), std::pair(u"administratorAction"_s, u"administrator"_s),
          std::pair(u"securityAction"_s, u"security"_s)}) {
        controller.window()->findChild<QAction *>(action)->trigger();
        QVERIFY(controller.help().window()->isVisible());
        QTRY_COMPARE(place(*controller.help().window()), anchor);
    }
}

void TestHelp::linksLeadOnAndBack()
{
    Translation translation;
    HelpWindow window(&translation);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *browser = window.findChild<HelpBrowser *>();
    const auto *back = window.findChild<QPushButton *>(u"helpBackButton"_s);
    window.resize(window.minimumSize());
    window.open({.page = HelpPage::Guide, .anchor = u"history"_s});
    QVERIFY(!back->isEnabled());
    const int before = browser->verticalScrollBar()->value();
    QVERIFY(before > 0);
    Q_EMIT browser->anchorClicked(QUrl(u"journal.md#chain"_s));
    QCOMPARE(place(window), u"chain"_s);
    QCOMPARE(window.findChild<QComboBox *>(u"helpPageCombo"_s)->currentIndex(), 3);
    QCOMPARE(
        window.findChild<QListWidget *>(u"helpChapterList"_s)->currentItem()->data(Qt::UserRole).toString(),
        u"chain"_s);
    QTest::keyClick(browser, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(place(window), u"history"_s);
    QCOMPARE(browser->verticalScrollBar()->value(), before);
    QVERIFY(!back->isEnabled());
}

void TestHelp::otherLinksAreOnlyOpenedWhenClicked()
{
    const LinkCatcher catcher;
    Translation translation;
    HelpWindow window(&translation);
    window.show();
    window.open({.page = HelpPage::Guide, .anchor = {}});
    auto *browser = window.findChild<HelpBrowser *>();
    const QUrl link(u"https://example.com/page"_s);
    Q_EMIT browser->highlighted(link);
    QCOMPARE(window.findChild<QLabel *>(u"helpLinkLabel"_s)->text(), link.toString());
    QVERIFY(catcher.links().isEmpty());
    Q_EMIT browser->anchorClicked(link);
    QCOMPARE(catcher.links(), QList<QUrl>{link});
    QCOMPARE(place(window), u"guide"_s);
    Q_EMIT browser->anchorClicked(QUrl(u"../README.md"_s));
    QCOMPARE(place(window), u"guide"_s);
    QCOMPARE(catcher.links().size(), 1);
}

void TestHelp::findGoesRound()
{
    Translation translation;
    HelpWindow window(&translation);
    window.show();
    window.open({.page = HelpPage::Guide, .anchor = {}});
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *browser = window.findChild<HelpBrowser *>();
    auto *edit = window.findChild<QLineEdit *>(u"helpFindEdit"_s);
    const auto *found = window.findChild<QLabel *>(u"helpFoundLabel"_s);
    QTest::keyClick(browser, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"SHEET"_s);
    QCOMPARE(browser->textCursor().selectedText().toLower(), u"sheet"_s);
    const QString first = found->text();
    QVERIFY2(first.startsWith("1 of "_L1), qPrintable(first));
    const int count = first.mid(5).toInt();
    QVERIFY(count > 2);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(found->text(), u"%1 of %1"_s.arg(count));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(found->text(), first);
    QTest::keyClick(edit, Qt::Key_F3);
    QVERIFY(found->text().startsWith("2 of "_L1));
    edit->setText(u"nothing like this"_s);
    QCOMPARE(found->text(), u"Not found"_s);
    QVERIFY(!window.findChild<QPushButton *>(u"helpNextButton"_s)->isEnabled());
    // The search first, then the window.
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(edit->text().isEmpty() && window.isVisible());
    QCOMPARE(found->text(), QString());
    QTest::keyClick(browser, Qt::Key_Escape);
    QVERIFY(!window.isVisible());
}

void TestHelp::languageAndColoursKeepThePlace()
{
    Translation translation;
    translation.setLanguage(Language::English);
    HelpWindow window(&translation);
    window.show();
    const auto *browser = window.findChild<HelpBrowser *>();
    const auto *combo = window.findChild<QComboBox *>(u"helpPageCombo"_s);
    window.open({.page = HelpPage::Guide, .anchor = {}});
    window.open({.page = HelpPage::Security, .anchor = u"secrets"_s});
    QCOMPARE(combo->currentText(), u"Security"_s);
    translation.setLanguage(Language::Chinese);
    QTRY_COMPARE(combo->currentText(), u"安全说明"_s);
    QCOMPARE(place(window), u"secrets"_s);
    QVERIFY(browser->toPlainText().contains(u"钥匙串"_s));
    QPalette dark = window.palette();
    dark.setColor(QPalette::Base, Qt::black);
    window.setPalette(dark);
    QCOMPARE(place(window), u"secrets"_s);
    // Back is still there, in the language of now.
    window.back();
    QCOMPARE(place(window), u"guide"_s);
    QVERIFY(browser->toPlainText().startsWith(u"用户指南"_s));
}

void TestHelp::isCompleteInBothLanguages_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("en-US") << Language::English;
    QTest::newRow("zh-CN") << Language::Chinese;
}

void TestHelp::isCompleteInBothLanguages()
{
    QFETCH(const Language, language);
    Translation translation;
    translation.setLanguage(language);
    HelpWindow window(&translation);
    window.show();
    window.open({.page = HelpPage::Administrator, .anchor = {}});
    window.findChild<QLineEdit *>(u"helpFindEdit"_s)->setText(u"Kickdesk"_s);
    for (const QSize &size : {window.size(), window.minimumSize()}) {
        window.resize(size);
        QTRY_COMPARE(WidgetChecks::cutWidgets(&window).join(u'\n'), QString());
        QCOMPARE(WidgetChecks::unnamedControls(&window).join(u'\n'), QString());
        QCOMPARE(WidgetChecks::muteLabels(&window).join(u'\n'), QString());
        QCOMPARE(WidgetChecks::collidingMnemonics(&window).join(u'\n'), QString());
    }
}

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
