// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/requestparser.h"

#include <QByteArrayList>

#include <utility>

namespace Simulated {

namespace {

constexpr int badRequest = 400;
constexpr int contentTooLarge = 413;
constexpr int headTooLarge = 431;

} // namespace

RequestParser::State RequestParser::broken(int status)
{
    m_problem = status;
    return State::Broken;
}

RequestParser::State RequestParser::advance()
{
    if (m_problem != 0)
        return State::Broken;
    if (!m_hasHead) {
        const State state = readHead();
        if (state != State::Complete)
            return state;
    }
    switch (m_bodyKind) {
    case Body::None:
        return State::Complete;
    case Body::Length:
        return readLength();
    case Body::Chunked:
        return readChunks();
    }
    return State::Incomplete;
}

RequestParser::State RequestParser::readHead()
{
    const qsizetype end = m_input.indexOf("\r\n\r\n");
    if (end > maximumHead || (end < 0 && m_input.size() > maximumHead))
        return broken(headTooLarge);
    if (end < 0)
        return State::Incomplete;
    m_request = {};
    m_request.head = m_input.first(end);
    m_request.ordinal = m_requests++;
    m_input.remove(0, end + 4);
    QByteArrayList lines = m_request.head.split('\n');
    const QByteArrayList start = lines.takeFirst().trimmed().split(' ');
    if (start.size() != 3 || !start.at(2).startsWith("HTTP/1."))
        return broken(badRequest);
    m_request.method = start.at(0);
    m_request.target = start.at(1);
    for (const QByteArray &line : std::as_const(lines)) {
        if (!readLine(line))
            return broken(badRequest);
    }
    const QByteArray connection = m_request.header("connection").toLower();
    m_request.keepAlive = start.at(2) == "HTTP/1.0" ? connection == "keep-alive" : connection != "close";
    return readFraming();
}

bool RequestParser::readLine(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0)
        return false;
    m_request.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    return true;
}

RequestParser::State RequestParser::readFraming()
{
    const QByteArray coding = m_request.header("transfer-encoding").toLower();
    const QByteArray length = m_request.header("content-length");
    // Both at once is how requests are smuggled past a gateway.
    if (!coding.isEmpty() && (coding != "chunked" || !length.isEmpty()))
        return broken(badRequest);
    bool isNumber = true;
    m_bodyLength = length.isEmpty() ? 0 : length.toLongLong(&isNumber);
    if (!isNumber || m_bodyLength < 0)
        return broken(badRequest);
    if (m_bodyLength > maximumBody)
        return broken(contentTooLarge);
    m_bodyKind = !coding.isEmpty() ? Body::Chunked : m_bodyLength > 0 ? Body::Length : Body::None;
    m_expectsContinue = m_bodyKind != Body::None && m_request.header("expect").toLower() == "100-continue" &&
                        m_input.isEmpty();
    m_hasHead = true;
    return State::Complete;
}

RequestParser::State RequestParser::readLength()
{
    if (m_input.size() < m_bodyLength)
        return State::Incomplete;
    m_request.body = m_input.first(m_bodyLength);
    m_input.remove(0, m_bodyLength);
    m_bodyKind = Body::None;
    return State::Complete;
}

RequestParser::State RequestParser::readChunks()
{
    for (;;) {
        const qsizetype lineEnd = m_input.indexOf("\r\n");
        if (lineEnd < 0)
            return State::Incomplete;
        bool isNumber = false;
        const qlonglong length =
            m_input.first(lineEnd).split(';').constFirst().trimmed().toLongLong(&isNumber, 16);
        if (!isNumber || length < 0)
            return broken(badRequest);
        if (m_request.body.size() + length > maximumBody)
            return broken(contentTooLarge);
        if (m_input.size() < lineEnd + 2 + length + 2)
            return State::Incomplete;
        m_request.body += m_input.sliced(lineEnd + 2, length);
        m_input.remove(0, lineEnd + 2 + length + 2);
        if (length == 0) {
            m_bodyKind = Body::None;
            return State::Complete;
        }
    }
}

HttpRequest RequestParser::take()
{
    m_hasHead = false;
    return std::exchange(m_request, {});
}

bool RequestParser::takeExpectation()
{
    return std::exchange(m_expectsContinue, false);
}

} // namespace Simulated
