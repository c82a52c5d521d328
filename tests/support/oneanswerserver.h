// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

/// A server that gives @p body for an answer, whatever is asked.
class OneAnswerServer
{
public:
    explicit OneAnswerServer(const QByteArray &body)
    {
        const QByteArray answer =
            "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, answer] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, answer] {
                m_received += socket->readAll();
                if (!m_received.endsWith("\r\n\r\n"))
                    return;
                ++m_requests;
                socket->write(answer);
            });
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port to listen on");
    }

    QUrl url(const QString &path) const
    {
        return QUrl(
            QStringLiteral("http://127.0.0.1:%1%2").arg(QString::number(m_server.serverPort()), path));
    }

    int requests() const { return m_requests; }
    /// Every byte that came in.
    QByteArray received() const { return m_received; }

private:
    QTcpServer m_server;
    QByteArray m_received;
    int m_requests = 0;
};
