// SPDX-License-Identifier: Apache-2.0
#include "sandbox/http/answerplayer.h"

#include <algorithm>

namespace Simulated {

namespace {

constexpr qint64 maximumUnsent = qint64{256} * 1024;

} // namespace

AnswerPlayer::AnswerPlayer(QTcpSocket *socket, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
{
    connect(&m_dripTimer, &QTimer::timeout, this, &AnswerPlayer::drip);
    connect(socket, &QTcpSocket::bytesWritten, this, &AnswerPlayer::pump);
}

void AnswerPlayer::play(const Answer &answer)
{
    m_answer = answer;
    m_fillerLeft = answer.fillerLength;
    if (answer.dripIntervalMs > 0) {
        m_socket->write(answer.bytes.first(answer.beforeDrip));
        m_dripped = answer.beforeDrip;
        m_dripTimer.start(answer.dripIntervalMs);
        return;
    }
    if (!answer.bytes.isEmpty())
        m_socket->write(answer.bytes);
    m_isPumping = m_fillerLeft > 0;
    if (m_isPumping)
        pump();
    else
        finish();
}

void AnswerPlayer::drip()
{
    if (m_dripped < m_answer.bytes.size()) {
        m_socket->write(m_answer.bytes.sliced(m_dripped++, 1));
        return;
    }
    m_dripTimer.stop();
    finish();
}

void AnswerPlayer::pump()
{
    if (!m_isPumping)
        return;
    while (m_fillerLeft > 0 && m_socket->bytesToWrite() < maximumUnsent) {
        const qint64 length = std::min<qint64>(m_fillerLeft, m_answer.filler.size());
        m_socket->write(m_answer.filler.constData(), length);
        m_fillerLeft -= length;
    }
    if (m_fillerLeft > 0)
        return;
    m_isPumping = false;
    finish();
}

void AnswerPlayer::finish()
{
    if (!m_answer.tail.isEmpty())
        m_socket->write(m_answer.tail);
    if (!m_answer.surplus.isEmpty())
        QTimer::singleShot(m_answer.surplusDelayMs, m_socket,
                           [socket = m_socket, surplus = m_answer.surplus] { socket->write(surplus); });
    Q_EMIT finished(m_answer.ending);
}

} // namespace Simulated
