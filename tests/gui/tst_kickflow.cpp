// SPDX-License-Identifier: Apache-2.0
#include "gui/windowfixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Body of the only kick-users request that the sandbox received.
QJsonObject onlyKick(const WindowFixture &f)
{
    QJsonObject body;
    int count = 0;
    for (const SandboxRequest &request : f.sandbox()->requests()) {
        if (request.endpoint != "kick-users")
            continue;
        body = QJsonDocument::fromJson(request.body).object();
        ++count;
    }
    return count == 1 ? body : QJsonObject();
}

void sendKey(QWidget *target, Qt::Key key, bool isAutoRepeat)
{
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, QString(), isAutoRepeat);
    QApplication::sendEvent(target, &press);
}

} // namespace

/// From the search to the receipt, and what must never be sent.
class KickFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kicksByKeyboardAlone_data();
    void kicksByKeyboardAlone();
    void namesTheTargetBeforeSending();
    void sendsExactlyWhatItShows();
    void neverSendsOnAHeldKey();
    void sendsNothingBeforeTheLookUp();
    void freezesTheTarget();
    void cancels();
    void kicksEverywhere();
    void identifiesByAnotherType();
    void refusesAnotherUserThanShown();
    void copiesTheReceipt();
    void saysWhatTheServerRefused();
    void provesEachApplication();
};

void KickFlowTest::kicksByKeyboardAlone_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("headline");
    QTest::newRow("zh-CN") << Language::Chinese << u"操作成功 · 已确认离线"_s;
    QTest::newRow("en-US") << Language::English << u"Operation succeeded · Confirmed offline"_s;
}

void KickFlowTest::kicksByKeyboardAlone()
{
    QFETCH(Language, language);
    const WindowFixture f(language);
    const User user = f.user();
    QTRY_COMPARE(QApplication::focusWidget(), f.find<QLineEdit>("searchEdit"));
    QTest::keyClicks(QApplication::focusWidget(), user.userId);
    QTRY_COMPARE(f.rows("resultList"), 1);
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Return);
    QTRY_COMPARE(f.rows("applicationTable"), 24);
    QCOMPARE(QApplication::focusWidget(), f.find<QWidget>("applicationTable"));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());

    QTEST(f.text("headlineLabel"), "headline");
    QVERIFY2(f.text("replyLabel").contains("statusCode 200"_L1), qPrintable(f.text("replyLabel")));
    static const QRegularExpression requestId(u"requestId \\S+"_s);
    QVERIFY(f.text("replyLabel").contains(requestId));
    QVERIFY(!f.text("serverMessageLabel").isEmpty());
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 1);
    const QJsonObject body = onlyKick(f);
    QCOMPARE(body.value("userId"_L1).toString(), user.userId);
    QCOMPARE(body.value("appIds"_L1).toArray().size(), 1);
}

void KickFlowTest::namesTheTargetBeforeSending()
{
    const WindowFixture f(Language::English);
    const User user = f.user();
    QVERIFY(f.open(user));
    QVERIFY(f.openSheet());
    QVERIFY(f.text("sheetTitle").contains(Users::displayName(user).plain()));
    QCOMPARE(f.text("sheetUserIdLabel"), user.userId);
    QVERIFY(f.text("sheetContactLabel").contains(Users::maskedPhone(user.phone)));
    QVERIFY(f.text("sheetContactLabel").contains(Users::maskedEmail(user.email)));
    QVERIFY(!f.text("sheetLastLoginLabel").isEmpty());
    QVERIFY(f.text("sheetPoolLabel").contains(f.session()->authenticator()->poolId()));
    QCOMPARE(f.text("appsCaption"), u"1 application"_s);
    QVERIFY(!f.find<QPlainTextEdit>("sheetAppsText")->toPlainText().isEmpty());
    QVERIFY(f.text("consequenceLabel").contains("Tokens already issued may work until they expire"_L1));
    QVERIFY(!f.isShown("kickButton"));
}

void KickFlowTest::sendsExactlyWhatItShows()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    f.find<QToolButton>("requestButton")->click();
    QVERIFY(f.isShown("requestText"));
    const QByteArray shown = f.find<QPlainTextEdit>("requestText")->toPlainText().toUtf8();
    f.find<QPushButton>("sendButton")->setFocus();
    QVERIFY(f.send());
    const QList<SandboxRequest> requests = f.sandbox()->requests();
    const auto kick = std::find_if(requests.cbegin(), requests.cend(),
                                   [](const SandboxRequest &r) { return r.endpoint == "kick-users"; });
    QVERIFY(kick != requests.cend());
    QCOMPARE(shown, kick->body);
}

void KickFlowTest::neverSendsOnAHeldKey()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    for (int i = 0; i < 5; ++i)
        sendKey(QApplication::focusWidget(), Qt::Key_Return, true);
    QVERIFY(f.isShown("kickSheet"));
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 0);
    sendKey(QApplication::focusWidget(), Qt::Key_Return, false);
    QTRY_COMPARE(f.sandbox()->requestCount("kick-users"), 1);
}

void KickFlowTest::sendsNothingBeforeTheLookUp()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    f.sandbox()->setFaults({u"never@get-user"_s});
    f.find<QAction>("tickAllAction")->trigger();
    f.press(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(f.isShown("kickSheet"));
    QVERIFY(!f.find<QPushButton>("sendButton")->isEnabled());
    f.find<QToolButton>("requestButton")->click();
    f.find<QComboBox>("identifyCombo")->setFocus();
    f.press(Qt::Key_Return);
    QVERIFY(f.isShown("kickSheet"));
    QTRY_COMPARE(f.sandbox()->requestCount("get-user"), 1);
    f.press(Qt::Key_Return);
    f.press(Qt::Key_Escape);
    QVERIFY(!f.isShown("kickSheet"));
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 0);
}

