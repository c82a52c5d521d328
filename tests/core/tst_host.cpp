// SPDX-License-Identifier: Apache-2.0
#include "core/values/host.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestHost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hostIsAccepted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");

        QTest::newRow("bare name") << u"api.authing.cn"_s << u"https://api.authing.cn"_s;
        QTest::newRow("https") << u" https://api.authing.cn/ "_s << u"https://api.authing.cn"_s;
        QTest::newRow("port") << u"https://id.corp.cn:8443"_s << u"https://id.corp.cn:8443"_s;
        QTest::newRow("own port") << u"https://id.corp.cn:443"_s << u"https://id.corp.cn"_s;
        QTest::newRow("loopback") << u"http://127.0.0.1:4000"_s << u"http://127.0.0.1:4000"_s;
        QTest::newRow("localhost") << u"http://localhost:4000"_s << u"http://localhost:4000"_s;
        QTest::newRow("IPv6 loopback") << u"http://[::1]:4000"_s << u"http://[::1]:4000"_s;
        QTest::newRow("international name")
            << u"https://bücher.example"_s << u"https://xn--bcher-kva.example"_s;
    }

    void hostIsAccepted()
    {
        QFETCH(QString, text);
        const Result<QUrl> host = Hosts::check(text);
        QVERIFY(host.hasValue());
        QTEST(QString::fromLatin1(host->toEncoded()), "host");
    }

    void hostIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("code");

        QTest::newRow("blank") << u" "_s << ErrorCode::InvalidHost;
        QTest::newRow("user info") << u"https://api.authing.cn@evil.example"_s << ErrorCode::InvalidHost;
        QTest::newRow("empty user info") << u"https://@evil.example"_s << ErrorCode::InvalidHost;
        QTest::newRow("path") << u"https://api.authing.cn/v3"_s << ErrorCode::InvalidHost;
        QTest::newRow("query") << u"https://api.authing.cn?x=1"_s << ErrorCode::InvalidHost;
        QTest::newRow("fragment") << u"https://api.authing.cn#x"_s << ErrorCode::InvalidHost;
        QTest::newRow("ftp") << u"ftp://api.authing.cn"_s << ErrorCode::InvalidHost;
        QTest::newRow("space inside") << u"https://api authing.cn"_s << ErrorCode::InvalidHost;
        QTest::newRow("plain http") << u"http://api.authing.cn"_s << ErrorCode::InsecureHost;
        QTest::newRow("private address") << u"http://192.168.1.2"_s << ErrorCode::InsecureHost;
        QTest::newRow("looks like loopback") << u"http://127.0.0.1.example"_s << ErrorCode::InsecureHost;
    }

    void hostIsRefused()
    {
        QFETCH(QString, text);
        const Result<QUrl> host = Hosts::check(text);
        QVERIFY(!host.hasValue());
        QTEST(host.error().code, "code");
        QCOMPARE(host.error().kind, ErrorKind::NotSent);
    }
};

QTEST_APPLESS_MAIN(TestHost)
#include "tst_host.moc"
