// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/net/qnamcall.h"
#include "core/values/profile.h"
#include "core/values/secret.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>

#include <memory>
#include <optional>

/// Transport over QNetworkAccessManager, for everything interactive. The one place that builds a
/// QNetworkRequest, so that its policy holds for every request of the program. QNetworkAccessManager drops
/// bytes that follow an answer without a word, or takes them for the next one; so a kick, and what proves it,
/// has a connection that has carried nothing before and carries nothing afterwards.
class QnamTransport : public QObject, public Transport
{
    Q_OBJECT

public:
    /// To one host, as QNetworkAccessManager has it; a request that finds none waits.
    static constexpr int maximumConnections = 6;

    explicit QnamTransport(QObject *parent = nullptr);
    ~QnamTransport() override;

    PendingCall *send(const HttpRequest &request, QObject *context, Handler handler) override;

    /// Trusts @p roots besides the system's.
    void trust(const QList<QSslCertificate> &roots);

    /// Proxy for hosts that are not loopback; loopback is always reached directly. What it asks for is
    /// answered with @p proxy's user and @p password, never with the operating system's identity.
    void setProxy(const Proxy &proxy, const Secret &password);

    /// The proxy on the way to @p url; NoProxy when it is reached directly.
    QNetworkProxy proxyFor(const QUrl &url) const;

    /// What a connection of this transport trusts.
    QSslConfiguration sslConfiguration() const;

private:
    QNetworkRequest networkRequest(const HttpRequest &request) const;
    QNetworkAccessManager *managerFor(const QUrl &url);
    QNetworkAccessManager *createManager(bool isDirect);
    /// A manager, and so a connection, for one request; it goes when that has ended.
    QNetworkAccessManager *createForOne(const QUrl &url);
    /// A deadline may mean that the manager's thread is stuck in a broken answer, and every later request
    /// would wait behind it.
    void retire(QNetworkAccessManager *manager);

    QPointer<QNetworkAccessManager> m_direct;
    QPointer<QNetworkAccessManager> m_proxied;
    ProxyMode m_proxyMode = ProxyMode::None;
    /// Manual only.
    QNetworkProxy m_proxy{QNetworkProxy::NoProxy};
    QString m_proxyUser;
    Secret m_proxyPassword;
    std::shared_ptr<CertificateRefusals> m_refused;
    /// Only where something is trusted besides the default: making one loads TLS, and the window is painted
    /// first.
    std::optional<QSslConfiguration> m_sslConfiguration;
};
