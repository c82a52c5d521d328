// SPDX-License-Identifier: Apache-2.0
#include "api/authing/envelope.h"

#include "api/authing/jsonnames.h"
#include "api/net/httpdate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>
#include <QUrl>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Meaning
{
    ErrorKind kind;
    ErrorCode code;
};

struct FaultMeaning
{
    TransportFault fault;
    ErrorCode code;
};

constexpr std::array faultTable{
    FaultMeaning{TransportFault::HostNotFound, ErrorCode::HostNotFound},
    FaultMeaning{TransportFault::ConnectionRefused, ErrorCode::ConnectionRefused},
    FaultMeaning{TransportFault::HostUnreachable, ErrorCode::HostUnreachable},
    FaultMeaning{TransportFault::ConnectTimeout, ErrorCode::ConnectTimeout},
    FaultMeaning{TransportFault::TlsFailed, ErrorCode::TlsFailed},
    FaultMeaning{TransportFault::ProxyFailed, ErrorCode::ProxyFailed},
    FaultMeaning{TransportFault::ConnectionLost, ErrorCode::ConnectionLost},
    FaultMeaning{TransportFault::Deadline, ErrorCode::Deadline},
    FaultMeaning{TransportFault::AnswerTooLarge, ErrorCode::AnswerTooLarge},
    FaultMeaning{TransportFault::AnswerDamaged, ErrorCode::AnswerDamaged},
};

struct CodeMeaning
{
    int code;
    Meaning meaning;
};

/// apiCode decides before statusCode does (docs/api.md#errors).
constexpr std::array apiCodeTable{
    CodeMeaning{1000, {ErrorKind::RetryLater, ErrorCode::Busy}},
    CodeMeaning{1001, {ErrorKind::Halted, ErrorCode::Forbidden}},
    CodeMeaning{1300, {ErrorKind::Halted, ErrorCode::CredentialsRejected}},
    CodeMeaning{1301, {ErrorKind::Halted, ErrorCode::CredentialsRejected}},
    CodeMeaning{1302, {ErrorKind::Halted, ErrorCode::CredentialsRejected}},
    CodeMeaning{1303, {ErrorKind::Halted, ErrorCode::DateRefused}},
    CodeMeaning{1304, {ErrorKind::Halted, ErrorCode::DateRefused}},
    CodeMeaning{1305, {ErrorKind::Halted, ErrorCode::ClockSkew}},
    CodeMeaning{1306, {ErrorKind::Ambiguous, ErrorCode::NonceReplayed}},
    CodeMeaning{2004, {ErrorKind::Rejected, ErrorCode::UserNotFound}},
    CodeMeaning{2011, {ErrorKind::Rejected, ErrorCode::ApplicationNotFound}},
    CodeMeaning{2020, {ErrorKind::Halted, ErrorCode::TokenExpired}},
    CodeMeaning{2224, {ErrorKind::Halted, ErrorCode::PoolNotFound}},
    CodeMeaning{4021, {ErrorKind::Rejected, ErrorCode::PlanRequired}},
};

/// A statusCode that is not listed counts by its hundred (docs/api.md#errors).
constexpr std::array statusCodeTable{
    CodeMeaning{401, {ErrorKind::Halted, ErrorCode::CredentialsRejected}},
    CodeMeaning{402, {ErrorKind::Rejected, ErrorCode::PlanRequired}},
    CodeMeaning{403, {ErrorKind::Halted, ErrorCode::Forbidden}},
    CodeMeaning{404, {ErrorKind::Rejected, ErrorCode::NotFound}},
    CodeMeaning{408, {ErrorKind::Ambiguous, ErrorCode::ServerFault}},
    CodeMeaning{429, {ErrorKind::RetryLater, ErrorCode::RateLimited}},
    CodeMeaning{501, {ErrorKind::Rejected, ErrorCode::Refused}},
    CodeMeaning{502, {ErrorKind::Ambiguous, ErrorCode::GatewayFailed}},
    CodeMeaning{503, {ErrorKind::RetryLater, ErrorCode::Busy}},
    CodeMeaning{504, {ErrorKind::Ambiguous, ErrorCode::GatewayFailed}},
};

