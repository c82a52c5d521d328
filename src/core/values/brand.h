// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QUrl>

/// Under which name the service runs: the API is the same, its headers are called differently
/// (docs/api.md#hosts).
enum class Brand {
    Authing,
    GenAuth,
};

namespace Brands {

/// The brand that @p host is known for; Authing for every host that is not GenAuth's own.
Brand ofHost(const QUrl &host);

/// What the service's own headers begin with: "x-authing-" or "x-genauth-".
QByteArray headerPrefix(Brand brand);

/// The service's own header of that name: "lang" gives "x-authing-lang".
QByteArray header(Brand brand, QByteArrayView name);

/// What a signed Authorization header begins with, the space included: "authing " or "GenAuth ".
QByteArray signatureScheme(Brand brand);

} // namespace Brands
