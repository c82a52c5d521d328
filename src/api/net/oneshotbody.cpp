// SPDX-License-Identifier: Apache-2.0
#include "api/net/oneshotbody.h"

#include <cstring>

OneShotBody::OneShotBody(QByteArray body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneShotBody::bytesAvailable() const
{
    return m_body.size() - m_position + QIODevice::bytesAvailable();
}

qint64 OneShotBody::readData(char *data, qint64 maximumSize)
{
    if (atEnd())
        return -1;
    const bool isFirst = !wasRead();
    const qint64 size = qMin(maximumSize, m_body.size() - m_position);
    std::memcpy(data, m_body.constData() + m_position, static_cast<size_t>(size));
    m_position += size;
    if (isFirst && size > 0)
        Q_EMIT readingStarted();
    return size;
}

qint64 OneShotBody::writeData(const char *, qint64)
{
    return -1;
}
