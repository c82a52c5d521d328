// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/receipt.h"
#include "gui/style/colors.h"
#include "gui/windowfixture.h"
#include "models/history/historymodel.h"
#include "models/user/applicationmodel.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QFile>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

QColor headlineColor(const WindowFixture &f)
{
    return f.find<QLabel>("headlineLabel")->palette().color(QPalette::WindowText);
}

QString copied(const WindowFixture &f)
{
    QApplication::clipboard()->clear();
    f.find<QAction>("copyResultAction")->trigger();
    return QApplication::clipboard()->text();
}

QString state(const WindowFixture &f, int row)
{
    const QAbstractItemModel *model = f.find<QAbstractItemView>("applicationTable")->model();
    return model->index(row, ApplicationModel::StateColumn).data().toString();
}

QPushButton *nextStep(const WindowFixture &f)
{
    return f.find<QPushButton>("nextStepButton");
}

bool kick(const WindowFixture &f, const User &user, const QStringList &faults = {})
{
    if (!f.open(user) || !f.openSheet())
        return false;
    if (!faults.isEmpty())
        f.sandbox()->setFaults(faults);
    return f.send();
}

/// A kick of one application that was online, ended as @p result says.
Receipt receipt(const KickResult &result)
{
    Receipt receipt;
    receipt.plan = KickPlans::of(User{.userId = u"u1"_s, .name = ServerText(u"张三"_s)});
    KickPlans::setApplications(&receipt.plan,
                               {{.appId = u"app1"_s, .appName = {}, .before = SessionState::Online}});
    Receipts::note(&receipt, result, QDateTime::currentDateTimeUtc());
    return receipt;
}

AppProof proof(SessionState after)
{
    return {.appId = u"app1"_s, .before = SessionState::Online, .after = after, .confirmedAfter = {}};
}

} // namespace

/// What a receipt says, to whom it belongs, and where it leads.
class ReceiptsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void claimsNoSuccess_data();
    void claimsNoSuccess();
    void checksAgainWithoutSending();
    void leadsToTheNextStep_data();
    void leadsToTheNextStep();
    void triesAgainWhatWasNotSent();
    void speaksTheOutcome();
    void separatesTheKickFromTheCheck_data();
    void separatesTheKickFromTheCheck();
    void tellsThatSignInsAreUnknown_data() { separatesTheKickFromTheCheck_data(); }
    void tellsThatSignInsAreUnknown();
    void claimsNoCheckAfterARefusal();
    void followsAReturn();
    void belongsToItsUser();
    void isClosedForGood();
    void leadsBackToTheUser();
    void foldsTheNumbers();
};

void ReceiptsTest::claimsNoSuccess_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("quoted");
    const auto rows = [](const char *fault, const QString &chinese, const QString &english) {
        QTest::addRow("%s zh-CN", fault) << QString::fromLatin1(fault) << Language::Chinese << chinese
                                         << u"Authing：操作成功 · 200 / 20001"_s;
        QTest::addRow("%s en-US", fault) << QString::fromLatin1(fault) << Language::English << english
                                         << u"Authing: Operation succeeded · 200 / 20001"_s;
    };
    rows("session-stays", u"仍在线"_s, u"Still online"_s);
    rows("relogin", u"仍在线"_s, u"Still online"_s);
    rows("relogin-later", u"已再次登录"_s, u"Signed in again"_s);
}

void ReceiptsTest::claimsNoSuccess()
{
    QFETCH(QString, fault);
    QFETCH(Language, language);
    QFETCH(QString, headline);
    QFETCH(QString, quoted);
    const WindowFixture f(language);
    QVERIFY(kick(f, f.user(), {fault}));
    QCOMPARE(f.text("headlineLabel"), headline);
    QVERIFY(headlineColor(f) != Colors::good(f.window()->palette()));
    // The server's own words stay on the card, and below the headline.
    QCOMPARE(f.text("serverMessageLabel"), quoted);
    QVERIFY(f.isShown("serverMessageLabel"));
    // The kick is for one application, so its line cannot say better.
    const QModelIndex line = f.find<QAbstractItemView>("resultAppsList")->model()->index(0, 0);
    QVERIFY2(line.data().toString().endsWith(headline), qPrintable(line.data().toString()));
    const QStringList lines = copied(f).split(u'\n');
    QCOMPARE(lines.at(0), headline);
    QCOMPARE(lines.at(1), quoted);

    f.find<QTabWidget>("historyTabs")->setCurrentWidget(f.find<QWidget>("userHistoryPanel"));
    QTRY_COMPARE(f.rows("userHistoryTable"), 1);
    const QModelIndex row =
        f.find<QAbstractItemView>("userHistoryTable")->model()->index(0, HistoryModel::OutcomeColumn);
    QVERIFY2(row.data().toString().endsWith(headline), qPrintable(row.data().toString()));
    QVERIFY(!row.data().toString().contains(u'✔'));
    QVERIFY(row.data(HistoryModel::FactRole).toInt() != static_cast<int>(WorstFact::Confirmed));
}

