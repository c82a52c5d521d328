// SPDX-License-Identifier: Apache-2.0
#include "kick/single/returnwatch.h"
#include "support/sandboxsession.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Kicked
{
    QString userId;
    QStringList appIds;
    QDateTime at;
};

/// A user of the sandbox after a kick from everything.
Kicked kick(const SandboxSession &pool)
{
    const auto users = answerOf<Result<Page<User>>>(
        [&pool](const auto &handler) { pool.client()->listUsers({}, pool.session.get(), handler); });
    const auto apps = answerOf<Result<Page<Application>>>([&pool](const auto &handler) {
        pool.client()->listApplicationSimpleInfo(1, 50, pool.session.get(), handler);
    });
    if (!users || !*users || !apps || !*apps)
        qFatal("The sandbox does not answer");
    Kicked result{.userId = users->value().list.first().userId, .appIds = {}, .at = {}};
    for (const Application &application : apps->value().list)
        result.appIds << application.appId;
    result.at = QDateTime::currentDateTimeUtc();
    const auto reply = answerOf<Result<ServerReply>>([&](const auto &handler) {
        pool.client()->kickUsers({.identifier = result.userId, .appIds = result.appIds, .nonce = {}},
                                 pool.session.get(), handler);
    });
    if (!reply || !*reply)
        qFatal("The kick failed");
    return result;
}

ReturnWatchRequest request(const Kicked &kicked)
{
    return {.userId = kicked.userId,
            .appIds = kicked.appIds,
            .since = kicked.at,
            .first = 20ms,
            .interval = 20ms,
            .duration = 20s};
}

qint64 looksFor(const SandboxSession &pool, const QString &userId)
{
    return std::ranges::count_if(pool.sandbox->requests(), [&userId](const SandboxRequest &request) {
        return request.endpoint == "get-user-login-history" && request.target.contains(userId.toLatin1());
    });
}

/// No watch asks about @p kicked any more, while another watch has asked three times.
bool isQuiet(const SandboxSession &pool, const Kicked &kicked)
{
    pool.sandbox->setFaults({});
    const qint64 before = looksFor(pool, kicked.userId);
    Kicked other = kicked;
    other.userId = u"000000000000000000000000"_s;
    other.appIds.clear();
    const ReturnWatch watch(pool.client(), request(other));
    return QTest::qWaitFor([&] { return looksFor(pool, other.userId) >= 3; }) &&
           looksFor(pool, kicked.userId) == before;
}

} // namespace

class ReturnWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhenTheUserIsBack();
    void tellsNothingWhileTheUserStaysAway();
    void asksAFewQuestionsALook();
    void endsWhenTheTimeIsOver();
    void goesOnAfterAFailedLook();
    void endsWhenTheKeyIsRefused_data();
    void endsWhenTheKeyIsRefused();
    void stopsInTheMiddleOfALook();
};

void ReturnWatchTest::tellsWhenTheUserIsBack()
{
    const SandboxSession pool;
    const Kicked kicked = kick(pool);
    ReturnWatch watch(pool.client(), request(kicked));
    std::optional<UserReturn> back;
    connect(&watch, &ReturnWatch::returned, this, [&back](const UserReturn &seen) { back = seen; });
    const QSignalSpy ended(&watch, &ReturnWatch::ended);
    QVERIFY(watch.isRunning());
    QVERIFY(watch.remaining() > 15s && watch.remaining() <= 20s);
    QTRY_VERIFY(pool.sandbox->requestCount("get-user-login-history") >= 2);
    QVERIFY(!back);
    pool.sandbox->setFaults({u"relogin-later"_s});
    QTRY_VERIFY(back);
    QVERIFY(back->signIn);
    QVERIFY(back->signIn->time > kicked.at);
    QVERIFY(!back->signIn->clientIp.isEmpty());
    QCOMPARE(ended.count(), 1);
    QVERIFY(!watch.isRunning());
    QCOMPARE(watch.remaining(), 0s);
}

