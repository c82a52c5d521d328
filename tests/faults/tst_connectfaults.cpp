// SPDX-License-Identifier: Apache-2.0
#include "core/host.h"
#include "core/translation.h"
#include "support/answerof.h"
#include "support/journalrows.h"
#include "support/kicktarget.h"
#include "support/measuredapplication.h"
#include "support/testcertificates.h"
#include "support/testtraffic.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <arpa/inet.h>
#include <functional>
#include <memory>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

using TestApplication = MeasuredApplication<QCoreApplication>;

constexpr const char *secretText = "canary-secret-0123456789";

/// Takes connections and says the same to each, or nothing; keeps what it was told.
class Listener : public QTcpServer
{
public:
    explicit Listener(QByteArray answer = {})
        : m_answer(std::move(answer))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                m_received += socket->readAll();
                if (!m_answer.isEmpty())
                    socket->write(m_answer);
            });
        });
    }

    QByteArray received() const { return m_received; }

private:
    QByteArray m_answer;
    QByteArray m_received;
};

/// A socket that listens and never takes a connection: its queue is full, so that the next one hangs.
class FullQueue
{
public:
    FullQueue()
        : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof(address);
        if (::bind(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof(address)) != 0 ||
            ::listen(m_socket, 0) != 0 ||
            ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &length) != 0)
            qFatal("The full queue could not be made");
        m_port = ntohs(address.sin_port);
        constexpr int places = 4;
        for (int i = 0; i < places; ++i) {
            m_clients.push_back(std::make_unique<QTcpSocket>());
            m_clients.back()->connectToHost(QHostAddress::LocalHost, m_port);
        }
    }
    ~FullQueue() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(FullQueue)

    quint16 port() const { return m_port; }

private:
    int m_socket;
    quint16 m_port = 0;
    std::vector<std::unique_ptr<QTcpSocket>> m_clients;
};

quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QUrl onPort(const QString &scheme, quint16 port)
{
    return QUrl(u"%1://127.0.0.1:%2"_s.arg(scheme, QString::number(port)));
}

/// What the user sees; %1 is the host or the proxy.
struct Words
{
    QString english;
    QString chinese;
};

Words untrusted(const QString &english, const QString &chinese)
{
    return {
        u"The server could not prove that it is the right one, so nothing was sent. Ask your administrator "
        "about its certificate. (%1)"_s.arg(english),
        u"无法验证服务器的身份，因此未发送任何请求。请向管理员确认服务器证书。（%1）"_s.arg(chinese)};
}

} // namespace

class ConnectFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { static_cast<TestApplication *>(QCoreApplication::instance())->forget(); }
    void cleanup();
    void noConnection_data();
    void noConnection();
    void noProxy_data();
    void noProxy();
    void noTrust_data();
    void noTrust();
    void weakServer_data();
    void weakServer();
    void worksWithItsPrivateRoot();

private:
    KickResult kick(const Profile &profile);
    void checkNotSent(const KickResult &result);
    void checkWords(const KickResult &result, const QString &place);

    QTemporaryDir m_folder;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Session> m_session;
};

/// Whatever the network does, the main thread is never busy for long.
void ConnectFaultsTest::cleanup()
{
    m_session.reset();
    m_journal.reset();
    QFile::remove(m_folder.filePath(u"journal.db"_s));
    const auto *application = static_cast<TestApplication *>(QCoreApplication::instance());
    QVERIFY2(application->isQuick(), application->longest().constData());
}

KickResult ConnectFaultsTest::kick(const Profile &profile)
{
    m_journal = std::make_unique<Journal>(m_folder.filePath(u"journal.db"_s));
    m_session =
        std::make_unique<Session>(profile, Secret(secretText), m_journal.get(), ExchangeLog(), testTraffic());
    m_session->client()->setDeadline(std::chrono::seconds(2));
    const KickTarget target{.userId = u"684ee14f7ab40e090f363a7d"_s,
                            .appIds = {u"62188e71c1a2b3075289c580"_s}};
    const auto result = answerOf<KickResult>(
        [&](const auto &handler) {
            m_session->kicker()->kick(
                target, this, [](const KickProgress &) {}, handler);
        },
        std::chrono::seconds(60));
    if (!result)
        qFatal("The kick has not ended");
    return *result;
}

void ConnectFaultsTest::checkNotSent(const KickResult &result)
{
    QCOMPARE(result.outcome, KickOutcome::NotSent);
    QVERIFY(result.error.has_value());
    const JournalRows rows = JournalRows::read(m_journal->file());
    QVERIFY(rows.isIntact);
    QCOMPARE(rows.items.size(), 1);
    QCOMPARE(rows.items.first().outcome, u"not_sent"_s);
    QCOMPARE(rows.items.first().errorCode, errorCodeName(result.error->code));
    QCOMPARE(rows.attempts.size(), result.attempts);
}

