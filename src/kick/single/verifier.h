// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/client.h"
#include "core/values/proof.h"
#include "kick/pace/requestgate.h"

#include <QObject>

#include <chrono>
#include <functional>

/// What is to be proved.
struct ProofRequest
{
    enum class Until {
        /// Every application has said inactive.
        Offline,
        /// Every application has said something.
        Answered,
    };

    /// The Authing user ID: check-session-status knows no other.
    QString userId;
    QStringList appIds;
    /// When the kick was sent, by the server's clock; sign-ins since then are looked for.
    QDateTime kickedAt;
    /// How long to go on asking.
    std::chrono::seconds limit{20};
    Until until = Until::Offline;
};

/// Asks check-session-status about every application, at once and then after about 1, 2, 4, 8 seconds, until
/// each is settled or the time is over; then looks for a sign-in since the kick. A refused or failed check is
/// asked again and never counts as offline. Time in which the server wants to be left alone does not count.
class Verifier : public QObject
{
    Q_OBJECT

public:
    static constexpr int maximumInFlight = 4;

    using Progress = std::function<void(const AppProof &)>;
    using Handler = std::function<void(const Proof &)>;

    /// @p client and @p gate must outlive the verifier; without a gate every question is asked at once.
    explicit Verifier(Client *client, RequestGate *gate = nullptr, QObject *parent = nullptr);

    /// @p progress is called with every answer.
    virtual PendingCall *verify(const ProofRequest &request, QObject *context, Progress progress,
                                Handler handler);

private:
    Client *m_client;
    RequestGate *m_gate;
};
