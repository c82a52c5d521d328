// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/checksbar.h"
#include "gui/sheetparts.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

const SandboxOptions slowPool{.users = 200, .latencyMs = 300};

QJsonArray sentAppIds(const WindowFixture &f)
{
    const QList<SandboxRequest> requests = f.sandbox()->requests();
    const auto sent = std::ranges::find(requests, QByteArray("kick-users"), &SandboxRequest::endpoint);
    return sent == requests.end() ? QJsonArray()
                                  : QJsonDocument::fromJson(sent->body).object().value("appIds"_L1).toArray();
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

} // namespace

/// A kick sheet that opens while sessions are still being checked: it leaves none out, it never sends what it
/// has not shown, and it costs no key more than it must.
class SheetChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverLeavesOutWhatWasBeingChecked();
    void takesFiveKeysAtMost_data();
    void takesFiveKeysAtMost();
    void leadsATypingAgentToTheButtonFirst();
    void opensBeforeAnythingIsTicked();
    void saysWhatItWaitsFor();
    void takesInWhatIsNotCheckedYet();
    void waitsForNothingThatTheAgentDecided();
};

void SheetChecksTest::neverLeavesOutWhatWasBeingChecked()
{
    const SandboxSession fast;
    const User user = SheetParts::userOnlineIn(fast, 6);
    const WindowFixture f(Language::English, {}, slowPool);
    f.type(user.userId);
    f.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QAction>("kickAction")->isEnabled(), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(!SheetParts::namesIn(f, SessionState::Online).isEmpty(), 20000);
    QVERIFY(!SheetParts::isChecked(f));
    f.press(Qt::Key_K, Qt::ControlModifier);
    const QStringList first = SheetParts::listed(f);
    QVERIFY(f.isShown("checksBar"));
    QVERIFY2(f.text("checksLabel").contains(" of 24 applications not checked yet."_L1),
             qPrintable(f.text("checksLabel")));
    const auto *send = f.find<QPushButton>("sendButton");
    QVERIFY(!send->isEnabled());
    // An agent in a hurry presses Enter: nothing is sent, and the sheet stays, also once the user is looked
    // up.
    f.press(Qt::Key_Return);
    QTRY_VERIFY(!f.isShown("lookupLabel"));
    QVERIFY(!SheetParts::isChecked(f));
    QVERIFY(!send->isEnabled());
    QVERIFY(!f.text("sheetMissingLabel").isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(SheetParts::isChecked(f), 20000);
    // What the last check has added is on the sheet before it can be sent.
    const QStringList online = SheetParts::namesIn(f, SessionState::Online);
    QVERIFY(online.size() > first.size());
    QCOMPARE(sorted(SheetParts::listed(f)), sorted(online));
    QVERIFY(!send->isEnabled());
    f.press(Qt::Key_Return);
    QVERIFY(f.isShown("kickSheet"));
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 0);
    const QString added = u"%1 applications added"_s.arg(online.size() - first.size());
    QVERIFY2(f.text("checksLabel").startsWith(added), qPrintable(f.text("checksLabel")));
    QTRY_VERIFY(send->isEnabled());
    QVERIFY(send->hasFocus());
    QVERIFY(f.send());
    QCOMPARE(sentAppIds(f).size(), online.size());
}

void SheetChecksTest::takesFiveKeysAtMost_data()
{
    QTest::addColumn<bool>("isImpatient");
    QTest::newRow("waits") << false;
    QTest::newRow("presses Enter too early") << true;
}

void SheetChecksTest::takesFiveKeysAtMost()
{
    QFETCH(const bool, isImpatient);
    const SandboxSession fast;
    const User user = SheetParts::userOnlineIn(fast, 6);
    const WindowFixture f(Language::English, {}, slowPool);
    int keys = 0;
    const auto press = [&f, &keys](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        ++keys;
        f.press(key, modifiers);
    };
    QGuiApplication::clipboard()->setText(user.userId);
    f.find<QLineEdit>("searchEdit")->setFocus();
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QAction>("kickAction")->isEnabled(), 20000);
    QVERIFY(!SheetParts::isChecked(f));
    press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(f.isShown("kickSheet"));
    if (isImpatient)
        press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QPushButton>("sendButton")->isEnabled(), 20000);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QPushButton>("copyResultButton")->isEnabled(), 40000);
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains("Confirmed offline"_L1));
    QVERIFY2(keys <= 5, qPrintable(QString::number(keys)));
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 1);
    QVERIFY(sentAppIds(f).size() >= 6);
}