void ConnectFaultsTest::checkWords(const KickResult &result, const QString &place)
{
    QFETCH(Words, words);
    Translation translation;
    translation.setLanguage(Language::English);
    QCOMPARE(errorText(*result.error), QString(words.english).replace(u"%1"_s, place));
    translation.setLanguage(Language::Chinese);
    QCOMPARE(errorText(*result.error), QString(words.chinese).replace(u"%1"_s, place));
}

using HostMaker = std::function<QUrl()>;

void ConnectFaultsTest::noConnection_data()
{
    QTest::addColumn<HostMaker>("host");
    QTest::addColumn<Words>("words");
    QTest::newRow("dns-fail")
        << HostMaker([] { return QUrl(u"https://nobody.invalid"_s); })
        << Words{
               u"The host %1 is not known. Check its spelling and the network connection; nothing was sent."_s,
               u"找不到主机 %1。请检查拼写和网络连接；未发送任何请求。"_s};
    QTest::newRow("refused")
        << HostMaker([] { return onPort(u"https"_s, closedPort()); })
        << Words{
               u"%1 refused the connection. Check the port, or whether the service is running; nothing was sent."_s,
               u"%1 拒绝了连接。请检查端口是否正确、服务是否在运行；未发送任何请求。"_s};
    QTest::newRow("unreachable")
        << HostMaker([] { return QUrl(u"https://255.255.255.255"_s); })
        << Words{
               u"%1 cannot be reached from this computer. Check the network or the VPN; nothing was sent."_s,
               u"从本机无法访问 %1。请检查网络或 VPN；未发送任何请求。"_s};
    QTest::newRow("connect-stall")
        << HostMaker([] {
               static const FullQueue queue;
               return onPort(u"https"_s, queue.port());
           })
        << Words{
               u"%1 did not take the connection in time. Try again, or check the network; nothing was sent."_s,
               u"连接 %1 超时。请重试或检查网络；未发送任何请求。"_s};
}

void ConnectFaultsTest::noConnection()
{
    QFETCH(HostMaker, host);
    const QUrl url = host();
    const KickResult result = kick({.host = url, .keyId = u"key"_s, .auth = AuthScheme::Signature});
    checkNotSent(result);
    checkWords(result, Hosts::displayName(url));
}

void ConnectFaultsTest::noProxy_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("isListening");
    QTest::addColumn<Words>("words");
    const auto head = [](const char *status) {
        return QByteArray("HTTP/1.1 ") + status +
               "\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";
    };
    const Words words{u"The proxy %1 did not let the connection through; nothing was sent."_s,
                      u"代理 %1 未放行该连接；未发送任何请求。"_s};
    QTest::newRow("proxy-refused") << QByteArray() << false << words;
    QTest::newRow("proxy-407") << head("407 Proxy Authentication Required") << true << words;
    QTest::newRow("proxy-502") << head("502 Bad Gateway") << true << words;
    QTest::newRow("proxy-stall") << QByteArray() << true << words;
}

void ConnectFaultsTest::noProxy()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, isListening);
    Listener proxy(answer);
    const quint16 port = proxy.serverPort();
    if (!isListening)
        proxy.close();
    Profile profile{
        .host = QUrl(u"https://pool.example"_s), .keyId = u"key"_s, .auth = AuthScheme::Signature};
    profile.proxy = {.mode = ProxyMode::Manual, .host = u"127.0.0.1"_s, .port = port};
    const KickResult result = kick(profile);
    checkNotSent(result);
    // The proxy is asked for a tunnel and for nothing else.
    QCOMPARE(proxy.received().isEmpty(), !isListening);
    for (const char *own : {"kick-users", secretText, "authorization", "Authorization: Basic"})
        QVERIFY2(!proxy.received().contains(own), own);
    checkWords(result, u"127.0.0.1:%1"_s.arg(port));
}

