// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/http/httpmessage.h"

#include <QByteArray>

namespace Simulated {

/// Reads HTTP/1.1 requests out of a stream of bytes, however it is cut into pieces.
class RequestParser
{
public:
    enum class State {
        /// More bytes are needed.
        Incomplete,
        /// A request can be taken.
        Complete,
        /// The stream makes no sense; problem() is the HTTP status to answer before closing.
        Broken,
    };

    static constexpr qsizetype maximumHead = qsizetype{64} * 1024;
    static constexpr qsizetype maximumBody = qsizetype{8} * 1024 * 1024;

    void append(const QByteArray &bytes) { m_input += bytes; }

    /// Reads on as far as the input reaches.
    State advance();

    /// The complete request; reading begins anew behind it.
    HttpRequest take();

    int problem() const { return m_problem; }

    /// True once for each request whose client waits for "100 Continue" before it sends the body.
    bool takeExpectation();

private:
    enum class Body {
        None,
        Length,
        Chunked,
    };

    State broken(int status);
    State readHead();
    bool readLine(const QByteArray &line);
    State readFraming();
    State readLength();
    State readChunks();

    QByteArray m_input;
    HttpRequest m_request;
    Body m_bodyKind = Body::None;
    qsizetype m_bodyLength = 0;
    int m_problem = 0;
    int m_requests = 0;
    bool m_hasHead = false;
    bool m_expectsContinue = false;
};

} // namespace Simulated
