// SPDX-License-Identifier: Apache-2.0
#include "gui/windowfixture.h"
#include "support/measuredapplication.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QTcpServer>

using namespace Qt::Literals::StringLiterals;

namespace {

using TestApplication = MeasuredApplication<QApplication>;

TestApplication *application()
{
    return static_cast<TestApplication *>(QCoreApplication::instance());
}

QString stateText(const WindowFixture &f)
{
    return f.find<QWidget>("searchState")->findChild<QLabel *>(u"stateLabel"_s)->text();
}

QString stateDetail(const WindowFixture &f)
{
    return f.find<QWidget>("searchState")->findChild<QLabel *>(u"stateDetailLabel"_s)->text();
}

/// A port on which no program listens.
quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QUrl onPort(QUrl host, quint16 port)
{
    host.setPort(port);
    return host;
}

} // namespace

class WindowFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { application()->forget(); }
    /// Whatever the server does, the window is never frozen.
    void cleanup() { QVERIFY2(application()->isQuick(), application()->longest().constData()); }
    void saysWhyASearchFailed_data();
    void saysWhyASearchFailed();
    void saysWhatCameOfAKick_data();
    void saysWhatCameOfAKick();
    void saysThatNobodyListens();
    void bandFollowsEveryCheck();
    void saysThatTheHostIsUnknown();
    void saysThatTheKeyIsWrong();
    void correctsAWrongClock();
    void showsWhatCouldNotBeChecked();
    void offersToLoadTheApplicationsAgain();

private:
    static void tellsOfALostAnswer(const WindowFixture &f);
};

void WindowFaultsTest::saysWhyASearchFailed_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *fault, ErrorCode code) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << code;
    };
    row("captive-portal", ErrorCode::SignInPage);
    row("garbage", ErrorCode::ConnectionLost);
    row("half-body", ErrorCode::ConnectionLost);
    row("infinite-body", ErrorCode::AnswerTooLarge);
    row("trickle", ErrorCode::Deadline);
    row("never", ErrorCode::Deadline);
    row("redirect-302", ErrorCode::Redirected);
    row("code-403", ErrorCode::Forbidden);
    row("code-500", ErrorCode::ServerFault);
    row("data-null", ErrorCode::EnvelopeMalformed);
    row("429", ErrorCode::RateLimited);
    row("503", ErrorCode::Busy);
    row("busy-1000", ErrorCode::Busy);
    row("502", ErrorCode::GatewayFailed);
    row("504", ErrorCode::GatewayFailed);
}

void WindowFaultsTest::saysWhyASearchFailed()
{
    QFETCH(QString, fault);
    QFETCH(ErrorCode, code);
    const WindowFixture f(Language::Chinese);
    f.session()->client()->setDeadline(std::chrono::milliseconds(700));
    f.sandbox()->setFaults({fault + u"@list-users"_s});
    f.type(u"zhang"_s);
    QTRY_VERIFY2(stateDetail(f).contains(errorCodeName(code)), qPrintable(stateDetail(f)));
    QVERIFY(stateText(f).size() > 10);
    QVERIFY(!stateText(f).contains(u'%'));
    const bool isLoad =
        code == ErrorCode::RateLimited || code == ErrorCode::Busy || code == ErrorCode::GatewayFailed;
    QCOMPARE(stateText(f).contains(u"繁忙"_s) || stateText(f).contains(u"限制了请求频率"_s), isLoad);
    QVERIFY(f.find<QWidget>("searchState")->findChild<QPushButton *>(u"stateButton"_s)->isVisible());
    // The window lives and the next search works.
    f.sandbox()->setFaults({});
    f.session()->client()->setDeadline(std::chrono::seconds(15));
    f.type(u"1"_s);
    QTRY_VERIFY(f.rows("resultList") > 0);
}

