// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/run/activesweep.h"
#include "kick/single/verifier.h"

#include <QPointer>
#include <QTimer>

class ListVerification;

/// The Verifier of a list. By list: where many of its users share an application it waits for more of them,
/// reads once who is online there, and asks singly only about those whom that leaves open. Else it asks about
/// every application of every user.
class ListVerifier : public Verifier
{
    Q_OBJECT

public:
    /// Users that wait for one reading, at most: each keeps its kick in memory, some 4 KB. The
    /// runner starts no more then, because a list that is read while it changes has to be read again.
    static constexpr qsizetype mostWaiting = 4000;

    /// As Verifier; @p mode is Each or List.
    ListVerifier(Client *client, RequestGate *gate, ProofMode mode, QObject *parent = nullptr);

    PendingCall *verify(const ProofRequest &request, QObject *context, Progress progress,
                        Handler handler) override;

    /// Those who wait for the next reading or for one under way.
    qsizetype waiting() const { return m_waiting.size() + m_batch.size(); }

    /// Users who were missing in a list and were asked about singly all the same.
    qint64 samples() const { return m_samples; }

    /// Waits for no further user. Called when no user is on the way any more; else it comes by itself after a
    /// while.
    void flush();

Q_SIGNALS:
    void hasMoreWaiting();

private:
    friend class ListVerification;
    using Batch = QList<QPointer<ListVerification>>;

    PendingCall *verifySingly(const ProofRequest &request, QObject *context, Progress progress,
                              Handler handler);
    /// The applications that enough users of the batch share.
    QStringList sharedApps() const;
    void sweepMore();
    void take(const QString &appId, const ActiveSweepAnswer &answer);
    void forget(ListVerification *call);

    Client *m_client;
    RequestGate *m_gate;
    ReadGate m_reads;
    bool m_isByList;
    qint64 m_samples = 0;
    QTimer m_longEnough;
    Batch m_waiting;
    Batch m_batch;
    /// Applications of this batch that are still to be read.
    QStringList m_toSweep;
    /// Those whose list is not to be trusted.
    QSet<QString> m_distrusted;
};
