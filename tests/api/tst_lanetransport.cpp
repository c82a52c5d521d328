// SPDX-License-Identifier: Apache-2.0
#include "api/lanes/lanetransport.h"
#include "resumingserver.h"
#include "support/sandboxsession.h"
#include "support/testcertificates.h"

#include <QSslCertificate>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Takes connections and never says a word, so that no TLS handshake ends.
class SilentServer : public QTcpServer
{
public:
    SilentServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (hasPendingConnections())
                m_sockets.append(nextPendingConnection());
            mostOpen = std::max(mostOpen, open().size());
        });
    }

    QUrl url() const { return QUrl(u"https://127.0.0.1:%1/api/v3/kick-users"_s.arg(serverPort())); }

    /// Those that stand.
    QList<QTcpSocket *> open() const
    {
        QList<QTcpSocket *> result = m_sockets;
        result.removeIf(
            [](const QTcpSocket *socket) { return socket->state() != QAbstractSocket::ConnectedState; });
        return result;
    }

    qsizetype accepted() const { return m_sockets.size(); }

    qsizetype mostOpen = 0;

private:
    QList<QTcpSocket *> m_sockets;
};

} // namespace

/// How many connections a list opens, and when.
class TestLaneTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("KICKDESK_TEST_TRAFFIC", "many"); }
    void connectionsAreMadeAFewAtATime();
    void requestsThatFindNoConnectionWereNotSent();
    void standingConnectionsMakeRoom();
    void preparedConnectionsAreUsed();
    void whatCannotBePreparedIsTriedOnce();
    void nextConnectionGoesOnWithTheSession();
    void sessionIsNotTakenOverByAnotherServer();

private:
    static constexpr int requests = LaneTransport::maximumLanes;
};

void TestLaneTransport::connectionsAreMadeAFewAtATime()
{
    SilentServer server;
    const QnamTransport network;
    LaneTransport transport(&network);
    QObject context;
    qsizetype ended = 0;
    for (int request = 0; request < requests; ++request)
        transport.send({.method = "POST", .url = server.url(), .deadline = 60s}, &context,
                       [&](const HttpAnswer &) { ++ended; });
    QTRY_COMPARE(server.accepted(), LaneTransport::maximumConnecting);
    // One that ends makes room for the next.
    while (ended < requests) {
        const qsizetype before = ended;
        const QList<QTcpSocket *> open = server.open();
        QVERIFY(!open.isEmpty());
        for (QTcpSocket *socket : open)
            socket->abort();
        QTRY_VERIFY(ended >= before + open.size());
        QTRY_VERIFY(ended == requests || !server.open().isEmpty());
    }
    QCOMPARE(server.accepted(), requests);
    QCOMPARE(server.mostOpen, LaneTransport::maximumConnecting);
}

void TestLaneTransport::requestsThatFindNoConnectionWereNotSent()
{
    const SilentServer server;
    const QnamTransport network;
    LaneTransport transport(&network);
    QObject context;
    QList<HttpAnswer> answers;
    for (int request = 0; request < 2 * LaneTransport::maximumConnecting; ++request)
        transport.send({.method = "POST", .url = server.url(), .connectTimeout = 10s, .deadline = 500ms},
                       &context, [&](const HttpAnswer &answer) { answers << answer; });
    QTRY_COMPARE(answers.size(), qsizetype{2} * LaneTransport::maximumConnecting);
    for (const HttpAnswer &answer : std::as_const(answers)) {
        QCOMPARE(answer.fault, TransportFault::ConnectTimeout);
        QVERIFY(!answer.mayHaveBeenSent);
    }
}

void TestLaneTransport::standingConnectionsMakeRoom()
{
    // So slow that no connection is used twice before all of them stand.
    const SandboxSession on({}, AuthScheme::Signature, {.users = 60, .latencyMs = 2000, .tls = true});
    QObject context;
    int answered = 0;
    int good = 0;
    for (int request = 0; request < requests; ++request)
        on.client()->getSecuritySettings(&context, [&](const Result<SecuritySettings> &settings) {
            ++answered;
            good += settings ? 1 : 0;
        });
    constexpr int longestMs = 60'000;
    QTRY_COMPARE_WITH_TIMEOUT(answered, requests, longestMs);
    QCOMPARE(good, requests);
}

