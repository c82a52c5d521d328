// SPDX-License-Identifier: Apache-2.0
#include "api/net/qnamcall.h"

#include "api/net/certificates.h"

#include <QSslConfiguration>
#include <QSslError>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 readBufferSize = qint64{64} * 1024;

struct FaultInfo
{
    QNetworkReply::NetworkError error;
    TransportFault beforeSending;
    TransportFault afterSending;
};

constexpr std::array faultTable{
    FaultInfo{QNetworkReply::ConnectionRefusedError, TransportFault::ConnectionRefused,
              TransportFault::ConnectionLost},
    FaultInfo{QNetworkReply::HostNotFoundError, TransportFault::HostNotFound, TransportFault::ConnectionLost},
    FaultInfo{QNetworkReply::TimeoutError, TransportFault::ConnectTimeout, TransportFault::ConnectionLost},
    FaultInfo{QNetworkReply::SslHandshakeFailedError, TransportFault::TlsFailed, TransportFault::TlsFailed},
    FaultInfo{QNetworkReply::TemporaryNetworkFailureError, TransportFault::HostUnreachable,
              TransportFault::ConnectionLost},
    FaultInfo{QNetworkReply::NetworkSessionFailedError, TransportFault::HostUnreachable,
              TransportFault::ConnectionLost},
    FaultInfo{QNetworkReply::UnknownNetworkError, TransportFault::HostUnreachable,
              TransportFault::ConnectionLost},
    FaultInfo{QNetworkReply::RemoteHostClosedError, TransportFault::ConnectionLost,
              TransportFault::ConnectionLost},
    // The connection closed without an answer, and the body cannot be sent again.
    FaultInfo{QNetworkReply::ContentReSendError, TransportFault::ConnectionLost,
              TransportFault::ConnectionLost},
    FaultInfo{QNetworkReply::OperationCanceledError, TransportFault::ConnectionLost,
              TransportFault::ConnectionLost},
    FaultInfo{QNetworkReply::ProxyConnectionRefusedError, TransportFault::ProxyFailed,
              TransportFault::ConnectionLost},
    FaultInfo{QNetworkReply::ProxyConnectionClosedError, TransportFault::ProxyFailed,
              TransportFault::ConnectionLost},
    FaultInfo{QNetworkReply::ProxyNotFoundError, TransportFault::ProxyFailed, TransportFault::ProxyFailed},
    FaultInfo{QNetworkReply::ProxyTimeoutError, TransportFault::ProxyFailed, TransportFault::ConnectionLost},
    FaultInfo{QNetworkReply::ProxyAuthenticationRequiredError, TransportFault::ProxyFailed,
              TransportFault::ProxyFailed},
    FaultInfo{QNetworkReply::UnknownProxyError, TransportFault::ProxyFailed, TransportFault::ConnectionLost},
};

/// Errors that only repeat an HTTP status of 300 and above; the answer itself is whole. (A redirect that
/// would repeat the body is ContentReSendError, because the body cannot be read again.)
bool repeatsStatus(QNetworkReply::NetworkError error)
{
    return (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError) ||
           (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError) ||
           // 400
           error == QNetworkReply::ProtocolInvalidOperationError;
}

/// Whether the buffer of @p reply is to be bounded before any of its body is there. Bounded without need,
/// QNetworkAccessManager often closes the connection behind the answer; a post that has not begun yet forgets
/// its bound.
bool mayBeLong(const QNetworkReply &reply)
{
    const QVariant length = reply.header(QNetworkRequest::ContentLengthHeader);
    const bool endsWithConnection = !length.isValid() && !reply.hasRawHeader("transfer-encoding");
    return endsWithConnection || length.toLongLong() > readBufferSize;
}

/// Two statements about where the answer ends: what one reader takes for the answer, another takes for the
/// next one.
bool hasTwoLengths(const QNetworkReply &reply)
{
    const QByteArray length = reply.rawHeader("content-length");
    return length.contains(',') || (!length.isEmpty() && reply.hasRawHeader("transfer-encoding"));
}

} // namespace

