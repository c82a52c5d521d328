// SPDX-License-Identifier: Apache-2.0
#include "core/values/brand.h"

using namespace Qt::Literals::StringLiterals;

Brand Brands::ofHost(const QUrl &host)
{
    return host.host().compare("api.genauth.ai"_L1, Qt::CaseInsensitive) == 0 ? Brand::GenAuth
                                                                              : Brand::Authing;
}

QByteArray Brands::headerPrefix(Brand brand)
{
    switch (brand) {
    case Brand::Authing:
        return "x-authing-";
    case Brand::GenAuth:
        return "x-genauth-";
    }
    return {};
}

QByteArray Brands::header(Brand brand, QByteArrayView name)
{
    return headerPrefix(brand).append(name);
}

QByteArray Brands::signatureScheme(Brand brand)
{
    switch (brand) {
    case Brand::Authing:
        return "authing ";
    case Brand::GenAuth:
        return "GenAuth ";
    }
    return {};
}
