// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/errorwords.h"
#include "gui/windowfixture.h"
#include "models/user/usersearchmodel.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

void hold(Qt::Key key)
{
    constexpr int repeats = 20;
    for (int i = 0; i < repeats; ++i) {
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, QString(), true);
        QApplication::sendEvent(QApplication::focusWidget(), &press);
    }
}

/// A session on @p pool whose profile asks for more.
std::unique_ptr<Session> strictSession(const SandboxSession &pool,
                                       const std::function<void(Profile *)> &change)
{
    Profile profile = pool.profile();
    change(&profile);
    return std::make_unique<Session>(profile, pool.address.secret, &pool.journal);
}

QLabel *stateLabel(const WindowFixture &f, const char *pane)
{
    return f.find<QWidget>(pane)->findChild<QLabel *>(u"stateLabel"_s);
}

/// A window with a kick under way whose answer takes a while.
class KickUnderWay
{
public:
    KickUnderWay()
        : m_fixture(Language::English, {}, {.users = 200, .latencyMs = 300})
    {
    }

    const WindowFixture &fixture() const { return m_fixture; }
    bool begin() const
    {
        if (!m_fixture.open(m_fixture.user()) || !m_fixture.openSheet())
            return false;
        m_fixture.find<QPushButton>("sendButton")->click();
        return QTest::qWaitFor([this] { return m_fixture.window()->isKicking(); });
    }
    QMessageBox *waitBox() const { return m_fixture.window()->findChild<QMessageBox *>(u"waitBox"_s); }

private:
    WindowFixture m_fixture;
};

} // namespace

/// What has to be given before a kick leaves, and what a restricted key still can do.
class KickGuardsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForWhatTheProfileRequires();
    void guardsWhoMustNotBeHit_data();
    void guardsWhoMustNotBeHit();
    void marksTheProtectedInTheList();
    void readsTheAuditLogOnlyWhenItIsLookedAt();
    void saysThatTheAuditLogIsForbidden();
    void worksWithoutTheSearch();
    void worksWithoutTheChecks();
    void worksWithoutTheApplicationList();
    void worksWithoutAnyApplication();
    void takesAFullDiskForNoLostConnection();
    void leavesNothingOpenAboutASearch();
    void closesWhenTheResultIsOnRecord();
    void staysWhereTheAgentWantsTo();
    void saysWhyTheNextConnectionWaits();
    void locksWhenTheResultIsOnRecord();
};

void KickGuardsTest::asksForWhatTheProfileRequires()
{
    const SandboxSession pool;
    const auto session = strictSession(pool, [](Profile *profile) {
        profile->isTicketRequired = true;
        profile->isReasonRequired = true;
    });
    const WindowFixture f(Language::English, session.get());
    QVERIFY(f.open(f.user()));
    f.find<QAction>("tickAllAction")->trigger();
    f.press(Qt::Key_K, Qt::ControlModifier);
    auto *ticket = f.find<QLineEdit>("ticketEdit");
    auto *reason = f.find<QLineEdit>("reasonEdit");
    const auto *send = f.find<QPushButton>("sendButton");
    QCOMPARE(QApplication::focusWidget(), ticket);
    QCOMPARE(f.text("ticketCaption"), u"⚠ Ticket (required)"_s);
    QCOMPARE(f.text("reasonCaption"), u"⚠ Reason (required)"_s);
    // Each field says itself that it is owed, and can be seen as it is at the smallest size.
    QCOMPARE(f.window()->size(), f.window()->minimumSize());
    for (const QLineEdit *edit : {ticket, reason}) {
        QVERIFY(edit->placeholderText().startsWith("Enter the "_L1));
        QCOMPARE(edit->accessibleDescription(), edit->placeholderText());
        QCOMPARE(edit->visibleRegion().boundingRect(), edit->rect());
    }
    QCOMPARE(f.text("sheetMissingLabel"), u"Enter the ticket number first."_s);
    QTRY_VERIFY(!f.isShown("lookupLabel"));
    QVERIFY(!send->isEnabled());
    f.press(Qt::Key_Return);
    QVERIFY(f.isShown("kickSheet"));
    QTest::keyClicks(ticket, u" INC-7 "_s);
    QCOMPARE(f.text("ticketCaption"), u"Ticket (required)"_s);
    QCOMPARE(ticket->accessibleDescription(), QString());
    QCOMPARE(f.text("sheetMissingLabel"), u"Enter the reason first."_s);
    QVERIFY(!send->isEnabled());
    QTest::keyClicks(reason, u"   "_s);
    QVERIFY(!send->isEnabled());
    QTest::keyClicks(reason, u"stolen"_s);
    QVERIFY(send->isEnabled());
    QVERIFY(f.text("sheetMissingLabel").isEmpty());
    f.press(Qt::Key_Return);
    QTRY_COMPARE(pool.sandbox->requestCount("kick-users"), 1);
}

