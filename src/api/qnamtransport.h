// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/transport.h"

#include <QNetworkProxy>
#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>

class QNetworkAccessManager;

/// Transport over QNetworkAccessManager, for everything interactive. The one place that builds a
/// QNetworkRequest, so that its policy holds for every request of the program.
class QnamTransport : public QObject, public Transport
{
    Q_OBJECT

public:
    explicit QnamTransport(QObject *parent = nullptr);
    ~QnamTransport() override;

    PendingCall *send(const HttpRequest &request, QObject *context, Handler handler) override;

    /// Trusts the roots in the PEM @p file besides the system's; false when there is none in it.
    [[nodiscard]] bool addCaFile(const QString &file);

    /// Proxy for hosts that are not loopback; loopback is always reached directly.
    void setProxy(const QNetworkProxy &proxy);

private:
    QNetworkRequest networkRequest(const HttpRequest &request) const;
    QNetworkAccessManager *managerFor(const QUrl &url);
    QNetworkAccessManager *createManager(const QNetworkProxy &proxy);
    /// A deadline may mean that the manager's thread is stuck in a broken answer, and every later request
    /// would wait behind it.
    void retire(QNetworkAccessManager *manager);

    QPointer<QNetworkAccessManager> m_direct;
    QPointer<QNetworkAccessManager> m_proxied;
    QNetworkProxy m_proxy{QNetworkProxy::NoProxy};
    QSslConfiguration m_sslConfiguration;
    bool m_hasOwnSslConfiguration = false;
};
