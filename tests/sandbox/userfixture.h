// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sandbox/sandboxclient.h"
#include "sandbox/service/sandbox.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>

#include <memory>

/// A sandbox of 2,000 users and the first page of them.
class UserFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

protected:
    SandboxReply list(const QJsonObject &body) { return m_client->post(QStringLiteral("list-users"), body); }

    std::unique_ptr<Sandbox> m_sandbox;
    SandboxAddress m_address;
    std::unique_ptr<SandboxClient> m_client;
    QJsonArray m_first;
};
