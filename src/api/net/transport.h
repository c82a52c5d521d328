// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/net/http.h"
#include "core/async/pendingcall.h"

#include <functional>

/// Carries requests to one host: exactly one request on the wire a call, no redirect followed, no cookie
/// kept, no credential of the operating system offered, nothing sent again by itself.
class Transport
{
public:
    using Handler = std::function<void(const HttpAnswer &)>;

    Transport() = default;
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;
    virtual ~Transport() = default;

    virtual PendingCall *send(const HttpRequest &request, QObject *context, Handler handler) = 0;
};
