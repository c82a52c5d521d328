// SPDX-License-Identifier: Apache-2.0
#include "gui/appfixture.h"
#include "gui/help/helpwindow.h"
#include "gui/tour/tour.h"

#include <QAbstractItemView>
#include <QAction>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

/// Windows and dialogs that go because of something that was done in them. A sender that died in its own
/// signal does not come as far as the spies here, which hear it last, and the sanitizers see the rest.
class AppWindowsTest : public QObject, private AppFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        open();
        m_translation->setLanguage(Language::English);
    }
    void cleanup() { close(); }
    void secretDialogOutlivesItsAcceptance();
    void secretDialogOutlivesItsRejection();
    void windowOutlivesEverySignalThatReplacesIt_data();
    void windowOutlivesEverySignalThatReplacesIt();
    void menuOutlivesTheConnectionChosenInIt();
    void connectionDialogOutlivesTheWindow();
    void startPageOutlivesItsChoice_data();
    void startPageOutlivesItsChoice();
    void lockBoxOutlivesBothButtons();
    void dialogsGoWithTheWindowThatIsLocked();
    void languageAndThemeAreChosenWithADialogOpen();
    void openConnectionIsRemoved();
    void quitsWhileAQuestionIsOpen();
    void updateNoticeIsClosed();
    void helpOutlivesTheWindow();
    void tourOutlivesItsOwnButton();
    void kickUnderWayIsWaitedFor();

private:
    void openSaved(const QString &name)
    {
        const Profile profile = save(name);
        m_keychain->insert(SecretKey::accessKey(profile), m_pool->address.secret);
        if (!m_controller)
            start();
        m_controller->open(profile);
        QTRY_VERIFY(isOpen(name));
    }
    template <typename T>
    T *dialog(const char *name) const
    {
        return m_controller->window() != nullptr
                   ? m_controller->window()->findChild<T *>(QString::fromLatin1(name))
                   : nullptr;
    }
};

