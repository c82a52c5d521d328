// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/echoes.h"
#include "api/net/transport.h"
#include "core/values/logevent.h"

#include <memory>

/// Takes the result of one request.
using ExchangeLog = std::function<void(const LogEvent &)>;

/// A Transport that tells a log about every request: once each, when the answer has come, has failed, or is
/// not waited for any more.
class LoggingTransport : public Transport
{
public:
    /// @p transport must outlive this object. @p log is not called any more once this object is gone.
    /// @p echoes knows what must not reach it.
    LoggingTransport(Transport *transport, ExchangeLog log, std::shared_ptr<const Echoes> echoes);

    PendingCall *send(const HttpRequest &request, QObject *context, Handler handler) override;

private:
    Transport *m_transport;
    std::shared_ptr<const ExchangeLog> m_log;
    std::shared_ptr<const Echoes> m_echoes;
};
