// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/sandboxclient.h"
#include "sandbox/service/sandbox.h"

#include <QObject>
#include <QString>

#include <memory>

/// One sandbox whose faults change from test to test, and somebody new who is online in its first
/// application.
class FaultFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

protected:
    /// The kick of the user as it goes over the wire.
    QByteArray kickRequest();
    bool isActive() { return m_client->isActive(m_userId, m_appId); }

    std::unique_ptr<Sandbox> m_sandbox;
    SandboxAddress m_address;
    std::unique_ptr<SandboxClient> m_client;
    QString m_userId;
    QString m_appId;
    int m_nextUser = 0;
};
