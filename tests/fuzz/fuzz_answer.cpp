// SPDX-License-Identifier: Apache-2.0
#include "api/lanes/answerparser.h"

#include <algorithm>
#include <cstdint>

namespace {

constexpr qint64 maximumBody = 4096;

AnswerParser parsed(QByteArrayView bytes, qsizetype step)
{
    AnswerParser parser(maximumBody);
    for (qsizetype at = 0; at < bytes.size() && parser.state() == AnswerParser::State::Reading; at += step)
        parser.take(bytes.sliced(at, std::min(step, bytes.size() - at)));
    if (parser.state() == AnswerParser::State::Reading)
        parser.close();
    return parser;
}

void checkBounds(const AnswerParser &parser)
{
    if (parser.body().size() > maximumBody || parser.headers().size() > AnswerParser::maximumHeaders)
        qFatal("more than was allowed");
    if (parser.state() == AnswerParser::State::Reading)
        qFatal("an answer without an end");
    if (parser.state() == AnswerParser::State::Complete && (parser.status() < 200 || parser.status() > 999))
        qFatal("a complete answer without a status");
}

} // namespace

/// Any bytes as the answer of a server: nothing crashes, all bounds hold, and it does not matter in which
/// pieces they arrive.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    const AnswerParser whole = parsed(bytes, std::max(qsizetype(1), bytes.size()));
    const AnswerParser pieces = parsed(bytes, 1 + data[0] % 16);
    checkBounds(whole);
    checkBounds(pieces);
    if (whole.state() != pieces.state())
        qFatal("pieces end otherwise");
    if (whole.state() == AnswerParser::State::Complete &&
        (whole.status() != pieces.status() || whole.headers() != pieces.headers() ||
         whole.body() != pieces.body()))
        qFatal("pieces say something else");
    return 0;
}
