// SPDX-License-Identifier: Apache-2.0
#include "sandbox/service/server.h"

#include "core/files/files.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <QSslSocket>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace Simulated {

namespace {

constexpr std::array certificateFaults{
    ConnectFault::TlsExpired,    ConnectFault::TlsNotYet,    ConnectFault::TlsWrongHost,
    ConnectFault::TlsSelfSigned, ConnectFault::TlsUnknownCa, ConnectFault::TlsOldVersion,
    ConnectFault::TlsPrivateCa,
};

bool isTlsFault(const QString &fault)
{
    return fault.startsWith("tls-"_L1) && Faults::problem(fault).isEmpty();
}

ConnectFault certificateFault(const Faults &faults)
{
    const auto *const found =
        std::ranges::find_if(certificateFaults, [&faults](ConnectFault fault) { return faults.has(fault); });
    return found == certificateFaults.end() ? ConnectFault::None : *found;
}

QSslConfiguration configuration(const ServerCertificate &certificate, ConnectFault fault)
{
    QSslConfiguration result = QSslConfiguration::defaultConfiguration();
    result.setLocalCertificate(certificate.leaf);
    result.setPrivateKey(certificate.key);
    result.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (fault == ConnectFault::TlsOldVersion) {
        result.setProtocol(QSsl::AnyProtocol);
        // TLS 1.0 needs hashes that the default security level forbids.
        result.setBackendConfigurationOption("CipherString", "DEFAULT@SECLEVEL=0"_ba);
        result.setBackendConfigurationOption("MinProtocol", "TLSv1"_ba);
        result.setBackendConfigurationOption("MaxProtocol", "TLSv1"_ba);
    }
    return result;
}

Error portUnavailable(quint16 port)
{
    return {.kind = ErrorKind::NotSent,
            .code = ErrorCode::PortUnavailable,
            .detail = ServerText(QString::number(port))};
}

} // namespace

Server::Server(SandboxOptions options, RequestLog &log)
    : m_options(std::move(options))
    , m_log(log)
    , m_service(m_options)
    , m_server(recorded({}, &Service::answer), m_options.latencyMs)
    , m_redirectTarget(recorded("redirect-target", &Service::answerRedirected), 0)
    , m_downgradeTarget(recorded("redirect-target", &Service::answerRedirected), 0)
{
    m_server.setGreeter([this] { return m_service.faults().nextConnection(); });
    m_options.tls = m_options.tls || std::ranges::any_of(m_options.faults, isTlsFault);
}

RequestHandler Server::recorded(const QByteArray &endpoint, Answer (Service::*handler)(const HttpRequest &))
{
    return [this, endpoint, handler](const HttpRequest &request) {
        m_log.add(request, endpoint.isEmpty() ? request.endpoint() : endpoint);
        return (m_service.*handler)(request);
    };
}

Result<SandboxAddress> Server::start()
{
    m_service.setFaults(m_options.faults);
    const bool isUsual = m_options.port == 0 && m_options.usualPort != 0 &&
                         m_server.listen(QHostAddress::LocalHost, m_options.usualPort);
    const bool isReady = writeRoot() &&
                         (isUsual || m_server.listen(QHostAddress::LocalHost, m_options.port)) &&
                         listenForRedirects();
    if (!isReady)
        return portUnavailable(m_options.port);
    applyTls();
    return SandboxAddress{.host = address(m_server, m_options.tls),
                          .keyId = QString::fromLatin1(m_service.authority().keyId()),
                          .secret = m_service.authority().secret(),
                          .poolId = QString::fromLatin1(m_service.pool().poolId()),
                          .caFile = m_caFile};
}

bool Server::listenForRedirects()
{
    if (!m_redirectTarget.listen(QHostAddress::LocalHost) ||
        !m_downgradeTarget.listen(QHostAddress::LocalHost))
        return false;
    m_service.setRedirectTargets(address(m_redirectTarget, m_options.tls).toEncoded(),
                                 address(m_downgradeTarget, false).toEncoded());
    return true;
}

QUrl Server::address(const HttpServer &server, bool isEncrypted) const
{
    QUrl url;
    url.setScheme(isEncrypted ? u"https"_s : u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(server.serverPort());
    return url;
}

bool Server::writeRoot()
{
    if (!m_options.tls)
        return true;
    m_certificates = std::make_unique<Certificates>();
    m_caFile = m_directory.filePath(u"ca.pem"_s);
    return !OutputFile::save(m_caFile, m_certificates->rootPem(), OutputFile::Reader::Usual);
}

void Server::applyTls()
{
    if (!m_certificates)
        return;
    const ConnectFault fault = certificateFault(m_service.faults());
    const QSslConfiguration tls = configuration(m_certificates->issue(fault), fault);
    m_server.setTls(tls);
    m_redirectTarget.setTls(tls);
}

void Server::setFaults(const QStringList &faults)
{
    const bool actedOnConnections = m_service.faults().actOnConnections();
    m_service.setFaults(faults);
    if (!actedOnConnections && !m_service.faults().actOnConnections())
        return;
    applyTls();
    // What acts on connections cannot act on those that are open already.
    m_server.closeConnections();
}

} // namespace Simulated
