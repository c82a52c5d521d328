// SPDX-License-Identifier: Apache-2.0
#include "support/heldserver.h"

#include <QHostAddress>

#include <memory>

namespace {

qsizetype contentLength(const QByteArray &head)
{
    const QByteArray name = "\r\ncontent-length:";
    const qsizetype at = head.toLower().indexOf(name);
    return at < 0 ? 0 : head.sliced(at + name.size()).split('\r').first().trimmed().toLongLong();
}

QByteArray endpointOf(const QByteArray &request)
{
    const QByteArray path = request.split(' ').value(1).split('?').first();
    return path.split('/').last();
}

/// The request without its headers, which have times and nonces.
QByteArray question(const QByteArray &request)
{
    return request.left(request.indexOf('\r')) + request.sliced(request.indexOf("\r\n\r\n"));
}

QByteArray closing(const QByteArray &message)
{
    QByteArray result;
    const qsizetype end = message.indexOf("\r\n\r\n");
    for (const QByteArray &line : message.first(end).replace("\r\n", "\n").split('\n')) {
        if (!line.toLower().startsWith("connection:"))
            result += line + "\r\n";
    }
    return result + "Connection: close" + message.sliced(end);
}

} // namespace

HeldServer::HeldServer(const QUrl &sandbox)
    : m_sandbox(sandbox)
{
    connect(&m_server, &QTcpServer::newConnection, this, &HeldServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port to listen on");
}

HeldServer::~HeldServer()
{
    // Ending a connection would tell of it.
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>() + findChildren<QTcpSocket *>())
        socket->disconnect();
}

QUrl HeldServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
}

qsizetype HeldServer::waiting()
{
    m_waiting.removeIf([](const Request &request) { return request.socket.isNull(); });
    return m_waiting.size();
}

void HeldServer::release(qsizetype place)
{
    forward(m_waiting.takeAt(place));
}

void HeldServer::releaseAll()
{
    while (waiting() > 0)
        release(0);
}

void HeldServer::fail(qsizetype place)
{
    const Request request = m_waiting.takeAt(place);
    if (request.socket)
        request.socket->abort();
}

void HeldServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this,
                [this, socket, received = std::make_shared<QByteArray>()] { read(socket, received.get()); });
        connect(socket, &QTcpSocket::disconnected, socket, &QTcpSocket::deleteLater);
    }
}

void HeldServer::read(QTcpSocket *socket, QByteArray *received)
{
    *received += socket->readAll();
    const qsizetype end = received->indexOf("\r\n\r\n");
    if (end < 0 || received->size() < end + 4 + contentLength(received->first(end)))
        return;
    const Request request{.socket = socket, .bytes = closing(*received)};
    received->clear();
    if (m_held.contains(endpointOf(request.bytes)))
        m_waiting.append(request);
    else
        forward(request);
}

void HeldServer::forward(const Request &request)
{
    if (!request.socket)
        return;
    const QByteArray asked = question(request.bytes);
    const auto known = m_answers.constFind(asked);
    if (known != m_answers.cend()) {
        request.socket->write(*known);
        request.socket->disconnectFromHost();
        return;
    }
    auto *upstream = new QTcpSocket(this);
    connect(upstream, &QTcpSocket::connected, upstream,
            [upstream, bytes = request.bytes] { upstream->write(bytes); });
    connect(upstream, &QTcpSocket::disconnected, this, [this, upstream, asked, socket = request.socket] {
        const QByteArray answer = closing(upstream->readAll());
        upstream->deleteLater();
        if (m_keepsAnswers)
            m_answers.insert(asked, answer);
        if (socket) {
            socket->write(answer);
            socket->disconnectFromHost();
        }
    });
    upstream->connectToHost(m_sandbox.host(), static_cast<quint16>(m_sandbox.port()));
}
