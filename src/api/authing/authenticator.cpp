// SPDX-License-Identifier: Apache-2.0
#include "api/authing/authenticator.h"

#include "api/authing/envelope.h"
#include "api/authing/wire.h"
#include "api/net/httpdate.h"
#include "core/values/host.h"
#include "core/values/tenant.h"

#include <QUrlQuery>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {

/// Offsets below this are the rounding of a header that has whole seconds.
constexpr std::chrono::seconds clockResolution = 2s;

/// A token is renewed before it ends by a tenth of its lifetime, at most by this.
constexpr std::chrono::seconds maximumTokenMargin = 30s;

using ErrorHandler = std::function<void(const std::optional<Error> &)>;

/// Waits until the token request that is under way has been answered.
class TokenWait : public PendingAnswer<std::optional<Error>>
{
public:
    TokenWait(Authenticator *authenticator, QObject *context, ErrorHandler handler)
        : PendingAnswer(context, std::move(handler))
    {
        connect(authenticator, &Authenticator::tokenSettled, this,
                [this](const std::optional<Error> &error) { finish(error); });
    }
};

NameValueList queryParameters(const QUrl &url)
{
    NameValueList parameters;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items)
        parameters.append({.name = name.toUtf8(), .value = value.toUtf8()});
    return parameters;
}

} // namespace

Authenticator::Authenticator(Profile profile, Secret secret, Transport *transport,
                             std::shared_ptr<Echoes> echoes)
    : m_profile(std::move(profile))
    , m_secret(std::move(secret))
    , m_transport(transport)
    , m_echoes(std::move(echoes))
{
    m_echoes->addSecret(m_secret);
}

PendingCall *Authenticator::authorize(const HttpRequest &request, QObject *context,
                                      ResultHandler<HttpRequest> handler)
{
    if (m_profile.auth == AuthScheme::Signature) {
        auto *call = new PendingAnswer<Result<HttpRequest>>(context, std::move(handler));
        call->finishLater(withSignature(request));
        return call;
    }
    return withFreshToken(context,
                          [this, request, handler = std::move(handler)](const std::optional<Error> &error) {
                              handler(error ? Result<HttpRequest>(*error) : withToken(request));
                          });
}

bool Authenticator::isPrepared() const
{
    return m_profile.auth == AuthScheme::Signature || hasFreshToken();
}

PendingCall *Authenticator::prepare(QObject *context,
                                    std::function<void(const std::optional<Error> &)> handler)
{
    if (m_profile.auth == AuthScheme::Signature) {
        auto *call = new PendingAnswer<std::optional<Error>>(context, std::move(handler));
        call->finishLater({});
        return call;
    }
    return withFreshToken(context, [handler = std::move(handler)](const std::optional<Error> &error) {
        handler(error ? std::optional(notSentBecause(*error)) : std::nullopt);
    });
}

Error Authenticator::notSentBecause(Error error)
{
    // A request for a token leaves nothing open: it has no effect that a repeat could double.
    error.isRead = error.kind == ErrorKind::Ambiguous;
    if (error.kind != ErrorKind::Halted && error.kind != ErrorKind::RetryLater)
        error.kind = ErrorKind::NotSent;
    error.wasSent = false;
    return error;
}

QByteArray Authenticator::freshNonce()
{
    return QUuid::createUuid().toRfc4122().toHex();
}

PendingCall *Authenticator::provePool(QObject *context, ResultHandler<QString> handler)
{
    return withFreshToken(context, [this, handler = std::move(handler)](const std::optional<Error> &error) {
        handler(error ? Result<QString>(*error) : m_poolId);
    });
}

bool Authenticator::learn(const HttpRequest &authorized, const HttpAnswer &answer,
                          const std::optional<Error> &error)
{
    noteClock(answer);
    if (!error)
        return false;
    switch (error->code) {
    case ErrorCode::ClockSkew:
        return correctClock();
    case ErrorCode::TokenExpired:
    case ErrorCode::CredentialsRejected:
        return m_profile.auth == AuthScheme::Token && dropToken(authorized);
    default:
        return false;
    }
}

PendingCall *Authenticator::withFreshToken(QObject *context, ErrorHandler handler)
{
    if (hasFreshToken()) {
        auto *call = new PendingAnswer<std::optional<Error>>(context, std::move(handler));
        call->finishLater({});
        return call;
    }
    auto *wait = new TokenWait(this, context, std::move(handler));
    if (!m_isFetchingToken)
        fetchToken();
    return wait;
}

void Authenticator::fetchToken()
{
    m_isFetchingToken = true;
    HttpRequest request{.method = "POST", .url = m_profile.host};
    request.url.setPath(QStringLiteral("/api/v3/get-management-token"));
    addOwnHeaders(&request);
    request.body = Wire::managementTokenBody(m_profile.keyId, m_secret);
    m_transport->send(request, this, [this](const HttpAnswer &answer) { receiveToken(answer); });
}

