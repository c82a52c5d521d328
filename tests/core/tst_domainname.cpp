// SPDX-License-Identifier: Apache-2.0
#include "core/identifiers/domainname.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestDomainName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isToldFromTheUser_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("user");
        QTest::newRow("domain") << uR"(CORP\tingting.luo12)"_s << u"tingting.luo12"_s;
        QTest::newRow("pasted with spaces") << uR"(  CORP\zhang ​)"_s << u"zhang"_s;
        QTest::newRow("dotted domain") << uR"(corp.example\li-na)"_s << u"li-na"_s;
        QTest::newRow("Chinese") << uR"(总部\张三)"_s << u"张三"_s;
        QTest::newRow("no domain") << u"tingting.luo12"_s << QString();
        QTest::newRow("nothing in front") << uR"(\zhang)"_s << QString();
        QTest::newRow("nothing behind") << uR"(CORP\)"_s << QString();
        QTest::newRow("a path") << uR"(C:\Users\zhang)"_s << QString();
        QTest::newRow("a share") << uR"(\\server\zhang)"_s << QString();
        QTest::newRow("an address") << uR"(CORP\zhang@corp.example)"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }

    void isToldFromTheUser()
    {
        QFETCH(QString, text);
        QTEST(DomainNames::user(text), "user");
    }
};

QTEST_GUILESS_MAIN(TestDomainName)
#include "tst_domainname.moc"
