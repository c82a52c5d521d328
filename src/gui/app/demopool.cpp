// SPDX-License-Identifier: Apache-2.0
#include "gui/app/demopool.h"

#include "store/files/datafolder.h"

#include <utility>

DemoPool::DemoPool(SandboxOptions options)
    : m_options(std::move(options))
{
}

DemoPool::~DemoPool() = default;

Result<Profile> DemoPool::open()
{
    if (!m_sandbox) {
        // A list that was cut off is resumed on its own server only.
        m_options.usualPort = Sandbox::usualPort(m_options, DataFolder::path());
        auto sandbox = std::make_unique<Sandbox>(m_options);
        const Result<SandboxAddress> address = sandbox->start();
        if (!address)
            return address.error();
        m_address = *address;
        m_sandbox = std::move(sandbox);
    }
    Profile profile{.host = m_address.host,
                    .keyId = m_address.keyId,
                    .auth = AuthScheme::Token,
                    .poolId = m_address.poolId,
                    .environment = Environment::Sandbox,
                    .caFile = m_address.caFile};
    constexpr int protectedPlace = 6;
    const QString protectedId = Sandbox::userId(m_options, protectedPlace);
    if (!protectedId.isEmpty())
        profile.protectedUsers.append({.userId = protectedId, .identifiers = {}});
    return profile;
}
