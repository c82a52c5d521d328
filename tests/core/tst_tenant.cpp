// SPDX-License-Identifier: Apache-2.0
#include "core/values/tenant.h"

#include <QTest>

class TestTenant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headerNameIsChecked_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("usual") << QByteArray("x-authing-tenant-id") << true;
        QTest::newRow("other case") << QByteArray("X_Tenant") << true;
        QTest::newRow("longest") << QByteArray(64, 'a') << true;
        QTest::newRow("too long") << QByteArray(65, 'a') << false;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("colon") << QByteArray("x-tenant:") << false;
        QTest::newRow("line feed") << QByteArray("x-tenant\nhost") << false;
        QTest::newRow("not ASCII") << QByteArray("x-t\xC3\xA9nant") << false;
        QTest::newRow("the credentials") << QByteArray("Authorization") << false;
        QTest::newRow("the length") << QByteArray("Content-Length") << false;
        QTest::newRow("the pool") << QByteArray("x-authing-userpool-id") << false;
        QTest::newRow("the nonce") << QByteArray("x-authing-signature-nonce") << false;
        QTest::newRow("the language") << QByteArray("X-Authing-Lang") << false;
        QTest::newRow("the pool of the other brand") << QByteArray("x-genauth-userpool-id") << false;
        QTest::newRow("the nonce of the other brand") << QByteArray("x-genauth-signature-nonce") << false;
        QTest::newRow("a date that would be signed") << QByteArray("x-authing-date") << false;
        QTest::newRow("usual at the other brand") << QByteArray("x-genauth-app-id") << true;
        QTest::newRow("the proxy's") << QByteArray("Proxy-Authorization") << false;
    }

    void headerNameIsChecked()
    {
        QFETCH(QByteArray, name);
        QFETCH(bool, isGood);
        QCOMPARE(Tenants::isHeaderName(name), isGood);
    }

    void valueIsChecked_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("usual") << QByteArray("6319a1504f3c0f214dd5b7aa") << true;
        QTest::newRow("longest") << QByteArray(256, 'a') << true;
        QTest::newRow("too long") << QByteArray(257, 'a') << false;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("another header") << QByteArray("a\r\nhost: evil.example") << false;
        QTest::newRow("blank") << QByteArray("a b") << false;
        QTest::newRow("zero byte") << QByteArray("a\0b", 3) << false;
        QTest::newRow("not ASCII") << QByteArray("\xE7\xA7\x9F") << false;
    }

    void valueIsChecked()
    {
        QFETCH(QByteArray, value);
        QFETCH(bool, isGood);
        QCOMPARE(Tenants::isValue(value), isGood);
    }

    void nameAndValueBelongTogether()
    {
        QVERIFY(Tenants::isUsable({}, {}));
        QVERIFY(Tenants::isUsable("x-tenant", "a"));
        QVERIFY(!Tenants::isUsable("x-tenant", {}));
        QVERIFY(!Tenants::isUsable({}, "a"));
    }
};

QTEST_GUILESS_MAIN(TestTenant)
#include "tst_tenant.moc"
