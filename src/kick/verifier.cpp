// SPDX-License-Identifier: Apache-2.0
#include "kick/verifier.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds firstPause = 1s;
constexpr std::chrono::milliseconds longestPause = 8s;

/// What the last round may take past the limit.
constexpr std::chrono::milliseconds grace = 5s;

/// A key that may not ask now will not be allowed to a second later.
bool isFinal(const Error &error)
{
    return error.kind == ErrorKind::Halted || error.code == ErrorCode::Forbidden ||
           error.code == ErrorCode::PlanRequired;
}

class Verification : public PendingAnswer<Proof>
{
public:
    Verification(Client *client, const ProofRequest &request, QObject *context, Verifier::Progress progress,
                 Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_client(client)
        , m_request(request)
        , m_progress(std::move(progress))
    {
        for (const QString &appId : request.appIds)
            m_proof.apps.append({.appId = appId});
        m_clock.start();
        QTimer::singleShot(request.limit + grace, this, &Verification::lookForRelogin);
        // Nothing may be called back before the starting function has returned.
        QTimer::singleShot(0, this, &Verification::startRound);
    }

private:
    void startRound()
    {
        if (m_isOver)
            return;
        for (qsizetype at = 0; at < m_proof.apps.size(); ++at) {
            if (!m_settled.contains(at))
                m_waiting.append(at);
        }
        checkMore();
    }

    void checkMore()
    {
        while (!m_waiting.isEmpty() && m_inFlight < Verifier::maximumInFlight) {
            const qsizetype at = m_waiting.takeFirst();
            ++m_inFlight;
            m_client->checkSessionStatus(m_proof.apps.at(at).appId, m_request.userId, this,
                                         [this, at](const Result<SessionState> &state) { take(at, state); });
        }
        if (m_inFlight == 0)
            endRound();
    }

    void take(qsizetype at, const Result<SessionState> &state)
    {
        --m_inFlight;
        if (m_isOver)
            return;
        AppProof &proof = m_proof.apps[at];
        if (state)
            proof.after = *state;
        else
            m_proof.checkError = state.error();
        if (proof.after == SessionState::Offline && !proof.confirmedAfter)
            proof.confirmedAfter = std::chrono::milliseconds(m_clock.elapsed());
        if (isSettled(state))
            m_settled.insert(at);
        const QPointer<Verification> self(this);
        if (m_progress)
            m_progress(proof);
        if (self)
            checkMore();
    }

    bool isSettled(const Result<SessionState> &state) const
    {
        if (!state)
            return isFinal(state.error());
        return m_request.until == ProofRequest::Until::Answered || *state == SessionState::Offline;
    }

    void endRound()
    {
        const std::chrono::milliseconds left = m_request.limit - std::chrono::milliseconds(m_clock.elapsed());
        if (m_settled.size() == m_proof.apps.size() || left <= 0ms) {
            lookForRelogin();
            return;
        }
        // The last question is asked when the time is over, not before.
        QTimer::singleShot(std::min(m_pause, left), this, &Verification::startRound);
        m_pause = std::min(m_pause * 2, longestPause);
    }

    void lookForRelogin()
    {
        if (std::exchange(m_isOver, true))
            return;
        const LoginHistoryQuery query{.userId = m_request.userId, .start = m_request.kickedAt};
        m_client->getUserLoginHistory(query, this, [this](const Result<Page<LoginRecord>> &page) {
            m_proof.areSignInsKnown = page.hasValue();
            if (page)
                noteRelogin(page->list);
            finish(m_proof);
        });
    }

    void noteRelogin(const QList<LoginRecord> &records)
    {
        for (const LoginRecord &record : records) {
            const bool isLater = record.time.isValid() && record.time >= m_request.kickedAt;
            if (isLater && (!m_proof.relogin || record.time < m_proof.relogin->time))
                m_proof.relogin = record;
        }
    }

    Client *m_client;
    ProofRequest m_request;
    Verifier::Progress m_progress;
    Proof m_proof;
    QElapsedTimer m_clock;
    QSet<qsizetype> m_settled;
    QList<qsizetype> m_waiting;
    int m_inFlight = 0;
    std::chrono::milliseconds m_pause = firstPause;
    bool m_isOver = false;
};

} // namespace

Verifier::Verifier(Client *client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

PendingCall *Verifier::verify(const ProofRequest &request, QObject *context, Progress progress,
                              Handler handler)
{
    return new Verification(m_client, request, context, std::move(progress), std::move(handler));
}
