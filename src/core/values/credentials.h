// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/secret.h"

#include <utility>

/// The secrets that open a connection; they never become part of its profile.
struct Credentials
{
    // Implicit: most connections have the secret of their access key and nothing else.
    Credentials(Secret accessKeySecret, Secret passwordOfTheProxy = {})
        : secret(std::move(accessKeySecret))
        , proxyPassword(std::move(passwordOfTheProxy))
    {
    }

    /// The access key's secret.
    Secret secret;
    /// The password of Proxy::user; empty when the proxy asks for none.
    Secret proxyPassword;
};
