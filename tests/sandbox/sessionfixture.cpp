// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sessionfixture.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

void SessionFixture::init()
{
    m_sandbox = std::make_unique<Sandbox>(SandboxOptions{.users = 500});
    const auto address = m_sandbox->start();
    QVERIFY(address);
    m_address = *address;
    m_client = std::make_unique<SandboxClient>(m_address);
    m_user = m_client->user(0);
    m_userId = m_user.value("userId"_L1).toString();
    m_apps = {m_client->appId(0), m_client->appId(1)};
}
