// SPDX-License-Identifier: Apache-2.0
#include "sandbox/rawclient.h"
#include "sandbox/sandboxclient.h"
#include "sandbox/service/sandbox.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto settingsPath = "/api/v3/get-security-settings";

QByteArray getRequest(const QByteArray &token, const QByteArray &extra = {})
{
    return QByteArray("GET ") + settingsPath + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + token + "\r\n" +
           extra + "\r\n";
}

} // namespace

/// The server as HTTP sees it.
class TestSandboxHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAnswerHasADate();
    void aConnectionCarriesManyRequests();
    void pipelinedRequestsAreAnsweredInOrder();
    void aChunkedBodyIsRead();
    void aWaitingClientIsToldToContinue();
    void aBadRequestIsRefused_data();
    void aBadRequestIsRefused();
    void theConnectionClosesWhenAsked();
    void latencyDelaysEachAnswer();
    void tooManyRequestsAreThrottled();
    void unknownEndpointsAreNotFound();
    void aBodyThatIsNoObjectIsRefused();
    void requestsAreRecorded();
    void aTakenPortIsReported();
    void onlyLoopbackIsServed();
};

void TestSandboxHttp::everyAnswerHasADate()
{
    Sandbox sandbox({});
    const auto address = sandbox.start();
    QVERIFY(address);
    SandboxClient client(*address);
    const QString date = QString::fromLatin1(client.get(u"get-security-settings"_s).header("Date"));
    const QDateTime time = QLocale::c().toDateTime(date, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    QVERIFY2(time.isValid(), qPrintable(date));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(qAbs(QDateTime(time.date(), time.time(), Qt::UTC).secsTo(now)) < 30);
}

void TestSandboxHttp::aConnectionCarriesManyRequests()
{
    Sandbox sandbox({});
    const auto address = sandbox.start();
    QVERIFY(address);
    const QByteArray token = SandboxClient(*address).token();
    RawClient raw(address->host);
    for (int i = 1; i <= 3; ++i) {
        raw.send(getRequest(token));
        QTRY_COMPARE(raw.received().count("HTTP/1.1 200 OK"), i);
    }
    QVERIFY(!raw.isClosed());
}

void TestSandboxHttp::pipelinedRequestsAreAnsweredInOrder()
{
    Sandbox sandbox({.latencyMs = 20});
    const auto address = sandbox.start();
    QVERIFY(address);
    SandboxClient client(*address);
    const QByteArray token = client.token();
    QByteArray requests;
    for (int i = 0; i < 5; ++i)
        requests += "GET /api/v3/nothing-" + QByteArray::number(i) + " HTTP/1.1\r\nAuthorization: " + token +
                    "\r\n\r\n";
    RawClient raw(address->host);
    raw.send(requests);
    QTRY_COMPARE(raw.received().count("HTTP/1.1 200 OK"), 5);
    qsizetype before = -1;
    for (int i = 0; i < 5; ++i) {
        const qsizetype at = raw.received().indexOf("nothing-" + QByteArray::number(i));
        QVERIFY(at > before);
        before = at;
    }
}

void TestSandboxHttp::aChunkedBodyIsRead()
{
    Sandbox sandbox({});
    const auto address = sandbox.start();
    QVERIFY(address);
    SandboxClient client(*address);
    RawClient raw(address->host);
    raw.send("POST /api/v3/list-users HTTP/1.1\r\nTransfer-Encoding: chunked\r\nAuthorization: " +
             client.token() + "\r\n\r\n1\r\n{\r\n2;extension=1\r\n} \r\n0\r\n\r\n");
    QTRY_VERIFY(raw.received().contains("\"totalCount\":2000"));
}

void TestSandboxHttp::aWaitingClientIsToldToContinue()
{
    Sandbox sandbox({});
    const auto address = sandbox.start();
    QVERIFY(address);
    SandboxClient client(*address);
    RawClient raw(address->host);
    raw.send(
        "POST /api/v3/list-users HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\nAuthorization: " +
        client.token() + "\r\n\r\n");
    QTRY_COMPARE(raw.received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    raw.send("{}");
    QTRY_VERIFY(raw.received().contains("\"totalCount\":2000"));
}

void TestSandboxHttp::aBadRequestIsRefused_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("no protocol") << QByteArray("GET /\r\n\r\n") << QByteArray("400");
    QTest::newRow("other protocol") << QByteArray("GET / SPDY/3\r\n\r\n") << QByteArray("400");
    QTest::newRow("header without colon")
        << QByteArray("GET / HTTP/1.1\r\nnonsense\r\n\r\n") << QByteArray("400");
    QTest::newRow("length is no number")
        << QByteArray("POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n") << QByteArray("400");
    QTest::newRow("length is negative")
        << QByteArray("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n") << QByteArray("400");
    QTest::newRow("length and chunks")
        << QByteArray("POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n")
        << QByteArray("400");
    QTest::newRow("chunk is no number")
        << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n") << QByteArray("400");
    QTest::newRow("body too large") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n")
                                    << QByteArray("413");
    QTest::newRow("head too large") << "GET / HTTP/1.1\r\nX: " + QByteArray(70'000, 'x') + "\r\n\r\n"
                                    << QByteArray("431");
}

void TestSandboxHttp::aBadRequestIsRefused()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, status);
    Sandbox sandbox({});
    const auto address = sandbox.start();
    QVERIFY(address);
    RawClient raw(address->host);
    raw.send(request);
    QTRY_VERIFY(raw.isClosed());
    QVERIFY2(raw.received().startsWith("HTTP/1.1 " + status), raw.received().constData());
}

