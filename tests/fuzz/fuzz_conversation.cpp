// SPDX-License-Identifier: Apache-2.0
#include "api/lanes/conversation.h"

#include <QByteArray>
#include <QtGlobal>

#include <cstdint>

using namespace std::chrono_literals;

namespace {

constexpr qint64 maximumBody = 4096;

/// Takes decisions from the input, and zeros at its end.
class Decisions
{
public:
    Decisions(const uint8_t *data, size_t size)
        : m_data(data)
        , m_size(size)
    {
    }

    int next(int bound) { return m_at < m_size ? m_data[m_at++] % bound : 0; }
    bool isAtEnd() const { return m_at >= m_size; }

private:
    const uint8_t *m_data;
    size_t m_size;
    size_t m_at = 0;
};

/// The server's answer to the request with the number @p request, in one of the ways to say where it ends.
QByteArray answerTo(int request, int form)
{
    const QByteArray body = "answer to " + QByteArray::number(request);
    switch (form) {
    case 0:
        return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    case 1:
        return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray::number(body.size(), 16) +
               "\r\n" + body + "\r\n0\r\n\r\n";
    default:
        return "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nX-Filler: abc\r\nContent-Length: " +
               QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
}

} // namespace

/// A server that answers two requests on one connection, and sends what was not asked for as well, in pieces
/// and with pauses as the input wants: whatever comes, no request ever has the answer of another one.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Decisions decisions(data, size);
    Conversation conversation;
    for (int request = 1; request <= 2; ++request) {
        conversation.ask(maximumBody);
        // The server takes as long as before or less, which is what the settling time relies on; a copy of
        // the last answer, or a part of it, may come at any moment before.
        const auto latency = std::chrono::milliseconds(request == 1 ? 40 : decisions.next(41));
        QByteArray wire = answerTo(request, decisions.next(3));
        auto now = latency;
        if (request == 2 && decisions.next(2) == 1) {
            QByteArray stale = answerTo(1, decisions.next(3));
            stale.truncate(stale.size() - decisions.next(4));
            now = std::chrono::milliseconds(decisions.next(static_cast<int>(latency.count()) + 1));
            conversation.take(stale, now);
            now = latency;
        }
        if (decisions.next(4) == 0)
            wire += answerTo(request, decisions.next(3));
        while (!wire.isEmpty() && conversation.state() != Conversation::State::Over) {
            const qsizetype piece = std::min<qsizetype>(wire.size(), 1 + decisions.next(64));
            conversation.take(wire.first(piece), now);
            wire.remove(0, piece);
        }
        conversation.settle();
        const bool isAnswered = conversation.fault() == TransportFault::None &&
                                conversation.answer()->state() == AnswerParser::State::Complete;
        if (isAnswered && conversation.answer()->body() != "answer to " + QByteArray::number(request))
            qFatal("the answer of another request");
        if (conversation.state() != Conversation::State::Silent)
            return 0;
        // What comes while nothing is asked ends the connection before the next request.
        if (decisions.next(3) == 0) {
            conversation.take(answerTo(request, decisions.next(3)).first(1 + decisions.next(20)), 500ms);
            if (conversation.state() != Conversation::State::Over)
                qFatal("bytes that belong to no request are kept");
            return 0;
        }
    }
    return 0;
}
