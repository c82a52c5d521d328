// SPDX-License-Identifier: Apache-2.0
#include "store/connections/profilejson.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

Profile complete()
{
    return {.id = u"b9b1f5a2"_s,
            .name = u"生产 <b>PROD</b> %1"_s,
            .host = QUrl(u"https://api.corp.example:8443"_s),
            .keyId = u"62eaa95fe0d41f9a5295bf7c"_s,
            .auth = AuthScheme::Signature,
            .apiNames = ApiNames::GenAuth,
            .poolId = u"62eaa95f8099f593f586919c"_s,
            .environment = Environment::Test,
            .tenantHeader = "x-authing-tenant-id",
            .tenant = "t1",
            .caFile = u"/etc/ca.pem"_s,
            .proxy = {.mode = ProxyMode::Manual, .host = u"proxy"_s, .port = 3128, .user = u"me"_s},
            .ownUserId = u"684ee14f7ab40e090f363a7d"_s,
            .protectedUsers = {{.userId = u"u1"_s, .identifiers = {u"boss@corp.example"_s, u"boss"_s}},
                               {.userId = u"u2"_s, .identifiers = {}}},
            .operatorName = u"张三"_s,
            .isTicketRequired = true,
            .isReasonRequired = true,
            .bulkCap = 250};
}

} // namespace

class ProfileJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesEveryFieldBack();
    void hasDefaults();
    void refusesWhatItDoesNotUnderstand_data();
    void refusesWhatItDoesNotUnderstand();
};

void ProfileJsonTest::givesEveryFieldBack()
{
    const QJsonObject object = ProfileJson::write(complete());
    const Result<Profile> read = ProfileJson::read(object);
    QVERIFY(read);
    QCOMPARE(*read, complete());
    QVERIFY(ProfileJson::isValid(complete()));
    QVERIFY(!ProfileJson::isValid(Profile()));
    // A new field of Profile has to be written down too.
    QCOMPARE(object.size(), 18);
}

void ProfileJsonTest::hasDefaults()
{
    const auto read =
        ProfileJson::read({{u"name"_s, u"a"_s}, {u"host"_s, u"api.authing.cn"_s}, {u"keyId"_s, u"k"_s}});
    QVERIFY(read);
    QCOMPARE(*read, (Profile{.name = u"a"_s, .host = QUrl(u"https://api.authing.cn"_s), .keyId = u"k"_s}));
}

void ProfileJsonTest::refusesWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, const char *key, const QJsonValue &value) {
        QTest::newRow(name) << QString::fromLatin1(key) << value;
    };
    row("blank name", "name", u" "_s);
    row("name that is a number", "name", 1);
    row("name that turns round", "name", u"a\u202eb"_s);
    row("name on two lines", "name", u"a\nb"_s);
    row("name without end", "name", QString(101, u'a'));
    row("operator that turns round", "operatorName", u"a\u202eb"_s);
    row("real pool in the sandbox's colours", "environment", u"sandbox"_s);
    row("host with a user", "host", u"https://api.authing.cn@evil.example"_s);
    row("host without encryption", "host", u"http://api.authing.cn"_s);
    row("key ID with a line break", "keyId", u"k\r\nx: y"_s);
    row("unknown auth", "auth", u"basic"_s);
    row("unknown environment", "environment", u"staging"_s);
    row("tenant with a line break", "tenant", u"t\r\nx: y"_s);
    row("tenant header that is the program's", "tenantHeader", u"authorization"_s);
    row("proxy without a host", "proxy", QJsonObject{{u"mode"_s, u"manual"_s}, {u"port"_s, 8080}});
    row("proxy with a port beyond the last", "proxy",
        QJsonObject{{u"mode"_s, u"manual"_s}, {u"host"_s, u"p"_s}, {u"port"_s, 65536}});
    row("proxy with a password", "proxy", QJsonObject{{u"mode"_s, u"none"_s}, {u"password"_s, u"p"_s}});
    row("protected user without an ID", "protectedUsers",
        QJsonArray{QJsonObject{{u"identifiers"_s, QJsonArray()}}});
    row("flag that is a text", "ticketRequired", u"yes"_s);
    row("list beyond the largest", "bulkCap", 100001);
    row("list of a text", "bulkCap", u"9"_s);
    row("secret", "secret", u"s"_s);
    row("unknown member", "colour", u"red"_s);
}

void ProfileJsonTest::refusesWhatItDoesNotUnderstand()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject object = ProfileJson::write(complete());
    object.insert(key, value);
    const auto read = ProfileJson::read(object);
    QVERIFY(!read);
    QCOMPARE(errorCodeName(read.error().code), u"profile-invalid"_s);
    // The member is named, so that it can be found in the file.
    const QString named = read.error().detail.verbatim().section(u": "_s, -1);
    QVERIFY2(!named.isEmpty() && key.startsWith(named), qPrintable(named));
}

QTEST_GUILESS_MAIN(ProfileJsonTest)
#include "tst_profilejson.moc"
