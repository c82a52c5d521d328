// SPDX-License-Identifier: Apache-2.0
#include "resumingserver.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <array>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView response =
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

using Connection = std::unique_ptr<BIO, void (*)(BIO *)>;

} // namespace

ResumingServer::ResumingServer(const QString &certificateFile, const QString &keyFile, quint16 port)
    : m_context(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free)
    , m_listener(nullptr, &BIO_free)
{
    const QByteArray address = "127.0.0.1:" + QByteArray::number(port);
    m_listener.reset(BIO_new_accept(address.constData()));
    BIO_set_bind_mode(m_listener.get(), BIO_BIND_REUSEADDR);
    const bool isReady =
        SSL_CTX_use_certificate_file(m_context.get(), QFile::encodeName(certificateFile).constData(),
                                     SSL_FILETYPE_PEM) == 1 &&
        SSL_CTX_use_PrivateKey_file(m_context.get(), QFile::encodeName(keyFile).constData(),
                                    SSL_FILETYPE_PEM) == 1 &&
        BIO_do_accept(m_listener.get()) == 1;
    if (!isReady)
        qFatal("The TLS server does not start");
    m_port = QByteArray(BIO_get_accept_port(m_listener.get())).toUShort();
    m_thread = std::thread([this] { serve(); });
}

ResumingServer::~ResumingServer()
{
    m_isStopping = true;
    // Wakes the thread, which waits for a connection.
    const QByteArray address = "127.0.0.1:" + QByteArray::number(m_port);
    const Connection last(BIO_new_connect(address.constData()), &BIO_free_all);
    BIO_do_connect(last.get());
    m_thread.join();
}

QUrl ResumingServer::url() const
{
    return QUrl(u"https://127.0.0.1:%1/api/v3/kick-users"_s.arg(m_port));
}

void ResumingServer::serve()
{
    while (BIO_do_accept(m_listener.get()) == 1 && !m_isStopping) {
        const Connection connection(BIO_pop(m_listener.get()), &BIO_free_all);
        answer(connection.get());
        ERR_clear_error();
    }
    BIO_free_all(BIO_pop(m_listener.get()));
}

void ResumingServer::answer(BIO *connection)
{
    const std::unique_ptr<SSL, void (*)(SSL *)> tls(SSL_new(m_context.get()), &SSL_free);
    BIO_up_ref(connection);
    SSL_set_bio(tls.get(), connection, connection);
    if (SSL_accept(tls.get()) != 1)
        return;
    if (SSL_session_reused(tls.get()) == 1)
        ++m_resumed;
    ++m_handshakes;
    QByteArray request;
    std::array<char, 4096> buffer{};
    while (!request.contains("\r\n\r\n")) {
        const int count = SSL_read(tls.get(), buffer.data(), buffer.size());
        if (count <= 0)
            return;
        request.append(buffer.data(), count);
    }
    SSL_write(tls.get(), response.data(), static_cast<int>(response.size()));
    SSL_shutdown(tls.get());
}
