// SPDX-License-Identifier: Apache-2.0
#include "api/lanes/lane.h"

#include "api/net/certificates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace {

constexpr qint64 readBufferSize = qint64{64} * 1024;

/// Servers close what is idle after five seconds and more.
constexpr std::chrono::milliseconds longestIdle = 4s;

struct FaultInfo
{
    QAbstractSocket::SocketError error;
    TransportFault fault;
};

/// What is wrong when nothing has been sent yet.
constexpr std::array faultTable{
    FaultInfo{QAbstractSocket::ConnectionRefusedError, TransportFault::ConnectionRefused},
    FaultInfo{QAbstractSocket::HostNotFoundError, TransportFault::HostNotFound},
    FaultInfo{QAbstractSocket::SocketTimeoutError, TransportFault::ConnectTimeout},
    FaultInfo{QAbstractSocket::NetworkError, TransportFault::HostUnreachable},
    FaultInfo{QAbstractSocket::SslHandshakeFailedError, TransportFault::TlsFailed},
    FaultInfo{QAbstractSocket::SslInternalError, TransportFault::TlsFailed},
    FaultInfo{QAbstractSocket::SslInvalidUserDataError, TransportFault::TlsFailed},
};

} // namespace

Lane::Lane(QUrl origin, const QSslConfiguration &trust, const QNetworkProxy &proxy, QObject *parent)
    : QObject(parent)
    , m_origin(std::move(origin))
    , m_proxy(proxy)
{
    m_socket.setProxy(proxy);
    m_socket.setReadBufferSize(readBufferSize);
    if (isEncrypted())
        m_socket.setSslConfiguration(trust);
    m_connectTimer.setSingleShot(true);
    connect(&m_connectTimer, &QTimer::timeout, this, [this] { failToConnect(notConnected()); });
    m_settleTimer.setSingleShot(true);
    m_settleTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_settleTimer, &QTimer::timeout, this, [this] {
        m_conversation.settle();
        end(TransportFault::None);
    });
    if (isEncrypted())
        connect(&m_socket, &QSslSocket::encrypted, this, &Lane::standUp);
    else
        connect(&m_socket, &QSslSocket::connected, this, &Lane::standUp);
    connect(&m_socket, &QSslSocket::newSessionTicketReceived, this,
            [this] { Q_EMIT sessionTicketReceived(m_socket.sslConfiguration().sessionTicket()); });
    connect(&m_socket, &QSslSocket::readyRead, this, [this] { afterWriting([this] { read(); }); });
    connect(&m_socket, &QSslSocket::errorOccurred, this, [this](QAbstractSocket::SocketError error) {
        afterWriting([this, error] { takeError(error); });
    });
    connect(&m_socket, &QSslSocket::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_problems = Certificates::problems(errors); });
}

Lane::~Lane()
{
    m_socket.disconnect(this);
}

bool Lane::isEncrypted() const
{
    return m_origin.scheme() == QLatin1StringView("https");
}

bool Lane::isFree() const
{
    return m_stands && !m_isBusy && !isSpent();
}

bool Lane::isSpent() const
{
    if (m_isClosed)
        return true;
    // What waits to be read belongs to no request.
    const bool isSilent = m_socket.bytesAvailable() == 0 && m_socket.encryptedBytesAvailable() == 0;
    return m_stands && !m_isBusy && (!isSilent || m_idle.hasExpired(longestIdle.count()));
}

void Lane::open(std::chrono::milliseconds timeout)
{
    m_isConnecting = true;
    m_connectTimer.start(timeout);
    // A socket may report an error before the function that connects it has returned.
    QTimer::singleShot(0, this, &Lane::connectToServer);
}

void Lane::send(const HttpRequest &request, const QByteArray &bytes)
{
    m_isBusy = true;
    m_maximumAnswerSize = request.maximumAnswerSize;
    m_waiting = bytes;
    m_hasWritten = false;
    if (m_stands)
        write();
    else
        open(request.connectTimeout);
}

void Lane::connectToServer()
{
    if (m_isClosed)
        return;
    const QString host = m_origin.host(QUrl::FullyEncoded);
    if (isEncrypted())
        m_socket.connectToHostEncrypted(host, static_cast<quint16>(m_origin.port(443)));
    else
        m_socket.connectToHost(host, static_cast<quint16>(m_origin.port(80)));
}

