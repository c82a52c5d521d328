// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/profile.h"
#include "core/values/secret.h"
#include "sandbox/service/sandbox.h"

#include <memory>

/// The built-in sandbox as a connection; it starts when it is opened for the first time.
class DemoPool
{
public:
    explicit DemoPool(SandboxOptions options);
    ~DemoPool();

    /// The connection to it, with one protected user, whom a kick must not hit by accident.
    Result<Profile> open();
    /// The secret of its key; empty before open().
    const Secret &secret() const { return m_address.secret; }

private:
    SandboxOptions m_options;
    std::unique_ptr<Sandbox> m_sandbox;
    SandboxAddress m_address;
};
