// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authenticator.h"
#include "api/envelope.h"
#include "core/pendingcall.h"

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

private:
    void authorize();
    void send(const HttpRequest &authorized);
    void receive(const HttpRequest &authorized, const HttpAnswer &answer);

    HttpRequest m_request;
    QString m_host;
    Repeat m_repeat;
    Transport *m_transport;
    Authenticator *m_authenticator;
};
