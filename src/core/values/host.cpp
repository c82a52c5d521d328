// SPDX-License-Identifier: Apache-2.0
#include "core/values/host.h"

#include <QHostAddress>

using namespace Qt::Literals::StringLiterals;

namespace {

Error hostError(ErrorCode code, const QString &text)
{
    return {.kind = ErrorKind::NotSent, .code = code, .detail = ServerText(text)};
}

} // namespace

QUrl Hosts::publicCloud()
{
    return QUrl(u"https://api.authing.cn"_s);
}

bool Hosts::isLoopback(const QUrl &host)
{
    return host.host() == "localhost"_L1 || QHostAddress(host.host()).isLoopback();
}

QString Hosts::displayName(const QUrl &host)
{
    const QString name = host.host(QUrl::FullyEncoded);
    return host.port() < 0 ? name : u"%1:%2"_s.arg(name, QString::number(host.port()));
}

Result<QUrl> Hosts::check(const QString &text)
{
    QString trimmed = text.trimmed();
    if (!trimmed.contains("://"_L1))
        trimmed.prepend("https://"_L1);
    const QUrl url(trimmed, QUrl::StrictMode);
    const bool hasOnlyHost = url.userInfo().isEmpty() && !trimmed.contains(u'@') && !url.hasQuery() &&
                             !url.hasFragment() && (url.path().isEmpty() || url.path() == "/"_L1);
    const bool isHttp = url.scheme() == "http"_L1;
    if (!url.isValid() || url.host().isEmpty() || !hasOnlyHost || (url.scheme() != "https"_L1 && !isHttp))
        return hostError(ErrorCode::InvalidHost, text);
    if (isHttp && !isLoopback(url))
        return hostError(ErrorCode::InsecureHost, displayName(url));

    QUrl host;
    host.setScheme(url.scheme());
    host.setHost(url.host(QUrl::FullyEncoded));
    const int ownPort = isHttp ? 80 : 443;
    if (url.port() >= 0 && url.port() != ownPort)
        host.setPort(url.port());
    return host;
}
