// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faults/envelope.h"
#include "sandbox/faults/faulttype.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

namespace {

constexpr qsizetype hugeMessageLength = qsizetype{1024} * 1024;
constexpr int retrySeconds = 2;
constexpr int hugeRetrySeconds = 86'400;

struct Refusal
{
    int statusCode;
    int apiCode;
    Word word;
};

constexpr std::array refusals{
    Refusal{StatusCode::badArgument, ApiCode::none, Word::BodyMalformed},
    Refusal{StatusCode::paymentRequired, ApiCode::none, Word::PlanRequired},
    Refusal{StatusCode::forbidden, ApiCode::forbidden, Word::Forbidden},
    Refusal{StatusCode::notFound, ApiCode::none, Word::ResourceNotFound},
    Refusal{StatusCode::ruleViolated, ApiCode::none, Word::RuleViolated},
    Refusal{StatusCode::clientFault, ApiCode::none, Word::ClientFault},
    Refusal{StatusCode::serverFault, ApiCode::none, Word::ServerFault},
};

Answer withBody(const FaultScene &scene, const QByteArray &body)
{
    HttpReply reply = scene.reply;
    reply.body = body;
    return {.bytes = reply.serialised()};
}

Answer withEnvelope(const FaultScene &scene, const Envelope &envelope)
{
    return withBody(scene, envelope.toJson(scene.requestId));
}

/// The right answer with one member replaced.
Answer withMember(const FaultScene &scene, QLatin1StringView name, const QJsonValue &value)
{
    QJsonObject object = QJsonDocument::fromJson(scene.reply.body).object();
    object.insert(name, value);
    return withBody(scene, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Answer code(const FaultScene &scene)
{
    const auto *const refusal = std::ranges::find(refusals, scene.number, &Refusal::statusCode);
    return withEnvelope(scene, {.statusCode = refusal->statusCode,
                                .apiCode = refusal->apiCode,
                                .message = Words::text(refusal->word, scene.language)});
}

Answer plain(const FaultScene &scene)
{
    return withBody(scene, scene.reply.body);
}

Answer notDone(const FaultScene &scene)
{
    return withEnvelope(scene, {.message = Words::text(Word::NotDone, scene.language),
                                .data = QJsonObject{{u"success"_s, false}}});
}

Answer successMissing(const FaultScene &scene)
{
    return withMember(scene, "data"_L1, QJsonObject());
}

Answer successString(const FaultScene &scene)
{
    return withMember(scene, "data"_L1, QJsonObject{{u"success"_s, u"true"_s}});
}

Answer codeString(const FaultScene &scene)
{
    return withMember(scene, "statusCode"_L1, u"200"_s);
}

Answer dataNull(const FaultScene &scene)
{
    return withMember(scene, "data"_L1, QJsonValue());
}

Answer dataArray(const FaultScene &scene)
{
    return withMember(scene, "data"_L1, QJsonArray());
}

Answer topArray(const FaultScene &scene)
{
    return withBody(scene, '[' + scene.reply.body + ']');
}

Answer emptyBody(const FaultScene &scene)
{
    return withBody(scene, {});
}

Answer nullBody(const FaultScene &scene)
{
    return withBody(scene, "null");
}

Answer badUtf8(const FaultScene &scene)
{
    QByteArray body = scene.reply.body;
    return withBody(scene, body.replace(R"("message":")", "\"message\":\"\xc3\x28\xff"));
}

Answer byteOrderMark(const FaultScene &scene)
{
    return withBody(scene, "\xef\xbb\xbf" + scene.reply.body);
}

Answer trailingBytes(const FaultScene &scene)
{
    return withBody(scene, scene.reply.body + "\n<!-- proxy -->");
}

Answer hugeMessage(const FaultScene &scene)
{
    return withMember(scene, "message"_L1, QString(hugeMessageLength, u'很'));
}

Answer throttledWith(const FaultScene &scene, const QByteArray &retryAfter)
{
    FaultScene changed = scene;
    changed.reply.status = StatusCode::throttled;
    if (!retryAfter.isEmpty())
        changed.reply.headers.emplaceBack("Retry-After", retryAfter);
    return withEnvelope(changed, {.statusCode = StatusCode::throttled,
                                  .message = Words::text(Word::Throttled, scene.language)});
}

Answer throttled(const FaultScene &scene)
{
    return throttledWith(scene, scene.number == 0 ? QByteArray() : QByteArray::number(scene.number));
}

Answer throttledUntil(const FaultScene &scene)
{
    const QDateTime until = QDateTime::fromMSecsSinceEpoch(scene.now, Qt::UTC).addSecs(scene.number);
    return throttledWith(scene,
                         QLocale::c().toString(until, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1());
}

Answer busy(const FaultScene &scene)
{
    return withEnvelope(scene, {.statusCode = StatusCode::serverFault,
                                .apiCode = ApiCode::busy,
                                .message = Words::text(Word::Busy, scene.language)});
}

Answer replayed(const FaultScene &scene)
{
    return withEnvelope(scene, {.statusCode = StatusCode::unauthorized,
                                .apiCode = ApiCode::signatureReplayed,
                                .message = Words::text(Word::SignatureReplayed, scene.language)});
}

constexpr FaultType instead(QLatin1StringView name, FaultEffect effect, int number = 0)
{
    return {.name = name, .stage = FaultStage::Instead, .effect = effect, .number = number};
}

constexpr FaultType after(QLatin1StringView name, FaultEffect effect, int number = 0)
{
    return {.name = name, .stage = FaultStage::Afterwards, .effect = effect, .number = number};
}

constexpr std::array faults{
    after("ok"_L1, plain),
    instead("code-400"_L1, code, StatusCode::badArgument),
    instead("code-402"_L1, code, StatusCode::paymentRequired),
    instead("code-403"_L1, code, StatusCode::forbidden),
    instead("code-404"_L1, code, StatusCode::notFound),
    instead("code-422"_L1, code, StatusCode::ruleViolated),
    instead("code-499"_L1, code, StatusCode::clientFault),
    after("code-500"_L1, code, StatusCode::serverFault),
    instead("success-false"_L1, notDone),
    after("success-missing"_L1, successMissing),
    after("success-string"_L1, successString),
    after("code-string"_L1, codeString),
    after("data-null"_L1, dataNull),
    after("data-array"_L1, dataArray),
    after("top-array"_L1, topArray),
    after("empty"_L1, emptyBody),
    after("null"_L1, nullBody),
    after("bad-utf8"_L1, badUtf8),
    after("bom"_L1, byteOrderMark),
    after("trailing-bytes"_L1, trailingBytes),
    after("huge-message"_L1, hugeMessage),
    instead("429"_L1, throttled),
    instead("429-retry-seconds"_L1, throttled, retrySeconds),
    instead("429-retry-date"_L1, throttledUntil, retrySeconds + 1),
    instead("429-retry-huge"_L1, throttled, hugeRetrySeconds),
    instead("busy-1000"_L1, busy),
    FaultType{
        .name = "nonce-replay"_L1, .stage = FaultStage::Instead, .effect = replayed, .oncePerBody = true},
};

} // namespace

std::span<const FaultType> FaultTypes::envelope()
{
    return faults;
}

} // namespace Simulated
