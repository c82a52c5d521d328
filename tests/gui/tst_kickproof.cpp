// SPDX-License-Identifier: Apache-2.0
#include "gui/style/colors.h"
#include "gui/windowfixture.h"
#include "models/history/historymodel.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabWidget>

using namespace Qt::Literals::StringLiterals;

namespace {

QString line(const WindowFixture &f, int row)
{
    return f.find<QAbstractItemView>("resultAppsList")->model()->index(row, 0).data().toString();
}

QColor headlineColor(const WindowFixture &f)
{
    return f.find<QLabel>("headlineLabel")->palette().color(QPalette::WindowText);
}

QString copied(const WindowFixture &f, const char *action)
{
    QApplication::clipboard()->clear();
    f.find<QAction>(action)->trigger();
    return QApplication::clipboard()->text();
}

} // namespace

/// What the window says between the answer and the proof, and what the receipt keeps of it.
class KickProofTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysAcceptedBeforeItIsProved_data();
    void saysAcceptedBeforeItIsProved();
    void keepsTheTicksOfTheAgent();
    void copiesInEitherLanguage_data();
    void copiesInEitherLanguage();
    void saysThatTheUserIsBackAlready();
    void asksWhetherToKickAgain();
    void countsDownBeforeTheNextAttempt();
    void writesNothingWithoutAJournal();
    void watchesForAReturn();
    void stopsWatching();
    void needsFiveKeysFromACopiedEmail();
    void remembersWhatItDidToTheUser();
    void countsTheDay_data();
    void countsTheDay();
};

void KickProofTest::saysAcceptedBeforeItIsProved_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("checking");
    QTest::addColumn<QString>("quoted");
    QTest::addColumn<QRegularExpression>("proof");
    QTest::newRow("zh-CN") << Language::Chinese << u"操作成功 · 已确认离线"_s << u"已受理，正在核实…"_s
                           << u"Authing：操作成功 · 200 / 20001"_s
                           << QRegularExpression(u"● 在线 → ○ 离线 · \\d+\\.\\d 秒 · ✔ 已确认离线$"_s);
    QTest::newRow("en-US") << Language::English << u"Operation succeeded · Confirmed offline"_s
                           << u"Accepted, confirming…"_s << u"Authing: Operation succeeded · 200 / 20001"_s
                           << QRegularExpression(
                                  u"● online → ○ offline · \\d+\\.\\d s · ✔ Confirmed offline$"_s);
}

void KickProofTest::saysAcceptedBeforeItIsProved()
{
    QFETCH(Language, language);
    const WindowFixture f(language, {u"session-slow"_s});
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    f.press(Qt::Key_Return);
    QFETCH(QString, checking);
    QTRY_COMPARE(f.text("headlineLabel"), checking);
    // What the server says is on the card at once, and it is no success yet.
    QTEST(f.text("serverMessageLabel"), "quoted");
    QVERIFY(headlineColor(f) != Colors::good(f.window()->palette()));
    QVERIFY(!f.find<QPushButton>("copyResultButton")->isEnabled());
    QVERIFY2(line(f, 0).endsWith(u"… "_s + checking), qPrintable(line(f, 0)));
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QPushButton>("copyResultButton")->isEnabled(), 20000);
    QTEST(f.text("headlineLabel"), "headline");
    QTEST(f.text("serverMessageLabel"), "quoted");
    QCOMPARE(headlineColor(f), Colors::good(f.window()->palette()));
    QFETCH(QRegularExpression, proof);
    QVERIFY2(proof.match(line(f, 0)).hasMatch(), qPrintable(line(f, 0)));
}

void KickProofTest::keepsTheTicksOfTheAgent()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    const QModelIndex row = f.find<QAbstractItemView>("applicationTable")->model()->index(0, 0);
    QCOMPARE(row.siblingAtColumn(1).data().toString(), u"○ offline"_s);
    QCOMPARE(row.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
}

void KickProofTest::copiesInEitherLanguage_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("zh-CN") << Language::Chinese;
    QTest::newRow("en-US") << Language::English;
}

void KickProofTest::copiesInEitherLanguage()
{
    QFETCH(Language, language);
    WindowFixture f(language);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    const QString headline = f.text("headlineLabel");
    const QString chinese = copied(f, "copyChineseAction");
    const QString english = copied(f, "copyEnglishAction");
    // What the server said stays in the language in which it said it.
    const QString said = language == Language::Chinese ? u"操作成功"_s : u"Operation succeeded"_s;
    QVERIFY2(
        chinese.startsWith(u"操作成功 · 已确认离线\nAuthing："_s + said + u" · 200 / 20001\n沙盒练习："_s),
        qPrintable(chinese));
    QVERIFY(chinese.contains(u"操作记录编号 1 · SHA-256 "_s));
    QVERIFY2(english.startsWith(u"Operation succeeded · Confirmed offline\nAuthing: "_s + said +
                                u" · 200 / 20001\nSandbox practice: "_s),
             qPrintable(english));
    static const QRegularExpression wholeHash(u"History no. 1 · SHA-256 [0-9a-f]{64}$"_s);
    QVERIFY2(english.contains(wholeHash), qPrintable(english));
    for (const QString &text : {chinese, english})
        QVERIFY(text.contains(f.text("replyLabel")));
    QCOMPARE(copied(f, "copyBothAction"), chinese + u"\n\n"_s + english);
    QApplication::clipboard()->clear();
    f.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text(), language == Language::Chinese ? chinese : english);
    // The window has not changed its language.
    QCOMPARE(f.translation()->language(), language);
    QCOMPARE(f.text("headlineLabel"), headline);
}

