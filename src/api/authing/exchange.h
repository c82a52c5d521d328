// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/authenticator.h"
#include "api/authing/envelope.h"
#include "core/async/pendingcall.h"

#include <optional>

/// One call of an endpoint: authorises the request, sends it, judges the answer, and repeats it once when it
/// may and the credentials were refused and renewed.
class Exchange : public PendingAnswer<Result<Envelope>>
{
    Q_OBJECT

public:
    enum class Repeat {
        Never,
        /// For reads.
        OnceWhenRenewed,
    };

    /// @p request carries no credentials yet. @p host is named in errors.
    Exchange(HttpRequest request, QString host, Repeat repeat, Transport *transport,
             Authenticator *authenticator, QObject *context, Handler handler);

    /// Called when an answer has come that says success, and it is not known yet to be the only one.
    void setReceived(std::function<void()> received) { m_received = std::move(received); }

private:
    void authorize();
    void send(const HttpRequest &authorized);
    void receive(const HttpRequest &authorized, const HttpAnswer &answer);
    /// The answer, or that it is unknown where it names another request of ours.
    Result<Envelope> judge(const HttpAnswer &answer) const;

    HttpRequest m_request;
    /// Names the current attempt; a gateway that passes it on ties its answer to the request.
    QByteArray m_requestId;
    std::function<void()> m_received;
    /// What the answer means, as soon as it is whole.
    std::optional<Result<Envelope>> m_judged;
    QString m_host;
    Repeat m_repeat;
    Transport *m_transport;
    Authenticator *m_authenticator;
};
