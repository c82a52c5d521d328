// SPDX-License-Identifier: Apache-2.0
#include "faults/kicktrial.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int applicationsOfThePool = 60;

/// Faults of the pool change what there is to kick.
QStringList lasting(const QStringList &faults)
{
    return faults.contains(u"apps-51"_s) ? QStringList{u"apps-51"_s} : QStringList();
}

bool isOnDisk(const QString &folder, const QByteArray &text)
{
    for (const QFileInfo &entry : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(entry.filePath());
        if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(text))
            return true;
    }
    return false;
}

} // namespace

KickTrial::KickTrial(const FaultCase &which)
    : m_case(which)
    , m_on(std::make_unique<SandboxSession>(
          lasting(which.activeFaults()), which.auth,
          SandboxOptions{.users = 50, .applications = applicationsOfThePool}))
{
    m_target = onlineTarget(*m_on, which.applications);
    m_target.proofLimit = which.proofLimit;
    if (!which.isSeenOnline)
        m_target.target.before.clear();
    if (!which.isResolved)
        m_target.target.userId.clear();
    m_checksBefore = m_on->sandbox->requestCount("check-session-status");
    m_on->sandbox->setFaults(which.activeFaults());
    if (which.activeFaults().contains(u"pool-mismatch"_s)) {
        // With a token of its own: one that is there already still proves the right pool.
        Profile profile = m_on->profile(which.auth);
        profile.poolId = m_on->address.poolId;
        m_on->open(profile, m_on->address.secret);
    }
    m_on->client()->setDeadline(which.deadline);
    m_on->session->kicker()->start(m_target, this, {},
                                   [this](const KickResult &result) { m_result = result; });
}

TrialFindings KickTrial::examine()
{
    TrialFindings findings{.result = m_result.value(), .secret = m_on->address.secret.reveal()};
    findings.redirected = m_on->sandbox->requestCount("redirect-target");
    findings.checks = m_on->sandbox->requestCount("check-session-status") - m_checksBefore;
    for (const SandboxRequest &request : m_on->sandbox->requests()) {
        if (request.endpoint == "kick-users")
            findings.kicks << request;
    }
    m_on->sandbox->setFaults(lasting(m_case.activeFaults()));
    Session clean(m_on->profile(), m_on->address.secret, &m_on->journal);
    findings.isReallyGone =
        std::ranges::all_of(sessionStates(clean.client(), m_target),
                            [](SessionState state) { return state == SessionState::Offline; });
    findings.journal = JournalRows::read(m_on->journal.file());
    findings.hasSecretOnDisk = isOnDisk(m_on->folder.path(), findings.secret);
    m_on.reset();
    return findings;
}
