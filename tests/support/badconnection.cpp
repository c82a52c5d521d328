// SPDX-License-Identifier: Apache-2.0
#include "support/badconnection.h"

#include "core/values/host.h"
#include "sandbox/service/sandbox.h"
#include "support/testcertificates.h"

#include <QHash>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <arpa/inet.h>
#include <optional>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Takes connections and says the same to each, or nothing; keeps what it was told.
class Listener : public QTcpServer
{
public:
    explicit Listener(QByteArray answer)
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

QUrl onPort(quint16 port)
{
    return QUrl(u"https://127.0.0.1:%1"_s.arg(port));
}

/// What is wrong with a server that is not trusted.
struct Distrust
{
    QString english;
    QString chinese;
};

/// Faults that the sandbox plays.
const QHash<QString, Distrust> &sandboxFaults()
{
    static const QHash<QString, Distrust> faults{
        {u"tls-expired"_s, {u"the certificate has expired"_s, u"证书已过期"_s}},
        {u"tls-not-yet"_s, {u"the certificate is not valid yet"_s, u"证书尚未生效"_s}},
        {u"tls-wrong-host"_s, {u"the certificate belongs to another host"_s, u"证书属于另一台主机"_s}},
        {u"tls-self-signed"_s, {u"the certificate is signed by nobody but itself"_s, u"证书是自签名的"_s}},
        {u"tls-unknown-ca"_s,
         {u"the certificate comes from an issuer that is not trusted"_s, u"证书的签发者不受信任"_s}},
        {u"tls-1.0-only"_s,
         {u"the server speaks no version of TLS that is safe today"_s, u"服务器不支持目前安全的 TLS 版本"_s}},
        {u"tls-plaintext"_s,
         {u"the server does not speak TLS at this port"_s, u"服务器在此端口上不使用 TLS"_s}},
        // Not distrusted: it never says anything.
        {u"tls-stall"_s, {}},
    };
    return faults;
}

/// Faults that OpenSSL's own server plays.
const QHash<QString, TestCertificateRecipe> &weakCertificates()
{
    static const QHash<QString, TestCertificateRecipe> recipes{
        {u"tls-sha1"_s, {.digest = u"sha1"_s}},
        {u"tls-rsa1024"_s, {.key = {u"RSA"_s, u"rsa_keygen_bits:1024"_s}}},
    };
    return recipes;
}

/// What a proxy answers; nothing where it does not listen, empty where it says nothing.
const QHash<QString, std::optional<QByteArray>> &proxyAnswers()
{
    const auto head = [](const char *status) {
        return QByteArray("HTTP/1.1 ") + status +
               "\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n";
    };
    static const QHash<QString, std::optional<QByteArray>> answers{
        {u"proxy-refused"_s, std::nullopt},
        {u"proxy-407"_s, head("407 Proxy Authentication Required")},
        {u"proxy-502"_s, head("502 Bad Gateway")},
        {u"proxy-stall"_s, QByteArray()},
    };
    return answers;
}

/// Where no program takes the connection.
const QStringList &deadEnds()
{
    static const QStringList names{u"dns-fail"_s, u"refused"_s, u"unreachable"_s, u"connect-stall"_s};
    return names;
}

} // namespace

struct BadConnection::Parts
{
    std::unique_ptr<FullQueue> queue;
    std::unique_ptr<Listener> proxy;
    std::unique_ptr<Sandbox> sandbox;
    std::unique_ptr<TestCertificates> certificates;
    std::unique_ptr<QProcess> server;
};

QStringList BadConnection::names()
{
    QStringList result =
        deadEnds() + proxyAnswers().keys() + sandboxFaults().keys() + weakCertificates().keys();
    result.sort();
    return result;
}

BadConnection::BadConnection(const QString &name)
    : m_parts(std::make_unique<Parts>())
{
    m_profile.name = u"corp"_s;
    m_profile.keyId = u"key"_s;
    m_profile.auth = AuthScheme::Signature;
    if (deadEnds().contains(name))
        connectToNobody(name);
    else if (proxyAnswers().contains(name))
        goThroughProxy(name);
    else if (sandboxFaults().contains(name))
        meetSandbox(name);
    else
        meetWeakServer(name);
}

BadConnection::~BadConnection()
{
    if (m_parts->server) {
        m_parts->server->kill();
        m_parts->server->waitForFinished();
    }
}

QByteArray BadConnection::received() const
{
    QByteArray result;
    if (m_parts->proxy)
        result += m_parts->proxy->received();
    if (m_parts->sandbox) {
        for (const SandboxRequest &request : m_parts->sandbox->requests())
            result += request.endpoint;
    }
    if (m_parts->server)
        result += m_parts->server->readAllStandardOutput();
    return result;
}