void KickGuardsTest::guardsWhoMustNotBeHit_data()
{
    QTest::addColumn<bool>("isSelf");
    QTest::addColumn<QString>("words");
    QTest::newRow("protected") << false << u"This user is protected."_s;
    QTest::newRow("self") << true << u"This is yourself."_s;
}

void KickGuardsTest::guardsWhoMustNotBeHit()
{
    QFETCH(bool, isSelf);
    QFETCH(QString, words);
    const SandboxSession pool;
    const QString userId = Sandbox::userId({.users = 200}, 3);
    const auto session = strictSession(pool, [&](Profile *profile) {
        if (isSelf)
            profile->ownUserId = userId;
        else
            profile->protectedUsers = {{.userId = userId, .identifiers = {}}};
    });
    const WindowFixture f(Language::English, session.get());
    User user;
    user.userId = userId;
    QVERIFY(f.open(user));
    QVERIFY(f.isShown("cardShieldLabel"));
    QVERIFY(f.isShown("cardProtectionLabel"));
    f.find<QAction>("tickAllAction")->trigger();
    f.press(Qt::Key_K, Qt::ControlModifier);
    const auto *send = f.find<QPushButton>("sendButton");
    QVERIFY(f.isShown("protectionIconLabel"));
    QVERIFY(f.text("protectionLabel").startsWith(words));
    QTRY_VERIFY(!f.isShown("lookupLabel"));
    QCOMPARE(QApplication::focusWidget(), f.find<QWidget>("cancelButton"));
    hold(Qt::Key_Return);
    hold(Qt::Key_Space);
    QVERIFY(f.isShown("kickSheet"));
    QVERIFY(!send->isEnabled());
    QVERIFY(!f.text("sheetMissingLabel").isEmpty());
    auto *reason = f.find<QLineEdit>("overrideEdit");
    auto *name = f.find<QLineEdit>("confirmEdit");
    QTest::keyClicks(name, userId);
    QVERIFY(!send->isEnabled());
    QTest::keyClicks(reason, u"told to"_s);
    QVERIFY(send->isEnabled());
    name->clear();
    QTest::keyClicks(name, u"somebody else"_s);
    QVERIFY(!send->isEnabled());
    name->clear();
    // The keys of a test know no Chinese.
    name->setText(f.text("nameLabel"));
    QVERIFY(send->isEnabled());
    hold(Qt::Key_Return);
    QCOMPARE(pool.sandbox->requestCount("kick-users"), 0);
    name->setFocus();
    hold(Qt::Key_Return);
    QCOMPARE(pool.sandbox->requestCount("kick-users"), 0);
    QVERIFY(f.send());
    QCOMPARE(pool.sandbox->requestCount("kick-users"), 1);
}

void KickGuardsTest::marksTheProtectedInTheList()
{
    const SandboxSession pool;
    const QString userId = Sandbox::userId({.users = 200}, 3);
    const auto session = strictSession(
        pool, [&](Profile *profile) { profile->protectedUsers = {{.userId = userId, .identifiers = {}}}; });
    const WindowFixture f(Language::Chinese, session.get());
    f.type(userId);
    QTRY_COMPARE(f.rows("resultList"), 1);
    const QModelIndex row = f.find<QAbstractItemView>("resultList")->model()->index(0, 0);
    QCOMPARE(row.data(UserSearchModel::ProtectionTextRole).toString(), u"受保护"_s);
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u", 受保护, "_s));
}

