// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/lanes/answerparser.h"
#include "api/net/http.h"

#include <chrono>
#include <optional>

/// The rules of one connection that carries request after request: which bytes answer which request, and when
/// an answer is known to be the only one. HTTP/1.1 ties an answer to its request by order alone, so one byte
/// too many would shift every answer that follows. Knows neither socket nor clock.
class Conversation
{
public:
    enum class State {
        /// Nothing is under way; a request may be written.
        Silent,
        /// A request is written, and its answer is not whole.
        Answering,
        /// The answer is whole. It counts when nothing has followed it for settlingTime().
        Settling,
        /// The connection cannot be used again.
        Over,
    };

    /// A late copy of an answer comes within a few milliseconds.
    static constexpr std::chrono::milliseconds shortestSettling{15};
    static constexpr std::chrono::milliseconds longestSettling{250};

    State state() const { return m_state; }

    /// A request is written now; only in State::Silent.
    void ask(qint64 maximumAnswerSize);

    /// Takes bytes that came @p sinceAsked after the last request was written. Where none is open, or its
    /// answer is whole, they belong to no request, and the last answer may have been another one's.
    void take(QByteArrayView bytes, std::chrono::milliseconds sinceAsked);

    /// The connection has been closed; @p isOrderly: by the server, at the end of what it had to say.
    void close(bool isOrderly);

    /// The settling time is over.
    void settle();

    /// As long as the server took for this answer and for the one before: had another request's answer been
    /// taken for this one, its own would follow within that time.
    std::chrono::milliseconds settlingTime() const;

    /// The fault of the last request in State::Silent and State::Over.
    TransportFault fault() const { return m_fault; }

    /// What has come of the answer to the last request; null before the first.
    const AnswerParser *answer() const { return m_parser ? &*m_parser : nullptr; }

private:
    void end(TransportFault fault);

    State m_state = State::Silent;
    std::optional<AnswerParser> m_parser;
    TransportFault m_fault = TransportFault::None;
    std::chrono::milliseconds m_took{0};
    std::chrono::milliseconds m_tookBefore{0};
};
