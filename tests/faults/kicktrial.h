// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "faults/faultcase.h"
#include "support/journalrows.h"
#include "support/kicktarget.h"

#include <memory>
#include <optional>

/// What one kick under faults left behind.
struct TrialFindings
{
    KickResult result;
    JournalRows journal;
    /// The kick-users requests as they were received.
    QList<SandboxRequest> kicks;
    qint64 redirected = 0;
    /// check-session-status, from the start of the kick.
    qint64 checks = 0;
    /// After the kick, asked over a connection without faults.
    bool isReallyGone = false;
    /// Some byte of the journal's files is the secret.
    bool hasSecretOnDisk = false;
    QByteArray secret;
};

/// One kick of a FaultCase on a sandbox of its own, started and then left alone, so that many can wait at the
/// same time.
class KickTrial : public QObject
{
    Q_OBJECT

public:
    explicit KickTrial(const FaultCase &which);

    const FaultCase &which() const { return m_case; }
    bool isOver() const { return m_result.has_value(); }

    /// Once it is over: looks at everything, and gives the sandbox back.
    TrialFindings examine();

private:
    FaultCase m_case;
    std::unique_ptr<SandboxSession> m_on;
    KickPlan m_target;
    qint64 m_checksBefore = 0;
    std::optional<KickResult> m_result;
};
