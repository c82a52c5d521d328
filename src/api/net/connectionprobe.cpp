// SPDX-License-Identifier: Apache-2.0
#include "api/net/connectionprobe.h"

#include "api/net/certificates.h"
#include "core/values/host.h"

#include <QElapsedTimer>
#include <QHostInfo>
#include <QSslCipher>
#include <QSslSocket>
#include <QTimer>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds longestStep = 5s;

struct SocketError
{
    QAbstractSocket::SocketError error;
    ErrorCode code;
};

constexpr std::array socketErrors{
    SocketError{QAbstractSocket::ConnectionRefusedError, ErrorCode::ConnectionRefused},
    SocketError{QAbstractSocket::HostNotFoundError, ErrorCode::HostNotFound},
    SocketError{QAbstractSocket::SocketTimeoutError, ErrorCode::ConnectTimeout},
    SocketError{QAbstractSocket::RemoteHostClosedError, ErrorCode::ConnectionDropped},
    SocketError{QAbstractSocket::NetworkError, ErrorCode::HostUnreachable},
};

QString protocolName(QSsl::SslProtocol protocol)
{
    switch (protocol) {
    case QSsl::TlsV1_2:
        return u"TLSv1.2"_s;
    case QSsl::TlsV1_3:
        return u"TLSv1.3"_s;
    default:
        return {};
    }
}

quint16 portOf(const QUrl &host)
{
    return static_cast<quint16>(host.port(host.scheme() == "http"_L1 ? 80 : 443));
}

template <typename Answer>
class TimedAnswer : public PendingAnswer<Answer>
{
public:
    using PendingAnswer<Answer>::PendingAnswer;

    /// Answers with @p late unless something else does before.
    void limit(const Answer &late)
    {
        m_timer.setSingleShot(true);
        this->connect(&m_timer, &QTimer::timeout, this, [this, late] { this->finish(late); });
        m_timer.start(longestStep);
    }

private:
    QTimer m_timer;
};

} // namespace

ConnectionProbe::ConnectionProbe(QUrl host, const QNetworkProxy &proxy, const QSslConfiguration &tls,
                                 QObject *parent)
    : QObject(parent)
    , m_host(std::move(host))
    , m_proxy(proxy)
    , m_tls(tls)
{
}

ConnectionProbe::~ConnectionProbe()
{
    close();
}

QString ConnectionProbe::proxyName() const
{
    return isProxied() ? u"%1:%2"_s.arg(m_proxy.hostName(), QString::number(m_proxy.port())) : QString();
}

PendingCall *ConnectionProbe::lookUp(QObject *context, ResultHandler<QStringList> handler)
{
    using Answer = Result<QStringList>;
    auto *call = new TimedAnswer<Answer>(context, std::move(handler));
    const Error unknown = error(ErrorCode::HostNotFound, Hosts::displayName(m_host));
    QHostInfo::lookupHost(m_host.host(), call, [call, unknown](const QHostInfo &info) {
        QStringList addresses;
        for (const QHostAddress &address : info.addresses())
            addresses << address.toString();
        call->finish(addresses.isEmpty() ? Answer(unknown) : addresses);
    });
    call->limit(unknown);
    return call;
}

PendingCall *ConnectionProbe::connectToHost(QObject *context,
                                            ResultHandler<std::chrono::milliseconds> handler)
{
    using Answer = Result<std::chrono::milliseconds>;
    auto *call = new TimedAnswer<Answer>(context, std::move(handler));
    close();
    m_socket = std::make_unique<QSslSocket>();
    m_socket->setProxy(m_proxy);
    QElapsedTimer timer;
    timer.start();
    connect(m_socket.get(), &QSslSocket::connected, call,
            [call, timer] { call->finish(std::chrono::milliseconds(timer.elapsed())); });
    connect(m_socket.get(), &QSslSocket::errorOccurred, call,
            [this, call](QAbstractSocket::SocketError socketError) { call->finish(errorOf(socketError)); });
    call->limit(errorOf(QAbstractSocket::SocketTimeoutError));
    m_socket->connectToHost(m_host.host(), portOf(m_host));
    return call;
}

PendingCall *ConnectionProbe::startTls(QObject *context, std::function<void(const TlsFinding &)> handler)
{
    auto *call = new TimedAnswer<TlsFinding>(context, std::move(handler));
    if (!m_socket || m_socket->state() != QAbstractSocket::ConnectedState) {
        call->finishLater({.error = errorOf(QAbstractSocket::RemoteHostClosedError)});
        return call;
    }
    QSslSocket *const socket = m_socket.get();
    socket->setSslConfiguration(m_tls);
    socket->setPeerVerifyName(m_host.host());
    const auto problems = std::make_shared<QList<TlsProblem>>();
    connect(socket, &QSslSocket::sslErrors, call,
            [problems](const QList<QSslError> &errors) { *problems = Certificates::problems(errors); });
    connect(socket, &QSslSocket::encrypted, call, [socket, call] {
        call->finish({.protocol = protocolName(socket->sessionProtocol()),
                      .cipher = socket->sessionCipher().name(),
                      .certificate = Certificates::facts(socket->peerCertificate())});
    });
    connect(socket, &QSslSocket::errorOccurred, call, [socket, call, problems] {
        if (problems->isEmpty())
            *problems = {Certificates::handshakeProblem(socket->errorString())};
        TlsFinding finding{.certificate = Certificates::facts(socket->peerCertificate())};
        finding.certificate.problems = *problems;
        finding.error = error(ErrorCode::TlsFailed, TlsProblems::name(problems->first()));
        call->finish(finding);
    });
    call->limit({.error = errorOf(QAbstractSocket::SocketTimeoutError)});
    socket->startClientEncryption();
    return call;
}

void ConnectionProbe::close()
{
    if (!m_socket)
        return;
    // It may be the socket's own signal that brought the answer.
    m_socket->disconnect();
    m_socket->abort();
    m_socket.release()->deleteLater();
}

Error ConnectionProbe::errorOf(int socketError) const
{
    if (isProxied())
        return error(ErrorCode::ProxyFailed, proxyName());
    const auto *const row = std::ranges::find(socketErrors, socketError, &SocketError::error);
    return error(row == socketErrors.end() ? ErrorCode::HostUnreachable : row->code,
                 Hosts::displayName(m_host));
}

Error ConnectionProbe::error(ErrorCode code, const QString &detail)
{
    return {.kind = ErrorKind::NotSent, .code = code, .detail = ServerText(detail)};
}