void KickGuardsTest::readsTheAuditLogOnlyWhenItIsLookedAt()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    QCOMPARE(f.sandbox()->requestCount("get-admin-audit-logs"), 0);
    f.find<QPushButton>("closeResultButton")->click();
    f.find<QTabWidget>("historyTabs")->setCurrentWidget(f.find<QWidget>("auditPanel"));
    QTRY_COMPARE(f.rows("auditTable"), 1);
    QVERIFY(f.isShown("auditTable"));
    const QModelIndex row = f.find<QAbstractItemView>("auditTable")->model()->index(0, 1);
    // The rows come first, and then what the journal knows of them.
    QTRY_VERIFY(row.data().toString().endsWith("(this tool)"_L1));
    QCOMPARE(f.sandbox()->requestCount("get-admin-audit-logs"), 1);
}

void KickGuardsTest::saysThatTheAuditLogIsForbidden()
{
    const WindowFixture f(Language::English, {u"code-403@get-admin-audit-logs"_s});
    QVERIFY(f.open(f.user()));
    f.find<QTabWidget>("historyTabs")->setCurrentWidget(f.find<QWidget>("auditPanel"));
    QTRY_VERIFY(
        stateLabel(f, "auditState")->text().startsWith("This access key can't read the audit log"_L1));
    QVERIFY(stateLabel(f, "auditState")->isVisible());
}

void KickGuardsTest::worksWithoutTheSearch()
{
    const WindowFixture f(Language::English);
    const User user = f.user();
    f.sandbox()->setFaults({u"search-forbidden"_s});
    f.type(user.userId);
    auto *button = f.find<QWidget>("searchState")->findChild<QPushButton *>(u"stateButton"_s);
    QTRY_COMPARE(button->text(), u"Go on without looking up"_s);
    button->click();
    QTRY_VERIFY(f.isShown("manualPanel"));
}

void KickGuardsTest::worksWithoutTheChecks()
{
    const WindowFixture f(Language::English, {u"check-unavailable"_s});
    QVERIFY(f.open(f.user()));
    QVERIFY(f.text("failedLabel").startsWith("This access key can't check sessions"_L1));
    const auto *recheck = f.find<QPushButton>("recheckButton");
    QVERIFY(!recheck->isEnabled());
    QCOMPARE(recheck->toolTip(), f.text("failedLabel"));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    QCOMPARE(f.text("headlineLabel"), u"Accepted, not confirmed"_s);
    const QModelIndex line = f.find<QAbstractItemView>("resultAppsList")->model()->index(0, 0);
    QVERIFY2(line.data().toString().endsWith(u"? Accepted, not confirmed"_s),
             qPrintable(line.data().toString()));
    QVERIFY2(f.text("resultRemarkLabel").startsWith("Couldn't confirm: This access key is not allowed"_L1),
             qPrintable(f.text("resultRemarkLabel")));
}

void KickGuardsTest::worksWithoutTheApplicationList()
{
    const WindowFixture f(Language::English,
                          {u"code-403@list-application-simple-info"_s, u"code-403@list-applications"_s});
    QVERIFY(f.open(f.user()));
    QVERIFY(f.rows("applicationTable") > 0);
    QVERIFY(f.text("poolHiddenLabel").startsWith("This access key can't list all apps"_L1));
    QVERIFY(f.isShown("poolHiddenLabel"));
    const auto *everywhere = f.find<QPushButton>("everywhereButton");
    QVERIFY(!everywhere->isEnabled());
    QVERIFY(everywhere->toolTip().contains("which this access key can't read"_L1));
    QCOMPARE(f.text("actionHintLabel"), everywhere->toolTip());
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    QCOMPARE(f.text("headlineLabel"), u"Operation succeeded · Confirmed offline"_s);
}

void KickGuardsTest::worksWithoutAnyApplication()
{
    const WindowFixture f(Language::English,
                          {u"code-403@list-application-simple-info"_s, u"code-403@list-applications"_s,
                           u"code-403@get-user-loggedin-apps"_s});
    const User user = f.user();
    f.type(user.userId);
    f.press(Qt::Key_Return);
    QTRY_VERIFY(f.window()->findChild<QWidget *>(u"applicationState"_s) != nullptr);
    auto *button = f.find<QWidget>("applicationState")->findChild<QPushButton *>(u"stateButton"_s);
    QTRY_VERIFY(button->isVisible());
    QCOMPARE(button->text(), u"Go on with application IDs"_s);
    button->click();
    QVERIFY(f.isShown("manualPanel"));
    QCOMPARE(f.find<QLineEdit>("manualIdEdit")->text(), user.userId);
}

