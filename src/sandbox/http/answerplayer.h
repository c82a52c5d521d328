// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/http/httpmessage.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

namespace Simulated {

/// Puts one answer at a time on the wire, at the pace it asks for and never faster than the client reads.
class AnswerPlayer : public QObject
{
    Q_OBJECT

public:
    /// Writes to @p socket, which outlives it.
    explicit AnswerPlayer(QTcpSocket *socket, QObject *parent = nullptr);

    void play(const Answer &answer);

Q_SIGNALS:
    /// The last byte has been handed to the socket.
    void finished(Simulated::Ending ending);

private:
    void drip();
    void pump();
    void finish();

    QTcpSocket *m_socket;
    QTimer m_dripTimer;
    Answer m_answer;
    qsizetype m_dripped = 0;
    qint64 m_fillerLeft = 0;
    bool m_isPumping = false;
};

} // namespace Simulated
