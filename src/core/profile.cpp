// SPDX-License-Identifier: Apache-2.0
#include "core/profile.h"

#include "core/host.h"

bool Profile::isAt(const QString &recordedHost) const
{
    if (environment == Environment::Sandbox)
        return Hosts::isLoopback(QUrl(recordedHost));
    return recordedHost == host.toString();
}
