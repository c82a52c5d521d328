// SPDX-License-Identifier: Apache-2.0
#include "api/qnamtransport.h"

#include "api/qnamcall.h"
#include "core/host.h"

#include <QSslCertificate>

#include <chrono>

using namespace std::chrono_literals;

namespace {

/// Long enough for a stuck manager to come to its end, so that deleting it does not wait for its thread.
constexpr std::chrono::milliseconds retirement = 60s;

/// HTTP/2 in Qt before 6.8 has open vulnerabilities and loses requests on recycled connections.
constexpr bool isHttp2Allowed = QT_VERSION >= QT_VERSION_CHECK(6, 8, 0);

} // namespace

QnamTransport::QnamTransport(QObject *parent)
    : QObject(parent)
{
}

QnamTransport::~QnamTransport() = default;

PendingCall *QnamTransport::send(const HttpRequest &request, QObject *context, Handler handler)
{
    QNetworkAccessManager *manager = managerFor(request.url);
    auto *call = new QnamCall(manager, networkRequest(request), request, context, std::move(handler));
    connect(call, &QnamCall::deadlinePassed, this, [this, manager] { retire(manager); });
    return call;
}

bool QnamTransport::addCaFile(const QString &file)
{
    const QList<QSslCertificate> roots = QSslCertificate::fromPath(file, QSsl::Pem);
    if (roots.isEmpty())
        return false;
    if (!m_hasOwnSslConfiguration)
        m_sslConfiguration = QSslConfiguration::defaultConfiguration();
    m_sslConfiguration.addCaCertificates(roots);
    m_hasOwnSslConfiguration = true;
    return true;
}

void QnamTransport::setProxy(const QNetworkProxy &proxy)
{
    m_proxy = proxy;
    if (m_proxied)
        retire(m_proxied);
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
    if (m_hasOwnSslConfiguration)
        result.setSslConfiguration(m_sslConfiguration);
    return result;
}

QNetworkAccessManager *QnamTransport::managerFor(const QUrl &url)
{
    const bool isDirect = Hosts::isLoopback(url);
    QPointer<QNetworkAccessManager> &manager = isDirect ? m_direct : m_proxied;
    if (!manager)
        manager = createManager(isDirect ? QNetworkProxy(QNetworkProxy::NoProxy) : m_proxy);
    return manager;
}

QNetworkAccessManager *QnamTransport::createManager(const QNetworkProxy &proxy)
{
    auto *manager = new QNetworkAccessManager(this);
    manager->setProxy(proxy);
    return manager;
}

void QnamTransport::retire(QNetworkAccessManager *manager)
{
    if (manager != m_direct && manager != m_proxied)
        return;
    (manager == m_direct ? m_direct : m_proxied).clear();
    QTimer::singleShot(retirement, manager, &QObject::deleteLater);
}