/// HTTP statuses that come from a gateway, without an envelope.
constexpr std::array httpStatusTable{
    CodeMeaning{401, {ErrorKind::Halted, ErrorCode::CredentialsRejected}},
    CodeMeaning{403, {ErrorKind::Halted, ErrorCode::Forbidden}},
    CodeMeaning{408, {ErrorKind::Ambiguous, ErrorCode::HttpStatus}},
    CodeMeaning{429, {ErrorKind::RetryLater, ErrorCode::RateLimited}},
    CodeMeaning{502, {ErrorKind::Ambiguous, ErrorCode::GatewayFailed}},
    CodeMeaning{503, {ErrorKind::RetryLater, ErrorCode::Busy}},
    CodeMeaning{504, {ErrorKind::Ambiguous, ErrorCode::GatewayFailed}},
};

template <size_t size>
std::optional<Meaning> lookUp(const std::array<CodeMeaning, size> &table, int code)
{
    const auto row = std::ranges::find(table, code, &CodeMeaning::code);
    return row == table.end() ? std::nullopt : std::optional(row->meaning);
}

Meaning meaningOf(int statusCode, int apiCode)
{
    if (const auto meaning = lookUp(apiCodeTable, apiCode))
        return *meaning;
    if (const auto meaning = lookUp(statusCodeTable, statusCode))
        return *meaning;
    if (statusCode >= 400 && statusCode < 500)
        return {ErrorKind::Rejected, ErrorCode::Refused};
    if (statusCode >= 500 && statusCode < 700)
        return {ErrorKind::Ambiguous, ErrorCode::ServerFault};
    return {ErrorKind::Ambiguous, ErrorCode::EnvelopeMalformed};
}

Meaning meaningOfHttpStatus(int status)
{
    if (const auto meaning = lookUp(httpStatusTable, status))
        return *meaning;
    const bool isClientError = status >= 400 && status < 500;
    return {isClientError ? ErrorKind::Rejected : ErrorKind::Ambiguous, ErrorCode::HttpStatus};
}

std::optional<int> integer(const QJsonValue &value)
{
    constexpr qint64 none = -1;
    const qint64 number = value.toInteger(none);
    return number < 0 || number > 10'000'000 ? std::nullopt : std::optional(static_cast<int>(number));
}