void TestSandboxHttp::theConnectionClosesWhenAsked()
{
    Sandbox sandbox({});
    const auto address = sandbox.start();
    QVERIFY(address);
    const QByteArray token = SandboxClient(*address).token();
    RawClient raw(address->host);
    raw.send(getRequest(token, "Connection: close\r\n"));
    QTRY_VERIFY(raw.isClosed());
    QVERIFY(raw.received().contains("Connection: close\r\n"));
    QVERIFY(raw.received().contains("\"statusCode\":200"));
}

void TestSandboxHttp::latencyDelaysEachAnswer()
{
    Sandbox sandbox({.latencyMs = 60});
    const auto address = sandbox.start();
    QVERIFY(address);
    SandboxClient client(*address);
    client.token();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(client.get(u"get-security-settings"_s).statusCode(), 200);
    QVERIFY(timer.elapsed() >= 59);
}

void TestSandboxHttp::tooManyRequestsAreThrottled()
{
    Sandbox sandbox({.ratePerSecond = 10});
    const auto address = sandbox.start();
    QVERIFY(address);
    SandboxClient client(*address);
    QTRY_VERIFY(!client.token().isEmpty());
    SandboxReply reply;
    for (int i = 0; i < 50 && reply.statusCode() != 429; ++i)
        reply = client.get(u"get-security-settings"_s);
    QCOMPARE(reply.httpStatus, 429);
    QCOMPARE(reply.statusCode(), 429);
    QCOMPARE(reply.message(), u"您的请求已超过最大数量限制，请稍后重试"_s);
    QCOMPARE(reply.header("Retry-After"), QByteArray("1"));
}

void TestSandboxHttp::unknownEndpointsAreNotFound()
{
    Sandbox sandbox({});
    const auto address = sandbox.start();
    QVERIFY(address);
    SandboxClient client(*address);
    const SandboxReply unknown = client.get(u"deactivate-all-sessions"_s);
    QCOMPARE(unknown.httpStatus, 200);
    QCOMPARE(unknown.statusCode(), 404);
    // The right name with the wrong method is no endpoint either.
    QCOMPARE(client.get(u"kick-users"_s).statusCode(), 404);
}

void TestSandboxHttp::aBodyThatIsNoObjectIsRefused()
{
    Sandbox sandbox({});
    const auto address = sandbox.start();
    QVERIFY(address);
    const QByteArray token = SandboxClient(*address).token();
    for (const QByteArray &body : {QByteArray("[]"), QByteArray("nonsense")}) {
        RawClient raw(address->host);
        raw.send("POST /api/v3/list-users HTTP/1.1\r\nAuthorization: " + token +
                 "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QTRY_VERIFY(raw.received().contains("\"statusCode\":400"));
    }
}

void TestSandboxHttp::requestsAreRecorded()
{
    Sandbox sandbox({});
    const auto address = sandbox.start();
    QVERIFY(address);
    SandboxClient client(*address);
    client.post(u"list-users"_s, {{u"keywords"_s, u"张"_s}});
    QCOMPARE(sandbox.requestCount("list-users"), 1);
    QCOMPARE(sandbox.requestCount("kick-users"), 0);
    const QList<SandboxRequest> requests = sandbox.requests();
    QCOMPARE(requests.size(), 2);
    QCOMPARE(requests.at(0).endpoint, QByteArray("get-management-token"));
    QCOMPARE(requests.at(1).method, QByteArray("POST"));
    QCOMPARE(requests.at(1).target, QByteArray("/api/v3/list-users"));
    QCOMPARE(QJsonDocument::fromJson(requests.at(1).body).object().value("keywords"_L1).toString(), u"张"_s);
    const bool hasLanguage = std::ranges::any_of(requests.at(1).headers, [](const auto &header) {
        return header.first.toLower() == "x-authing-lang" && header.second == "zh-CN";
    });
    QVERIFY(hasLanguage);
}

void TestSandboxHttp::aTakenPortIsReported()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Sandbox sandbox({.port = other.serverPort()});
    const auto address = sandbox.start();
    QVERIFY(!address);
    QCOMPARE(address.error().code, ErrorCode::PortUnavailable);
}

void TestSandboxHttp::onlyLoopbackIsServed()
{
    Sandbox sandbox({});
    const auto address = sandbox.start();
    QVERIFY(address);
    QCOMPARE(address->host.host(), u"127.0.0.1"_s);
    QCOMPARE(address->host.scheme(), u"http"_s);
    // Every address of 127.0.0.0/8 reaches a server that listens on all interfaces; this one must refuse.
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.2"_s, static_cast<quint16>(address->host.port()));
    QTRY_COMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
}

QTEST_GUILESS_MAIN(TestSandboxHttp)
#include "tst_sandboxhttp.moc"