void KickProofTest::saysThatTheUserIsBackAlready()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    f.sandbox()->setFaults({u"relogin-later"_s});
    QVERIFY(f.send());
    QVERIFY2(f.text("resultRemarkLabel").startsWith("Signed in again: "_L1),
             qPrintable(f.text("resultRemarkLabel")));
    static const QRegularExpression address(u" · \\d+\\.\\d+\\.\\d+\\.\\d+ · "_s);
    QVERIFY(f.text("resultRemarkLabel").contains(address));
    QVERIFY(f.text("resultRemarkLabel").contains("This may be the account owner."_L1));
    QCOMPARE(f.text("headlineLabel"), u"Signed in again"_s);
    QCOMPARE(headlineColor(f), Colors::caution(f.window()->palette()));
    QVERIFY(f.isShown("nextStepButton"));
}

void KickProofTest::asksWhetherToKickAgain()
{
    const WindowFixture f(Language::English);
    const User user = f.user();
    QVERIFY(f.open(user));
    QVERIFY(f.openSheet());
    f.find<QLineEdit>("ticketEdit")->setText(u"INC-1"_s);
    f.find<QPushButton>("sendButton")->setFocus();
    // Kicked, signed in again at once, and the answer was lost.
    f.sandbox()->setFaults({u"relogin"_s, u"half-body"_s});
    QVERIFY(f.send());
    QCOMPARE(f.text("headlineLabel"), u"Still online"_s);
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 1);
    QVERIFY(f.isShown("nextStepButton"));
    f.sandbox()->setFaults({});
    f.find<QPushButton>("nextStepButton")->click();
    QVERIFY(f.isShown("kickSheet"));
    QCOMPARE(f.text("sheetUserIdLabel"), user.userId);
    QCOMPARE(f.find<QLineEdit>("ticketEdit")->text(), u"INC-1"_s);
    QTRY_VERIFY(f.find<QPushButton>("sendButton")->isEnabled());
    QVERIFY(f.send());
    QCOMPARE(f.text("headlineLabel"), u"Operation succeeded · Confirmed offline"_s);
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 2);
}

void KickProofTest::countsDownBeforeTheNextAttempt()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    f.sandbox()->setFaults({u"429-retry-seconds"_s});
    f.press(Qt::Key_Return);
    static const QRegularExpression countdown(u"^Sending again in \\d+ seconds?$"_s);
    QTRY_VERIFY2(f.text("resultProgressLabel").contains(countdown),
                 qPrintable(f.text("resultProgressLabel")));
    QCOMPARE(f.text("headlineLabel"), u"Waiting to retry"_s);
    const QString before = f.text("resultProgressLabel");
    QTRY_VERIFY(f.text("resultProgressLabel") != before);
    f.sandbox()->setFaults({});
    QTRY_COMPARE_WITH_TIMEOUT(f.text("headlineLabel"), u"Operation succeeded · Confirmed offline"_s, 20000);
}

void KickProofTest::writesNothingWithoutAJournal()
{
    const SandboxSession pool;
    const QString file = pool.folder.filePath(u"file"_s);
    QFile blocker(file);
    QVERIFY(blocker.open(QFile::WriteOnly));
    Journal journal(file + u"/journal.db"_s);
    Session session(pool.profile(), pool.address.secret, &journal);
    const WindowFixture f(Language::English, &session);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    QCOMPARE(f.text("headlineLabel"), u"Not sent"_s);
    QVERIFY2(f.text("resultErrorLabel").contains("so nothing was sent"_L1),
             qPrintable(f.text("resultErrorLabel")));
    QVERIFY(f.text("replyLabel").contains("journal-unavailable"_L1));
    QVERIFY(!f.isShown("resultRecordLabel"));
    QVERIFY(!f.isShown("watchLabel"));
    QCOMPARE(pool.sandbox->requestCount("kick-users"), 0);
}

