// SPDX-License-Identifier: Apache-2.0
#include "core/identifiers/idtype.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestIdType : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wireNamesAreTheApis()
    {
        QStringList names;
        for (const IdType type : IdTypes::all()) {
            names << IdTypes::wireName(type);
            QCOMPARE(IdTypes::fromWireName(names.last()), type);
            QVERIFY(!IdTypes::label(type).isEmpty());
            QVERIFY2(!IdTypes::check(type, IdTypes::example(type)).fault, qPrintable(names.last()));
        }
        QCOMPARE(names, QStringList({u"user_id"_s, u"external_id"_s, u"phone"_s, u"email"_s, u"username"_s,
                                     u"identity"_s, u"sync_relation"_s}));
        QVERIFY(!IdTypes::fromWireName(u"custom_field"));
    }

    void textIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<IdFault>("fault");

        QTest::newRow("empty") << QString() << IdFault::Blank;
        QTest::newRow("spaces") << u" \t\u3000\n"_s << IdFault::Blank;
        QTest::newRow("only zero width") << u"\u200B\uFEFF"_s << IdFault::Blank;
        QTest::newRow("star") << u"*"_s << IdFault::Wildcard;
        QTest::newRow("percent") << u"%"_s << IdFault::Wildcard;
        QTest::newRow("star inside") << u"zhang*"_s << IdFault::Wildcard;
        QTest::newRow("full-width star") << u"＊"_s << IdFault::Wildcard;
        QTest::newRow("over-long") << QString(257, u'a') << IdFault::TooLong;
        QTest::newRow("line feed inside") << u"a\nb"_s << IdFault::SeveralValues;
        QTest::newRow("NUL inside") << u"a"_s + QChar(0) + u"b"_s << IdFault::ControlCharacter;
        QTest::newRow("direction mark inside") << u"a\u202Eb"_s << IdFault::ControlCharacter;
    }

    void textIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(IdFault, fault);
        QCOMPARE(IdTypes::check(text).fault, fault);
        for (const IdType type : IdTypes::all())
            QCOMPARE(IdTypes::check(type, text).fault, fault);
        QVERIFY(!IdTypes::faultText(fault).isEmpty());
    }

    void phoneIsCleaned_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("countryCode");

        QTest::newRow("plain") << u"13800138000"_s << u"13800138000"_s << QString();
        QTest::newRow("spaces") << u" 138 0013 8000 "_s << u"13800138000"_s << QString();
        QTest::newRow("dashes") << u"138-0013-8000"_s << u"13800138000"_s << QString();
        QTest::newRow("+86") << u"+86 138 0013 8000"_s << u"13800138000"_s << QString();
        QTest::newRow("0086") << u"008613800138000"_s << u"13800138000"_s << QString();
        QTest::newRow("full width") << u"＋８６１３８００１３８０００"_s << u"13800138000"_s << QString();
        QTest::newRow("United Kingdom") << u"+44 7911 123456"_s << u"7911123456"_s << u"+44"_s;
        QTest::newRow("United States") << u"+1 (202) 555-0100"_s << u"2025550100"_s << u"+1"_s;
        QTest::newRow("Russia") << u"+7 912 345-67-89"_s << u"9123456789"_s << u"+7"_s;
        QTest::newRow("Hong Kong") << u"+85291234567"_s << u"91234567"_s << u"+852"_s;
        QTest::newRow("marks around it") << u"\u202A13800138000\u202C"_s << u"13800138000"_s << QString();
        QTest::newRow("86 without plus") << u"8613800138000"_s << u"13800138000"_s << QString();
    }

    void phoneIsCleaned()
    {
        QFETCH(QString, typed);
        const IdCheck check = IdTypes::check(IdType::Phone, typed);
        QVERIFY(!check.fault);
        QTEST(check.value, "value");
        QTEST(check.countryCode, "countryCode");
    }

    void shapeIsChecked_data()
    {
        QTest::addColumn<IdType>("type");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isGood");

        QTest::newRow("user id") << IdType::UserId << u"6319a1504f3c0f214dd5b7aa"_s << true;
        QTest::newRow("user id like a number") << IdType::UserId << u"684e09171234567890123456"_s << true;
        QTest::newRow("user id with slash") << IdType::UserId << u"a/b"_s << false;
        QTest::newRow("phone with letters") << IdType::Phone << u"138abc"_s << false;
        QTest::newRow("phone too short") << IdType::Phone << u"110"_s << false;
        QTest::newRow("phone behind two zeros") << IdType::Phone << u"+86 0013800138000"_s << false;
        QTest::newRow("email") << IdType::Email << u"a+b@example.com"_s << true;
        QTest::newRow("email without at") << IdType::Email << u"example.com"_s << false;
        QTest::newRow("two at") << IdType::Email << u"a@b@c"_s << false;
        QTest::newRow("username with space") << IdType::Username << u"张 三"_s << true;
        QTest::newRow("identity") << IdType::Identity << u"62f2:ou_8b"_s << true;
        QTest::newRow("identity without source") << IdType::Identity << u":ou_8b"_s << false;
        QTest::newRow("sync relation") << IdType::SyncRelation << u"lark:ou_8b"_s << true;
        QTest::newRow("shortened by a spreadsheet") << IdType::ExternalId << u"1.38E+10"_s << false;
    }

    void shapeIsChecked()
    {
        QFETCH(IdType, type);
        QFETCH(QString, text);
        QTEST(!IdTypes::check(type, text).fault.has_value(), "isGood");
    }

    void shapeSuggestsTheType_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<IdType>("first");

        QTest::newRow("24 hex digits") << u"6319a1504f3c0f214dd5b7aa"_s << IdType::UserId;
        QTest::newRow("at sign") << u"zhangsan@corp.cn"_s << IdType::Email;
        QTest::newRow("digits") << u"+86 13800138000"_s << IdType::Phone;
        QTest::newRow("source id and colon") << u"62f20932716fbcc10d966ee5:ou_1"_s << IdType::Identity;
        QTest::newRow("word and colon") << u"lark:ou_1"_s << IdType::SyncRelation;
        QTest::newRow("word") << u"zhangsan"_s << IdType::Username;
    }

    void shapeSuggestsTheType()
    {
        QFETCH(QString, text);
        QVERIFY(!IdTypes::suggested(text).isEmpty());
        QTEST(IdTypes::suggested(text).constFirst(), "first");
    }

    void nothingIsSuggestedThatIsRefused()
    {
        const QString text = u"62f20932716fbcc10d966ee5:ou"_s + QChar(0x7f) + u"8bae"_s;
        QVERIFY(IdTypes::suggested(text).isEmpty());
    }

    void nothingIsSuggestedForNothing() { QVERIFY(IdTypes::suggested(u"  "_s).isEmpty()); }
};

QTEST_APPLESS_MAIN(TestIdType)
#include "tst_idtype.moc"
