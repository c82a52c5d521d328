// SPDX-License-Identifier: Apache-2.0
#include "gui/app/startpage.h"
#include "gui/appfixture.h"
#include "gui/connections/connectiondialog.h"
#include "gui/connections/profileeditor.h"
#include "gui/connections/secretdialog.h"
#include "gui/tour/tour.h"
#include "gui/widgetchecks.h"

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The visible window of that class; null when there is none.
template <typename T>
T *shown()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (auto *found = qobject_cast<T *>(window); found != nullptr && found->isVisible())
            return found;
    }
    return nullptr;
}

void press(const QWidget *window, const char *button)
{
    window->findChild<QPushButton *>(QString::fromLatin1(button))->click();
}

} // namespace

/// Where a new user begins.
class StartPageTest : public QObject, private AppFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { close(); }
    void comesFirstWhereNothingWasOpened();
    void doesNotComeAgain();
    void doesNotComeWhereAConnectionIsSaved();
    void leadsToTheSandboxWithoutTheTour();
    void isReachedByTheKeyboardAlone();
    void opensTheFormOfANewConnection();
    void asksForAFileOfConnections();
    void takesAFileThatWasHandedOver();
    void staysWhenTheQuestionForASecretIsCancelled();
    void endsTheProgramWhenItIsClosedAlone();
    void comesAgainFromTheHelpMenu();
    void changesTheLanguage();
    void saysWhatEachChoiceIs();

private:
    void begin();
};

void StartPageTest::init()
{
    open();
    m_translation->setLanguage(Language::English);
}

void StartPageTest::begin()
{
    start();
    m_controller->openLast();
}

void StartPageTest::comesFirstWhereNothingWasOpened()
{
    begin();
    QVERIFY(shown<StartPage>() != nullptr);
    QVERIFY(m_controller->window() == nullptr);
    QVERIFY(!SettingsFile().read().hasOpened);
    press(shown<StartPage>(), "sandboxChoiceButton");
    QTRY_VERIFY(m_controller->window() != nullptr && m_controller->window()->isVisible());
    QCOMPARE(m_controller->session()->profile().environment, Environment::Sandbox);
    QTRY_VERIFY(shown<StartPage>() == nullptr);
    // The tour is offered ticked.
    QVERIFY(m_controller->window()->findChild<Tour *>() != nullptr);
}

void StartPageTest::doesNotComeAgain()
{
    begin();
    m_controller->openSandbox();
    QTRY_VERIFY(shown<StartPage>() == nullptr);
    QVERIFY(SettingsFile().read().hasOpened);
    begin();
    QVERIFY(shown<StartPage>() == nullptr);
    QVERIFY(m_controller->window() != nullptr && m_controller->window()->isVisible());
    QCOMPARE(m_controller->session()->profile().environment, Environment::Sandbox);
}

void StartPageTest::doesNotComeWhereAConnectionIsSaved()
{
    QVERIFY(ProfileStore().add({.name = u"one"_s, .host = QUrl(u"https://a.example"_s), .keyId = u"k"_s}));
    begin();
    QVERIFY(shown<StartPage>() == nullptr);
    QVERIFY(m_controller->window() != nullptr);
}

void StartPageTest::leadsToTheSandboxWithoutTheTour()
{
    begin();
    find<QCheckBox>(shown<StartPage>(), "tourCheck")->setChecked(false);
    press(shown<StartPage>(), "sandboxChoiceButton");
    QTRY_VERIFY(m_controller->window() != nullptr);
    QVERIFY(m_controller->window()->findChild<Tour *>() == nullptr);
}

void StartPageTest::isReachedByTheKeyboardAlone()
{
    begin();
    StartPage *page = shown<StartPage>();
    QVERIFY(QTest::qWaitForWindowActive(page));
    QStringList visited{QApplication::focusWidget()->objectName()};
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        visited << QApplication::focusWidget()->objectName();
    }
    QCOMPARE(visited, QStringList({u"sandboxChoiceButton"_s, u"tourCheck"_s, u"addChoiceButton"_s,
                                   u"importChoiceButton"_s, u"startLanguageCombo"_s}));
    find<QPushButton>(page, "sandboxChoiceButton")->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(m_controller->window() != nullptr);
}

void StartPageTest::opensTheFormOfANewConnection()
{
    begin();
    press(shown<StartPage>(), "addChoiceButton");
    QTRY_VERIFY(shown<ProfileEditor>() != nullptr);
    QVERIFY(shown<ConnectionDialog>() != nullptr);
    shown<ProfileEditor>()->reject();
    shown<ConnectionDialog>()->reject();
    QTRY_VERIFY(shown<ConnectionDialog>() == nullptr);
    // Nothing was opened, so one can still choose.
    QVERIFY(shown<StartPage>() != nullptr);
}

