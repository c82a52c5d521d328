// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkProxyFactory>
#include <QString>

/// The operating system's proxies, without what the system would sign in to them with: only @p user and
/// @p password of the profile are ever offered.
class SystemProxies : public QNetworkProxyFactory
{
public:
    SystemProxies(QString user, QString password);

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    QString m_user;
    QString m_password;
};
