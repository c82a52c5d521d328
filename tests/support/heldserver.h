// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

/// Stands in front of a sandbox and decides when each answer leaves: at once, later, out of order, or never.
class HeldServer : public QObject
{
    Q_OBJECT

public:
    explicit HeldServer(const QUrl &sandbox);
    ~HeldServer() override;

    QUrl url() const;

    /// From now on requests for @p endpoints wait for release() or fail(); those that wait already go on
    /// waiting.
    void hold(const QList<QByteArray> &endpoints) { m_held = endpoints; }
    /// Gives a question that was answered before the same answer, without the sandbox.
    void keepAnswers() { m_keepsAnswers = true; }
    qsizetype waiting();
    /// Lets the waiting request at @p place (from 0, the oldest first) have its answer.
    void release(qsizetype place);
    void releaseAll();
    /// Ends the connection of the waiting request at @p place without an answer.
    void fail(qsizetype place);

private:
    struct Request
    {
        QPointer<QTcpSocket> socket;
        QByteArray bytes;
    };

    void accept();
    void read(QTcpSocket *socket, QByteArray *received);
    void forward(const Request &request);

    QTcpServer m_server;
    QUrl m_sandbox;
    QList<QByteArray> m_held;
    QList<Request> m_waiting;
    QHash<QByteArray, QByteArray> m_answers;
    bool m_keepsAnswers = false;
};
