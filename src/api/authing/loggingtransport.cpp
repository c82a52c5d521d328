// SPDX-License-Identifier: Apache-2.0
#include "api/authing/loggingtransport.h"

#include "api/authing/envelope.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace {

/// What the program makes of @p answer; for endpoints that answer IsSuccessRespDto the envelope is not
/// enough.
Result<ServerReply> replyOf(Endpoint endpoint, const HttpAnswer &answer, const Echoes &echoes)
{
    const Result<Envelope> envelope = echoes.removedFromReply(Envelopes::judge(answer, {}));
    if (!envelope)
        return envelope.error();
    if (endpoint == Endpoint::KickUsers)
        return Envelopes::readIsSuccess(*envelope, {});
    return envelope->reply;
}

/// True when @p text came from us: what a server repeats may be an identifier or a secret.
bool isEcho(const HttpRequest &request, const QByteArray &text)
{
    const auto holdsText = [&text](const NameValue &header) { return header.value.contains(text); };
    return request.body.contains(text) || request.url.toEncoded().contains(text) ||
           std::ranges::any_of(request.headers, holdsText);
}

/// One request under way. It goes with the handler that holds it, so that a call which is aborted is told
/// too.
class Record
{
public:
    Record(HttpRequest request, std::weak_ptr<const ExchangeLog> log, std::shared_ptr<const Echoes> echoes)
        : m_request(std::move(request))
        , m_log(std::move(log))
        , m_echoes(std::move(echoes))
        , m_event{.endpoint = Endpoints::fromPath(m_request.url.path()),
                  .attempt = m_request.attempt,
                  .sentBytes = m_request.body.size()}
    {
        m_time.start();
    }
    ~Record()
    {
        if (m_isTold)
            return;
        m_event.isAborted = true;
        tell();
    }
    Q_DISABLE_COPY_MOVE(Record)

    void tell(const HttpAnswer &answer)
    {
        const Result<ServerReply> result = replyOf(m_event.endpoint, answer, *m_echoes);
        const ServerReply reply = result ? *result : result.error().reply;
        m_event.httpStatus = answer.status;
        m_event.statusCode = reply.statusCode;
        m_event.apiCode = reply.apiCode;
        m_event.receivedBytes = answer.body.size();
        if (!result)
            m_event.error = result.error().code;
        const QByteArray requestId = reply.requestId.toUtf8();
        // In an answer that brings a token it may be the token.
        if (!requestId.isEmpty() && !isEcho(m_request, requestId) && answer.body.count(requestId) == 1)
            m_event.requestId = reply.requestId;
        tell();
    }

private:
    void tell()
    {
        m_isTold = true;
        m_event.duration = std::chrono::milliseconds(m_time.elapsed());
        if (const auto log = m_log.lock())
            (*log)(m_event);
    }

    HttpRequest m_request;
    std::weak_ptr<const ExchangeLog> m_log;
    std::shared_ptr<const Echoes> m_echoes;
    LogEvent m_event;
    QElapsedTimer m_time;
    bool m_isTold = false;
};

} // namespace

LoggingTransport::LoggingTransport(Transport *transport, ExchangeLog log,
                                   std::shared_ptr<const Echoes> echoes)
    : m_transport(transport)
    , m_log(std::make_shared<const ExchangeLog>(std::move(log)))
    , m_echoes(std::move(echoes))
{
}

PendingCall *LoggingTransport::send(const HttpRequest &request, QObject *context, Handler handler)
{
    const auto record = std::make_shared<Record>(request, m_log, m_echoes);
    return m_transport->send(request, context,
                             [record, handler = std::move(handler)](const HttpAnswer &answer) {
                                 record->tell(answer);
                                 handler(answer);
                             });
}
