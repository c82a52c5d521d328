// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/service/call.h"

#include <QByteArrayView>

#include <span>

namespace Simulated {

/// One row of the server's table of endpoints.
struct EndpointRow
{
    /// The last part of the path.
    QByteArrayView name;
    QByteArrayView method;
    Endpoint handler;
    bool needsCredentials = true;
};

namespace EndpointTable {

std::span<const EndpointRow> rows();

/// The endpoint of that name, or null.
const EndpointRow *find(QByteArrayView name);

} // namespace EndpointTable

} // namespace Simulated
