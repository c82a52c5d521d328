// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/profile.h"
#include "core/secret.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

/// `kickdesk-cli sandbox` as a process of its own: what the server keeps in memory is not the client's. The
/// program of the test is compiled with KICKDESK_CLI.
class SandboxProcess
{
public:
    explicit SandboxProcess(const QStringList &options)
    {
        constexpr int longestStartMs = 600'000;
        m_process.start(QStringLiteral(KICKDESK_CLI),
                        QStringList{QStringLiteral("--json"), QStringLiteral("sandbox")} + options);
        if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }, longestStartMs))
            qFatal("The sandbox did not start");
        m_address = QJsonDocument::fromJson(m_process.readLine()).object();
    }
    ~SandboxProcess()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(SandboxProcess)

    Profile profile() const
    {
        return {.name = QStringLiteral("sandbox"),
                .host = QUrl(member("host")),
                .keyId = member("keyId"),
                .environment = Environment::Sandbox};
    }
    Secret secret() const { return Secret(member("secret").toUtf8()); }

private:
    QString member(const char *name) const { return m_address.value(QLatin1StringView(name)).toString(); }

    QProcess m_process;
    QJsonObject m_address;
};