void AppWindowsTest::secretDialogOutlivesItsAcceptance()
{
    const Profile profile = save(u"helpdesk"_s);
    start();
    m_controller->openSandbox();
    m_controller->open(profile);
    QTRY_VERIFY(openDialog() != nullptr);
    QDialog *asked = openDialog();
    find<QLineEdit>(asked, "askedSecretEdit")->setText(QString::fromUtf8(m_pool->address.secret.reveal()));
    const QSignalSpy accepted(asked, &QDialog::accepted);
    const QSignalSpy finished(asked, &QDialog::finished);
    QTest::keyClick(find<QLineEdit>(asked, "askedSecretEdit"), Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(finished.count(), 1);
    QVERIFY(isOpen(u"helpdesk"_s));
    QTRY_VERIFY(openDialog() == nullptr);
}

void AppWindowsTest::secretDialogOutlivesItsRejection()
{
    const Profile profile = save(u"helpdesk"_s);
    start();
    m_controller->open(profile);
    QTRY_VERIFY(openDialog() != nullptr);
    const QSignalSpy finished(openDialog(), &QDialog::finished);
    openDialog()->reject();
    QCOMPARE(finished.count(), 1);
    QVERIFY(m_controller->session() != nullptr);
}

void AppWindowsTest::windowOutlivesEverySignalThatReplacesIt_data()
{
    QTest::addColumn<QString>("action");
    for (const char *action : {"sandboxAction", "lockAction", "tourAction"})
        QTest::newRow(action) << QString::fromLatin1(action);
}

void AppWindowsTest::windowOutlivesEverySignalThatReplacesIt()
{
    QFETCH(QString, action);
    openSaved(u"helpdesk"_s);
    const QPointer<MainWindow> before = m_controller->window();
    auto *wanted = find<QAction>(before, action.toLatin1().constData());
    const QSignalSpy triggered(wanted, &QAction::triggered);
    wanted->trigger();
    QCOMPARE(triggered.count(), 1);
    QVERIFY(before);
    QVERIFY(!before->isVisible());
    QTRY_VERIFY(!before);
    if (action == "lockAction"_L1)
        QVERIFY(m_controller->window() == nullptr);
    else
        QCOMPARE(m_controller->session()->profile().environment, Environment::Sandbox);
}

void AppWindowsTest::menuOutlivesTheConnectionChosenInIt()
{
    openSaved(u"first"_s);
    openSaved(u"second"_s);
    const QPointer<MainWindow> before = m_controller->window();
    QAction *first = find<QMenu>(before, "connectionMenu")->actions().first();
    // The list of connections is made anew in the very signal.
    connect(first, &QAction::triggered, before, [&before] { before->setConnections({}); });
    const QSignalSpy triggered(first, &QAction::triggered);
    first->trigger();
    QCOMPARE(triggered.count(), 1);
    QTRY_VERIFY(isOpen(u"first"_s));
    QTRY_VERIFY(!before);
}

void AppWindowsTest::connectionDialogOutlivesTheWindow()
{
    openSaved(u"first"_s);
    openSaved(u"second"_s);
    const QPointer<MainWindow> before = m_controller->window();
    m_controller->showConnections();
    auto *open = find<QPushButton>(before, "openConnectionButton");
    find<QTableView>(before, "connectionTable")->selectRow(0);
    const QSignalSpy clicked(open, &QPushButton::clicked);
    open->click();
    QCOMPARE(clicked.count(), 1);
    QTRY_VERIFY(isOpen(u"first"_s));
    QTRY_VERIFY(!before);
}

void AppWindowsTest::startPageOutlivesItsChoice_data()
{
    QTest::addColumn<bool>("isAboveAWindow");
    QTest::newRow("alone") << false;
    QTest::newRow("above a window") << true;
}

void AppWindowsTest::startPageOutlivesItsChoice()
{
    QFETCH(bool, isAboveAWindow);
    start();
    if (isAboveAWindow)
        openSaved(u"helpdesk"_s);
    m_controller->showStartPage();
    QTRY_VERIFY(openDialog() != nullptr);
    auto *choice = find<QPushButton>(openDialog(), "sandboxChoiceButton");
    const QSignalSpy clicked(choice, &QPushButton::clicked);
    choice->click();
    QCOMPARE(clicked.count(), 1);
    QVERIFY(m_controller->session() != nullptr);
    QCOMPARE(m_controller->session()->profile().environment, Environment::Sandbox);
    QTRY_VERIFY(openDialog() == nullptr);
    // It can be shown again, above the new window.
    m_controller->showStartPage();
    QTRY_VERIFY(openDialog() != nullptr);
    QCOMPARE(openDialog()->parentWidget(), m_controller->window());
}

void AppWindowsTest::lockBoxOutlivesBothButtons()
{
    start();
    m_controller->openSandbox();
    const QSignalSpy quit(m_controller.get(), &AppController::quitRequested);
    for (const int button : {0, 1}) {
        m_controller->lock();
        auto *box = qobject_cast<QMessageBox *>(openDialog());
        QVERIFY(box != nullptr);
        const QSignalSpy clicked(box->buttons().at(button), &QAbstractButton::clicked);
        box->buttons().at(button)->click();
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(m_controller->window() != nullptr, button == 0);
        QCOMPARE(quit.count(), button);
        QTRY_VERIFY(openDialog() == nullptr);
    }
}

void AppWindowsTest::dialogsGoWithTheWindowThatIsLocked()
{
    start();
    m_controller->openSandbox();
    m_controller->showSettings();
    const QPointer<QDialog> settings = openDialog();
    // Where the agent accepts the settings when the time is up.
    connect(settings, &QDialog::accepted, m_controller.get(), &AppController::lock);
    const QSignalSpy finished(settings, &QDialog::finished);
    settings->accept();
    QCOMPARE(finished.count(), 1);
    QVERIFY(m_controller->window() == nullptr);
    QTRY_VERIFY(!settings);
    QVERIFY(openDialog() != nullptr);
    QCOMPARE(openDialog()->objectName(), u"lockBox"_s);
    openDialog()->reject();
}

void AppWindowsTest::languageAndThemeAreChosenWithADialogOpen()
{
    start();
    m_controller->openSandbox();
    m_controller->showConnections();
    QDialog *connections = openDialog();
    find<QAction>(m_controller->window(), "chineseAction")->trigger();
    QTRY_COMPARE(connections->windowTitle(), u"连接"_s);
    find<QAction>(m_controller->window(), "darkThemeAction")->trigger();
    QVERIFY(connections->isVisible());
    connections->reject();
    QTRY_VERIFY(openDialog() == nullptr);
}

void AppWindowsTest::openConnectionIsRemoved()
{
    openSaved(u"helpdesk"_s);
    m_controller->showConnections();
    const QPointer<MainWindow> before = m_controller->window();
    find<QPushButton>(before, "removeConnectionButton")->click();
    auto *box = dialog<QMessageBox>("removeConnectionBox");
    QVERIFY(box != nullptr);
    const QList<QAbstractButton *> buttons = box->buttons();
    const auto destructive = std::ranges::find_if(buttons, [box](QAbstractButton *button) {
        return box->buttonRole(button) == QMessageBox::DestructiveRole;
    });
    QVERIFY(destructive != buttons.end());
    QAbstractButton *remove = *destructive;
    const QSignalSpy clicked(remove, &QAbstractButton::clicked);
    remove->click();
    QCOMPARE(clicked.count(), 1);
    QVERIFY(ProfileStore().profiles().list.isEmpty());
    // What is open stays open.
    QVERIFY(before);
    QVERIFY(isOpen(u"helpdesk"_s));
}

void AppWindowsTest::quitsWhileAQuestionIsOpen()
{
    openSaved(u"helpdesk"_s);
    m_controller->showConnections();
    find<QPushButton>(m_controller->window(), "removeConnectionButton")->click();
    QVERIFY(dialog<QMessageBox>("removeConnectionBox") != nullptr);
    const QSignalSpy quit(m_controller.get(), &AppController::quitRequested);
    m_controller->window()->close();
    QCOMPARE(quit.count(), 1);
    m_controller.reset();
    QVERIFY(openDialog() == nullptr);
}

void AppWindowsTest::updateNoticeIsClosed()
{
    start();
    m_controller->openSandbox();
    m_controller->addNotice({.kind = StoreNotice::Kind::NewVersion, .path = u"99.1.0 https://k.example/"_s});
    auto *close = find<QPushButton>(m_controller->window(), "storeNoticeCloseButton");
    const QSignalSpy clicked(close, &QPushButton::clicked);
    close->click();
    QCOMPARE(clicked.count(), 1);
    QVERIFY(!close->isVisible());
}

void AppWindowsTest::helpOutlivesTheWindow()
{
    start();
    m_controller->openSandbox();
    find<QAction>(m_controller->window(), "guideAction")->trigger();
    QVERIFY(m_controller->help().window() != nullptr);
    m_controller->lock();
    QTRY_VERIFY(m_controller->window() == nullptr);
    m_controller->help().window()->close();
    qobject_cast<QMessageBox *>(openDialog())->buttons().first()->click();
    QTRY_VERIFY(m_controller->window() != nullptr);
    find<QAction>(m_controller->window(), "guideAction")->trigger();
    QVERIFY(m_controller->help().window()->isVisible());
}

void AppWindowsTest::tourOutlivesItsOwnButton()
{
    start();
    m_controller->openSandbox();
    m_controller->startTour();
    auto *leave = find<QPushButton>(m_controller->window(), "coachLeaveButton");
    const QSignalSpy clicked(leave, &QPushButton::clicked);
    // Begun anew in the signal that ends it.
    connect(leave, &QPushButton::clicked, m_controller.get(), &AppController::startTour);
    leave->click();
    QCOMPARE(clicked.count(), 1);
    QTRY_COMPARE(m_controller->window()->findChildren<Tour *>().size(), 1);
}

void AppWindowsTest::kickUnderWayIsWaitedFor()
{
    openSaved(u"helpdesk"_s);
    const QPointer<MainWindow> before = m_controller->window();
    QVERIFY(openSheet(user()));
    find<QPushButton>(before, "sendButton")->click();
    QVERIFY(before->isKicking());
    m_controller->openSandbox();
    m_controller->lock();
    QVERIFY(isOpen(u"helpdesk"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_controller->session()->profile().environment, Environment::Sandbox, 60000);
    QCOMPARE(m_pool->sandbox->requestCount("kick-users"), 1);
    QTRY_VERIFY(!before);
}

QTEST_MAIN(AppWindowsTest)
#include "tst_appwindows.moc"
