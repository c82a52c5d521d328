// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/httpserver.h"

#include <QSslSocket>
#include <QTimer>

#include <chrono>
#include <memory>
#include <utility>

using namespace std::chrono_literals;

namespace Simulated {

namespace {

constexpr auto silenceLimit = 120s;

} // namespace

HttpServer::HttpServer(RequestHandler handler, int latencyMs, QObject *parent)
    : QTcpServer(parent)
    , m_handler(std::move(handler))
    , m_latencyMs(latencyMs)
{
    setListenBacklogSize(512);
}

void HttpServer::closeConnections()
{
    const QList<QTcpSocket *> sockets = findChildren<QTcpSocket *>();
    for (QTcpSocket *const socket : sockets)
        socket->disconnectFromHost();
}

void HttpServer::incomingConnection(qintptr handle)
{
    const ConnectFault fault = m_greeter ? m_greeter() : ConnectFault::None;
    const bool isEncrypted = m_tls && fault == ConnectFault::None;
    auto socket = isEncrypted ? std::unique_ptr<QTcpSocket>(new QSslSocket) : std::make_unique<QTcpSocket>();
    if (!socket->setSocketDescriptor(handle))
        return;
    switch (fault) {
    case ConnectFault::AcceptClose:
        break;
    case ConnectFault::TlsPlaintext:
        answerInPlaintext(socket.release());
        break;
    case ConnectFault::TlsStall:
        keepSilent(socket.release());
        break;
    default:
        accept(socket.release());
        break;
    }
}

void HttpServer::accept(QTcpSocket *socket)
{
    new Connection(socket, m_handler, m_latencyMs, this);
    auto *const secure = qobject_cast<QSslSocket *>(socket);
    if (secure == nullptr)
        return;
    secure->setSslConfiguration(*m_tls);
    secure->startServerEncryption();
}

void HttpServer::answerInPlaintext(QTcpSocket *socket)
{
    socket->setParent(this);
    connect(socket, &QTcpSocket::disconnected, socket, &QTcpSocket::deleteLater);
    connect(socket, &QTcpSocket::readyRead, socket, [socket] {
        socket->readAll();
        socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        socket->disconnectFromHost();
    });
}

void HttpServer::keepSilent(QTcpSocket *socket)
{
    socket->setParent(this);
    connect(socket, &QTcpSocket::disconnected, socket, &QTcpSocket::deleteLater);
    QTimer::singleShot(silenceLimit, socket, &QTcpSocket::abort);
}

} // namespace Simulated
