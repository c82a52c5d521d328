// SPDX-License-Identifier: Apache-2.0
#include "api/net/qnamtransport.h"

#include "api/net/systemproxies.h"
#include "core/values/host.h"

#include <QSslCertificate>

#include <chrono>

using namespace std::chrono_literals;

namespace {

/// Long enough for a stuck manager to come to its end, so that deleting it does not wait for its thread.
constexpr std::chrono::milliseconds retirement = 60s;

/// HTTP/2 in Qt before 6.8 has open vulnerabilities and loses requests on recycled connections.
constexpr bool isHttp2Allowed = QT_VERSION >= QT_VERSION_CHECK(6, 8, 0);

quint16 portOf(const QUrl &url)
{
    return static_cast<quint16>(url.port(url.scheme() == QLatin1StringView("http") ? 80 : 443));
}

} // namespace

QnamTransport::QnamTransport(QObject *parent)
    : QObject(parent)
    , m_refused(std::make_shared<CertificateRefusals>())
{
}

QnamTransport::~QnamTransport() = default;

PendingCall *QnamTransport::send(const HttpRequest &request, QObject *context, Handler handler)
{
    QNetworkAccessManager *manager =
        request.hasOwnConnection ? createForOne(request.url) : managerFor(request.url);
    auto *call = new QnamCall(manager, networkRequest(request), request, proxyFor(request.url), m_refused,
                              context, std::move(handler));
    connect(call, &QnamCall::deadlinePassed, this, [this, manager] { retire(manager); });
    return call;
}

void QnamTransport::trust(const QList<QSslCertificate> &roots)
{
    m_sslConfiguration = sslConfiguration();
    m_sslConfiguration->addCaCertificates(roots);
}

void QnamTransport::setProxy(const Proxy &proxy, const Secret &password)
{
    m_proxyMode = proxy.mode;
    m_proxyUser = proxy.user;
    m_proxyPassword = password;
    m_proxy = proxy.mode == ProxyMode::Manual
                  ? QNetworkProxy(QNetworkProxy::HttpProxy, proxy.host, proxy.port, proxy.user,
                                  QString::fromUtf8(password.reveal()))
                  : QNetworkProxy(QNetworkProxy::NoProxy);
    if (m_proxied)
        retire(m_proxied);
}

QNetworkProxy QnamTransport::proxyFor(const QUrl &url) const
{
    if (Hosts::isLoopback(url) || m_proxyMode == ProxyMode::None)
        return {QNetworkProxy::NoProxy};
    if (m_proxyMode == ProxyMode::Manual)
        return m_proxy;
    SystemProxies system(m_proxyUser, QString::fromUtf8(m_proxyPassword.reveal()));
    const QList<QNetworkProxy> proxies =
        system.queryProxy(QNetworkProxyQuery(url.host(), portOf(url), url.scheme()));
    return proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.first();
}

QSslConfiguration QnamTransport::sslConfiguration() const
{
    return m_sslConfiguration ? *m_sslConfiguration : QSslConfiguration::defaultConfiguration();
}

QNetworkRequest QnamTransport::networkRequest(const HttpRequest &request) const
{
    QNetworkRequest result(request.url);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, isHttp2Allowed);
    // What is longer is dropped anyway; by itself Qt unpacks 10 MB in one go before it grows suspicious.
    result.setDecompressedSafetyCheckThreshold(request.maximumAnswerSize);
    result.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Kickdesk/" KICKDESK_VERSION));
    if (request.method == "POST") {
        result.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        result.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        result.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
    }
    for (const NameValue &header : request.headers)
        result.setRawHeader(header.name, header.value);
    // Reading the default configuration loads the system's roots, which takes too long to do it before it is
    // needed.
    if (m_sslConfiguration)
        result.setSslConfiguration(*m_sslConfiguration);
    return result;
}

QNetworkAccessManager *QnamTransport::managerFor(const QUrl &url)
{
    const bool isDirect = Hosts::isLoopback(url);
    QPointer<QNetworkAccessManager> &manager = isDirect ? m_direct : m_proxied;
    if (!manager)
        manager = createManager(isDirect);
    return manager;
}

QNetworkAccessManager *QnamTransport::createForOne(const QUrl &url)
{
    QNetworkAccessManager *manager = createManager(Hosts::isLoopback(url));
    connect(manager, &QNetworkAccessManager::finished, manager, [manager](const QNetworkReply *reply) {
        const bool mayBeStuck = reply->error() == QNetworkReply::OperationCanceledError;
        QTimer::singleShot(mayBeStuck ? retirement : 0ms, manager, &QObject::deleteLater);
    });
    return manager;
}

QNetworkAccessManager *QnamTransport::createManager(bool isDirect)
{
    auto *manager = new QNetworkAccessManager(this);
    // The manager takes over the factory.
    if (!isDirect && m_proxyMode == ProxyMode::System)
        manager->setProxyFactory(new SystemProxies(m_proxyUser, QString::fromUtf8(m_proxyPassword.reveal())));
    else
        manager->setProxy(isDirect ? QNetworkProxy(QNetworkProxy::NoProxy) : m_proxy);
    return manager;
}

void QnamTransport::retire(QNetworkAccessManager *manager)
{
    if (manager != m_direct && manager != m_proxied)
        return;
    (manager == m_direct ? m_direct : m_proxied).clear();
    QTimer::singleShot(retirement, manager, &QObject::deleteLater);
}
