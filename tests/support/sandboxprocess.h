// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/plan/listplan.h"
#include "core/values/profile.h"
#include "core/values/secret.h"

#include <QJsonObject>
#include <QProcess>
#include <QStringList>

class Journal;

/// `kickdesk-cli sandbox` as a process of its own: what the server takes of memory and processor is not the
/// list's.
class SandboxProcess
{
public:
    /// @p arguments as the command takes them.
    explicit SandboxProcess(const QStringList &arguments);
    ~SandboxProcess();
    Q_DISABLE_COPY_MOVE(SandboxProcess)

    Profile profile() const;
    Secret secret() const;

    /// The first @p users of the pool, each with its first application.
    ListPlan plan(Journal *journal, int users) const;

private:
    QProcess m_process;
    QJsonObject m_address;
};