void Authenticator::receiveToken(const HttpAnswer &answer)
{
    noteClock(answer);
    const QString host = Hosts::displayName(m_profile.host);
    const Result<Envelope> envelope = m_echoes->removedFromReply(Envelopes::judge(answer, host));
    if (!envelope) {
        Error error = envelope.error();
        // Whatever else the server calls it, a key that gets no token is refused.
        if (error.kind == ErrorKind::Rejected && error.reply.statusCode != 0) {
            error.kind = ErrorKind::Halted;
            error.code = ErrorCode::CredentialsRejected;
        }
        settle(error);
        return;
    }
    const Result<Wire::ManagementToken> token = Wire::readManagementToken(*envelope, host);
    if (!token) {
        settle(token.error());
        return;
    }
    if (const auto problem = otherPool(token->poolId)) {
        m_token = {};
        settle(*problem);
        return;
    }
    m_token = token->token;
    m_echoes->addSecret(m_token);
    const std::chrono::seconds margin = std::min(maximumTokenMargin, token->lifetime / 10);
    m_tokenRenewal = QDateTime::currentDateTimeUtc().addSecs((token->lifetime - margin).count());
    if (m_poolId != token->poolId) {
        m_poolId = token->poolId;
        Q_EMIT poolIdChanged(m_poolId);
    }
    settle({});
}

void Authenticator::settle(const std::optional<Error> &error)
{
    m_isFetchingToken = false;
    Q_EMIT tokenSettled(error);
}

std::optional<Error> Authenticator::otherPool(const QString &poolId) const
{
    // What one token has proved, every later one has to prove again.
    const QString &expected = m_poolId.isEmpty() ? m_profile.poolId : m_poolId;
    if (poolId == expected || expected.isEmpty() || (poolId.isEmpty() && m_poolId.isEmpty()))
        return {};
    return Error{.kind = ErrorKind::Halted, .code = ErrorCode::PoolMismatch, .detail = ServerText(poolId)};
}

bool Authenticator::hasFreshToken() const
{
    return !m_token.isEmpty() && QDateTime::currentDateTimeUtc() < m_tokenRenewal;
}

bool Authenticator::dropToken(const HttpRequest &refused)
{
    const bool isCurrent = std::ranges::any_of(refused.headers, [this](const NameValue &header) {
        return header.name == "authorization" && header.value == "Bearer " + m_token.reveal();
    });
    // Another request may have renewed it already.
    if (isCurrent)
        m_token = {};
    return true;
}

bool Authenticator::correctClock()
{
    if (!m_clockOffset || std::chrono::abs(*m_clockOffset - m_clockCorrection) < clockResolution)
        return false;
    m_clockCorrection = *m_clockOffset;
    Q_EMIT clockCorrected();
    return true;
}

void Authenticator::noteClock(const HttpAnswer &answer)
{
    const QDateTime serverTime = HttpDates::parse(answer.header("date"));
    if (!serverTime.isValid())
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const std::chrono::seconds offset(now.secsTo(serverTime));
    m_serverClock = {.time = now.addSecs(offset.count()), .seenAt = std::chrono::steady_clock::now()};
    if (offset == m_clockOffset)
        return;
    m_clockOffset = offset;
    Q_EMIT clockOffsetChanged();
}

std::optional<QDateTime> Authenticator::serverTimeAt(std::chrono::steady_clock::time_point moment) const
{
    if (!m_serverClock)
        return {};
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(moment - m_serverClock->seenAt);
    return m_serverClock->time.addMSecs(since.count());
}

void Authenticator::addOwnHeaders(HttpRequest *request) const
{
    request->headers.append({.name = header("lang"), .value = Languages::wireName(m_language).toLatin1()});
    // The pool that a token proved goes before the one that the connection is set up for.
    const QString &poolId = m_poolId.isEmpty() ? m_profile.poolId : m_poolId;
    if (Wire::isPlainId(poolId))
        request->headers.append({.name = header("userpool-id"), .value = poolId.toLatin1()});
    if (Tenants::isHeaderName(m_profile.tenantHeader) && Tenants::isValue(m_profile.tenant))
        request->headers.append({.name = m_profile.tenantHeader, .value = m_profile.tenant});
}

HttpRequest Authenticator::withToken(HttpRequest request) const
{
    addOwnHeaders(&request);
    request.headers.append({.name = "authorization", .value = "Bearer " + m_token.reveal()});
    return request;
}

HttpRequest Authenticator::withSignature(HttpRequest request) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc().addSecs(m_clockCorrection.count());
    addOwnHeaders(&request);
    request.headers.append({
        {.name = "date", .value = HttpDates::format(now)},
        {.name = header("signature-method"), .value = "HMAC-SHA1"},
        {.name = header("signature-version"), .value = "1.0"},
        {.name = header("signature-nonce"), .value = request.nonce.isEmpty() ? freshNonce() : request.nonce},
    });
    const NameValueList parameters =
        request.method == "GET" ? queryParameters(request.url) : Signer::canonicalParameters(request.body);
    const QByteArray text = Signer::stringToSign(m_profile.brand(), request.method,
                                                 request.url.path().toUtf8(), request.headers, parameters);
    request.headers.append(
        {.name = "authorization",
         .value = Signer::authorization(m_profile.brand(), m_profile.keyId.toLatin1(), m_secret, text)});
    return request;
}