/// Every fault hits the first request only or all of them; the sessions are really asked, so that what the
/// server did is seen even where its answer was lost.
void WindowFaultsTest::saysWhatCameOfAKick_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("nextStep");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("kicks");
    const auto row = [](const char *fault, const char *headline, const char *nextStep, const char *code,
                        int kicks) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << QString::fromUtf8(headline)
                             << QString::fromUtf8(nextStep) << QString::fromLatin1(code) << kicks;
    };
    // Wire: done, but the answer was lost; the check proves it.
    row("half-body", "Confirmed offline", "", "", 1);
    row("trickle", "Confirmed offline", "", "", 1);
    row("infinite-body", "Confirmed offline", "", "", 1);
    row("reset-after", "Confirmed offline", "", "", 1);
    // Wire: never done.
    row("captive-portal", "Still online", "Force sign-out again…", "sign-in-page", 3);
    row("redirect-307", "Rejected by Authing", "Check connection", "redirected", 1);
    // Envelope
    row("success-false", "Rejected by Authing", "Check connection", "not-done", 1);
    row("code-403", "Rejected by Authing", "Check connection", "forbidden", 1);
    row("code-404", "Rejected by Authing", "Check connection", "not-found", 1);
    row("data-null", "Confirmed offline", "", "", 1);
    row("502", "Confirmed offline", "", "", 1);
    row("504", "Confirmed offline", "", "", 1);
    row("429-retry-huge", "Not done: Authing is busy", "Try again", "rate-limited", 1);
    row("429", "Not done: Authing is busy", "Try again", "rate-limited", 3);
    row("503", "Not done: Authing is busy", "Try again", "busy", 3);
    row("busy-1000", "Not done: Authing is busy", "Try again", "busy", 3);
    row("status-201", "Operation succeeded · Confirmed offline", "", "", 1);
    row("status-201 app-gone", "Rejected by Authing", "Check connection", "application-not-found", 1);
    row("204", "Confirmed offline", "", "", 1);
    row("token-expired", "Operation succeeded · Confirmed offline", "", "", 2);
    // Domain
    row("session-slow", "Operation succeeded · Confirmed offline", "", "", 1);
    row("session-stays", "Still online", "Force sign-out again…", "", 1);
    row("check-unavailable", "Accepted, not confirmed", "Check again", "", 1);
    row("relogin", "Still online", "Force sign-out again…", "", 1);
    row("relogin-later", "Signed in again", "Force sign-out again…", "", 1);
    row("app-gone", "Rejected by Authing", "Check connection", "application-not-found", 1);
}

void WindowFaultsTest::saysWhatCameOfAKick()
{
    QFETCH(QString, fault);
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QStringList faults = fault.split(u' ');
    for (QString &each : faults) {
        const bool hasOwnEndpoint = each == "check-unavailable"_L1 || each == "relogin-later"_L1;
        each += hasOwnEndpoint ? QString() : u"@kick-users"_s;
    }
    f.sandbox()->setFaults(faults);
    f.session()->client()->setDeadline(std::chrono::milliseconds(700));
    QVERIFY(f.send());
    QFETCH(QString, code);
    QTEST(f.text("headlineLabel"), "headline");
    QTEST(f.find<QPushButton>("nextStepButton")->text(), "nextStep");
    QFETCH(QString, nextStep);
    QCOMPARE(f.isShown("nextStepButton"), !nextStep.isEmpty());
    QCOMPARE(f.isShown("resultErrorLabel"), !code.isEmpty());
    QVERIFY2(code.isEmpty() || f.text("replyLabel").startsWith(code), qPrintable(f.text("replyLabel")));
    QTEST(static_cast<int>(f.sandbox()->requestCount("kick-users")), "kicks");
    QVERIFY(f.find<QWidget>("splitter")->isEnabled());
    QVERIFY(f.text("resultRecordLabel").startsWith("History no. 1"_L1));
    tellsOfALostAnswer(f);
}

/// "Confirmed offline" without "Operation succeeded" is what a check alone has shown: receipt, copy and
/// history say so.
void WindowFaultsTest::tellsOfALostAnswer(const WindowFixture &f)
{
    const bool isLost = f.text("headlineLabel") == "Confirmed offline"_L1;
    const QLatin1StringView told = "The check afterwards showed that the sessions had ended."_L1;
    QCOMPARE(f.text("serverMessageLabel").contains(told), isLost);
    QCOMPARE(!isLost || f.isShown("serverMessageLabel"), true);
    f.find<QPushButton>("copyResultButton")->click();
    QCOMPARE(QGuiApplication::clipboard()->text().split(u'\n').value(1).contains(told), isLost);
    f.press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(f.rows("historyTable"), 1);
    auto *copy = f.find<QPushButton>("copyDetailButton");
    QTRY_VERIFY(copy->isEnabled());
    copy->click();
    QCOMPARE(QGuiApplication::clipboard()->text().contains(told), isLost);
}

void WindowFaultsTest::saysThatNobodyListens()
{
    const SandboxSession pool;
    Profile profile = pool.profile();
    profile.host = onPort(profile.host, closedPort());
    const WindowFixture f(Language::English, profile, pool.address.secret);
    f.type(u"zhang"_s);
    QTRY_VERIFY(stateDetail(f).contains("connection-refused"_L1));
    QVERIFY(stateText(f).contains("refused the connection"_L1));
    QCOMPARE(f.text("connectionStateLabel"), u"✖ no connection"_s);
}

