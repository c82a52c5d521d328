// SPDX-License-Identifier: Apache-2.0
#include "core/values/profile.h"

#include "core/values/host.h"

Brand Profile::brand() const
{
    switch (apiNames) {
    case ApiNames::ByHost:
        return Brands::ofHost(host);
    case ApiNames::Authing:
        return Brand::Authing;
    case ApiNames::GenAuth:
        return Brand::GenAuth;
    }
    return Brand::Authing;
}

bool Profile::isAt(const QString &recordedHost) const
{
    if (environment == Environment::Sandbox)
        return Hosts::isLoopback(QUrl(recordedHost));
    return recordedHost == host.toString();
}