void KickFlowTest::freezesTheTarget()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QVERIFY(!f.find<QWidget>("splitter")->isEnabled());
    const auto *text = f.find<QPlainTextEdit>("sheetAppsText");
    const QString apps = text->toPlainText();
    f.find<QAction>("tickAllAction")->trigger();
    f.find<QAction>("findAction")->trigger();
    QCOMPARE(text->toPlainText(), apps);
    QVERIFY(f.find<QLineEdit>("searchEdit") != QApplication::focusWidget());
}

void KickFlowTest::cancels()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    f.press(Qt::Key_Escape);
    QVERIFY(!f.isShown("kickSheet"));
    QVERIFY(f.isShown("kickButton"));
    QVERIFY(f.find<QWidget>("splitter")->isEnabled());
    QVERIFY(!f.isShown("resultPanel"));
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 0);
}

void KickFlowTest::kicksEverywhere()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    f.press(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(f.find<QPushButton>("sendButton")->isEnabled());
    QCOMPARE(f.text("appsCaption"), u"24 applications"_s);
    QVERIFY(f.send());
    QCOMPARE(onlyKick(f).value("appIds"_L1).toArray().size(), 24);
}

void KickFlowTest::identifiesByAnotherType()
{
    const WindowFixture f(Language::English);
    const User user = f.user();
    QVERIFY(f.open(user));
    QVERIFY(f.openSheet());
    QVERIFY(!f.isShown("identifyCombo"));
    f.find<QToolButton>("requestButton")->click();
    QVERIFY(f.isShown("identifyCombo"));
    auto *combo = f.find<QComboBox>("identifyCombo");
    QCOMPARE(combo->currentData().toInt(), static_cast<int>(IdType::UserId));
    const int email = combo->findData(static_cast<int>(IdType::Email));
    QVERIFY(email >= 0);
    combo->setCurrentIndex(email);
    const qint64 lookUps = f.sandbox()->requestCount("get-user");
    f.find<QPushButton>("sendButton")->setFocus();
    QVERIFY(f.send());
    QCOMPARE(f.text("headlineLabel"), u"Operation succeeded · Confirmed offline"_s);
    // Before it is sent, and afterwards.
    QCOMPARE(f.sandbox()->requestCount("get-user"), lookUps + 2);
    const QJsonObject body = onlyKick(f);
    QCOMPARE(body.value("userId"_L1).toString(), user.email.plain());
    QCOMPARE(body.value("options"_L1).toObject().value("userIdType"_L1).toString(), u"email"_s);
}

void KickFlowTest::refusesAnotherUserThanShown()
{
    const WindowFixture f(Language::English);
    const User shown = f.user();
    KickPlan plan = KickPlans::of(IdType::Email, shown.email.plain());
    KickPlans::setUser(&plan, shown);
    plan.target.userId = u"000000000000000000000000"_s;
    KickPlans::setApplications(&plan, {{.appId = u"app"_s, .appName = {}}});
    std::optional<KickResult> result;
    f.session()->kicker()->start(plan, this, {}, [&result](const KickResult &answer) { result = answer; });
    QTRY_VERIFY(result);
    QCOMPARE(result->outcome, KickOutcome::NotSent);
    QCOMPARE(result->error->code, ErrorCode::OtherUserReturned);
    QCOMPARE(f.sandbox()->requestCount("kick-users"), 0);
}

void KickFlowTest::copiesTheReceipt()
{
    const WindowFixture f(Language::Chinese);
    const User user = f.user();
    QVERIFY(f.open(user));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    f.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QString copied = QApplication::clipboard()->text();
    QVERIFY(copied.startsWith(u"操作成功"_s));
    QVERIFY(copied.contains(u"user_id: "_s + user.userId));
    QVERIFY(copied.contains(f.text("replyLabel")));
    f.press(Qt::Key_Escape);
    QVERIFY(!f.isShown("resultPanel"));
}

void KickFlowTest::saysWhatTheServerRefused()
{
    const WindowFixture f(Language::English, {u"code-422"_s});
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    QCOMPARE(f.text("headlineLabel"), u"Rejected by Authing"_s);
    QVERIFY(f.text("replyLabel").contains("statusCode 422"_L1));
    QVERIFY(f.text("replyLabel").contains("requestId "_L1));
    QVERIFY(f.isShown("resultErrorLabel"));
    QVERIFY(f.text("serverMessageLabel").startsWith("Authing: "_L1));
}

void KickFlowTest::provesEachApplication()
{
    const WindowFixture f(Language::English);
    QVERIFY(f.open(f.user()));
    QVERIFY(f.openSheet());
    QVERIFY(f.send());
    const QAbstractItemModel *lines = f.find<QAbstractItemView>("resultAppsList")->model();
    QCOMPARE(lines->rowCount(), 1);
    QTRY_VERIFY(lines->index(0, 0).data().toString().endsWith("Confirmed offline"_L1));
    static const QRegularExpression timed(u"● online → ○ offline · \\d+\\.\\d s · ✔ Confirmed offline$"_s);
    QVERIFY2(lines->index(0, 0).data().toString().contains(timed),
             qPrintable(lines->index(0, 0).data().toString()));
    QCOMPARE(f.text("headlineLabel"), u"Operation succeeded · Confirmed offline"_s);
}

QTEST_MAIN(KickFlowTest)
#include "tst_kickflow.moc"
