// SPDX-License-Identifier: Apache-2.0
#include "api/authing/exchange.h"

#include <utility>

namespace {

constexpr QByteArrayView requestIdHeader = "x-request-id";
/// Tells our IDs from those that a gateway makes up.
constexpr QByteArrayView ownPrefix = "kickdesk-";

bool namesAnother(QByteArrayView answered, const QByteArray &requestId)
{
    return answered.startsWith(ownPrefix) && answered != requestId;
}

} // namespace

Exchange::Exchange(HttpRequest request, QString host, Repeat repeat, Transport *transport,
                   Authenticator *authenticator, QObject *context, Handler handler)
    : PendingAnswer(context, std::move(handler))
    , m_request(std::move(request))
    , m_host(std::move(host))
    , m_repeat(repeat)
    , m_transport(transport)
    , m_authenticator(authenticator)
{
    authorize();
}

void Exchange::authorize()
{
    m_authenticator->authorize(m_request, this, [this](const Result<HttpRequest> &authorized) {
        if (authorized)
            send(*authorized);
        else
            finish(Authenticator::notSentBecause(authorized.error()));
    });
}

void Exchange::send(const HttpRequest &authorized)
{
    m_judged.reset();
    m_requestId = ownPrefix.toByteArray() + Authenticator::freshNonce();
    HttpRequest request = authorized;
    request.headers.append({.name = requestIdHeader.toByteArray(), .value = m_requestId});
    if (m_received) {
        request.received = [this](const HttpAnswer &answer) {
            m_judged = judge(answer);
            if (*m_judged)
                m_received();
        };
    }
    m_transport->send(request, this,
                      [this, authorized](const HttpAnswer &answer) { receive(authorized, answer); });
}

Result<Envelope> Exchange::judge(const HttpAnswer &answer) const
{
    Result<Envelope> result = Envelopes::judge(answer, m_host);
    const QString &named = result ? result->reply.requestId : result.error().reply.requestId;
    if (!namesAnother(answer.header(requestIdHeader), m_requestId) &&
        !namesAnother(named.toUtf8(), m_requestId))
        return result;
    HttpAnswer stale = answer;
    stale.fault = TransportFault::AnswerDamaged;
    return Envelopes::judge(stale, m_host);
}

void Exchange::receive(const HttpRequest &authorized, const HttpAnswer &answer)
{
    const bool isJudged = m_judged && answer.fault == TransportFault::None;
    const Result<Envelope> result =
        m_authenticator->echoes()->removedFrom(isJudged ? *m_judged : judge(answer), answer.body);
    if (result) {
        m_authenticator->learn(authorized, answer, {});
        finish(result);
        return;
    }
    Error error = result.error();
    error.credentialsRenewed = m_authenticator->learn(authorized, answer, error);
    if (error.credentialsRenewed && m_repeat == Repeat::OnceWhenRenewed) {
        m_repeat = Repeat::Never;
        ++m_request.attempt;
        authorize();
        return;
    }
    finish(error);
}
