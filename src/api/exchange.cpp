// SPDX-License-Identifier: Apache-2.0
#include "api/exchange.h"

#include <utility>

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
    m_transport->send(authorized, this,
                      [this, authorized](const HttpAnswer &answer) { receive(authorized, answer); });
}

void Exchange::receive(const HttpRequest &authorized, const HttpAnswer &answer)
{
    const Result<Envelope> result =
        m_authenticator->echoes()->removedFrom(Envelopes::judge(answer, m_host), answer.body);
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
