// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faultfixture.h"
#include "sandbox/rawclient.h"
#include "support/processtimer.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLocale>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

/// How the connection is left after an answer.
enum class After {
    Open,
    Closed,
};

QByteArray bodyOf(const QByteArray &received)
{
    return received.mid(received.indexOf("\r\n\r\n") + 4);
}

QJsonObject envelopeOf(const QByteArray &received)
{
    return QJsonDocument::fromJson(bodyOf(received)).object();
}

} // namespace

/// Every fault of the wire and of the envelope, as it looks on the wire.
class TestWireFaults : public FaultFixture
{
    Q_OBJECT

private Q_SLOTS:
    void faultsAnswerTheKick_data();
    void faultsAnswerTheKick();
    void faultsActOnTheNamedEndpointOnly();
    void percentagesAreDeterministic();
    void slowAnswersDrip_data();
    void slowAnswersDrip();
    void endlessAnswersFlow_data();
    void endlessAnswersFlow();
    void aBombIsSmallOnTheWire();
    void anEndlessAnswerStopsWhenTheClientLeaves();
    void aReusedConnectionDies();
    void redirectsLeadToARecordingTarget_data();
    void redirectsLeadToARecordingTarget();
    void throttlingSaysWhenToComeBack_data();
    void throttlingSaysWhenToComeBack();
    void acceptedConnectionsClose();
};

void TestWireFaults::faultsAnswerTheKick_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isProcessed");
    QTest::addColumn<bool>("isClosed");
    const auto row = [](const char *fault, const QByteArray &start, const QByteArray &content,
                        bool isProcessed, After after = After::Open) {
        QTest::newRow(fault) << start << content << isProcessed << (after == After::Closed);
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    row("ok", ok, R"("data":{"success":true})", true);
    row("close-no-answer", "", "", true, After::Closed);
    row("reset-before", "", "", false, After::Closed);
    row("reset-after", "", "", true, After::Closed);
    row("partial-status", "HTTP/1.1 20", "", true, After::Closed);
    row("garbage", QByteArray::fromHex("160301"), "", true, After::Closed);
    row("http-0.9", "{", R"("success":true)", true, After::Closed);
    row("half-body", ok, "{", true, After::Closed);
    row("truncated-json", ok, "{", true);
    row("chunk-truncated", ok, "Transfer-Encoding: chunked", true, After::Closed);
    row("never", "", "", true);
    row("bad-gzip", ok, "Content-Encoding: gzip", true);
    row("header-no-colon", ok, "\r\nthis line has no colon\r\n", true);
    row("double-length", ok, "Content-Length", true, After::Closed);
    row("length-and-chunked", ok, "Transfer-Encoding: chunked", true);
    row("glued-answers", ok, "not yours", true);
    row("100-continue", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n", R"("success":true)", true);
    row("204", "HTTP/1.1 204 No Content\r\n", "Date: ", true);
    row("status-201", "HTTP/1.1 201 ", R"("success":true)", true);
    row("status-202", "HTTP/1.1 202 ", R"("success":true)", true);
    row("status-400", "HTTP/1.1 400 ", R"("success":true)", true);
    row("status-401", "HTTP/1.1 401 ", R"("success":true)", true);
    row("status-403", "HTTP/1.1 403 ", R"("success":true)", true);
    row("status-404", "HTTP/1.1 404 ", R"("success":true)", true);
    row("status-408", "HTTP/1.1 408 ", R"("success":true)", true);
    row("status-500", "HTTP/1.1 500 ", R"("success":true)", true);
    row("status-999", "HTTP/1.1 999 ", R"("success":true)", true);
    row("401-basic", "HTTP/1.1 401 ", "WWW-Authenticate: Basic", false);
    row("401-negotiate", "HTTP/1.1 401 ", "WWW-Authenticate: Negotiate", false);
    row("set-cookie", ok, "Set-Cookie: sandbox=", true);
    row("captive-portal", ok, "<form", false);
    row("502", "HTTP/1.1 502 ", "<html>", true);
    row("503", "HTTP/1.1 503 ", "<html>", false);
    row("504", "HTTP/1.1 504 ", "<html>", true);
    row("code-400", ok, R"("statusCode":400)", false);
    row("code-402", ok, R"("statusCode":402)", false);
    row("code-403", ok, R"("apiCode":1001)", false);
    row("code-404", ok, R"("statusCode":404)", false);
    row("code-422", ok, R"("statusCode":422)", false);
    row("code-499", ok, R"("statusCode":499)", false);
    row("code-500", ok, R"("statusCode":500)", true);
    row("success-false", ok, R"("success":false)", false);
    row("success-missing", ok, R"("data":{})", true);
    row("success-string", ok, R"("success":"true")", true);
    row("code-string", ok, R"("statusCode":"200")", true);
    row("data-null", ok, R"("data":null)", true);
    row("data-array", ok, R"("data":[])", true);
    row("top-array", ok, R"([{"apiCode")", true);
    row("empty", ok, "Content-Length: 0\r\n", true);
    row("null", ok, "\r\n\r\nnull", true);
    row("bad-utf8", ok, "\"message\":\"\xc3\x28\xff", true);
    row("bom", ok, "\r\n\r\n\xef\xbb\xbf{", true);
    row("trailing-bytes", ok, "<!-- proxy -->", true);
    row("huge-message", ok, "很很很很", true);
    row("429", "HTTP/1.1 429 ", R"("statusCode":429)", false);
    row("busy-1000", ok, R"("apiCode":1000)", false);
}

void TestWireFaults::faultsAnswerTheKick()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, content);
    QFETCH(bool, isProcessed);
    QFETCH(bool, isClosed);
    const qint64 before = m_sandbox->requestCount("kick-users");
    const QByteArray request = kickRequest();
    m_sandbox->setFaults({QString::fromLatin1(QTest::currentDataTag())});
    RawClient raw(m_address.host);
    raw.send(request);
    QTRY_COMPARE(m_sandbox->requestCount("kick-users"), before + 1);
    QTRY_VERIFY2(raw.received().startsWith(start) && raw.received().contains(content),
                 raw.received().left(600).constData());
    if (isClosed)
        QTRY_VERIFY(raw.isClosed());
    else
        QVERIFY(!raw.isClosed());
    if (start.isEmpty())
        QVERIFY2(raw.received().isEmpty(), raw.received().left(600).constData());
    else if (!start.startsWith("HTTP/1.1 20") || isClosed)
        QVERIFY(isProcessed || !raw.received().contains("\"success\":true"));
    m_sandbox->setFaults({});
    QCOMPARE(isActive(), !isProcessed);
}

