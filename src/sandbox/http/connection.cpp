// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/connection.h"

#include "sandbox/http/socketreset.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Simulated {

namespace {

constexpr auto idleLimit = 120s;
constexpr qint64 readBufferSize = qint64{1024} * 1024;

} // namespace

Connection::Connection(QTcpSocket *socket, RequestHandler handler, int latencyMs, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_handler(std::move(handler))
    , m_latencyMs(latencyMs)
    , m_player(socket)
{
    socket->setParent(this);
    socket->setReadBufferSize(readBufferSize);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_latencyTimer.setSingleShot(true);
    m_latencyTimer.setTimerType(Qt::PreciseTimer);
    m_idleTimer.setSingleShot(true);
    connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
    connect(socket, &QTcpSocket::disconnected, this, &Connection::deleteLater);
    connect(&m_latencyTimer, &QTimer::timeout, this, &Connection::play);
    connect(&m_player, &AnswerPlayer::finished, this, &Connection::end);
    connect(&m_idleTimer, &QTimer::timeout, socket, &QTcpSocket::abort);
    m_idleTimer.start(idleLimit);
}

void Connection::read()
{
    // While an answer is under way, further requests wait in the socket.
    if (m_isBusy || m_isEnding)
        return;
    m_idleTimer.start(idleLimit);
    m_parser.append(m_socket->readAll());
    proceed();
}

void Connection::proceed()
{
    // An answer that leaves at once comes back here; the loop takes the next request instead of the stack.
    if (std::exchange(m_isReading, true))
        return;
    while (!m_isBusy && !m_isEnding) {
        const RequestParser::State state = m_parser.advance();
        if (m_parser.takeExpectation())
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        if (state == RequestParser::State::Broken)
            refuse(m_parser.problem());
        if (state != RequestParser::State::Complete)
            break;
        answer(m_parser.take());
    }
    m_isReading = false;
}

void Connection::refuse(int status)
{
    m_socket->write(
        HttpReply{.status = status, .contentType = {}, .headers = {{"Connection", "close"}}}.serialised());
    end(Ending::Close);
}

void Connection::answer(const HttpRequest &request)
{
    m_isBusy = true;
    m_answer = m_handler(request);
    if (!request.keepAlive && m_answer.ending == Ending::KeepAlive)
        m_answer.ending = Ending::Close;
    if (m_latencyMs > 0)
        m_latencyTimer.start(m_latencyMs);
    else
        play();
}

void Connection::play()
{
    m_player.play(std::exchange(m_answer, {}));
}

void Connection::end(Ending ending)
{
    switch (ending) {
    case Ending::KeepAlive:
        m_isBusy = false;
        m_parser.append(m_socket->readAll());
        proceed();
        break;
    case Ending::Close:
        m_isEnding = true;
        m_socket->disconnectFromHost();
        break;
    case Ending::Reset:
        m_isEnding = true;
        resetConnection(m_socket);
        break;
    case Ending::Hold:
        break;
    }
}

} // namespace Simulated
