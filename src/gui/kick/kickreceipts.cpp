// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/kickreceipts.h"

#include "gui/kick/resultpanel.h"
#include "gui/kick/returnnotice.h"
#include "gui/user/userpanel.h"
#include "kick/session.h"
#include "models/user/applicationmodel.h"

KickReceipts::KickReceipts(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    parts.panel->hide();
    connect(parts.notice, &ReturnNotice::returned, this, &KickReceipts::takeReturn);
    connect(parts.user->applications(), &ApplicationModel::checked, this, &KickReceipts::takeCheck);
    connect(parts.panel, &ResultPanel::checkRequested, this, &KickReceipts::checkAgain);
    connect(parts.panel, &ResultPanel::factChanged, this, [this](const Receipt &receipt) {
        const auto fact = Receipts::fact(receipt);
        // A kick without a record is not counted either.
        if (fact && receipt.result->journalId != 0)
            Q_EMIT factChanged(receipt.result->journalId, receipt.time, *fact);
    });
}

void KickReceipts::setOpen(const QString &key, bool isLookedUp)
{
    m_openKey = key;
    m_isLookedUp = isLookedUp;
    m_parts.panel->showFor(key);
    m_parts.notice->setOpen(key);
}

void KickReceipts::hide()
{
    m_parts.panel->showFor({});
}

void KickReceipts::begin(const KickPlan &plan)
{
    m_parts.panel->showSending(plan, m_session->authenticator()->serverNow());
}

void KickReceipts::advance(const KickProgress &progress)
{
    m_parts.panel->showProgress(progress);
    if (progress.app && isKickedOpen() && m_isLookedUp)
        m_parts.user->takeProof(*progress.app);
}

void KickReceipts::finish(const KickResult &result)
{
    m_parts.panel->showResult(result);
    const Receipt &receipt = m_parts.panel->newest();
    if (!receipt.result)
        return;
    m_parts.panel->setWatch(m_parts.notice->watch(receipt));
    if (!isKickedOpen())
        m_parts.notice->tell(receipt);
    else if (m_isLookedUp)
        m_parts.user->renewChecks(receipt.plan.target.appIds);
}

void KickReceipts::takeReturn(const QString &key, const UserReturn &back)
{
    m_parts.panel->noteReturn(key, back);
    // The table is to say what the notice says.
    if (key == m_openKey && m_isLookedUp)
        Q_EMIT refreshRequested();
    Q_EMIT userReturned();
}

void KickReceipts::takeCheck(const QString &appId)
{
    if (m_isLookedUp)
        m_parts.panel->noteCheck(m_openKey, appId, m_parts.user->applications()->state(appId));
}

/// Asks about the sessions and sends nothing.
void KickReceipts::checkAgain()
{
    if (m_isLookedUp) {
        Q_EMIT refreshRequested();
        return;
    }
    const Receipt &receipt = m_parts.panel->receipt();
    const ProofRequest request{.userId = receipt.plan.target.identifier,
                               .appIds = receipt.plan.target.appIds,
                               .kickedAt = receipt.sentAt,
                               .limit = std::chrono::seconds(0),
                               .until = ProofRequest::Until::Answered};
    const auto take = [this, key = m_openKey](const Proof &proof) { m_parts.panel->noteProof(key, proof); };
    m_session->verifier()->verify(request, this, {}, take);
}

/// The agent may have gone on to another user while the proof was looked for.
bool KickReceipts::isKickedOpen() const
{
    return m_openKey == Receipts::key(m_parts.panel->newest().plan);
}
