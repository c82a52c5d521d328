// SPDX-License-Identifier: Apache-2.0
#include "store/connections/connectionway.h"

#include "core/values/servertext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

QString proxyText(const Proxy &proxy)
{
    switch (proxy.mode) {
    case ProxyMode::None:
        return QCoreApplication::translate("ConnectionWay", "none");
    case ProxyMode::System:
        return QCoreApplication::translate("ConnectionWay", "the system's");
    case ProxyMode::Manual:
        return ServerText(u"%1:%2"_s.arg(proxy.host, QString::number(proxy.port))).plain();
    }
    return {};
}

} // namespace

QString connectionWayText(const Profile &profile)
{
    const QString root = profile.caFile.isEmpty()
                             ? QCoreApplication::translate("ConnectionWay", "only the system's")
                             : ServerText(profile.caFile).plain();
    return QCoreApplication::translate("ConnectionWay", "Server: %1. Proxy: %2. Root certificate: %3.")
        .arg(ServerText(profile.host.toString()).plain(), proxyText(profile.proxy), root);
}
