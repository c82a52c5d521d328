// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QIODevice>

/// The body of one POST. It can be read once, neither reset nor seeked, so that QNetworkAccessManager cannot
/// send the request a second time by itself; and it remembers whether any byte was taken, which tells whether
/// one may have left.
class OneShotBody : public QIODevice
{
    Q_OBJECT

public:
    explicit OneShotBody(QByteArray body, QObject *parent = nullptr);

    bool wasRead() const { return m_position > 0; }

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_position >= m_body.size(); }
    bool reset() override { return false; }
    qint64 bytesAvailable() const override;

Q_SIGNALS:
    /// The first byte was taken: the connection stands.
    void readingStarted();

protected:
    qint64 readData(char *data, qint64 maximumSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_body;
    qint64 m_position = 0;
};
