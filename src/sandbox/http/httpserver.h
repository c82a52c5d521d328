// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/faults/faulttype.h"
#include "sandbox/http/connection.h"

#include <QSslConfiguration>
#include <QTcpServer>

#include <functional>
#include <optional>

namespace Simulated {

/// HTTP/1.1 on a loopback port, with or without TLS.
class HttpServer : public QTcpServer
{
    Q_OBJECT

public:
    /// Says what happens to the connection just accepted.
    using Greeter = std::function<ConnectFault()>;

    HttpServer(RequestHandler handler, int latencyMs, QObject *parent = nullptr);

    void setTls(const QSslConfiguration &configuration) { m_tls = configuration; }
    void setGreeter(Greeter greeter) { m_greeter = std::move(greeter); }

    /// Closes every connection that is open, so that the next request has to open one.
    void closeConnections();

protected:
    void incomingConnection(qintptr handle) override;

private:
    void accept(QTcpSocket *socket);
    void answerInPlaintext(QTcpSocket *socket);
    void keepSilent(QTcpSocket *socket);

    RequestHandler m_handler;
    int m_latencyMs;
    Greeter m_greeter;
    std::optional<QSslConfiguration> m_tls;
};

} // namespace Simulated
