// SPDX-License-Identifier: Apache-2.0
#include "api/net/systemproxies.h"

#include <utility>

SystemProxies::SystemProxies(QString user, QString password)
    : m_user(std::move(user))
    , m_password(std::move(password))
{
}

QList<QNetworkProxy> SystemProxies::queryProxy(const QNetworkProxyQuery &query)
{
    QList<QNetworkProxy> proxies = systemProxyForQuery(query);
    for (QNetworkProxy &proxy : proxies) {
        proxy.setUser(m_user);
        proxy.setPassword(m_password);
    }
    return proxies;
}
