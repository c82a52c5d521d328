// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faults/faulttype.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

namespace {

constexpr qint64 kibibyte = 1024;
constexpr qint64 mebibyte = 1024 * kibibyte;
constexpr qint64 blockLength = 64 * kibibyte;
constexpr int dripIntervalMs = 100;
/// Late enough for the next request to be on the wire already.
constexpr int surplusDelayMs = 3;
/// Two minutes of dripping.
constexpr qsizetype dripLength = 1200;

Answer whole(const HttpReply &reply)
{
    return {.bytes = reply.serialised()};
}

/// The head up to, but without, its empty line.
QByteArray openHead(const HttpReply &reply, const QByteArray &framing)
{
    const QByteArray head = reply.head(framing);
    return head.first(head.size() - 2);
}

QByteArray contentLength(qsizetype length)
{
    return "Content-Length: " + QByteArray::number(length) + "\r\n";
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

Answer redirect(const FaultScene &scene)
{
    HttpReply reply = scene.reply;
    reply.status = scene.number;
    reply.headers.emplaceBack("Location", scene.redirectTarget + scene.request.target);
    return whole(reply);
}

Answer redirectToItself(const FaultScene &scene)
{
    HttpReply reply = scene.reply;
    reply.status = scene.number;
    reply.headers.emplaceBack("Location", scene.request.target);
    return whole(reply);
}

Answer redirectToPlaintext(const FaultScene &scene)
{
    HttpReply reply = scene.reply;
    reply.status = scene.number;
    reply.headers.emplaceBack("Location", scene.downgradeTarget + scene.request.target);
    return whole(reply);
}

Answer closed(const FaultScene &)
{
    return {.ending = Ending::Close};
}

Answer reset(const FaultScene &)
{
    return {.ending = Ending::Reset};
}

Answer never(const FaultScene &)
{
    return {.ending = Ending::Hold};
}

Answer partialStatus(const FaultScene &)
{
    return {.bytes = "HTTP/1.1 20", .ending = Ending::Close};
}

Answer garbage(const FaultScene &)
{
    return {.bytes = QByteArray::fromHex("1603010200fffe00c328ed0d0a0d0a7f454c46"), .ending = Ending::Close};
}

Answer bodyOnly(const FaultScene &scene)
{
    return {.bytes = scene.reply.body, .ending = Ending::Close};
}

Answer halfBody(const FaultScene &scene)
{
    const QByteArray &body = scene.reply.body;
    return {.bytes = scene.reply.head() + body.first(body.size() / 2), .ending = Ending::Close};
}

Answer truncatedJson(const FaultScene &scene)
{
    HttpReply reply = scene.reply;
    reply.body.truncate(reply.body.size() * 2 / 3);
    return whole(reply);
}

Answer truncatedChunks(const FaultScene &scene)
{
    return {.bytes = scene.reply.head("Transfer-Encoding: chunked\r\n") + chunk(scene.reply.body),
            .ending = Ending::Close};
}

Answer trickle(const FaultScene &scene)
{
    HttpReply reply = scene.reply;
    reply.body.prepend(QByteArray(dripLength, ' '));
    const QByteArray head = reply.head();
    return {.bytes = head + reply.body,
            .dripIntervalMs = dripIntervalMs,
            .beforeDrip = head.size(),
            .ending = Ending::Close};
}

Answer slowHeaders(const FaultScene &scene)
{
    HttpReply reply = scene.reply;
    reply.headers.emplaceBack("X-Padding", QByteArray(dripLength, 'p'));
    return {.bytes = reply.serialised(), .dripIntervalMs = dripIntervalMs, .ending = Ending::Close};
}

/// 512 MB of spaces in 512 KB.
Answer gzipBomb(const FaultScene &scene)
{
    // A deflate block whose codes for "258 bytes as before" and "one byte back" are one zero bit each: every
    // zero byte that follows grows into 1032 spaces. It ends at the first set bits.
    constexpr auto gzipHeader = "1f8b0800000000000003";
    constexpr auto blockStart = "edc08100000000802095fd2917a900";
    constexpr auto blockEnd = "06";
    constexpr auto checksumAndLength = "a9a9f35409044020";
    HttpReply reply = scene.reply;
    reply.headers.emplaceBack("Content-Encoding", "gzip");
    return {.bytes = reply.head("Connection: close\r\n") + QByteArray::fromHex(gzipHeader) +
                     QByteArray::fromHex(blockStart),
            .filler = QByteArray(blockLength, '\0'),
            .fillerLength = 512 * kibibyte,
            .tail = QByteArray::fromHex(blockEnd) + QByteArray::fromHex(checksumAndLength),
            .ending = Ending::Close};
}

Answer badGzip(const FaultScene &scene)
{
    HttpReply reply = scene.reply;
    reply.headers.emplaceBack("Content-Encoding", "gzip");
    return whole(reply);
}

Answer infiniteBody(const FaultScene &scene)
{
    return {.bytes = scene.reply.head("Connection: close\r\n") + R"({"statusCode":200,"message":")",
            .filler = QByteArray(blockLength, 'a'),
            .fillerLength = 512 * mebibyte,
            .ending = Ending::Close};
}

Answer manyHeaders(const FaultScene &scene)
{
    const QByteArray line = "X-Filler: 0123456789abcdef\r\n";
    constexpr qint64 lines = 100'000;
    return {.bytes = openHead(scene.reply, {}),
            .filler = line.repeated(1000),
            .fillerLength = line.size() * lines,
            .tail = contentLength(scene.reply.body.size()) + "\r\n" + scene.reply.body};
}

Answer hugeHeader(const FaultScene &scene)
{
    return {.bytes = openHead(scene.reply, {}) + "X-Huge: ",
            .filler = QByteArray(blockLength, 'h'),
            .fillerLength = 32 * mebibyte,
            .tail = "\r\n" + contentLength(scene.reply.body.size()) + "\r\n" + scene.reply.body};
}

Answer headerWithoutColon(const FaultScene &scene)
{
    const QByteArray framing = "this line has no colon\r\n" + contentLength(scene.reply.body.size());
    return {.bytes = scene.reply.head(framing) + scene.reply.body};
}

Answer twoLengths(const FaultScene &scene)
{
    const qsizetype length = scene.reply.body.size();
    return {.bytes = scene.reply.head(contentLength(length) + contentLength(length + 7)) + scene.reply.body,
            .ending = Ending::Close};
}

Answer lengthAndChunks(const FaultScene &scene)
{
    const QByteArray framing = contentLength(scene.reply.body.size()) + "Transfer-Encoding: chunked\r\n";
    return {.bytes = scene.reply.head(framing) + chunk(scene.reply.body) + chunk({})};
}

/// A success for whatever was asked, of another request.
QByteArray strangersAnswer(const FaultScene &scene)
{
    HttpReply stranger = scene.reply;
    stranger.body =
        R"({"statusCode":200,"message":"not yours","requestId":"00000000-0000-4000-8000-000000000000",)"
        R"("data":{"success":true,"active":false}})";
    return stranger.serialised();
}

Answer gluedAnswers(const FaultScene &scene)
{
    return {.bytes = scene.reply.serialised() + strangersAnswer(scene)};
}

Answer surplusAnswer(const FaultScene &scene)
{
    return {
        .bytes = scene.reply.serialised(), .surplus = strangersAnswer(scene), .surplusDelayMs = scene.number};
}

/// As a gateway that names the request it answers, and names another one.
Answer otherRequestId(const FaultScene &scene)
{
    HttpReply reply = scene.reply;
    const QByteArray id = scene.request.header("x-request-id");
    reply.headers.emplaceBack("X-Request-Id", id.isEmpty() ? id : id.first(id.size() - 1) + 'x');
    return whole(reply);
}

Answer ownRequestId(const FaultScene &scene)
{
    HttpReply reply = scene.reply;
    reply.headers.emplaceBack("X-Request-Id", scene.request.header("x-request-id"));
    return whole(reply);
}

Answer continueFirst(const FaultScene &scene)
{
    return {.bytes = "HTTP/1.1 100 Continue\r\n\r\n" + scene.reply.serialised()};
}

Answer noContent(const FaultScene &scene)
{
    HttpReply reply = scene.reply;
    reply.status = 204;
    reply.contentType.clear();
    reply.body.clear();
    return whole(reply);
}

Answer otherStatus(const FaultScene &scene)
{
    HttpReply reply = scene.reply;
    reply.status = scene.number;
    return whole(reply);
}

Answer signInPage(const FaultScene &scene)
{
    HttpReply reply = scene.reply;
    reply.contentType = "text/html; charset=utf-8";
    reply.body = "<!DOCTYPE html><html><head><title>Guest Wi-Fi</title></head><body>"
                 "<form action=\"/login\"><input name=\"room\"><button>Sign in</button></form></body></html>";
    return whole(reply);
}

Answer challenge(const FaultScene &scene, const QByteArray &scheme)
{
    HttpReply reply = scene.reply;
    reply.status = 401;
    reply.contentType = "text/html";
    reply.headers.emplaceBack("WWW-Authenticate", scheme);
    reply.body = "<html><body>401</body></html>";
    return whole(reply);
}

Answer basicChallenge(const FaultScene &scene)
{
    return challenge(scene, R"(Basic realm="sandbox")");
}

Answer negotiateChallenge(const FaultScene &scene)
{
    return challenge(scene, "Negotiate");
}

Answer withCookie(const FaultScene &scene)
{
    HttpReply reply = scene.reply;
    reply.headers.emplaceBack("Set-Cookie", "sandbox=tracked; Path=/; Max-Age=86400");
    return whole(reply);
}

Answer gatewayPage(const FaultScene &scene)
{
    HttpReply reply = scene.reply;
    reply.status = scene.number;
    reply.contentType = "text/html";
    reply.body = "<html><body><h1>" + QByteArray::number(scene.number) + "</h1><hr>gateway</body></html>";
    return whole(reply);
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
    instead("reset-before"_L1, reset),
    instead("redirect-301"_L1, redirect, 301),
    instead("redirect-302"_L1, redirect, 302),
    instead("redirect-303"_L1, redirect, 303),
    instead("redirect-307"_L1, redirect, 307),
    instead("redirect-308"_L1, redirect, 308),
    instead("redirect-loop"_L1, redirectToItself, 307),
    instead("redirect-downgrade"_L1, redirectToPlaintext, 307),
    after("close-no-answer"_L1, closed),
    FaultType{
        .name = "keepalive-dead"_L1, .stage = FaultStage::Instead, .effect = closed, .onlyReused = true},
    after("reset-after"_L1, reset),
    after("partial-status"_L1, partialStatus),
    after("garbage"_L1, garbage),
    after("http-0.9"_L1, bodyOnly),
    after("half-body"_L1, halfBody),
    after("truncated-json"_L1, truncatedJson),
    after("chunk-truncated"_L1, truncatedChunks),
    after("trickle"_L1, trickle),
    after("never"_L1, never),
    after("slow-headers"_L1, slowHeaders),
    after("gzip-bomb"_L1, gzipBomb),
    after("bad-gzip"_L1, badGzip),
    after("infinite-body"_L1, infiniteBody),
    after("many-headers"_L1, manyHeaders),
    after("huge-header"_L1, hugeHeader),
    after("header-no-colon"_L1, headerWithoutColon),
    after("double-length"_L1, twoLengths),
    after("length-and-chunked"_L1, lengthAndChunks),
    after("glued-answers"_L1, gluedAnswers),
    after("surplus-answer"_L1, surplusAnswer, surplusDelayMs),
    after("request-id-own"_L1, ownRequestId),
    after("request-id-other"_L1, otherRequestId),
    after("100-continue"_L1, continueFirst),
    after("204"_L1, noContent),
    after("status-201"_L1, otherStatus, 201),
    after("status-202"_L1, otherStatus, 202),
    after("status-400"_L1, otherStatus, 400),
    after("status-401"_L1, otherStatus, 401),
    after("status-403"_L1, otherStatus, 403),
    after("status-404"_L1, otherStatus, 404),
    after("status-408"_L1, otherStatus, 408),
    after("status-500"_L1, otherStatus, 500),
    after("status-999"_L1, otherStatus, 999),
    instead("401-basic"_L1, basicChallenge),
    instead("401-negotiate"_L1, negotiateChallenge),
    after("set-cookie"_L1, withCookie),
    instead("captive-portal"_L1, signInPage),
    after("502"_L1, gatewayPage, 502),
    instead("503"_L1, gatewayPage, 503),
    after("504"_L1, gatewayPage, 504),
};

} // namespace

std::span<const FaultType> FaultTypes::wire()
{
    return faults;
}

} // namespace Simulated
