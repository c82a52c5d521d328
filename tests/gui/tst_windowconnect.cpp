// SPDX-License-Identifier: Apache-2.0
#include "core/host.h"
#include "gui/windowfixture.h"
#include "support/measuredapplication.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTcpServer>

using namespace Qt::Literals::StringLiterals;

namespace {

using TestApplication = MeasuredApplication<QApplication>;

TestApplication *application()
{
    return static_cast<TestApplication *>(QCoreApplication::instance());
}

QString stateText(const WindowFixture &f)
{
    return f.find<QWidget>("searchState")->findChild<QLabel *>(u"stateLabel"_s)->text();
}

/// A port on which nobody listens.
quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// What the window says in both languages; %1 is the host or the proxy.
struct Words
{
    QString english;
    QString chinese;
};

} // namespace

/// A pool that cannot be reached or trusted, as the agent meets it: in the window.
class WindowConnectTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { application()->forget(); }
    void cleanup() { QVERIFY2(application()->isQuick(), application()->longest().constData()); }
    void saysWhyThereIsNoConnection_data();
    void saysWhyThereIsNoConnection();
    void saysWhyTheServerIsNotTrusted_data();
    void saysWhyTheServerIsNotTrusted();

private:
    static void compare(const Profile &profile, const Words &words, const QString &place);
};

/// Searches, reads the answer in both languages, and looks whether the window still takes what is typed.
void WindowConnectTest::compare(const Profile &profile, const Words &words, const QString &place)
{
    WindowFixture f(Language::Chinese, profile, Secret("canary-secret-0123456789"));
    f.session()->client()->setDeadline(std::chrono::seconds(2));
    f.type(u"zhang"_s);
    const auto *button = f.find<QWidget>("searchState")->findChild<QPushButton *>(u"stateButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), 20000);
    QCOMPARE(stateText(f), QString(words.chinese).replace(u"%1"_s, place));
    f.translation()->setLanguage(Language::English);
    QTRY_COMPARE(stateText(f), QString(words.english).replace(u"%1"_s, place));
    f.type(u"wang"_s);
    QCOMPARE(f.find<QLineEdit>("searchEdit")->text(), u"wang"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), 20000);
}

void WindowConnectTest::saysWhyThereIsNoConnection_data()
{
    QTest::addColumn<QUrl>("host");
    QTest::addColumn<Proxy>("proxy");
    QTest::addColumn<Words>("words");
    QTest::newRow("dns-fail")
        << QUrl(u"https://nobody.invalid"_s) << Proxy()
        << Words{
               u"The host %1 is not known. Check its spelling and the network connection; nothing was sent."_s,
               u"找不到主机 %1。请检查拼写和网络连接；未发送任何请求。"_s};
    QTest::newRow("refused")
        << QUrl(u"https://127.0.0.1:%1"_s.arg(closedPort())) << Proxy()
        << Words{
               u"%1 refused the connection. Check the port, or whether the service is running; nothing was sent."_s,
               u"%1 拒绝了连接。请检查端口是否正确、服务是否在运行；未发送任何请求。"_s};
    QTest::newRow("proxy-refused")
        << QUrl(u"https://pool.example"_s)
        << Proxy{.mode = ProxyMode::Manual, .host = u"127.0.0.1"_s, .port = closedPort()}
        << Words{u"The proxy %1 did not let the connection through; nothing was sent."_s,
                 u"代理 %1 未放行该连接；未发送任何请求。"_s};
}

void WindowConnectTest::saysWhyThereIsNoConnection()
{
    QFETCH(QUrl, host);
    QFETCH(Proxy, proxy);
    QFETCH(Words, words);
    const QString place = proxy.mode == ProxyMode::Manual
                              ? u"%1:%2"_s.arg(proxy.host, QString::number(proxy.port))
                              : Hosts::displayName(host);
    compare(
        {.name = u"corp"_s, .host = host, .keyId = u"key"_s, .auth = AuthScheme::Signature, .proxy = proxy},
        words, place);
}

void WindowConnectTest::saysWhyTheServerIsNotTrusted_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Words>("words");
    const auto row = [](const char *fault, const QString &english, const QString &chinese) {
        QTest::newRow(fault)
            << QString::fromLatin1(fault)
            << Words{
                   u"The server could not prove that it is the right one, so nothing was sent. Ask your administrator "
                   "about its certificate. (%1)"_s.arg(english),
                   u"无法验证服务器的身份，因此未发送任何请求。请向管理员确认服务器证书。（%1）"_s.arg(
                       chinese)};
    };
    row("tls-expired", u"the certificate has expired"_s, u"证书已过期"_s);
    row("tls-not-yet", u"the certificate is not valid yet"_s, u"证书尚未生效"_s);
    row("tls-wrong-host", u"the certificate belongs to another host"_s, u"证书属于另一台主机"_s);
    row("tls-self-signed", u"the certificate is signed by nobody but itself"_s, u"证书是自签名的"_s);
    row("tls-unknown-ca", u"the certificate comes from an issuer that is not trusted"_s,
        u"证书的签发者不受信任"_s);
    row("tls-1.0-only", u"the server speaks no version of TLS that is safe today"_s,
        u"服务器不支持目前安全的 TLS 版本"_s);
    row("tls-plaintext", u"the server does not speak TLS at this port"_s, u"服务器在此端口上不使用 TLS"_s);
}

void WindowConnectTest::saysWhyTheServerIsNotTrusted()
{
    QFETCH(QString, fault);
    QFETCH(Words, words);
    Sandbox sandbox({.users = 20, .faults = {fault}});
    const Result<SandboxAddress> address = sandbox.start();
    QVERIFY(address);
    compare({.name = u"corp"_s,
             .host = address->host,
             .keyId = address->keyId,
             .auth = AuthScheme::Signature,
             .caFile = address->caFile},
            words, Hosts::displayName(address->host));
    QVERIFY(sandbox.requests().isEmpty());
}

int main(int argc, char *argv[])
{
    TestApplication application(argc, argv);
    WindowConnectTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowconnect.moc"
