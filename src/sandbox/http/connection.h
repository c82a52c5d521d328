// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/http/answerplayer.h"
#include "sandbox/http/httpmessage.h"
#include "sandbox/http/requestparser.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <functional>

namespace Simulated {

/// Makes the answer to a request.
using RequestHandler = std::function<Answer(const HttpRequest &)>;

/// One client: reads its requests in order and answers one after the other, each after the server's latency.
class Connection : public QObject
{
    Q_OBJECT

public:
    /// Takes over @p socket and deletes itself when that disconnects.
    Connection(QTcpSocket *socket, RequestHandler handler, int latencyMs, QObject *parent);

private:
    void read();
    void proceed();
    void refuse(int status);
    void answer(const HttpRequest &request);
    void play();
    void end(Ending ending);

    QTcpSocket *m_socket;
    RequestHandler m_handler;
    int m_latencyMs;
    RequestParser m_parser;
    AnswerPlayer m_player;
    Answer m_answer;
    QTimer m_latencyTimer;
    QTimer m_idleTimer;
    bool m_isBusy = false;
    bool m_isReading = false;
    bool m_isEnding = false;
};

} // namespace Simulated
