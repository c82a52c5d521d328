// SPDX-License-Identifier: Apache-2.0
#include "kick/run/listverifier.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {

/// No user waits longer for others: the list goes slowly, and the agent may be looking.
constexpr auto longestWait = 60s;

/// An application of fewer users is asked about singly: one page and its samples would hardly be less.
constexpr qsizetype fewestShared = 100;

} // namespace

/// One proof that waits for a reading.
class ListVerification : public PendingAnswer<Proof>
{
public:
    ListVerification(ListVerifier *verifier, ProofRequest request, QObject *context,
                     Verifier::Progress progress, Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_verifier(verifier)
        , m_request(std::move(request))
        , m_progress(std::move(progress))
    {
        for (const QString &appId : std::as_const(m_request.appIds))
            m_proof.apps.append({.appId = appId});
        m_clock.start();
    }

    ~ListVerification() override
    {
        if (m_isWaiting && m_verifier)
            m_verifier->forget(this);
    }
    Q_DISABLE_COPY_MOVE(ListVerification)

    const ProofRequest &request() const { return m_request; }

    void noteOffline(const QString &appId)
    {
        const auto app = std::ranges::find(m_proof.apps, appId, &AppProof::appId);
        app->after = SessionState::Offline;
        app->isByList = true;
        app->confirmedAfter = std::chrono::milliseconds(m_clock.elapsed());
        if (m_progress)
            m_progress(*app);
    }

    /// Asks singly about what is still open.
    void conclude()
    {
        m_isWaiting = false;
        ProofRequest rest = m_request;
        rest.appIds.clear();
        for (const AppProof &app : std::as_const(m_proof.apps)) {
            if (app.after != SessionState::Offline)
                rest.appIds.append(app.appId);
        }
        if (rest.appIds.isEmpty())
            finish(m_proof);
        else
            m_verifier->verifySingly(rest, this, m_progress, [this](const Proof &proof) { merge(proof); });
    }

private:
    void merge(const Proof &rest)
    {
        for (const AppProof &app : rest.apps)
            *std::ranges::find(m_proof.apps, app.appId, &AppProof::appId) = app;
        m_proof.relogin = rest.relogin;
        m_proof.signInLog = rest.signInLog;
        m_proof.checkError = rest.checkError;
        finish(m_proof);
    }

    QPointer<ListVerifier> m_verifier;
    ProofRequest m_request;
    Verifier::Progress m_progress;
    Proof m_proof;
    QElapsedTimer m_clock;
    bool m_isWaiting = true;
};

ListVerifier::ListVerifier(Client *client, RequestGate *gate, ProofMode mode, QObject *parent)
    : Verifier(client, gate, parent)
    , m_client(client)
    , m_gate(gate)
    , m_isByList(mode == ProofMode::List)
{
    m_longEnough.setSingleShot(true);
    m_longEnough.setInterval(longestWait);
    connect(&m_longEnough, &QTimer::timeout, this, &ListVerifier::flush);
}

PendingCall *ListVerifier::verify(const ProofRequest &request, QObject *context, Progress progress,
                                  Handler handler)
{
    // An unknown result is decided at once: whether to send again depends on it.
    if (!m_isByList || request.until == ProofRequest::Until::Answered)
        return verifySingly(request, context, std::move(progress), std::move(handler));
    auto *call = new ListVerification(this, request, context, std::move(progress), std::move(handler));
    m_waiting.append(call);
    if (!m_longEnough.isActive())
        m_longEnough.start();
    Q_EMIT hasMoreWaiting();
    return call;
}

PendingCall *ListVerifier::verifySingly(const ProofRequest &request, QObject *context, Progress progress,
                                        Handler handler)
{
    return Verifier::verify(request, context, std::move(progress), std::move(handler));
}

void ListVerifier::flush()
{
    if (!m_batch.isEmpty() || m_waiting.isEmpty())
        return;
    m_longEnough.stop();
    m_batch = std::exchange(m_waiting, {});
    m_toSweep = sharedApps();
    sweepMore();
}

QStringList ListVerifier::sharedApps() const
{
    QHash<QString, qsizetype> users;
    for (const auto &call : m_batch) {
        for (const QString &appId : call->request().appIds) {
            if (!m_distrusted.contains(appId))
                ++users[appId];
        }
    }
    users.removeIf([](const auto &app) { return app.value() < fewestShared; });
    return users.keys();
}

void ListVerifier::sweepMore()
{
    if (m_toSweep.isEmpty()) {
        // Each may end at once.
        const Batch batch = std::exchange(m_batch, {});
        for (const auto &call : batch) {
            if (call)
                call->conclude();
        }
        if (!m_waiting.isEmpty())
            m_longEnough.start();
        return;
    }
    const QString appId = m_toSweep.takeFirst();
    ActiveSweepQuery query{.client = m_client, .gate = m_gate, .reads = &m_reads, .appId = appId};
    for (const auto &call : std::as_const(m_batch)) {
        if (call->request().appIds.contains(appId))
            query.userIds.append(call->request().userId);
    }
    ActiveSweeps::sweep(query, this, [this, appId](const ActiveSweepAnswer &answer) { take(appId, answer); });
}

void ListVerifier::take(const QString &appId, const ActiveSweepAnswer &answer)
{
    m_samples += answer.samples;
    if (!answer.isTrusted)
        m_distrusted.insert(appId);
    const Batch batch = m_batch;
    for (const auto &call : batch) {
        if (call && call->request().appIds.contains(appId) && answer.offline.contains(call->request().userId))
            call->noteOffline(appId);
    }
    sweepMore();
}

void ListVerifier::forget(ListVerification *call)
{
    m_waiting.removeOne(call);
    m_batch.removeOne(call);
}