void ReceiptsTest::checksAgainWithoutSending()
{
    const WindowFixture f(Language::English);
    QVERIFY(kick(f, f.user(), {u"check-unavailable"_s}));
    QCOMPARE(f.text("headlineLabel"), u"Accepted, not confirmed"_s);
    QCOMPARE(nextStep(f)->text(), u"Check again"_s);
    f.sandbox()->setFaults({});
    nextStep(f)->click();
    QTRY_COMPARE(f.text("headlineLabel"), u"Operation succeeded · Confirmed offline"_s);
    QVERIFY(!f.isShown("nextStepButton"));
    QVERIFY(!f.isShown("resultRemarkLabel"));
    QVERIFY2(f.text("resultProgressLabel").startsWith("checked at "_L1),
             qPrintable(f.text("resultProgressLabel")));
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 1);
    QCOMPARE(state(f, 0), u"○ offline"_s);
}

void ReceiptsTest::leadsToTheNextStep_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("opened");
    QTest::newRow("still online") << u"session-stays"_s << u"Force sign-out again…"_s << u"kickSheet"_s;
    QTest::newRow("signed in again") << u"relogin-later"_s << u"Force sign-out again…"_s << u"kickSheet"_s;
    QTest::newRow("rejected") << u"success-false"_s << u"Check connection"_s << u"DoctorDialog"_s;
}

void ReceiptsTest::leadsToTheNextStep()
{
    QFETCH(QString, fault);
    QFETCH(QString, opened);
    const WindowFixture f(Language::English);
    QVERIFY(kick(f, f.user(), {fault}));
    QTEST(nextStep(f)->text(), "step");
    // By keyboard too.
    nextStep(f)->setFocus();
    QCOMPARE(QApplication::focusWidget(), nextStep(f));
    f.press(Qt::Key_Space);
    QTRY_VERIFY(f.window()->findChild<QWidget *>(opened) != nullptr);
    auto *widget = f.window()->findChild<QWidget *>(opened);
    QTRY_VERIFY(widget->isVisible());
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 1);
    if (auto *dialog = qobject_cast<QDialog *>(widget))
        dialog->close();
}

void ReceiptsTest::triesAgainWhatWasNotSent()
{
    const SandboxSession pool;
    QFile blocker(pool.folder.filePath(u"file"_s));
    QVERIFY(blocker.open(QFile::WriteOnly));
    Journal journal(blocker.fileName() + u"/journal.db"_s);
    Session session(pool.profile(), pool.address.secret, &journal);
    const WindowFixture f(Language::English, &session);
    QVERIFY(kick(f, f.user()));
    QCOMPARE(f.text("headlineLabel"), u"Not sent"_s);
    // Authing was not asked and has said nothing.
    QVERIFY(!f.isShown("serverMessageLabel"));
    QCOMPARE(nextStep(f)->text(), u"Try again"_s);
    nextStep(f)->click();
    QVERIFY(f.isShown("kickSheet"));
    QCOMPARE(pool.sandbox->requestCount("kick-users"), 0);
}

void ReceiptsTest::speaksTheOutcome()
{
    const WindowFixture f(Language::English);
    const User user = f.user();
    QVERIFY(f.open(user));
    QVERIFY(f.openSheet());
    f.sandbox()->setFaults({u"session-stays"_s});
    QVERIFY(f.send());
    // The alert is about the panel, and this is what a screen reader says of it.
    const QAccessibleInterface *panel = QAccessible::queryAccessibleInterface(f.find<QWidget>("resultPanel"));
    QCOMPARE(panel->text(QAccessible::Name),
             u"Still online. %1. Next step: Force sign-out again."_s.arg(Users::displayName(user).plain()));
    const QAccessibleInterface *button = QAccessible::queryAccessibleInterface(nextStep(f));
    QCOMPARE(button->text(QAccessible::Name), u"Force sign-out again…"_s);
    f.sandbox()->setFaults({});
    nextStep(f)->click();
    QTRY_VERIFY(f.find<QPushButton>("sendButton")->isEnabled());
    QVERIFY(f.send());
    QCOMPARE(panel->text(QAccessible::Name),
             u"Operation succeeded · Confirmed offline. %1."_s.arg(Users::displayName(user).plain()));
}

