// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/net/qnamtransport.h"

#include <QHash>
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

    /// Makes the connections to the server of @p url that up to @p requests at a time need, while there is
    /// nothing to send yet. Stops at the first that fails; what is sent later tells why.
    void prepare(const QUrl &url, int requests);

private:
    friend class LaneCall;

    /// Gives waiting calls the lanes that are free.
    void assign();
    void prepareMore();
    Lane *freeLane(const QUrl &origin);
    bool mayConnect() const;
    Lane *connecting(const QUrl &origin);
    QSslConfiguration trustFor(const QUrl &origin) const;
    void drop(Lane *lane);

    const QnamTransport *m_network;
    QList<Lane *> m_lanes;
    QUrl m_preparedOrigin;
    int m_toPrepare = 0;
    /// By origin: the newest, as ASN.1. A connection that goes on with the TLS session of another saves both
    /// ends the certificates. What vouches for the server is the first: whom to trust does not change while
    /// the transport lives.
    QHash<QUrl, QByteArray> m_sessionTickets;
    QList<LaneCall *> m_waiting;
};