void BadConnection::connectToNobody(const QString &name)
{
    if (name == "dns-fail"_L1) {
        m_profile.host = QUrl(u"https://nobody.invalid"_s);
        setWords(u"Can't find %1. Check the address and your network."_s,
                 u"找不到 %1。请检查地址拼写和网络连接。"_s, Hosts::displayName(m_profile.host));
    } else if (name == "refused"_L1) {
        m_profile.host = onPort(closedPort());
        setWords(u"%1 refused the connection. Check the port, or whether the service is running."_s,
                 u"%1 拒绝了连接。请检查端口是否正确、服务是否在运行。"_s,
                 Hosts::displayName(m_profile.host));
    } else if (name == "unreachable"_L1) {
        m_profile.host = QUrl(u"https://255.255.255.255"_s);
        setWords(u"%1 can't be reached from this computer. Check the network or the VPN."_s,
                 u"从本机无法访问 %1。请检查网络或 VPN。"_s, Hosts::displayName(m_profile.host));
    } else {
        m_parts->queue = std::make_unique<FullQueue>();
        m_profile.host = onPort(m_parts->queue->port());
        setWords(u"Connecting to %1 timed out. Try again, or check your network."_s,
                 u"连接 %1 超时。请重试或检查网络。"_s, Hosts::displayName(m_profile.host));
    }
}

void BadConnection::goThroughProxy(const QString &name)
{
    const std::optional<QByteArray> answer = proxyAnswers().value(name);
    m_parts->proxy = std::make_unique<Listener>(answer.value_or(QByteArray()));
    const quint16 port = m_parts->proxy->serverPort();
    m_isProxyAsked = answer.has_value();
    if (!answer)
        m_parts->proxy->close();
    m_profile.host = QUrl(u"https://pool.example"_s);
    m_profile.proxy = {.mode = ProxyMode::Manual, .host = u"127.0.0.1"_s, .port = port};
    setWords(u"The proxy %1 did not let the connection through."_s, u"代理 %1 未放行该连接。"_s,
             u"127.0.0.1:%1"_s.arg(port));
}

void BadConnection::meetSandbox(const QString &name)
{
    m_parts->sandbox = std::make_unique<Sandbox>(SandboxOptions{.users = 20, .faults = {name}});
    const Result<SandboxAddress> address = m_parts->sandbox->start();
    if (!address)
        qFatal("The sandbox did not start");
    m_profile.host = address->host;
    m_profile.keyId = address->keyId;
    m_profile.caFile = address->caFile;
    const Distrust distrust = sandboxFaults().value(name);
    if (!distrust.english.isEmpty())
        setUntrusted(distrust.english, distrust.chinese);
    else
        setWords(u"Connecting to %1 timed out. Try again, or check your network."_s,
                 u"连接 %1 超时。请重试或检查网络。"_s, Hosts::displayName(m_profile.host));
}

void BadConnection::meetWeakServer(const QString &name)
{
    m_parts->certificates = std::make_unique<TestCertificates>();
    const TestCertificates &certificates = *m_parts->certificates;
    certificates.issue(u"weak"_s, weakCertificates().value(name));
    const quint16 port = closedPort();
    // Prints what it is told once the encryption stands.
    m_parts->server = std::make_unique<QProcess>();
    m_parts->server->start(u"openssl"_s,
                           {u"s_server"_s, u"-quiet"_s, u"-accept"_s, u"127.0.0.1:%1"_s.arg(port), u"-cert"_s,
                            certificates.file(u"weak.pem"_s), u"-key"_s, certificates.file(u"weak.key"_s),
                            u"-cipher"_s, u"DEFAULT@SECLEVEL=0"_s});
    const bool isListening = QTest::qWaitFor(
        [port] {
            QTcpSocket probe;
            probe.connectToHost(QHostAddress::LocalHost, port);
            return probe.waitForConnected(500);
        },
        10'000);
    if (!isListening)
        qFatal("openssl s_server does not listen");
    m_profile.host = onPort(port);
    m_profile.caFile = certificates.rootFile();
    setUntrusted(u"the certificate's key or signature is too weak"_s, u"证书的密钥或签名强度不足"_s);
}

void BadConnection::setWords(const QString &english, const QString &chinese, const QString &place)
{
    m_english = QString(english).replace(u"%1"_s, place);
    m_chinese = QString(chinese).replace(u"%1"_s, place);
}

void BadConnection::setUntrusted(const QString &english, const QString &chinese)
{
    m_english =
        u"Couldn't verify the server's identity. Contact your administrator about the certificate. (%1)"_s
            .arg(english);
    m_chinese = u"无法验证服务器身份。请就证书问题联系管理员。（%1）"_s.arg(chinese);
}