void ReceiptsTest::separatesTheKickFromTheCheck_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("nothingSent");
    QTest::newRow("zh-CN") << Language::Chinese << u"未发送"_s;
    QTest::newRow("en-US") << Language::English << u"nothing was sent"_s;
}

void ReceiptsTest::separatesTheKickFromTheCheck()
{
    QFETCH(Language, language);
    QFETCH(QString, nothingSent);
    Translation translation;
    translation.setLanguage(language);
    const Error refused{.kind = ErrorKind::NotSent,
                        .code = ErrorCode::ConnectionRefused,
                        .detail = ServerText(u"127.0.0.1"_s)};
    const Receipt unknown =
        receipt({.outcome = KickOutcome::Unknown,
                 .error = Error{.kind = ErrorKind::Ambiguous, .code = ErrorCode::Deadline, .wasSent = true},
                 .apps = {proof(SessionState::Unknown)},
                 .checkError = refused,
                 .attempts = 1});
    QVERIFY2(Receipts::text(unknown).contains(u"127.0.0.1"_s), qPrintable(Receipts::text(unknown)));
    QVERIFY2(!Receipts::text(unknown).contains(nothingSent, Qt::CaseInsensitive),
             qPrintable(Receipts::text(unknown)));
    // An attempt that did not leave says nothing about the unclear one before it.
    const Receipt again = receipt({.outcome = KickOutcome::Unknown,
                                   .error = refused,
                                   .apps = {proof(SessionState::Unknown)},
                                   .attempts = 2});
    QVERIFY(!Receipts::text(again).contains(nothingSent, Qt::CaseInsensitive));
    const Receipt unsent = receipt({.outcome = KickOutcome::NotSent,
                                    .error = refused,
                                    .apps = {proof(SessionState::Unknown)},
                                    .attempts = 1});
    QVERIFY2(Receipts::text(unsent).contains(nothingSent, Qt::CaseInsensitive),
             qPrintable(Receipts::text(unsent)));
}

void ReceiptsTest::tellsThatSignInsAreUnknown()
{
    QFETCH(Language, language);
    Translation translation;
    translation.setLanguage(language);
    const QString words = language == Language::English ? u"Sign-ins unknown"_s : u"登录情况未知"_s;
    for (const SignInLog log : {SignInLog::NotAsked, SignInLog::Known, SignInLog::Unknown}) {
        const Receipt told = receipt({.outcome = KickOutcome::Verified,
                                      .apps = {proof(SessionState::Offline)},
                                      .signInLog = log,
                                      .attempts = 1});
        // On the screen, and in the copy for the ticket.
        QCOMPARE(Receipts::remarks(told).join(u'\n').contains(words), log == SignInLog::Unknown);
        QCOMPARE(Receipts::text(told).contains(words), log == SignInLog::Unknown);
    }
}

void ReceiptsTest::claimsNoCheckAfterARefusal()
{
    const WindowFixture f(Language::English);
    QVERIFY(kick(f, f.user(), {u"429-retry-huge"_s}));
    QCOMPARE(f.text("headlineLabel"), u"Not done: Authing is busy"_s);
    const QModelIndex line = f.find<QAbstractItemView>("resultAppsList")->model()->index(0, 0);
    QVERIFY2(line.data().toString().endsWith(u"● online"_s), qPrintable(line.data().toString()));
    f.press(Qt::Key_2, Qt::ControlModifier);
    const auto details = [&f] {
        QStringList texts;
        for (const QLabel *label : f.find<QWidget>("historyDetail")->findChildren<QLabel *>())
            texts << label->text();
        return texts.join(u'\n');
    };
    QTRY_VERIFY(details().contains("Not done: Authing is busy"_L1));
    QVERIFY2(!details().contains(u"→"_s), qPrintable(details()));
}

