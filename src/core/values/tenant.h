// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

/// The header that a private deployment tells its tenants apart by (docs/api.md#headers).
namespace Tenants {

/// True for 1 to 64 characters of `[A-Za-z0-9_-]` that are not a header of the protocol or of the program
/// itself.
bool isHeaderName(const QByteArray &name);

/// True for 1 to 256 visible ASCII characters, so that a value can neither end its line nor be cut.
bool isValue(const QByteArray &value);

/// True when there is no tenant at all, or both name and value may be sent.
bool isUsable(const QByteArray &name, const QByteArray &value);

} // namespace Tenants