void KickGuardsTest::takesAFullDiskForNoLostConnection()
{
    QVERIFY(ErrorWords::isConnection(ErrorCode::Deadline));
    QVERIFY(!ErrorWords::isConnection(ErrorCode::JournalIncomplete));
    QCOMPARE(ErrorWords::icon({.kind = ErrorKind::Ambiguous, .code = ErrorCode::JournalIncomplete}),
             u"warning"_s);
}

void KickGuardsTest::leavesNothingOpenAboutASearch()
{
    const WindowFixture f(Language::English, {u"half-body@list-users"_s});
    f.type(u"zhang"_s);
    QTRY_VERIFY(stateLabel(f, "searchState")->text().endsWith("Try again."_L1));
    QVERIFY2(!stateLabel(f, "searchState")->text().contains("carried out"_L1),
             qPrintable(stateLabel(f, "searchState")->text()));
}

void KickGuardsTest::closesWhenTheResultIsOnRecord()
{
    const KickUnderWay kick;
    QVERIFY(kick.begin());
    const WindowFixture &f = kick.fixture();
    QSignalSpy closed(f.window(), &MainWindow::closed);
    f.window()->close();
    QVERIFY(f.window()->isVisible());
    QCOMPARE(closed.count(), 0);
    QVERIFY(kick.waitBox() && kick.waitBox()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, 60000);
    QVERIFY(!f.window()->isKicking());
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 1);
    QTRY_VERIFY(!kick.waitBox());
}

void KickGuardsTest::staysWhereTheAgentWantsTo()
{
    const KickUnderWay kick;
    QVERIFY(kick.begin());
    const WindowFixture &f = kick.fixture();
    const QSignalSpy closed(f.window(), &MainWindow::closed);
    f.window()->close();
    QVERIFY(kick.waitBox());
    kick.waitBox()->buttons().constFirst()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!f.window()->isKicking(), 60000);
    QTRY_VERIFY(f.isShown("resultPanel"));
    QVERIFY(f.window()->isVisible());
    QCOMPARE(closed.count(), 0);
}

/// What takes the window away can be chosen during a kick, and a box says what it waits for.
void KickGuardsTest::saysWhyTheNextConnectionWaits()
{
    const KickUnderWay kick;
    QVERIFY(kick.begin());
    const WindowFixture &f = kick.fixture();
    f.window()->setConnections({{.profile = {.id = u"other"_s, .name = u"Other pool"_s}}});
    QSignalSpy chosen(f.window(), &MainWindow::profileChosen);
    const QList<QAction *> entries = f.find<QMenu>("connectionMenu")->actions();
    const auto entry = std::ranges::find(entries, u"Other pool"_s, &QAction::text);
    QVERIFY(entry != entries.end() && (*entry)->isEnabled());
    for (const char *name : {"sandboxAction", "startPageAction", "tourAction"})
        QVERIFY2(f.find<QAction>(name)->isEnabled(), name);
    (*entry)->trigger();
    QCOMPARE(chosen.count(), 0);
    QVERIFY(kick.waitBox() && kick.waitBox()->isVisible());
    QVERIFY(kick.waitBox()->text().contains("what you chose"_L1));
    QTRY_COMPARE_WITH_TIMEOUT(chosen.count(), 1, 60000);
    QVERIFY(!f.window()->isKicking());
}

void KickGuardsTest::locksWhenTheResultIsOnRecord()
{
    const KickUnderWay kick;
    QVERIFY(kick.begin());
    const WindowFixture &f = kick.fixture();
    QSignalSpy locked(f.window(), &MainWindow::lockRequested);
    f.press(Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(locked.count(), 0);
    QVERIFY(kick.waitBox());
    QTRY_COMPARE_WITH_TIMEOUT(locked.count(), 1, 60000);
    QVERIFY(!f.window()->isKicking());
}

QTEST_MAIN(KickGuardsTest)
#include "tst_kickguards.moc"
