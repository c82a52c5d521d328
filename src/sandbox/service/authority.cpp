// SPDX-License-Identifier: Apache-2.0
#include "sandbox/service/authority.h"

#include "api/sign/signer.h"
#include "sandbox/pool/mix.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QMessageAuthenticationCode>
#include <QUuid>

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

namespace {

/// No limit is documented (docs/api.md#signature).
constexpr qint64 maximumSkewMs = qint64{5} * 60 * 1000;
constexpr qsizetype maximumTokens = 10'000;
constexpr QByteArrayView bearerPrefix = "Bearer ";
constexpr std::array brands{Brand::Authing, Brand::GenAuth};

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray bareToken(const QByteArray &authorization)
{
    return authorization.startsWith(bearerPrefix) ? authorization.sliced(bearerPrefix.size()) : authorization;
}

/// Milliseconds since 1970 of an HTTP date or of a text of that number.
std::optional<qint64> readDate(const QByteArray &text)
{
    bool isNumber = false;
    const qint64 milliseconds = text.toLongLong(&isNumber);
    if (isNumber)
        return milliseconds;
    QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!time.isValid())
        return std::nullopt;
    time.setTimeSpec(Qt::UTC);
    return time.toMSecsSinceEpoch();
}

NameValueList signedHeaders(const HttpRequest &request)
{
    NameValueList result;
    for (const auto &[name, value] : request.headers)
        result.append({.name = name.toLower(), .value = value});
    return result;
}

/// What was signed of a query: arrays, which come as repeated `name[]`, as compact JSON.
NameValueList signedQuery(const QJsonObject &parameters)
{
    NameValueList result;
    for (auto at = parameters.begin(); at != parameters.end(); ++at) {
        const QByteArray value = at.value().isArray()
                                     ? QJsonDocument(at.value().toArray()).toJson(QJsonDocument::Compact)
                                     : at.value().toString().toUtf8();
        result.append({.name = at.key().toUtf8(), .value = value});
    }
    return result;
}

Envelope unauthorized(const Call &call, int apiCode, Word word)
{
    return call.refusal(StatusCode::unauthorized, apiCode, word);
}

} // namespace

Authority::Authority(quint32 seed, QByteArray poolId, const Clock &clock)
    : m_keyId("65a1c0de" + QByteArray::number(Mix::hash(seed, 2) | quint64{1} << 63, 16))
    , m_secret(QByteArray::number(Mix::hash(seed, 3) | quint64{1} << 63, 16) +
               QByteArray::number(Mix::hash(seed, 4) | quint64{1} << 63, 16))
    , m_poolId(std::move(poolId))
    , m_claimedPoolId(m_poolId)
    , m_clock(clock)
{
}

bool Authority::accepts(const QByteArray &keyId, const QByteArray &secret) const
{
    return keyId == m_keyId && secret == m_secret.reveal();
}

QByteArray Authority::issueToken()
{
    const qint64 now = m_clock.now();
    const QJsonObject claims{{u"scoped_userpool_id"_s, QString::fromLatin1(m_claimedPoolId)},
                             {u"sub"_s, QString::fromLatin1(m_keyId)},
                             {u"jti"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                             {u"iat"_s, now / 1000},
                             {u"exp"_s, now / 1000 + tokenLifetimeSeconds}};
    const QByteArray content = base64Url(R"({"alg":"HS256","typ":"JWT"})") + '.' +
                               base64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact));
    const QByteArray seal =
        QMessageAuthenticationCode::hash(content, m_secret.reveal(), QCryptographicHash::Sha256);
    QByteArray token = content + '.' + base64Url(seal);
    if (m_tokens.size() >= maximumTokens)
        m_tokens.removeIf([now](const auto &entry) { return entry.value() <= now; });
    m_tokens.insert(token, now + tokenLifetimeSeconds * 1000);
    return token;
}

