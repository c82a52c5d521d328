// SPDX-License-Identifier: Apache-2.0
#include "api/lanes/lanetransport.h"

#include "api/lanes/lane.h"

#include <algorithm>
#include <utility>

namespace {

/// An answer is waited for, and then whether it is the only one, for as long again.
constexpr int lanesPerRequest = 2;

QUrl originOf(const QUrl &url)
{
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port());
    return origin;
}

bool isOneLine(const NameValue &header)
{
    const auto isBreak = [](char c) { return c == '\r' || c == '\n'; };
    return std::ranges::none_of(header.name, isBreak) && std::ranges::none_of(header.value, isBreak);
}

/// The request as it goes to the wire.
QByteArray bytesOf(const HttpRequest &request)
{
    const QUrl &url = request.url;
    QByteArray bytes = request.method + ' ' +
                       url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment) +
                       " HTTP/1.1\r\nHost: " + url.authority(QUrl::FullyEncoded).toLatin1() +
                       "\r\nUser-Agent: Kickdesk/" KICKDESK_VERSION "\r\nAccept-Encoding: identity\r\n";
    if (request.method == "POST")
        bytes +=
            "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(request.body.size()) +
            "\r\n";
    for (const NameValue &header : request.headers)
        bytes += header.name + ": " + header.value + "\r\n";
    return bytes + "\r\n" + request.body;
}

} // namespace

/// One request of LaneTransport: waits for a lane, and bounds the time of all of it.
class LaneCall : public PendingAnswer<HttpAnswer>
{
public:
    LaneCall(LaneTransport *transport, const HttpRequest &request, QObject *context, Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_transport(transport)
        , m_request(request)
        , m_origin(originOf(request.url))
    {
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this, &LaneCall::giveUp);
        m_deadline.start(request.deadline);
    }

    ~LaneCall() override
    {
        if (m_transport)
            m_transport->m_waiting.removeOne(this);
        // The answer to what was sent must not be taken for another one's.
        if (m_lane) {
            m_lane->abort();
            release();
        }
    }

    const QUrl &origin() const { return m_origin; }

    void use(Lane *lane)
    {
        m_lane = lane;
        m_hasBegun = true;
        connect(lane, &Lane::received, this, [this](const HttpAnswer &answer) {
            // The settling time is shorter; this is for a lane that goes before it is over.
            m_deadline.start(2 * Conversation::longestSettling);
            if (m_request.received)
                m_request.received(answer);
        });
        connect(lane, &Lane::answered, this, [this](const HttpAnswer &answer) {
            release();
            finish(answer);
        });
        lane->send(m_request, bytesOf(m_request));
    }

private:
    void giveUp()
    {
        if (!m_lane) {
            // The transport may have gone first, and the lane with it.
            finish({.fault = m_hasBegun ? TransportFault::ConnectionLost : TransportFault::ConnectTimeout,
                    .mayHaveBeenSent = m_hasBegun});
            return;
        }
        const HttpAnswer answer =
            m_lane->answer(m_lane->mayHaveSent() ? TransportFault::Deadline : m_lane->notConnected());
        m_lane->abort();
        release();
        finish(answer);
    }

    void release()
    {
        m_deadline.stop();
        m_lane->disconnect(this);
        m_lane.clear();
        if (m_transport)
            m_transport->assign();
    }

    QPointer<LaneTransport> m_transport;
    HttpRequest m_request;
    QUrl m_origin;
    QTimer m_deadline;
    QPointer<Lane> m_lane;
    bool m_hasBegun = false;
};

LaneTransport::LaneTransport(const QnamTransport *network, QObject *parent)
    : QObject(parent)
    , m_network(network)
{
}

LaneTransport::~LaneTransport() = default;

PendingCall *LaneTransport::send(const HttpRequest &request, QObject *context, Handler handler)
{
    auto *call = new LaneCall(this, request, context, std::move(handler));
    if (std::ranges::all_of(request.headers, isOneLine)) {
        m_waiting.append(call);
        assign();
    } else {
        call->finishLater({.fault = TransportFault::ConnectionLost, .mayHaveBeenSent = false});
    }
    return call;
}

void LaneTransport::assign()
{
    for (qsizetype at = 0; at < m_waiting.size();) {
        Lane *lane = freeLane(m_waiting.at(at)->origin());
        if (lane == nullptr)
            ++at;
        else
            m_waiting.takeAt(at)->use(lane);
    }
}

Lane *LaneTransport::freeLane(const QUrl &origin)
{
    const QList<Lane *> lanes = m_lanes;
    for (Lane *lane : lanes) {
        if (lane->isSpent())
            drop(lane);
    }
    const auto free = std::ranges::find_if(
        m_lanes, [&origin](const Lane *lane) { return lane->isFree() && lane->origin() == origin; });
    if (free != m_lanes.end())
        return *free;
    return mayConnect() ? connecting(origin) : nullptr;
}

bool LaneTransport::mayConnect() const
{
    return m_lanes.size() < maximumLanes &&
           std::ranges::count_if(m_lanes, &Lane::isConnecting) < maximumConnecting;
}

Lane *LaneTransport::connecting(const QUrl &origin)
{
    auto *lane = new Lane(origin, trustFor(origin), m_network->proxyFor(origin), this);
    m_lanes.append(lane);
    connect(lane, &Lane::connected, this, [this] {
        assign();
        prepareMore();
    });
    connect(lane, &Lane::closed, this, [this, lane] {
        m_toPrepare = 0;
        drop(lane);
        assign();
    });
    connect(lane, &Lane::sessionTicketReceived, this,
            [this, origin](const QByteArray &ticket) { m_sessionTickets.insert(origin, ticket); });
    return lane;
}

QSslConfiguration LaneTransport::trustFor(const QUrl &origin) const
{
    QSslConfiguration result = m_network->sslConfiguration();
    result.setSslOption(QSsl::SslOptionDisableSessionPersistence, false);
    result.setSessionTicket(m_sessionTickets.value(origin));
    return result;
}

void LaneTransport::prepare(const QUrl &url, int requests)
{
    m_preparedOrigin = originOf(url);
    m_toPrepare = lanesPerRequest * std::min(requests, maximumInFlight);
    prepareMore();
}

void LaneTransport::prepareMore()
{
    while (m_toPrepare > 0 && mayConnect()) {
        --m_toPrepare;
        connecting(m_preparedOrigin)->open(HttpRequest().connectTimeout);
    }
}

void LaneTransport::drop(Lane *lane)
{
    m_lanes.removeOne(lane);
    lane->deleteLater();
}
