// SPDX-License-Identifier: Apache-2.0
#include "kick/single/verifier.h"

#include "kick/pool/signins.h"

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

/// A key that has no permission now will have none a second later.
bool isFinal(const Error &error)
{
    return error.kind == ErrorKind::Halted || isNotPermitted(error);
}

class Verification : public PendingAnswer<Proof>
{
public:
    Verification(Client *client, RequestGate *gate, const ProofRequest &request, QObject *context,
                 Verifier::Progress progress, Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_client(client)
        , m_gate(gate)
        , m_shutBefore(shutTime())
        , m_request(request)
        , m_progress(std::move(progress))
    {
        for (const QString &appId : request.appIds)
            m_proof.apps.append({.appId = appId});
        m_clock.start();
        m_end.setSingleShot(true);
        connect(&m_end, &QTimer::timeout, this, &Verification::endLate);
        m_end.start(request.limit + grace);
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
            pass([this, at](const RequestGate::Pass &pass) { check(at, pass); });
        }
        if (m_inFlight == 0)
            endRound();
    }

    /// Calls @p ask when a request may leave; at once where there is no gate.
    void pass(const RequestGate::Handler &ask)
    {
        if (m_gate != nullptr)
            m_gate->enter(RequestGate::Purpose::Check, this, ask);
        else
            ask({});
    }

    void check(qsizetype at, const RequestGate::Pass &pass)
    {
        if (m_isOver)
            return;
        m_client->checkSessionStatus(
            m_proof.apps.at(at).appId, m_request.userId, this,
            [this, at, pass](const Result<SessionState> &state) {
                settle(pass, state);
                take(at, state);
            },
            asProof(pass));
    }

    static CallOptions asProof(const RequestGate::Pass &pass)
    {
        if (!pass)
            return {.isProof = true};
        return {.isProof = true, .received = [pass] { pass->giveBack(); }};
    }

    template <typename T>
    static void settle(const RequestGate::Pass &pass, const Result<T> &result)
    {
        if (pass)
            pass->settle(result ? std::nullopt : std::optional(result.error()));
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
        const std::chrono::milliseconds left = m_request.limit - elapsed();
        if (m_settled.size() == m_proof.apps.size() || left <= 0ms) {
            lookForRelogin();
            return;
        }
        // The last question is asked when the time is over, not before.
        QTimer::singleShot(std::min(m_pause, left), this, &Verification::startRound);
        m_pause = std::min(m_pause * 2, longestPause);
    }

    std::chrono::milliseconds shutTime() const
    {
        return m_gate != nullptr ? m_gate->shutTime() : std::chrono::milliseconds(0);
    }

    /// Without the time in which nothing could be asked.
    std::chrono::milliseconds elapsed() const
    {
        return std::chrono::milliseconds(m_clock.elapsed()) - (shutTime() - m_shutBefore);
    }

    void endLate()
    {
        const std::chrono::milliseconds left = m_request.limit + grace - elapsed();
        if (left > 0ms)
            m_end.start(left);
        else
            lookForRelogin();
    }

    void lookForRelogin()
    {
        if (std::exchange(m_isOver, true))
            return;
        SignInLists::ask({.client = m_client,
                          .userId = m_request.userId,
                          .since = m_request.kickedAt,
                          .gate = m_gate,
                          .isProof = true},
                         this, [this](const SignIns &signIns) {
                             m_proof.signInLog = signIns.areKnown ? SignInLog::Known : SignInLog::Unknown;
                             m_proof.relogin = signIns.firstSince(m_request.kickedAt);
                             finish(m_proof);
                         });
    }

    Client *m_client;
    RequestGate *m_gate;
    std::chrono::milliseconds m_shutBefore;
    QTimer m_end;
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

Verifier::Verifier(Client *client, RequestGate *gate, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_gate(gate)
{
}

PendingCall *Verifier::verify(const ProofRequest &request, QObject *context, Progress progress,
                              Handler handler)
{
    return new Verification(m_client, m_gate, request, context, std::move(progress), std::move(handler));
}