void Lane::standUp()
{
    m_connectTimer.stop();
    m_stands = true;
    m_idle.start();
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (m_isBusy)
        write();
    Q_EMIT connected();
}

void Lane::failToConnect(TransportFault fault)
{
    if (m_isBusy) {
        end(fault);
        return;
    }
    abort();
    Q_EMIT closed();
}

void Lane::write()
{
    m_hasWritten = true;
    m_conversation.ask(m_maximumAnswerSize);
    m_sinceAsked.start();
    m_isWriting = true;
    m_socket.write(std::exchange(m_waiting, {}));
    // By itself the socket would write when the events of all others have been handled.
    m_socket.flush();
    m_isWriting = false;
}

void Lane::afterWriting(const std::function<void()> &handle)
{
    if (!m_isWriting) {
        handle();
        return;
    }
    QTimer::singleShot(0, this, [this, handle] {
        if (!m_isClosed)
            handle();
    });
}

void Lane::read()
{
    while (m_socket.bytesAvailable() > 0)
        m_conversation.take(m_socket.readAll(), std::chrono::milliseconds(m_sinceAsked.elapsed()));
    follow();
}

void Lane::follow()
{
    switch (m_conversation.state()) {
    case Conversation::State::Silent:
    case Conversation::State::Answering:
        return;
    case Conversation::State::Settling:
        m_settleTimer.start(m_conversation.settlingTime());
        Q_EMIT received(answer(TransportFault::None));
        return;
    case Conversation::State::Over:
        m_isClosed = true;
        if (m_isBusy) {
            end(m_hasWritten ? m_conversation.fault() : TransportFault::ConnectionLost);
        } else {
            abort();
            Q_EMIT closed();
        }
        return;
    }
}

void Lane::takeError(QAbstractSocket::SocketError error)
{
    m_isClosed = true;
    if (!m_stands) {
        failToConnect(faultBeforeSending(error));
        return;
    }
    m_conversation.take(m_socket.readAll(), std::chrono::milliseconds(m_sinceAsked.elapsed()));
    m_conversation.close(error == QAbstractSocket::RemoteHostClosedError);
    follow();
}

TransportFault Lane::faultBeforeSending(QAbstractSocket::SocketError error) const
{
    const auto row = std::ranges::find(faultTable, error, &FaultInfo::error);
    const TransportFault fault = row == faultTable.end() ? TransportFault::ConnectionLost : row->fault;
    // Behind a proxy it is the proxy that says what became of the way to the host.
    const bool isProxied = m_proxy.type() != QNetworkProxy::NoProxy;
    return isProxied && fault != TransportFault::TlsFailed ? TransportFault::ProxyFailed : fault;
}

TransportFault Lane::notConnected() const
{
    return m_proxy.type() == QNetworkProxy::NoProxy ? TransportFault::ConnectTimeout
                                                    : TransportFault::ProxyFailed;
}

HttpAnswer Lane::answer(TransportFault fault) const
{
    HttpAnswer result{.fault = fault, .mayHaveBeenSent = m_hasWritten};
    if (fault == TransportFault::TlsFailed)
        result.faultDetail =
            TlsProblems::name(m_problems.value(0, Certificates::handshakeProblem(m_socket.errorString())));
    else if (fault == TransportFault::ProxyFailed)
        result.faultDetail = QStringLiteral("%1:%2").arg(m_proxy.hostName(), QString::number(m_proxy.port()));
    const AnswerParser *parser = m_hasWritten ? m_conversation.answer() : nullptr;
    if (parser != nullptr) {
        result.status = parser->status();
        result.headers = parser->headers();
        result.body = parser->body();
    }
    return result;
}

void Lane::end(TransportFault fault)
{
    const HttpAnswer result = answer(fault);
    const bool isKept = m_conversation.state() == Conversation::State::Silent && m_hasWritten && !m_isClosed;
    m_isBusy = false;
    m_idle.start();
    if (!isKept)
        abort();
    // A receiver may delete the lane.
    Q_EMIT answered(result);
}

void Lane::abort()
{
    m_isClosed = true;
    m_isBusy = false;
    m_connectTimer.stop();
    m_settleTimer.stop();
    m_socket.disconnect(this);
    m_socket.abort();
}
