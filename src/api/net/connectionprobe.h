// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/async/pendingcall.h"
#include "core/values/certificatefacts.h"
#include "core/values/result.h"

#include <QNetworkProxy>
#include <QObject>
#include <QSslConfiguration>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QSslSocket;

/// What the start of TLS told, also where it failed.
struct TlsFinding
{
    std::optional<Error> error;
    /// "TLSv1.3" and the like; empty where none was agreed on.
    QString protocol;
    QString cipher;
    CertificateFacts certificate;
};

/// Goes the way to a host step by step, without sending a request: the name, the connection, the encryption.
class ConnectionProbe : public QObject
{
    Q_OBJECT

public:
    ConnectionProbe(QUrl host, const QNetworkProxy &proxy, const QSslConfiguration &tls,
                    QObject *parent = nullptr);
    ~ConnectionProbe() override;

    /// True when a proxy is on the way.
    bool isProxied() const { return m_proxy.type() != QNetworkProxy::NoProxy; }

    /// "host:port" of the proxy; empty without one.
    QString proxyName() const;

    /// The addresses of the host's name.
    PendingCall *lookUp(QObject *context, ResultHandler<QStringList> handler);

    /// Connects, through the proxy where there is one; answers how long that took.
    PendingCall *connectToHost(QObject *context, ResultHandler<std::chrono::milliseconds> handler);

    /// Starts TLS on the connection that connectToHost() made.
    PendingCall *startTls(QObject *context, std::function<void(const TlsFinding &)> handler);

    /// Ends the connection.
    void close();

private:
    Error errorOf(int socketError) const;
    static Error error(ErrorCode code, const QString &detail);

    QUrl m_host;
    QNetworkProxy m_proxy;
    QSslConfiguration m_tls;
    std::unique_ptr<QSslSocket> m_socket;
};