void StartPageTest::asksForAFileOfConnections()
{
    begin();
    press(shown<StartPage>(), "importChoiceButton");
    QTRY_VERIFY(shown<QFileDialog>() != nullptr);
    QCOMPARE(shown<QFileDialog>()->objectName(), u"importDialog"_s);
}

void StartPageTest::takesAFileThatWasHandedOver()
{
    const QString file = m_folder->filePath(u"shared.json"_s);
    QVERIFY(ProfileStore(file, {}).add(
        {.name = u"from a file"_s, .host = QUrl(u"https://api.corp.example"_s), .keyId = u"k"_s}));
    begin();
    m_controller->take({file});
    QTRY_VERIFY(shown<QFileDialog>() != nullptr);
    static_cast<QDialog *>(shown<QFileDialog>())->accept();
    QTRY_COMPARE(ProfileStore().profiles().list.size(), 1);
}

void StartPageTest::staysWhenTheQuestionForASecretIsCancelled()
{
    begin();
    const Result<Profile> profile =
        ProfileStore().add({.name = u"one"_s, .host = QUrl(u"https://a.example"_s), .keyId = u"k"_s});
    QVERIFY(profile);
    m_controller->open(*profile);
    QTRY_VERIFY(shown<SecretDialog>() != nullptr);
    shown<SecretDialog>()->reject();
    QTRY_VERIFY(shown<SecretDialog>() == nullptr);
    QVERIFY(shown<StartPage>() != nullptr);
    QVERIFY(m_controller->window() == nullptr);
    // With the secret the page makes way for the window.
    m_controller->open(*profile);
    QTRY_VERIFY(shown<SecretDialog>() != nullptr);
    find<QLineEdit>(shown<SecretDialog>(), "askedSecretEdit")->setText(u"secret"_s);
    shown<SecretDialog>()->accept();
    QTRY_VERIFY(m_controller->window() != nullptr);
    QTRY_VERIFY(shown<StartPage>() == nullptr);
}

void StartPageTest::endsTheProgramWhenItIsClosedAlone()
{
    begin();
    const QSignalSpy quit(m_controller.get(), &AppController::quitRequested);
    QTest::keyClick(shown<StartPage>(), Qt::Key_Escape);
    QTRY_COMPARE(quit.count(), 1);
}

void StartPageTest::comesAgainFromTheHelpMenu()
{
    begin();
    m_controller->openSandbox();
    QTRY_VERIFY(shown<StartPage>() == nullptr);
    const QSignalSpy quit(m_controller.get(), &AppController::quitRequested);
    find<QAction>(m_controller->window(), "startPageAction")->trigger();
    QVERIFY(shown<StartPage>() != nullptr);
    const MainWindow *window = m_controller->window();
    shown<StartPage>()->reject();
    QTRY_VERIFY(shown<StartPage>() == nullptr);
    QCOMPARE(quit.count(), 0);
    find<QAction>(m_controller->window(), "startPageAction")->trigger();
    press(shown<StartPage>(), "sandboxChoiceButton");
    // It is open already: nothing is opened anew for the tour.
    QTRY_VERIFY(m_controller->window()->findChild<Tour *>() != nullptr);
    QCOMPARE(m_controller->window(), window);
    QTRY_VERIFY(shown<StartPage>() == nullptr);
}

void StartPageTest::changesTheLanguage()
{
    begin();
    StartPage *page = shown<StartPage>();
    auto *combo = find<QComboBox>(page, "startLanguageCombo");
    QCOMPARE(combo->currentText(), u"English"_s);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Up);
    QTRY_COMPARE(m_translation->language(), Language::Chinese);
    QTRY_COMPARE(page->windowTitle(), u"欢迎使用 Kickdesk"_s);
    QVERIFY(find<QPushButton>(page, "sandboxChoiceButton")->accessibleDescription().contains(u"虚构"_s));
    QCOMPARE(SettingsFile().read().language, std::optional(Language::Chinese));
    QTRY_COMPARE(WidgetChecks::cutWidgets(page).join(u'\n'), QString());
}

void StartPageTest::saysWhatEachChoiceIs()
{
    begin();
    const StartPage *page = shown<StartPage>();
    QTRY_COMPARE(WidgetChecks::cutWidgets(page).join(u'\n'), QString());
    QCOMPARE(WidgetChecks::unnamedControls(page).join(u'\n'), QString());
    QCOMPARE(WidgetChecks::muteLabels(page).join(u'\n'), QString());
    QCOMPARE(WidgetChecks::collidingMnemonics(page).join(u'\n'), QString());
    for (const char *name : {"sandboxChoiceButton", "addChoiceButton", "importChoiceButton"}) {
        const QAccessibleInterface *button =
            QAccessible::queryAccessibleInterface(find<QPushButton>(page, name));
        QVERIFY2(button->text(QAccessible::Description).endsWith(u'.'), name);
    }
}

QTEST_MAIN(StartPageTest)
#include "tst_startpage.moc"
