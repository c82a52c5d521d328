// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QUrl>

#include <atomic>
#include <memory>
#include <openssl/types.h>
#include <thread>

/// A TLS server that lets a client go on with an earlier session, which those of Qt do not. It takes one
/// connection after the other, answers one request on each, and closes it.
class ResumingServer
{
public:
    /// @p certificateFile and @p keyFile: PEM. @p port: 0 for any.
    ResumingServer(const QString &certificateFile, const QString &keyFile, quint16 port = 0);
    ~ResumingServer();
    Q_DISABLE_COPY_MOVE(ResumingServer)

    quint16 port() const { return m_port; }
    QUrl url() const;

    /// Handshakes that have come to an end, and those of them that went on with an earlier session.
    int handshakes() const { return m_handshakes; }
    int resumed() const { return m_resumed; }

private:
    void serve();
    void answer(BIO *connection);

    std::unique_ptr<SSL_CTX, void (*)(SSL_CTX *)> m_context;
    std::unique_ptr<BIO, int (*)(BIO *)> m_listener;
    quint16 m_port = 0;
    std::atomic_int m_handshakes = 0;
    std::atomic_int m_resumed = 0;
    std::atomic_bool m_isStopping = false;
    std::thread m_thread;
};