void KickProofTest::watchesForAReturn()
{
    const WindowFixture f(Language::English);
    const User user = f.user();
    QVERIFY(f.open(user));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    static const QRegularExpression left(u"^Watching for a new sign-in: (9:5\\d|10:00) left$"_s);
    QVERIFY2(f.text("watchLabel").contains(left), qPrintable(f.text("watchLabel")));
    QVERIFY(!f.isShown("returnNotice"));
    f.sandbox()->setFaults({u"relogin-later"_s});
    QTRY_VERIFY_WITH_TIMEOUT(f.isShown("returnNotice"), 20000);
    f.sandbox()->setFaults({});
    QVERIFY2(f.text("returnLabel").startsWith(Users::displayName(user).plain() + u" has signed in again: "_s),
             qPrintable(f.text("returnLabel")));
    static const QRegularExpression address(u" · \\d+\\.\\d+\\.\\d+\\.\\d+ · "_s);
    QVERIFY2(f.text("returnLabel").contains(address), qPrintable(f.text("returnLabel")));
    QVERIFY(!f.isShown("watchStopButton"));
    f.find<QPushButton>("returnKickButton")->click();
    QVERIFY(!f.isShown("returnNotice"));
    QVERIFY(f.isShown("kickSheet"));
    QTRY_VERIFY(f.find<QPushButton>("sendButton")->isEnabled());
    QVERIFY(f.send());
    QCOMPARE(f.text("headlineLabel"), u"Operation succeeded · Confirmed offline"_s);
}

void KickProofTest::stopsWatching()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    QVERIFY(f.isShown("watchStopButton"));
    f.find<QPushButton>("watchStopButton")->click();
    QVERIFY(!f.isShown("watchStopButton"));
    QVERIFY(!f.isShown("watchLabel"));
    // The program says nothing more about a return: another watch, begun later, sees its user first.
    const User second = f.otherUser();
    QVERIFY(f.open(second));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    f.sandbox()->setFaults({u"relogin-later"_s});
    QTRY_VERIFY_WITH_TIMEOUT(f.isShown("returnNotice"), 20000);
    QVERIFY2(f.text("returnLabel").startsWith(Users::displayName(second).plain()),
             qPrintable(f.text("returnLabel")));
    f.find<QPushButton>("returnCloseButton")->click();
    QVERIFY(!f.isShown("returnNotice"));
}

void KickProofTest::needsFiveKeysFromACopiedEmail()
{
    const WindowFixture f(Language::English);
    const User user = f.user();
    QTRY_COMPARE(QApplication::focusWidget(), f.find<QWidget>("searchEdit"));
    QApplication::clipboard()->setText(u" %1\n"_s.arg(user.email.plain()));
    int keys = 0;
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        ++keys;
        f.press(key, modifiers);
    };
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(f.text("userIdLabel"), user.userId);
    // Before that the sheet might offer to include what is found online, which takes a key more.
    QTRY_VERIFY_WITH_TIMEOUT(f.isEverySessionChecked(), 20000);
    QTRY_VERIFY(f.find<QPushButton>("kickButton")->isEnabled());
    press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(f.isShown("kickSheet") && f.find<QPushButton>("sendButton")->isEnabled());
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QPushButton>("copyResultButton")->isEnabled(), 20000);
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QApplication::clipboard()->text().startsWith("Operation succeeded"_L1));
    QVERIFY2(keys <= 5, qPrintable(QString::number(keys)));
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 1);
}

void KickProofTest::remembersWhatItDidToTheUser()
{
    const WindowFixture f(Language::English);
    const User user = f.user();
    QVERIFY(f.open(user));
    auto *tabs = f.find<QTabWidget>("historyTabs");
    tabs->setCurrentWidget(f.find<QWidget>("userHistoryPanel"));
    QTRY_COMPARE(f.find<QWidget>("userHistoryState")->findChild<QLabel *>(u"stateLabel"_s)->text(),
                 u"No sign-outs sent for this user from this computer."_s);
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    QTRY_COMPARE(f.rows("userHistoryTable"), 1);
    const QAbstractItemModel *rows = f.find<QAbstractItemView>("userHistoryTable")->model();
    QCOMPARE(rows->index(0, HistoryModel::OutcomeColumn).data().toString(), u"✔ Confirmed offline"_s);
    QVERIFY(f.open(f.otherUser()));
    QTRY_COMPARE(f.rows("userHistoryTable"), 0);
    QVERIFY(f.open(user));
    QTRY_COMPARE(f.rows("userHistoryTable"), 1);
}

void KickProofTest::countsTheDay_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("zh-CN") << Language::Chinese << u"success-false"_s << u"今天：1 ✔  1 ✖"_s
                           << u"今天：1 × 被 Authing 拒绝, 1 × 已确认离线"_s;
    QTest::newRow("en-US") << Language::English << u"success-false"_s << u"today: 1 ✔  1 ✖"_s
                           << u"today: 1 × Rejected by Authing, 1 × Confirmed offline"_s;
    // Confirmed first, and signed in again before the end of the kick.
    QTest::newRow("a new sign-in") << Language::English << u"relogin-later"_s << u"today: 1 ✔  1 ⚠"_s
                                   << u"today: 1 × Signed in again, 1 × Confirmed offline"_s;
}

void KickProofTest::countsTheDay()
{
    QFETCH(Language, language);
    const WindowFixture f(language);
    QCOMPARE(f.text("todayLabel"), QString());
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    QFETCH(QString, fault);
    f.sandbox()->setFaults({fault});
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    QFETCH(QString, text);
    QTRY_COMPARE(f.text("todayLabel"), text);
    QTEST(f.find<QLabel>("todayLabel")->accessibleName(), "words");
}

QTEST_MAIN(KickProofTest)
#include "tst_kickproof.moc"