void ConnectFaultsTest::noTrust_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Words>("words");
    const auto row = [](const char *fault, const QString &english, const QString &chinese) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << untrusted(english, chinese);
    };
    row("tls-expired", u"the certificate has expired"_s, u"证书已过期"_s);
    row("tls-not-yet", u"the certificate is not valid yet"_s, u"证书尚未生效"_s);
    row("tls-wrong-host", u"the certificate belongs to another host"_s, u"证书属于另一台主机"_s);
    row("tls-self-signed", u"the certificate is signed by nobody but itself"_s, u"证书是自签名的"_s);
    row("tls-unknown-ca", u"the certificate comes from an issuer that is not trusted"_s,
        u"证书的签发者不受信任"_s);
    row("tls-1.0-only", u"the server speaks no version of TLS that is safe today"_s,
        u"服务器不支持目前安全的 TLS 版本"_s);
    row("tls-plaintext", u"the server does not speak TLS at this port"_s, u"服务器在此端口上不使用 TLS"_s);
    QTest::newRow("tls-stall")
        << u"tls-stall"_s
        << Words{
               u"%1 did not take the connection in time. Try again, or check the network; nothing was sent."_s,
               u"连接 %1 超时。请重试或检查网络；未发送任何请求。"_s};
}

void ConnectFaultsTest::noTrust()
{
    QFETCH(QString, fault);
    Sandbox sandbox({.users = 20, .faults = {fault}});
    const Result<SandboxAddress> address = sandbox.start();
    QVERIFY(address);
    const KickResult result = kick({.host = address->host,
                                    .keyId = address->keyId,
                                    .auth = AuthScheme::Signature,
                                    .caFile = address->caFile});
    checkNotSent(result);
    QVERIFY(sandbox.requests().isEmpty());
    checkWords(result, Hosts::displayName(address->host));
}

void ConnectFaultsTest::weakServer_data()
{
    QTest::addColumn<TestCertificateRecipe>("recipe");
    QTest::addColumn<Words>("words");
    const Words words =
        untrusted(u"the certificate's key or signature is too weak"_s, u"证书的密钥或签名强度不足"_s);
    QTest::newRow("tls-sha1") << TestCertificateRecipe{.digest = u"sha1"_s} << words;
    QTest::newRow("tls-rsa1024") << TestCertificateRecipe{.key = {u"RSA"_s, u"rsa_keygen_bits:1024"_s}}
                                 << words;
}

void ConnectFaultsTest::weakServer()
{
    QFETCH(TestCertificateRecipe, recipe);
    const TestCertificates certificates;
    certificates.issue(u"weak"_s, recipe);
    const quint16 port = closedPort();
    // Prints what it is told once the encryption stands.
    QProcess server;
    server.start(u"openssl"_s, {u"s_server"_s, u"-quiet"_s, u"-accept"_s, u"127.0.0.1:%1"_s.arg(port),
                                u"-cert"_s, certificates.file(u"weak.pem"_s), u"-key"_s,
                                certificates.file(u"weak.key"_s), u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s});
    QVERIFY(server.waitForStarted());
    QTRY_VERIFY([port] {
        QTcpSocket probe;
        probe.connectToHost(QHostAddress::LocalHost, port);
        return probe.waitForConnected(500);
    }());
    const KickResult result = kick({.host = onPort(u"https"_s, port),
                                    .keyId = u"key"_s,
                                    .auth = AuthScheme::Signature,
                                    .caFile = certificates.rootFile()});
    server.kill();
    QVERIFY(server.waitForFinished());
    QCOMPARE(server.readAllStandardOutput(), QByteArray());
    checkNotSent(result);
    QCOMPARE(result.error->code, ErrorCode::TlsFailed);
    checkWords(result, Hosts::displayName(onPort(u"https"_s, port)));
}

void ConnectFaultsTest::worksWithItsPrivateRoot()
{
    Sandbox sandbox({.users = 20, .faults = {u"tls-private-ca"_s}});
    const Result<SandboxAddress> address = sandbox.start();
    QVERIFY(address);
    Journal journal(m_folder.filePath(u"private.db"_s));
    Session session({.host = address->host,
                     .keyId = address->keyId,
                     .auth = AuthScheme::Signature,
                     .caFile = address->caFile},
                    address->secret, &journal, ExchangeLog(), testTraffic());
    const auto apps = answerOf<Result<QList<Application>>>(
        [&](const auto &handler) { session.applicationLister()->list(this, handler); });
    QVERIFY(apps && *apps);
    KickTarget target{.userId = Sandbox::userId({.users = 20}, 0), .appIds = {(*apps)->first().appId}};
    target.targetUserId = target.userId;
    const auto result = answerOf<KickResult>(
        [&](const auto &handler) {
            session.kicker()->kick(
                target, this, [](const KickProgress &) {}, handler);
        },
        std::chrono::seconds(60));
    QVERIFY(result);
    QCOMPARE(result->outcome, KickOutcome::Verified);
    QCOMPARE(sandbox.requestCount("kick-users"), 1);
}

int main(int argc, char *argv[])
{
    TestApplication application(argc, argv);
    ConnectFaultsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_connectfaults.moc"