void ReturnWatchTest::tellsNothingWhileTheUserStaysAway()
{
    const SandboxSession pool;
    ReturnWatch watch(pool.client(), request(kick(pool)));
    const QSignalSpy returned(&watch, &ReturnWatch::returned);
    QTRY_VERIFY(pool.sandbox->requestCount("get-user-login-history") >= 10);
    QCOMPARE(returned.count(), 0);
    QVERIFY(watch.isRunning());
}

void ReturnWatchTest::asksAFewQuestionsALook()
{
    const SandboxSession pool;
    const Kicked kicked = kick(pool);
    QCOMPARE(kicked.appIds.size(), 24);
    ReturnWatch watch(pool.client(), request(kicked));
    QTRY_VERIFY(pool.sandbox->requestCount("get-user-login-history") >= 6);
    watch.stop();
    const qint64 looks = pool.sandbox->requestCount("get-user-login-history");
    QVERIFY(pool.sandbox->requestCount("check-session-status") <= (looks + 1) * ReturnWatch::maximumChecks);
    // Six looks of four have asked about every application.
    QSet<QByteArray> asked;
    for (const SandboxRequest &wire : pool.sandbox->requests()) {
        if (wire.endpoint == "check-session-status")
            asked.insert(wire.target + wire.body);
    }
    QCOMPARE(asked.size(), 24);
}

void ReturnWatchTest::endsWhenTheTimeIsOver()
{
    const SandboxSession pool;
    ReturnWatchRequest shortly = request(kick(pool));
    shortly.duration = 200ms;
    ReturnWatch watch(pool.client(), shortly);
    const QSignalSpy ended(&watch, &ReturnWatch::ended);
    const QSignalSpy returned(&watch, &ReturnWatch::returned);
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(returned.count(), 0);
    QVERIFY(!watch.error());
}

void ReturnWatchTest::goesOnAfterAFailedLook()
{
    const SandboxSession pool;
    ReturnWatch watch(pool.client(), request(kick(pool)));
    const QSignalSpy returned(&watch, &ReturnWatch::returned);
    pool.sandbox->setFaults({u"503@get-user-login-history"_s, u"garbage@check-session-status"_s});
    QTRY_VERIFY(pool.sandbox->requestCount("get-user-login-history") >= 3);
    QCOMPARE(returned.count(), 0);
    QVERIFY(watch.isRunning());
    pool.sandbox->setFaults({u"relogin-later"_s});
    QTRY_COMPARE(returned.count(), 1);
}

void ReturnWatchTest::endsWhenTheKeyIsRefused_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("checks") << u"check-unavailable"_s;
    QTest::newRow("history") << u"code-403@get-user-login-history"_s;
    QTest::newRow("revoked") << u"key-revoked@get-user-login-history"_s;
}

void ReturnWatchTest::endsWhenTheKeyIsRefused()
{
    QFETCH(QString, fault);
    const SandboxSession pool;
    const Kicked kicked = kick(pool);
    ReturnWatch watch(pool.client(), request(kicked));
    const QSignalSpy ended(&watch, &ReturnWatch::ended);
    pool.sandbox->setFaults({fault});
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(watch.error());
    QVERIFY(!watch.isRunning());
    QVERIFY(isQuiet(pool, kicked));
}

void ReturnWatchTest::stopsInTheMiddleOfALook()
{
    const SandboxSession pool({u"never@check-session-status"_s});
    const Kicked kicked = kick(pool);
    ReturnWatch watch(pool.client(), request(kicked));
    const QSignalSpy ended(&watch, &ReturnWatch::ended);
    QTRY_VERIFY(pool.sandbox->requestCount("check-session-status") > 0);
    watch.stop();
    watch.stop();
    QCOMPARE(ended.count(), 1);
    QVERIFY(isQuiet(pool, kicked));
    QCOMPARE(looksFor(pool, kicked.userId), 0);
}

QTEST_GUILESS_MAIN(ReturnWatchTest)
#include "tst_returnwatch.moc"