void TestLaneTransport::preparedConnectionsAreUsed()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QList<QTcpSocket *> accepted;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        while (server.hasPendingConnections()) {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket,
                    [socket] { socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"); });
            accepted.append(socket);
        }
    });
    const QUrl url(u"http://127.0.0.1:%1/"_s.arg(server.serverPort()));
    const QnamTransport network;
    LaneTransport transport(&network);
    constexpr int inFlight = 10;
    transport.prepare(url, inFlight);
    // One carries a request while the other waits whether its answer is the only one.
    QTRY_COMPARE(accepted.size(), qsizetype{2} * inFlight);
    QObject context;
    int good = 0;
    for (int request = 0; request < inFlight; ++request)
        transport.send({.method = "POST", .url = url}, &context, [&](const HttpAnswer &answer) {
            good += answer.fault == TransportFault::None && answer.status == 200 ? 1 : 0;
        });
    QTRY_COMPARE(good, inFlight);
    QCOMPARE(accepted.size(), qsizetype{2} * inFlight);
}

void TestLaneTransport::whatCannotBePreparedIsTriedOnce()
{
    SilentServer server;
    const QnamTransport network;
    LaneTransport transport(&network);
    transport.prepare(server.url(), LaneTransport::maximumInFlight);
    QTRY_COMPARE(server.accepted(), LaneTransport::maximumConnecting);
    for (QTcpSocket *socket : server.open())
        socket->abort();
    // A request that comes now makes one more, and none is prepared any longer.
    QObject context;
    std::optional<HttpAnswer> answer;
    transport.send({.method = "POST", .url = server.url(), .connectTimeout = 200ms}, &context,
                   [&](const HttpAnswer &came) { answer = came; });
    QTRY_VERIFY(answer);
    QCOMPARE(answer->fault, TransportFault::ConnectTimeout);
    QVERIFY(!answer->mayHaveBeenSent);
    QCOMPARE(server.accepted(), LaneTransport::maximumConnecting + 1);
}

namespace {

HttpAnswer answerOf(LaneTransport *transport, const QUrl &url)
{
    QObject context;
    std::optional<HttpAnswer> answer;
    transport->send({.method = "POST", .url = url}, &context, [&](const HttpAnswer &came) { answer = came; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }))
        return {.fault = TransportFault::Deadline};
    return *answer;
}

} // namespace

void TestLaneTransport::nextConnectionGoesOnWithTheSession()
{
    const TestCertificates certificates;
    const ResumingServer server(certificates.issue(u"server"_s), certificates.file(u"server.key"_s));
    QnamTransport network;
    network.trust(QSslCertificate::fromPath(certificates.rootFile()));
    LaneTransport transport(&network);
    for (int handshakes = 1; handshakes <= 3; ++handshakes) {
        const HttpAnswer answer = answerOf(&transport, server.url());
        QCOMPARE(answer.fault, TransportFault::None);
        QCOMPARE(answer.status, 200);
        QCOMPARE(server.handshakes(), handshakes);
        QCOMPARE(server.resumed(), handshakes - 1);
    }
}

void TestLaneTransport::sessionIsNotTakenOverByAnotherServer()
{
    const TestCertificates certificates;
    QnamTransport network;
    network.trust(QSslCertificate::fromPath(certificates.rootFile()));
    LaneTransport transport(&network);
    quint16 port = 0;
    {
        const ResumingServer server(certificates.issue(u"server"_s), certificates.file(u"server.key"_s));
        port = server.port();
        QCOMPARE(answerOf(&transport, server.url()).status, 200);
    }
    const TestCertificates others;
    const ResumingServer other(others.issue(u"server"_s), others.file(u"server.key"_s), port);
    const HttpAnswer answer = answerOf(&transport, other.url());
    QCOMPARE(answer.fault, TransportFault::TlsFailed);
    QVERIFY(!answer.mayHaveBeenSent);
    QCOMPARE(other.resumed(), 0);
}

QTEST_GUILESS_MAIN(TestLaneTransport)
#include "tst_lanetransport.moc"