/// A JSON object in UTF-8 without byte order mark, and nothing else; Qt by itself lets the mark and some
/// damage pass.
std::optional<QJsonObject> strictObject(const QByteArray &body)
{
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder(body);
    if (decoder.hasError() || text.startsWith(QChar::ByteOrderMark))
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

/// Some validations answer with a list of sentences.
ServerText messageOf(const QJsonValue &value)
{
    if (!value.isArray())
        return ServerText(value.toString());
    QStringList sentences;
    const QJsonArray list = value.toArray();
    for (const auto sentence : list) {
        if (sentence.isString())
            sentences << sentence.toString();
    }
    return ServerText(sentences.join("; "_L1));
}

struct ParsedEnvelope
{
    Envelope envelope;
    /// Nothing when the member is missing or not a plausible integer, or when a name comes twice.
    std::optional<int> statusCode;
};

ParsedEnvelope parsed(const QJsonObject &object, const HttpAnswer &answer)
{
    ParsedEnvelope result;
    if (!JsonNames::repeat(answer.body))
        result.statusCode = integer(object.value("statusCode"_L1));
    const QJsonValue apiCode = object.value("apiCode"_L1);
    result.envelope.reply = {
        .httpStatus = answer.status,
        .statusCode = result.statusCode.value_or(0),
        // Older documents show it as a string.
        .apiCode = apiCode.isString() ? apiCode.toString().toInt() : integer(apiCode).value_or(0),
        .message = messageOf(object.value("message"_L1)),
        .requestId = object.value("requestId"_L1).toString(),
    };
    result.envelope.data = object.value("data"_L1);
    return result;
}

bool looksLikeWebPage(const HttpAnswer &answer)
{
    return answer.header("content-type").startsWith("text/html") || answer.body.trimmed().startsWith('<');
}

Error errorOf(const Meaning &meaning, const ServerReply &reply, const QString &host)
{
    return {.kind = meaning.kind,
            .code = meaning.code,
            .reply = reply,
            .detail = ServerText(host),
            .wasSent = true};
}

Error faultError(const HttpAnswer &answer, const QString &host)
{
    const auto row = std::ranges::find(faultTable, answer.fault, &FaultMeaning::fault);
    const QString detail = answer.fault == TransportFault::TlsFailed ? answer.faultDetail
                           : answer.fault == TransportFault::ProxyFailed && !answer.faultDetail.isEmpty()
                               ? answer.faultDetail
                               : host;
    const bool wasDropped = row->code == ErrorCode::ConnectionLost && !answer.mayHaveBeenSent;
    return {
        .kind = answer.mayHaveBeenSent ? ErrorKind::Ambiguous : ErrorKind::NotSent,
        .code = wasDropped ? ErrorCode::ConnectionDropped : row->code,
        .reply = {.httpStatus = answer.status},
        .detail = ServerText(detail),
        .wasSent = answer.mayHaveBeenSent,
    };
}

Error redirectError(const HttpAnswer &answer)
{
    const QUrl target = QUrl::fromEncoded(answer.header("location"));
    return errorOf({ErrorKind::Rejected, ErrorCode::Redirected}, {.httpStatus = answer.status},
                   target.host().isEmpty() ? QString::fromLatin1(answer.header("location").left(100))
                                           : target.host());
}

bool isGood(int httpStatus)
{
    return httpStatus >= 200 && httpStatus < 300;
}

/// For an answer with a good HTTP status whose body is not a JSON object.
Error foreignAnswerError(const HttpAnswer &answer, const QString &host)
{
    const ErrorCode code = looksLikeWebPage(answer) ? ErrorCode::SignInPage : ErrorCode::NotJson;
    return errorOf({ErrorKind::Ambiguous, code}, {.httpStatus = answer.status}, host);
}

Result<Envelope> judgeGood(const HttpAnswer &answer, const QString &host)
{
    const auto object = strictObject(answer.body);
    if (!object)
        return foreignAnswerError(answer, host);
    const ParsedEnvelope result = parsed(*object, answer);
    if (!result.statusCode)
        return Envelopes::malformed(result.envelope, host);
    if (*result.statusCode == 200)
        return result.envelope;
    return errorOf(meaningOf(*result.statusCode, result.envelope.reply.apiCode), result.envelope.reply, host);
}

Error judgeOtherStatus(const HttpAnswer &answer, const QString &host)
{
    const auto object = strictObject(answer.body);
    const ServerReply bare{.httpStatus = answer.status};
    const ParsedEnvelope result =
        object ? parsed(*object, answer) : ParsedEnvelope{.envelope = {.reply = bare}};
    const bool isClientError = answer.status >= 400 && answer.status < 500;
    if (!isClientError || !result.statusCode)
        return errorOf(meaningOfHttpStatus(answer.status), result.envelope.reply, host);
    const int statusCode = *result.statusCode == 200 ? answer.status : *result.statusCode;
    return errorOf(meaningOf(statusCode, result.envelope.reply.apiCode), result.envelope.reply, host);
}

} // namespace

Result<Envelope> Envelopes::judge(const HttpAnswer &answer, const QString &host)
{
    if (answer.fault != TransportFault::None)
        return faultError(answer, host);
    if (answer.status >= 300 && answer.status < 400)
        return redirectError(answer);
    Result<Envelope> result =
        isGood(answer.status) ? judgeGood(answer, host) : judgeOtherStatus(answer, host);
    if (result || result.error().kind != ErrorKind::RetryLater)
        return result;
    Error error = result.error();
    error.retryAfter = HttpDates::retryAfter(answer.header("retry-after"), answer.header("date"));
    return error;
}

Result<ServerReply> Envelopes::readIsSuccess(const Envelope &envelope, const QString &host)
{
    const QJsonValue success =
        envelope.data.isObject() ? envelope.data.toObject().value("success"_L1) : QJsonValue();
    if (!success.isBool())
        return malformed(envelope, host);
    if (!success.toBool())
        return errorOf({ErrorKind::Rejected, ErrorCode::NotDone}, envelope.reply, host);
    return envelope.reply;
}

Error Envelopes::malformed(const Envelope &envelope, const QString &host)
{
    return errorOf({ErrorKind::Ambiguous, ErrorCode::EnvelopeMalformed}, envelope.reply, host);
}