QnamCall::QnamCall(QNetworkAccessManager *manager, const QNetworkRequest &networkRequest,
                   const HttpRequest &request, const QNetworkProxy &proxy,
                   std::shared_ptr<CertificateRefusals> refused, QObject *context, Handler handler)
    : PendingAnswer(context, std::move(handler))
    , m_maximumAnswerSize(request.maximumAnswerSize)
    , m_serverName(request.url.authority())
    , m_refused(std::move(refused))
{
    if (proxy.type() != QNetworkProxy::NoProxy)
        m_proxyName = u"%1:%2"_s.arg(proxy.hostName(), QString::number(proxy.port()));
    if (request.method == "POST") {
        m_body = new OneShotBody(request.body);
        connect(m_body, &OneShotBody::readingStarted, this, [this] { m_hasConnected = true; });
        m_reply = manager->post(networkRequest, m_body);
        m_body->setParent(m_reply);
    } else {
        m_reply = manager->get(networkRequest);
    }

    // Requests wait inside the manager for one of its six connections, so the time to connect starts with the
    // socket.
    m_connectTimer.setSingleShot(true);
    m_connectTimer.setInterval(request.connectTimeout);
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, [this] {
        if (!m_connectTimer.isActive())
            m_connectTimer.start();
    });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_hasConnected = true; });
    connect(&m_connectTimer, &QTimer::timeout, this, [this] {
        if (!m_hasConnected)
            giveUp(notConnected());
    });

    m_deadlineTimer.setSingleShot(true);
    connect(&m_deadlineTimer, &QTimer::timeout, this, [this] {
        Q_EMIT deadlinePassed();
        giveUp(m_hasConnected ? TransportFault::Deadline : notConnected());
    });
    m_deadlineTimer.start(request.deadline);

    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] {
        if (mayBeLong(*m_reply))
            boundBuffer();
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &QnamCall::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &QnamCall::onFinished);
    connect(m_reply, &QNetworkReply::sslErrors, this, &QnamCall::noteHandshake);
}

QnamCall::~QnamCall()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

bool QnamCall::readSome()
{
    if (m_reply->isOpen())
        m_received += m_reply->read(m_maximumAnswerSize + 1 - m_received.size());
    if (m_received.size() > readBufferSize)
        boundBuffer();
    return m_received.size() <= m_maximumAnswerSize;
}

void QnamCall::boundBuffer()
{
    // The buffer of a compressed answer is bounded as it is unpacked; bounded twice, it may get stuck.
    if (m_reply->readBufferSize() == 0 && !m_reply->hasRawHeader("content-encoding"))
        m_reply->setReadBufferSize(readBufferSize);
}

void QnamCall::onReadyRead()
{
    m_hasConnected = true;
    if (!readSome())
        giveUp(TransportFault::AnswerTooLarge);
}

void QnamCall::onFinished()
{
    if (!readSome()) {
        giveUp(TransportFault::AnswerTooLarge);
        return;
    }
    finish(answer(faultOf(m_reply->error())));
}

void QnamCall::noteHandshake(const QList<QSslError> &errors)
{
    m_problems = Certificates::problems(errors);
    m_refused->insert(m_serverName, m_problems);
}

TlsProblem QnamCall::tlsProblem() const
{
    if (!m_problems.isEmpty())
        return m_problems.first();
    const TlsProblem problem = Certificates::handshakeProblem(m_reply->errorString());
    return problem == TlsProblem::Other ? m_refused->value(m_serverName).value(0, problem) : problem;
}

void QnamCall::giveUp(TransportFault fault)
{
    m_reply->disconnect(this);
    m_connectTimer.stop();
    m_deadlineTimer.stop();
    const HttpAnswer result = answer(fault);
    m_reply->abort();
    finish(result);
}

TransportFault QnamCall::notConnected() const
{
    return m_proxyName.isEmpty() ? TransportFault::ConnectTimeout : TransportFault::ProxyFailed;
}

bool QnamCall::mayHaveBeenSent() const
{
    return m_body ? m_body->wasRead() : m_hasConnected;
}

TransportFault QnamCall::faultOf(QNetworkReply::NetworkError error) const
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if ((error == QNetworkReply::NoError && status != 0) || (repeatsStatus(error) && status >= 300))
        return hasTwoLengths(*m_reply) ? TransportFault::AnswerDamaged : TransportFault::None;
    const auto row = std::ranges::find(faultTable, error, &FaultInfo::error);
    if (row == faultTable.end())
        return m_proxyName.isEmpty() || mayHaveBeenSent() ? TransportFault::AnswerDamaged
                                                          : TransportFault::ProxyFailed;
    if (mayHaveBeenSent())
        return row->afterSending;
    // Behind a proxy it is the proxy that says what became of the way to the host.
    return m_proxyName.isEmpty() || row->beforeSending == TransportFault::TlsFailed
               ? row->beforeSending
               : TransportFault::ProxyFailed;
}

HttpAnswer QnamCall::answer(TransportFault fault) const
{
    HttpAnswer result{.fault = fault, .mayHaveBeenSent = mayHaveBeenSent()};
    if (fault == TransportFault::TlsFailed)
        result.faultDetail = TlsProblems::name(tlsProblem());
    else if (fault == TransportFault::ProxyFailed)
        result.faultDetail = m_proxyName;
    result.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        result.headers.append({.name = name.toLower(), .value = value});
    result.body = m_received;
    return result;
}