std::optional<Envelope> Authority::problem(const Call &call)
{
    const QByteArray authorization = call.request->header("authorization");
    for (const Brand brand : brands) {
        const QByteArray scheme = Brands::signatureScheme(brand);
        if (!authorization.startsWith(scheme))
            continue;
        const std::optional<Envelope> problem =
            signatureProblem(call, brand, authorization.sliced(scheme.size()).trimmed());
        return problem ? problem : poolProblem(call);
    }
    const std::optional<Envelope> problem = tokenProblem(call, bareToken(authorization));
    return problem ? problem : poolProblem(call);
}

void Authority::expireToken(const HttpRequest &request)
{
    m_tokens.remove(bareToken(request.header("authorization")));
}

std::optional<Envelope> Authority::tokenProblem(const Call &call, const QByteArray &token)
{
    const auto known = m_tokens.constFind(token);
    if (known == m_tokens.cend() || known.value() <= m_clock.now())
        return unauthorized(call, ApiCode::notSignedIn, Word::NotSignedIn);
    return std::nullopt;
}

std::optional<Envelope> Authority::poolProblem(const Call &call) const
{
    for (const Brand brand : brands) {
        const QByteArray poolId = call.request->header(Brands::header(brand, "userpool-id"));
        // Some clients put the key ID there, which is the pool ID for a pool's own key.
        if (!poolId.isEmpty() && poolId != m_poolId && poolId != m_claimedPoolId && poolId != m_keyId)
            return call.refusal(StatusCode::notFound, ApiCode::poolNotFound, Word::PoolNotFound);
    }
    return std::nullopt;
}

std::optional<Envelope> Authority::signatureProblem(const Call &call, Brand brand,
                                                    const QByteArray &credentials)
{
    const HttpRequest &request = *call.request;
    const auto own = [&](QByteArrayView name) { return request.header(Brands::header(brand, name)); };
    if (own("signature-method") != "HMAC-SHA1")
        return unauthorized(call, ApiCode::signatureMethodWrong, Word::SignatureMethodWrong);
    if (own("signature-version") != "1.0")
        return unauthorized(call, ApiCode::signatureVersionWrong, Word::SignatureVersionWrong);
    if (std::optional<Envelope> problem = dateProblem(call, brand))
        return problem;
    const NameValueList parameters =
        request.method == "GET" ? signedQuery(call.parameters) : Signer::canonicalParameters(request.body);
    const QByteArray text =
        Signer::stringToSign(brand, request.method, request.path(), signedHeaders(request), parameters);
    if (credentials != m_keyId + ':' + Signer::signature(m_secret, text))
        return unauthorized(call, ApiCode::signatureWrong, Word::SignatureWrong);
    const QByteArray nonce = own("signature-nonce");
    if (nonce.isEmpty())
        return unauthorized(call, ApiCode::signatureWrong, Word::SignatureWrong);
    if (isReplayed(nonce))
        return unauthorized(call, ApiCode::signatureReplayed, Word::SignatureReplayed);
    return std::nullopt;
}

std::optional<Envelope> Authority::dateProblem(const Call &call, Brand brand) const
{
    QByteArray date = call.request->header("date");
    // The client for C# sends no other.
    if (date.isEmpty())
        date = call.request->header(Brands::header(brand, "date"));
    if (date.isEmpty())
        return unauthorized(call, ApiCode::signatureDateMissing, Word::SignatureDateMissing);
    const std::optional<qint64> time = readDate(date);
    if (!time)
        return unauthorized(call, ApiCode::signatureTimeMalformed, Word::SignatureTimeMalformed);
    if (qAbs(*time - m_clock.now()) > maximumSkewMs)
        return unauthorized(call, ApiCode::signatureTimeFarOff, Word::SignatureTimeFarOff);
    return std::nullopt;
}

bool Authority::isReplayed(const QByteArray &nonce)
{
    const qint64 now = m_clock.now();
    // A date may be early by the skew and late by the skew, so a nonce has to be known for twice that.
    if (qAbs(now - m_noncesSince) > 2 * maximumSkewMs) {
        m_olderNonces = std::exchange(m_nonces, {});
        m_noncesSince = now;
    }
    const size_t key = qHash(nonce);
    if (m_nonces.contains(key) || m_olderNonces.contains(key))
        return true;
    m_nonces.insert(key);
    return false;
}

} // namespace Simulated
