// SPDX-License-Identifier: Apache-2.0
#include "gui/deskfixture.h"
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
class DeskWindowsTest : public QObject, private DeskFixture
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
        if (!m_desk)
            start();
        m_desk->open(profile);
        QTRY_VERIFY(isOpen(name));
    }
    template <typename T>
    T *dialog(const char *name) const
    {
        return m_desk->window() != nullptr ? m_desk->window()->findChild<T *>(QString::fromLatin1(name))
                                           : nullptr;
    }
};

void DeskWindowsTest::secretDialogOutlivesItsAcceptance()
{
    const Profile profile = save(u"helpdesk"_s);
    start();
    m_desk->openSandbox();
    m_desk->open(profile);
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

void DeskWindowsTest::secretDialogOutlivesItsRejection()
{
    const Profile profile = save(u"helpdesk"_s);
    start();
    m_desk->open(profile);
    QTRY_VERIFY(openDialog() != nullptr);
    const QSignalSpy finished(openDialog(), &QDialog::finished);
    openDialog()->reject();
    QCOMPARE(finished.count(), 1);
    QVERIFY(m_desk->session() != nullptr);
}

void DeskWindowsTest::windowOutlivesEverySignalThatReplacesIt_data()
{
    QTest::addColumn<QString>("action");
    for (const char *action : {"sandboxAction", "lockAction", "tourAction"})
        QTest::newRow(action) << QString::fromLatin1(action);
}

void DeskWindowsTest::windowOutlivesEverySignalThatReplacesIt()
{
    QFETCH(QString, action);
    openSaved(u"helpdesk"_s);
    const QPointer<MainWindow> before = m_desk->window();
    auto *wanted = find<QAction>(before, action.toLatin1().constData());
    const QSignalSpy triggered(wanted, &QAction::triggered);
    wanted->trigger();
    QCOMPARE(triggered.count(), 1);
    QVERIFY(before);
    QVERIFY(!before->isVisible());
    QTRY_VERIFY(!before);
    if (action == "lockAction"_L1)
        QVERIFY(m_desk->window() == nullptr);
    else
        QCOMPARE(m_desk->session()->profile().environment, Environment::Sandbox);
}

void DeskWindowsTest::menuOutlivesTheConnectionChosenInIt()
{
    openSaved(u"first"_s);
    openSaved(u"second"_s);
    const QPointer<MainWindow> before = m_desk->window();
    QAction *first = find<QMenu>(before, "connectionMenu")->actions().first();
    // The list of connections is made anew in the very signal.
    connect(first, &QAction::triggered, before, [&before] { before->setConnections({}); });
    const QSignalSpy triggered(first, &QAction::triggered);
    first->trigger();
    QCOMPARE(triggered.count(), 1);
    QTRY_VERIFY(isOpen(u"first"_s));
    QTRY_VERIFY(!before);
}

void DeskWindowsTest::connectionDialogOutlivesTheWindow()
{
    openSaved(u"first"_s);
    openSaved(u"second"_s);
    const QPointer<MainWindow> before = m_desk->window();
    m_desk->showConnections();
    auto *open = find<QPushButton>(before, "openConnectionButton");
    find<QTableView>(before, "connectionTable")->selectRow(0);
    const QSignalSpy clicked(open, &QPushButton::clicked);
    open->click();
    QCOMPARE(clicked.count(), 1);
    QTRY_VERIFY(isOpen(u"first"_s));
    QTRY_VERIFY(!before);
}

void DeskWindowsTest::startPageOutlivesItsChoice_data()
{
    QTest::addColumn<bool>("isAboveAWindow");
    QTest::newRow("alone") << false;
    QTest::newRow("above a window") << true;
}

void DeskWindowsTest::startPageOutlivesItsChoice()
{
    QFETCH(bool, isAboveAWindow);
    start();
    if (isAboveAWindow)
        openSaved(u"helpdesk"_s);
    m_desk->showStartPage();
    QTRY_VERIFY(openDialog() != nullptr);
    auto *choice = find<QPushButton>(openDialog(), "sandboxChoiceButton");
    const QSignalSpy clicked(choice, &QPushButton::clicked);
    choice->click();
    QCOMPARE(clicked.count(), 1);
    QVERIFY(m_desk->session() != nullptr);
    QCOMPARE(m_desk->session()->profile().environment, Environment::Sandbox);
    QTRY_VERIFY(openDialog() == nullptr);
    // It can be shown again, above the new window.
    m_desk->showStartPage();
    QTRY_VERIFY(openDialog() != nullptr);
    QCOMPARE(openDialog()->parentWidget(), m_desk->window());
}

void DeskWindowsTest::lockBoxOutlivesBothButtons()
{
    start();
    m_desk->openSandbox();
    const QSignalSpy quit(m_desk.get(), &Desk::quitRequested);
    for (const int button : {0, 1}) {
        m_desk->lock();
        auto *box = qobject_cast<QMessageBox *>(openDialog());
        QVERIFY(box != nullptr);
        const QSignalSpy clicked(box->buttons().at(button), &QAbstractButton::clicked);
        box->buttons().at(button)->click();
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(m_desk->window() != nullptr, button == 0);
        QCOMPARE(quit.count(), button);
        QTRY_VERIFY(openDialog() == nullptr);
    }
}

void DeskWindowsTest::dialogsGoWithTheWindowThatIsLocked()
{
    start();
    m_desk->openSandbox();
    m_desk->showSettings();
    const QPointer<QDialog> settings = openDialog();
    // Where the agent accepts the settings when the time is up.
    connect(settings, &QDialog::accepted, m_desk.get(), &Desk::lock);
    const QSignalSpy finished(settings, &QDialog::finished);
    settings->accept();
    QCOMPARE(finished.count(), 1);
    QVERIFY(m_desk->window() == nullptr);
    QTRY_VERIFY(!settings);
    QVERIFY(openDialog() != nullptr);
    QCOMPARE(openDialog()->objectName(), u"lockBox"_s);
    openDialog()->reject();
}

void DeskWindowsTest::languageAndThemeAreChosenWithADialogOpen()
{
    start();
    m_desk->openSandbox();
    m_desk->showConnections();
    QDialog *connections = openDialog();
    find<QAction>(m_desk->window(), "chineseAction")->trigger();
    QTRY_COMPARE(connections->windowTitle(), u"连接"_s);
    find<QAction>(m_desk->window(), "darkThemeAction")->trigger();
    QVERIFY(connections->isVisible());
    connections->reject();
    QTRY_VERIFY(openDialog() == nullptr);
}

void DeskWindowsTest::openConnectionIsRemoved()
{
    openSaved(u"helpdesk"_s);
    m_desk->showConnections();
    const QPointer<MainWindow> before = m_desk->window();
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

void DeskWindowsTest::quitsWhileAQuestionIsOpen()
{
    openSaved(u"helpdesk"_s);
    m_desk->showConnections();
    find<QPushButton>(m_desk->window(), "removeConnectionButton")->click();
    QVERIFY(dialog<QMessageBox>("removeConnectionBox") != nullptr);
    const QSignalSpy quit(m_desk.get(), &Desk::quitRequested);
    m_desk->window()->close();
    QCOMPARE(quit.count(), 1);
    m_desk.reset();
    QVERIFY(openDialog() == nullptr);
}

void DeskWindowsTest::updateNoticeIsClosed()
{
    start();
    m_desk->openSandbox();
    m_desk->addNotice({.kind = StoreNotice::Kind::NewVersion, .path = u"99.1.0 https://k.example/"_s});
    auto *close = find<QPushButton>(m_desk->window(), "storeNoticeCloseButton");
    const QSignalSpy clicked(close, &QPushButton::clicked);
    close->click();
    QCOMPARE(clicked.count(), 1);
    QVERIFY(!close->isVisible());
}

void DeskWindowsTest::helpOutlivesTheWindow()
{
    start();
    m_desk->openSandbox();
    find<QAction>(m_desk->window(), "guideAction")->trigger();
    QVERIFY(m_desk->help().window() != nullptr);
    m_desk->lock();
    QTRY_VERIFY(m_desk->window() == nullptr);
    m_desk->help().window()->close();
    qobject_cast<QMessageBox *>(openDialog())->buttons().first()->click();
    QTRY_VERIFY(m_desk->window() != nullptr);
    find<QAction>(m_desk->window(), "guideAction")->trigger();
    QVERIFY(m_desk->help().window()->isVisible());
}

void DeskWindowsTest::tourOutlivesItsOwnButton()
{
    start();
    m_desk->openSandbox();
    m_desk->startTour();
    auto *leave = find<QPushButton>(m_desk->window(), "coachLeaveButton");
    const QSignalSpy clicked(leave, &QPushButton::clicked);
    // Begun anew in the signal that ends it.
    connect(leave, &QPushButton::clicked, m_desk.get(), &Desk::startTour);
    leave->click();
    QCOMPARE(clicked.count(), 1);
    QTRY_COMPARE(m_desk->window()->findChildren<Tour *>().size(), 1);
}

void DeskWindowsTest::kickUnderWayIsWaitedFor()
{
    openSaved(u"helpdesk"_s);
    const QPointer<MainWindow> before = m_desk->window();
    QVERIFY(openSheet(user()));
    find<QPushButton>(before, "sendButton")->click();
    QVERIFY(before->isKicking());
    m_desk->openSandbox();
    m_desk->lock();
    QVERIFY(isOpen(u"helpdesk"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->session()->profile().environment, Environment::Sandbox, 60000);
    QCOMPARE(m_pool->sandbox->requestCount("kick-users"), 1);
    QTRY_VERIFY(!before);
}

QTEST_MAIN(DeskWindowsTest)
#include "tst_deskwindows.moc"
