// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sandboxclient.h"
#include "sandbox/service/sandbox.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QSslError>
#include <QSslSocket>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

/// A TLS client that trusts the sandbox's root and reports what it dislikes.
struct Handshake
{
    QSslSocket socket;
    QList<QSslError::SslError> problems;

    explicit Handshake(const SandboxAddress &address)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(address.caFile));
        // A client that would talk to anything.
        tls.setProtocol(QSsl::AnyProtocol);
        tls.setBackendConfigurationOption("CipherString", "DEFAULT@SECLEVEL=0"_ba);
        tls.setBackendConfigurationOption("MinProtocol", "TLSv1"_ba);
        socket.setSslConfiguration(tls);
        QObject::connect(&socket, &QSslSocket::sslErrors, &socket, [this](const QList<QSslError> &errors) {
            for (const QSslError &error : errors)
                problems.append(error.error());
            socket.ignoreSslErrors();
        });
        socket.connectToHostEncrypted(address.host.host(), static_cast<quint16>(address.host.port()));
    }
};

} // namespace

/// The sandbox over TLS, right and wrong.
class TestSandboxTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSandboxServesTlsWithItsOwnRoot();
    void theRootIsGoneAfterwards();
    void withoutTheRootTheClientRefuses();
    void certificatesAreWrongAsAsked_data();
    void certificatesAreWrongAsAsked();
    void anOldProtocolIsAllThereIs();
    void plaintextComesInsteadOfTls();
    void theHandshakeStalls();
    void faultsCanChangeTheCertificate();
};

void TestSandboxTls::theSandboxServesTlsWithItsOwnRoot()
{
    Sandbox sandbox({.tls = true});
    const auto address = sandbox.start();
    QVERIFY(address);
    QCOMPARE(address->host.scheme(), u"https"_s);
    for (const QString &host : {u"127.0.0.1"_s, u"localhost"_s}) {
        SandboxAddress named = *address;
        named.host.setHost(host);
        SandboxClient client(named);
        QVERIFY(!client.token().isEmpty());
        QCOMPARE(client.kick(client.user(0).value("userId"_L1).toString(), {client.appId(0)}).statusCode(),
                 200);
    }
}

void TestSandboxTls::theRootIsGoneAfterwards()
{
    auto sandbox = std::make_unique<Sandbox>(SandboxOptions{.tls = true});
    const auto address = sandbox->start();
    QVERIFY(address);
    QVERIFY(QFileInfo::exists(address->caFile));
    sandbox.reset();
    QVERIFY(!QFileInfo::exists(address->caFile));
}

void TestSandboxTls::withoutTheRootTheClientRefuses()
{
    Sandbox sandbox({.tls = true});
    auto address = sandbox.start();
    QVERIFY(address);
    SandboxAddress stranger = *address;
    stranger.caFile.clear();
    SandboxClient client(stranger);
    QVERIFY(client.token().isEmpty());
    QCOMPARE(client.lastError(), QNetworkReply::SslHandshakeFailedError);
    QCOMPARE(sandbox.requestCount("get-management-token"), 0);
}

void TestSandboxTls::certificatesAreWrongAsAsked_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *fault, QSslError::SslError problem) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << static_cast<int>(problem);
    };
    row("tls-expired", QSslError::CertificateExpired);
    row("tls-not-yet", QSslError::CertificateNotYetValid);
    row("tls-wrong-host", QSslError::HostNameMismatch);
    row("tls-self-signed", QSslError::SelfSignedCertificate);
    row("tls-unknown-ca", QSslError::UnableToGetLocalIssuerCertificate);
    row("tls-private-ca", QSslError::NoError);
}

void TestSandboxTls::certificatesAreWrongAsAsked()
{
    QFETCH(QString, fault);
    QFETCH(int, problem);
    // A TLS fault turns TLS on.
    Sandbox sandbox({.faults = {fault}});
    const auto address = sandbox.start();
    QVERIFY(address);
    Handshake handshake(*address);
    QTRY_VERIFY(handshake.socket.isEncrypted());
    if (problem == QSslError::NoError)
        QVERIFY(handshake.problems.isEmpty());
    else
        QVERIFY(handshake.problems.contains(static_cast<QSslError::SslError>(problem)));
}

void TestSandboxTls::anOldProtocolIsAllThereIs()
{
    Sandbox sandbox({.faults = {u"tls-1.0-only"_s}});
    const auto address = sandbox.start();
    QVERIFY(address);
    // A client of today refuses.
    SandboxClient client(*address);
    QVERIFY(client.token().isEmpty());
    QCOMPARE(client.lastError(), QNetworkReply::SslHandshakeFailedError);
    // One that would do anything gets TLS 1.0.
    Handshake handshake(*address);
    QTRY_VERIFY2(handshake.socket.isEncrypted(), qPrintable(handshake.socket.errorString()));
    QVERIFY(handshake.socket.sessionProtocol() < QSsl::TlsV1_2);
}

void TestSandboxTls::plaintextComesInsteadOfTls()
{
    Sandbox sandbox({.faults = {u"tls-plaintext"_s}});
    const auto address = sandbox.start();
    QVERIFY(address);
    SandboxClient client(*address);
    QVERIFY(client.token().isEmpty());
    QCOMPARE(client.lastError(), QNetworkReply::SslHandshakeFailedError);
}

void TestSandboxTls::theHandshakeStalls()
{
    Sandbox sandbox({.faults = {u"tls-stall"_s}});
    const auto address = sandbox.start();
    QVERIFY(address);
    Handshake handshake(*address);
    QSignalSpy failed(&handshake.socket, &QSslSocket::errorOccurred);
    QTRY_COMPARE(handshake.socket.state(), QAbstractSocket::ConnectedState);
    QVERIFY(!failed.wait(500));
    QVERIFY(!handshake.socket.isEncrypted());
}

void TestSandboxTls::faultsCanChangeTheCertificate()
{
    Sandbox sandbox({.tls = true});
    const auto address = sandbox.start();
    QVERIFY(address);
    SandboxClient client(*address);
    QVERIFY(!client.token().isEmpty());
    sandbox.setFaults({u"tls-expired"_s});
    Handshake handshake(*address);
    QTRY_VERIFY(handshake.socket.isEncrypted());
    QVERIFY(handshake.problems.contains(QSslError::CertificateExpired));
    sandbox.setFaults({});
    QCOMPARE(client.get(u"get-security-settings"_s).statusCode(), 200);
}

QTEST_GUILESS_MAIN(TestSandboxTls)
#include "tst_sandboxtls.moc"