void TestWireFaults::faultsActOnTheNamedEndpointOnly()
{
    m_sandbox->setFaults({u"code-422@list-users"_s, u"busy-1000"_s});
    QCOMPARE(m_client->post(u"list-users"_s).statusCode(), 422);
    QCOMPARE(m_client->get(u"get-security-settings"_s).statusCode(), 200);
    QCOMPARE(m_client->kick(m_userId, {m_appId}).apiCode(), 1000);
}

void TestWireFaults::percentagesAreDeterministic()
{
    const auto outcomes = [this] {
        m_sandbox->setFaults({u"code-422@get-security-settings:30"_s});
        QList<int> result;
        for (int i = 0; i < 100; ++i)
            result.append(m_client->get(u"get-security-settings"_s).statusCode());
        return result;
    };
    const QList<int> first = outcomes();
    QCOMPARE(outcomes(), first);
    const auto hits = first.count(422);
    QVERIFY2(hits > 15 && hits < 45, qPrintable(QString::number(hits)));
}

void TestWireFaults::slowAnswersDrip_data()
{
    QTest::addColumn<QByteArray>("arrivesAtOnce");
    QTest::newRow("trickle") << QByteArray("HTTP/1.1 200 OK\r\n");
    QTest::newRow("slow-headers") << QByteArray();
}

void TestWireFaults::slowAnswersDrip()
{
    QFETCH(QByteArray, arrivesAtOnce);
    const QByteArray request = kickRequest();
    m_sandbox->setFaults({QString::fromLatin1(QTest::currentDataTag())});
    RawClient raw(m_address.host);
    QElapsedTimer timer;
    raw.send(request);
    QTRY_VERIFY(!raw.received().isEmpty());
    timer.start();
    QVERIFY(raw.received().startsWith(arrivesAtOnce));
    const qint64 first = raw.total();
    QTRY_VERIFY(raw.total() >= first + 5);
    QVERIFY(timer.elapsed() >= 300);
    QVERIFY(raw.total() < first + 50);
    QVERIFY(!raw.isClosed());
    QVERIFY(!isActive());
}

void TestWireFaults::endlessAnswersFlow_data()
{
    QTest::addColumn<qint64>("least");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("infinite-body") << qint64{64} * 1024 * 1024 << QByteArray("Connection: close");
    QTest::newRow("huge-header") << qint64{32} * 1024 * 1024 << QByteArray("X-Huge: hhhh");
    QTest::newRow("many-headers") << qint64{2} * 1024 * 1024 << QByteArray("X-Filler: 0123456789abcdef\r\n");
}