void SheetChecksTest::leadsATypingAgentToTheButtonFirst()
{
    const SandboxSession fast;
    const User user = SheetParts::userOnlineIn(fast, 6);
    const WindowFixture f(Language::English, {}, slowPool);
    f.type(user.userId);
    f.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QAction>("kickAction")->isEnabled(), 20000);
    f.press(Qt::Key_K, Qt::ControlModifier);
    auto *ticket = f.find<QLineEdit>("ticketEdit");
    ticket->setFocus();
    QTest::keyClicks(ticket, u"INC-7"_s);
    const auto *send = f.find<QPushButton>("sendButton");
    QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled(), 20000);
    QVERIFY(ticket->hasFocus());
    f.press(Qt::Key_Return);
    QVERIFY(send->hasFocus());
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 0);
    QVERIFY(f.send());
}

void SheetChecksTest::opensBeforeAnythingIsTicked()
{
    const WindowFixture f(Language::English, {u"never@check-session-status"_s});
    f.type(f.user().userId);
    f.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QAction>("kickAction")->isEnabled(), 20000);
    QCOMPARE(f.text("actionHintLabel"), QString());
    f.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(f.isShown("kickSheet"));
    QCOMPARE(SheetParts::listed(f), QStringList());
    const auto *send = f.find<QPushButton>("sendButton");
    QCOMPARE(send->text(), u"Force sign-out"_s);
    QTRY_VERIFY(!f.isShown("lookupLabel"));
    QVERIFY(!send->isEnabled());
    f.press(Qt::Key_Return);
    QVERIFY(f.isShown("kickSheet"));
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 0);
}

void SheetChecksTest::saysWhatItWaitsFor()
{
    ChecksBar bar;
    QVERIFY(bar.missing().isEmpty());
    const Application application{
        .appId = u"a"_s, .appIdentifier = {}, .appName = ServerText(u"Wiki"_s), .userPoolId = {}};
    bar.setState({.waiting = {application}, .found = {}, .total = 2, .states = {}}, {});
    QVERIFY(bar.isWaiting() && !bar.missing().isEmpty());
    bar.setState({}, {application});
    QVERIFY(!bar.isWaiting() && bar.missing().isEmpty());
    QVERIFY(bar.findChild<QLabel *>(u"checksLabel"_s)->text().contains("Wiki"_L1));
    bar.setState({}, {});
    QVERIFY(bar.missing().isEmpty() && bar.isHidden());
}

void SheetChecksTest::takesInWhatIsNotCheckedYet()
{
    const SandboxSession fast;
    const User user = SheetParts::userOnlineIn(fast, 1);
    const WindowFixture f(Language::English, {}, {.users = 200, .latencyMs = 300});
    f.type(user.userId);
    f.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QAction>("kickAction")->isEnabled(), 20000);
    f.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(f.isShown("includeAllButton"));
    f.find<QPushButton>("includeAllButton")->click();
    QVERIFY(!f.isShown("checksBar"));
    QVERIFY(
        f.find<QPushButton>("sendButton")->text().contains(QString::number(SheetParts::listed(f).size())));
    const QStringList all = SheetParts::listed(f);
    QTRY_VERIFY_WITH_TIMEOUT(SheetParts::isChecked(f), 20000);
    for (const QString &name : SheetParts::namesIn(f, SessionState::Online))
        QVERIFY2(all.contains(name), qPrintable(name));
    QTRY_VERIFY(f.find<QPushButton>("sendButton")->isEnabled());
}

void SheetChecksTest::waitsForNothingThatTheAgentDecided()
{
    const WindowFixture f(Language::English, {}, {.users = 200, .latencyMs = 200});
    f.type(f.user().userId);
    f.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(f.rows("applicationTable") == 24, 20000);
    QVERIFY(!SheetParts::isChecked(f));
    QVERIFY(f.openSheet());
    QVERIFY(!f.isShown("checksBar"));
    QCOMPARE(SheetParts::listed(f).size(), 1);
}

QTEST_MAIN(SheetChecksTest)
#include "tst_sheetchecks.moc"