/// The server goes away and comes back while a user is open; nothing is searched.
void WindowFaultsTest::bandFollowsEveryCheck()
{
    SandboxSession pool;
    WindowFixture f(Language::English, pool.profile(), pool.address.secret);
    QVERIFY(f.open(f.user()));
    QCOMPARE(f.text("connectionStateLabel"), u"● connected"_s);
    QVERIFY(!f.isShown("connectionReasonLabel"));
    pool.sandbox.reset();
    f.press(Qt::Key_F5);
    QTRY_COMPARE(f.text("connectionStateLabel"), u"✖ no connection"_s);
    QTRY_VERIFY2(f.text("connectionReasonLabel").contains("127.0.0.1"_L1),
                 qPrintable(f.text("connectionReasonLabel")));
    QVERIFY(f.isShown("connectionReasonLabel"));
    f.translation()->setLanguage(Language::Chinese);
    QTRY_VERIFY(!f.text("connectionReasonLabel").contains("connection"_L1));
    f.translation()->setLanguage(Language::English);

    Sandbox again({.port = static_cast<quint16>(pool.address.host.port()), .users = 200});
    QVERIFY(again.start());
    f.press(Qt::Key_F5);
    QTRY_COMPARE(f.text("connectionStateLabel"), u"● connected"_s);
    QVERIFY(!f.isShown("connectionReasonLabel"));
}

void WindowFaultsTest::saysThatTheHostIsUnknown()
{
    const SandboxSession pool;
    Profile profile = pool.profile();
    profile.host = QUrl(u"https://no-such-host.invalid"_s);
    const WindowFixture f(Language::English, profile, pool.address.secret);
    f.type(u"zhang"_s);
    QTRY_VERIFY_WITH_TIMEOUT(stateDetail(f).contains("host-not-found"_L1), 20000);
    QVERIFY(stateText(f).contains("no-such-host.invalid"_L1));
}

void WindowFaultsTest::saysThatTheKeyIsWrong()
{
    const SandboxSession pool;
    const WindowFixture f(Language::English, pool.profile(), Secret("wrong"));
    f.type(u"zhang"_s);
    QTRY_VERIFY2(stateDetail(f).contains("credentials-rejected"_L1), qPrintable(stateDetail(f)));
    QCOMPARE(f.text("connectionStateLabel"), u"✖ key refused"_s);
    QVERIFY(stateText(f).contains("does not accept this access key"_L1));
}

void WindowFaultsTest::correctsAWrongClock()
{
    const SandboxSession pool({u"clock-skew"_s});
    const WindowFixture f(Language::English, pool.profile(AuthScheme::Signature), pool.address.secret);
    QTRY_VERIFY(f.isShown("noticeLabel"));
    f.type(u"1"_s);
    QTRY_VERIFY(f.rows("resultList") > 0);
    QVERIFY(f.text("clockLabel").startsWith("clock "_L1));
}

void WindowFaultsTest::showsWhatCouldNotBeChecked()
{
    const WindowFixture f(Language::English, {u"code-500@check-session-status"_s});
    QVERIFY(f.open(f.user()));
    QVERIFY(f.isShown("failedLabel"));
    QCOMPARE(f.text("failedLabel"), u"24 applications could not be checked."_s);
    f.sandbox()->setFaults({});
    f.find<QPushButton>("recheckButton")->click();
    QTRY_VERIFY(!f.isShown("failedLabel"));
}

void WindowFaultsTest::offersToLoadTheApplicationsAgain()
{
    const WindowFixture f(Language::English,
                          {u"code-500@list-application-simple-info"_s, u"code-500@list-applications"_s,
                           u"code-500@get-user-loggedin-apps"_s});
    f.type(f.user().userId);
    f.press(Qt::Key_Return);
    QTRY_VERIFY(f.window()->findChild<QWidget *>(u"applicationState"_s) != nullptr);
    auto *state = f.find<QWidget>("applicationState");
    auto *button = state->findChild<QPushButton *>(u"stateButton"_s);
    QTRY_VERIFY(button->isVisible());
    QVERIFY(state->findChild<QLabel *>(u"stateDetailLabel"_s)->text().contains("server-fault"_L1));
    f.sandbox()->setFaults({});
    button->click();
    QTRY_COMPARE(f.rows("applicationTable"), 24);
}

int main(int argc, char *argv[])
{
    TestApplication application(argc, argv);
    WindowFaultsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowfaults.moc"
