// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/result.h"
#include "sandbox/http/certificates.h"
#include "sandbox/http/httpserver.h"
#include "sandbox/pool/sandboxvalues.h"
#include "sandbox/service/requestlog.h"
#include "sandbox/service/service.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace Simulated {

/// All that lives in the sandbox's thread: the service and the ports it listens on.
class Server : public QObject
{
    Q_OBJECT

public:
    /// Writes to @p log, which outlives it.
    Server(SandboxOptions options, RequestLog &log);

    Result<SandboxAddress> start();
    void setFaults(const QStringList &faults);

private:
    bool writeRoot();
    void applyTls();
    bool listenForRedirects();
    QUrl address(const HttpServer &server, bool isEncrypted) const;
    RequestHandler recorded(const QByteArray &endpoint, Answer (Service::*handler)(const HttpRequest &));

    SandboxOptions m_options;
    RequestLog &m_log;
    Service m_service;
    HttpServer m_server;
    /// Where redirects lead, and where those lead that leave TLS.
    HttpServer m_redirectTarget;
    HttpServer m_downgradeTarget;
    /// Null without TLS.
    std::unique_ptr<Certificates> m_certificates;
    QTemporaryDir m_directory;
    QString m_caFile;
};

} // namespace Simulated
