// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/net/qnamtransport.h"

#include <QList>
#include <QObject>

class Lane;
class LaneCall;

/// Transport over connections that are kept open, for lists: many requests at a time, at a fraction of what
/// QNetworkAccessManager takes for each. What there is a policy for (whom to trust, which proxy) is as the
/// QnamTransport beside it has it.
class LaneTransport : public QObject, public Transport
{
    Q_OBJECT

public:
    /// Requests on the wire that it is made for.
    static constexpr int maximumInFlight = 64;

    /// Connections at the same time; a request that finds none waits. While some carry a request, others
    /// stay silent after their last answer until it is known to be the only one.
    static constexpr int maximumLanes = 160;

    /// Connections that are being made at the same time. A TLS handshake costs both ends time: of many at
    /// once each takes as long as all of them together, and they run into the time limit.
    static constexpr int maximumConnecting = 8;

    /// @p network must outlive the transport.
    explicit LaneTransport(const QnamTransport *network, QObject *parent = nullptr);
    ~LaneTransport() override;

    PendingCall *send(const HttpRequest &request, QObject *context, Handler handler) override;

private:
    friend class LaneCall;

    /// Gives waiting calls the lanes that are free.
    void assign();
    Lane *freeLane(const QUrl &origin);
    void drop(Lane *lane);

    const QnamTransport *m_network;
    QList<Lane *> m_lanes;
    QList<LaneCall *> m_waiting;
};
