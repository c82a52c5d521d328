// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/sandboxclient.h"
#include "sandbox/service/sandbox.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <memory>

/// A sandbox for each test, and its first user.
class SessionFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

protected:
    std::unique_ptr<Sandbox> m_sandbox;
    SandboxAddress m_address;
    std::unique_ptr<SandboxClient> m_client;
    QJsonObject m_user;
    QString m_userId;
    QStringList m_apps;
};