void ReceiptsTest::followsAReturn()
{
    const WindowFixture f(Language::English);
    const User user = f.user();
    QVERIFY(kick(f, user));
    QCOMPARE(headlineColor(f), Colors::good(f.window()->palette()));
    QCOMPARE(state(f, 0), u"○ offline"_s);
    f.sandbox()->setFaults({u"relogin-later"_s});
    QTRY_COMPARE(f.text("todayLabel"), u"today: 1 ✔"_s);
    QTRY_VERIFY_WITH_TIMEOUT(f.isShown("returnNotice"), 20000);
    QTRY_COMPARE(f.text("todayLabel"), u"today: 1 ⚠"_s);
    QVERIFY(f.text("returnLabel").startsWith(Users::displayName(user).plain()));
    QCOMPARE(f.text("headlineLabel"), u"Signed in again"_s);
    QCOMPARE(headlineColor(f), Colors::caution(f.window()->palette()));
    QCOMPARE(nextStep(f)->text(), u"Force sign-out again…"_s);
    // Notice, receipt and table say the same.
    QTRY_COMPARE(state(f, 0), u"● online"_s);
    const QModelIndex line = f.find<QAbstractItemView>("resultAppsList")->model()->index(0, 0);
    QTRY_VERIFY2(line.data().toString().endsWith(u"● online · ⚠ Signed in again"_s) ||
                     line.data().toString().contains(u"→ ● online"_s),
                 qPrintable(line.data().toString()));
    QVERIFY(copied(f).startsWith("Signed in again\nAuthing: Operation succeeded"_L1));
    const QAbstractItemModel *table = f.find<QAbstractItemView>("applicationTable")->model();
    static const QRegularExpression checked(u"^Session at \\d\\d:\\d\\d:\\d\\d$"_s);
    const QString header = table->headerData(ApplicationModel::StateColumn, Qt::Horizontal).toString();
    QVERIFY2(header.contains(checked), qPrintable(header));
}

void ReceiptsTest::belongsToItsUser()
{
    const WindowFixture f(Language::English);
    const User user = f.user();
    QVERIFY(kick(f, user));
    QVERIFY(f.isShown("resultPanel"));
    QVERIFY(f.open(f.otherUser()));
    QVERIFY(!f.isShown("resultPanel"));
    QVERIFY(!f.find<QAction>("copyResultAction")->isEnabled());
    QVERIFY(f.open(user));
    QVERIFY(f.isShown("resultPanel"));
    QCOMPARE(f.text("headlineLabel"), u"Operation succeeded · Confirmed offline"_s);
    QCOMPARE(f.text("resultTargetLabel"), Users::displayName(user).plain());
}

void ReceiptsTest::isClosedForGood()
{
    const WindowFixture f(Language::English);
    const User user = f.user();
    QVERIFY(kick(f, user));
    f.find<QPushButton>("closeResultButton")->click();
    QVERIFY(!f.isShown("resultPanel"));
    QVERIFY(f.open(f.otherUser()));
    QVERIFY(f.open(user));
    QVERIFY(!f.isShown("resultPanel"));
}

void ReceiptsTest::leadsBackToTheUser()
{
    const WindowFixture f(Language::English);
    const User user = f.user();
    QVERIFY(f.open(user));
    QVERIFY(f.openSheet());
    f.sandbox()->setFaults({u"session-slow"_s});
    f.press(Qt::Key_Return);
    QTRY_COMPARE(f.text("headlineLabel"), u"Accepted, confirming…"_s);
    QVERIFY(f.open(f.otherUser()));
    QVERIFY(!f.isShown("resultPanel"));
    // An agent who has gone on hears of the end by name, and gets back with one button.
    QTRY_VERIFY_WITH_TIMEOUT(f.isShown("returnNotice"), 20000);
    QCOMPARE(f.text("returnLabel"),
             Users::displayName(user).plain() + u": Operation succeeded · Confirmed offline"_s);
    QVERIFY(!f.isShown("returnKickButton"));
    f.find<QPushButton>("returnShowButton")->click();
    QTRY_COMPARE(f.text("userIdLabel"), user.userId);
    QVERIFY(f.isShown("resultPanel"));
    QVERIFY(!f.isShown("returnNotice"));
    QCOMPARE(f.text("resultTargetLabel"), Users::displayName(user).plain());
}

void ReceiptsTest::foldsTheNumbers()
{
    const WindowFixture f(Language::English);
    QVERIFY(kick(f, f.user()));
    QVERIFY(!f.isShown("replyLabel") && !f.isShown("resultRecordLabel"));
    f.find<QToolButton>("detailsButton")->click();
    QVERIFY(f.isShown("replyLabel") && f.isShown("resultRecordLabel"));
    QVERIFY(f.text("replyLabel").contains("requestId "_L1));
    QVERIFY(f.text("resultRecordLabel").startsWith("History no. 1"_L1));
}

QTEST_MAIN(ReceiptsTest)
#include "tst_receipts.moc"