void TestWireFaults::endlessAnswersFlow()
{
    QFETCH(qint64, least);
    QFETCH(QByteArray, content);
    const QByteArray request = kickRequest();
    m_sandbox->setFaults({QString::fromLatin1(QTest::currentDataTag())});
    RawClient raw(m_address.host);
    raw.send(request);
    QTRY_VERIFY_WITH_TIMEOUT(raw.total() >= least, 30'000);
    QVERIFY(raw.received().startsWith("HTTP/1.1 200 OK\r\n"));
    QVERIFY(raw.received().contains(content));
    QVERIFY(!isActive());
}

void TestWireFaults::aBombIsSmallOnTheWire()
{
    const QByteArray request = kickRequest();
    m_sandbox->setFaults({u"gzip-bomb"_s});
    RawClient raw(m_address.host);
    raw.send(request);
    QTRY_VERIFY(raw.isClosed());
    QVERIFY(raw.received().contains("Content-Encoding: gzip\r\n"));
    QVERIFY(raw.total() < qint64{600} * 1024);
    // 512 KB of zero bytes stand for 512 MB; what a client makes of them is tst_transport's.
    QVERIFY(raw.received().count('\0') > qsizetype{500} * 1024);
}

void TestWireFaults::anEndlessAnswerStopsWhenTheClientLeaves()
{
    const QByteArray request = kickRequest();
    m_sandbox->setFaults({u"infinite-body"_s});
    auto raw = std::make_unique<RawClient>(m_address.host);
    raw->send(request);
    QTRY_VERIFY(raw->total() > qint64{1024} * 1024);
    raw.reset();
    ProcessTimer timer;
    timer.start();
    m_sandbox->setFaults({});
    QVERIFY(!isActive());
    QVERIFY(timer.elapsed() < 2000);
}

void TestWireFaults::aReusedConnectionDies()
{
    const QByteArray request = kickRequest();
    m_sandbox->setFaults({u"keepalive-dead"_s});
    RawClient fresh(m_address.host);
    fresh.send("GET /api/v3/nothing HTTP/1.1\r\n\r\n");
    QTRY_VERIFY(fresh.received().contains("404"));
    fresh.send(request);
    QTRY_VERIFY(fresh.isClosed());
    QVERIFY(isActive());
    RawClient another(m_address.host);
    another.send(request);
    QTRY_COMPARE(envelopeOf(another.received()).value("statusCode"_L1).toInt(), 200);
    QVERIFY(!isActive());
}

void TestWireFaults::redirectsLeadToARecordingTarget_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("staysHere");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("redirect-%d", status) << status << false;
    QTest::newRow("redirect-loop") << 307 << true;
    QTest::newRow("redirect-downgrade") << 307 << false;
}

void TestWireFaults::redirectsLeadToARecordingTarget()
{
    QFETCH(int, status);
    QFETCH(bool, staysHere);
    const qint64 before = m_sandbox->requestCount("redirect-target");
    m_client->token();
    m_sandbox->setFaults({QString::fromLatin1(QTest::currentDataTag())});
    const SandboxReply reply = m_client->kick(m_userId, {m_appId});
    QCOMPARE(reply.httpStatus, status);
    QVERIFY(isActive());
    const QUrl here = m_address.host.resolved(QUrl(u"/api/v3/kick-users"_s));
    const QUrl target = here.resolved(QUrl::fromEncoded(reply.header("Location")));
    QCOMPARE(target.path(), u"/api/v3/kick-users"_s);
    QCOMPARE(target == here, staysHere);
    QCOMPARE(m_sandbox->requestCount("redirect-target"), before);
    if (staysHere)
        return;
    // A client that follows believes the kick succeeded, and the server has recorded it.
    RawClient follower(target);
    follower.send("GET /api/v3/kick-users HTTP/1.1\r\nAuthorization: Bearer leaked\r\n\r\n");
    QTRY_VERIFY(follower.received().contains("\"success\":true"));
    QCOMPARE(m_sandbox->requestCount("redirect-target"), before + 1);
    QCOMPARE(m_sandbox->requests().constLast().endpoint, QByteArray("redirect-target"));
}

void TestWireFaults::throttlingSaysWhenToComeBack_data()
{
    QTest::addColumn<bool>("isDate");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("429-retry-seconds") << false << 1 << 5;
    QTest::newRow("429-retry-date") << true << 1 << 5;
    QTest::newRow("429-retry-huge") << false << 3600 << 1'000'000;
}

void TestWireFaults::throttlingSaysWhenToComeBack()
{
    QFETCH(bool, isDate);
    QFETCH(int, least);
    QFETCH(int, most);
    m_client->token();
    m_sandbox->setFaults({QString::fromLatin1(QTest::currentDataTag())});
    const SandboxReply reply = m_client->kick(m_userId, {m_appId});
    QCOMPARE(reply.httpStatus, 429);
    QCOMPARE(reply.statusCode(), 429);
    const QByteArray value = reply.header("Retry-After");
    qint64 seconds = value.toLongLong();
    if (isDate) {
        const QDateTime time =
            QLocale::c().toDateTime(QString::fromLatin1(value), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
        QVERIFY2(time.isValid(), value.constData());
        seconds = QDateTime::currentDateTimeUtc().secsTo(QDateTime(time.date(), time.time(), Qt::UTC));
    }
    QVERIFY2(seconds >= least && seconds <= most, value.constData());
    QVERIFY(isActive());
}

void TestWireFaults::acceptedConnectionsClose()
{
    m_sandbox->setFaults({u"accept-close"_s});
    RawClient raw(m_address.host);
    QTRY_VERIFY(raw.isClosed());
    QVERIFY(raw.received().isEmpty());
}

QTEST_GUILESS_MAIN(TestWireFaults)
#include "tst_wirefaults.moc"
