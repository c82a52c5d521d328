// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace Sha256 {

/// The SHA-256 (FIPS 180-4) of @p data: 64 hex digits in lower case.
QByteArray hex(const QByteArray &data);

} // namespace Sha256
