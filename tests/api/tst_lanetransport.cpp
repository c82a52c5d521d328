// SPDX-License-Identifier: Apache-2.0
#include "api/lanes/lanetransport.h"
#include "support/sandboxsession.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

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
    QTRY_COMPARE(answers.size(), 2 * LaneTransport::maximumConnecting);
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

QTEST_GUILESS_MAIN(TestLaneTransport)
#include "tst_lanetransport.moc"
