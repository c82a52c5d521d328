// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/lanes/conversation.h"
#include "core/values/tlsproblem.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <functional>

/// One connection to one server that is kept for request after request, one at a time. It sends each once,
/// knows whether a byte of it may have left, and answers when nothing else has followed the answer
/// (Conversation).
class Lane : public QObject
{
    Q_OBJECT

public:
    /// @p origin: scheme, host and port. @p trust may hold the ticket of a TLS session with the same server.
    Lane(QUrl origin, const QSslConfiguration &trust, const QNetworkProxy &proxy, QObject *parent = nullptr);
    ~Lane() override;

    const QUrl &origin() const { return m_origin; }

    /// True when it stands, is silent, and carries no request.
    bool isFree() const;

    /// True when it will take no further request: it is closed, or has been idle for so long that it may be
    /// dead at the other end, where what is sent into it would be unknown.
    bool isSpent() const;

    /// True between open() or send() and the moment in which the connection stands.
    bool isConnecting() const { return m_isConnecting && !m_stands && !m_isClosed; }

    /// Connects within @p timeout without a request. connected() or closed() follows.
    void open(std::chrono::milliseconds timeout);

    /// Connects if need be, sends @p bytes, and answers with answered(). @p request bounds time and size.
    void send(const HttpRequest &request, const QByteArray &bytes);

    /// Ends what is under way without an answer; the connection cannot be used again.
    void abort();

    /// Whether a byte of the request under way may have left.
    bool mayHaveSent() const { return m_hasWritten; }

    /// What has come so far.
    HttpAnswer answer(TransportFault fault) const;
    /// The fault of a connection that did not come about in time.
    TransportFault notConnected() const;

Q_SIGNALS:
    /// The connection stands, and the request that it was made for, if any, has been written.
    void connected();
    /// The server gave a ticket with which another connection to it takes less time.
    void sessionTicketReceived(const QByteArray &ticket);
    /// The answer is whole; answered() follows when the connection has stayed silent.
    void received(const HttpAnswer &answer);
    /// The lane may have become free, or closed.
    void answered(const HttpAnswer &answer);
    /// Nothing was under way.
    void closed();

private:
    void connectToServer();
    void standUp();
    void failToConnect(TransportFault fault);
    void write();
    /// Handles now what the socket tells, or after the writing in which it does: writing also reads, and may
    /// fail, and send() must not answer before it has returned.
    void afterWriting(const std::function<void()> &handle);
    void read();
    void takeError(QAbstractSocket::SocketError error);
    void follow();
    void end(TransportFault fault);
    TransportFault faultBeforeSending(QAbstractSocket::SocketError error) const;
    bool isEncrypted() const;

    QUrl m_origin;
    QNetworkProxy m_proxy;
    QSslSocket m_socket;
    QTimer m_connectTimer;
    QTimer m_settleTimer;
    QElapsedTimer m_idle;
    QElapsedTimer m_sinceAsked;
    Conversation m_conversation;
    /// The current request, until it is written.
    QByteArray m_waiting;
    qint64 m_maximumAnswerSize = 0;
    QList<TlsProblem> m_problems;
    /// A request is under way.
    bool m_isBusy = false;
    bool m_isConnecting = false;
    bool m_isWriting = false;
    bool m_stands = false;
    bool m_hasWritten = false;
    bool m_isClosed = false;
};
