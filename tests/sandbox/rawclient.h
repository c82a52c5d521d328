// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QTcpSocket>
#include <QUrl>

/// A TCP client that sends what it is given and keeps what comes.
class RawClient
{
public:
    explicit RawClient(const QUrl &host)
    {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this] {
            const QByteArray bytes = m_socket.readAll();
            m_total += bytes.size();
            if (m_received.size() < maximumKept)
                m_received += bytes;
        });
        QObject::connect(&m_socket, &QTcpSocket::errorOccurred, &m_socket,
                         [this](QAbstractSocket::SocketError error) { m_error = error; });
        QObject::connect(&m_socket, &QTcpSocket::disconnected, &m_socket, [this] { m_isClosed = true; });
        m_socket.connectToHost(host.host(), static_cast<quint16>(host.port()));
    }

    void send(const QByteArray &bytes) { m_socket.write(bytes); }
    const QByteArray &received() const { return m_received; }
    qint64 total() const { return m_total; }
    bool isClosed() const { return m_isClosed; }
    /// RemoteHostClosedError stands for both an orderly close and a reset.
    QAbstractSocket::SocketError error() const { return m_error; }
    QTcpSocket &socket() { return m_socket; }

private:
    static constexpr qsizetype maximumKept = qsizetype{4} * 1024 * 1024;

    QTcpSocket m_socket;
    QByteArray m_received;
    qint64 m_total = 0;
    bool m_isClosed = false;
    QAbstractSocket::SocketError m_error = QAbstractSocket::UnknownSocketError;
};
