// SPDX-License-Identifier: Apache-2.0
#include "cli/clirun.h"
#include "support/processtimer.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QJsonDocument>
#include <QSet>
#include <QTcpServer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestCliReads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void searchPrintsOneUserALine();
    void searchCollectsPagesUpToTheLimit();
    void searchFindsByText();
    void searchInWordsIsATable();
    void userIsFoundByEveryIdType_data();
    void userIsFoundByEveryIdType();
    void userInWords();
    void appsAreAllPages();
    void signaturesWorkToo();
    void failureHasItsExitCode_data();
    void failureHasItsExitCode();
    void wrongKeyIsHalted();
    void closedPortIsUnreachable();
    void timeoutIsKept();
    void poolIdIsChecked_data();
    void poolIdIsChecked();
    void tlsNeedsTheCaFile();
};

void TestCliReads::searchPrintsOneUserALine()
{
    static const QSet<QString> known{u"userId"_s,    u"status"_s, u"name"_s,         u"nickname"_s,
                                     u"username"_s,  u"email"_s,  u"phone"_s,        u"externalId"_s,
                                     u"lastLogin"_s, u"lastIp"_s, u"lastLoginApp"_s, u"phoneCountryCode"_s,
                                     u"device"_s};
    const CliPool pool;
    const CliRun run = pool.runJson({u"search"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.err, QByteArray());
    QCOMPARE(run.objects().size(), 50);
    for (const QJsonObject &user : run.objects()) {
        QVERIFY(!user.value("userId"_L1).toString().isEmpty());
        QVERIFY(!user.value("status"_L1).toString().isEmpty());
        for (const QString &name : user.keys())
            QVERIFY2(known.contains(name), qPrintable(name));
        const QString lastLogin = user.value("lastLogin"_L1).toString();
        if (!lastLogin.isEmpty()) {
            QVERIFY(lastLogin.endsWith(u'Z'));
            QVERIFY(QDateTime::fromString(lastLogin, Qt::ISODateWithMs).isValid());
        }
    }
}

void TestCliReads::searchCollectsPagesUpToTheLimit()
{
    CliPool pool;
    const CliRun run = pool.runJson({u"search"_s, u"--limit"_s, u"120"_s});
    QCOMPARE(run.exitCode, 0);
    QSet<QString> ids;
    for (const QJsonObject &user : run.objects())
        ids << user.value("userId"_L1).toString();
    QCOMPARE(ids.size(), 120);
    QCOMPARE(pool.sandbox().requestCount("list-users"), 3);
}

void TestCliReads::searchFindsByText()
{
    const CliPool pool;
    const QJsonObject user = pool.userWith({u"email"_s});
    const CliRun run = pool.runJson({u"search"_s, user.value("email"_L1).toString()});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.object().value("userId"_L1), user.value("userId"_L1));

    const CliRun nobody = pool.runJson({u"search"_s, u"no-such-user-anywhere"_s});
    QCOMPARE(nobody.exitCode, 0);
    QCOMPARE(nobody.out, QByteArray());
}

void TestCliReads::searchInWordsIsATable()
{
    const CliPool pool;
    const CliRun run = pool.run({u"--lang"_s, u"en-US"_s, u"search"_s, u"--limit"_s, u"3"_s});
    QCOMPARE(run.exitCode, 0);
    const QList<QByteArray> lines = run.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines.first().startsWith("User ID"));
    QVERIFY2(run.err.contains("3 of 2000"), run.err.constData());
}

void TestCliReads::userIsFoundByEveryIdType_data()
{
    QTest::addColumn<QString>("idType");
    QTest::addColumn<QString>("field");

    QTest::newRow("user_id") << u"user_id"_s << u"userId"_s;
    QTest::newRow("external_id") << u"external_id"_s << u"externalId"_s;
    QTest::newRow("phone") << u"phone"_s << u"phone"_s;
    QTest::newRow("email") << u"email"_s << u"email"_s;
    QTest::newRow("username") << u"username"_s << u"username"_s;
    QTest::newRow("auto by user ID") << u"auto"_s << u"userId"_s;
    QTest::newRow("auto by e-mail") << u"auto"_s << u"email"_s;
}

void TestCliReads::userIsFoundByEveryIdType()
{
    QFETCH(QString, idType);
    QFETCH(QString, field);

    const CliPool pool;
    const QJsonObject user = pool.userWith({field});
    QVERIFY(!user.isEmpty());
    const CliRun run = pool.runJson({u"user"_s, user.value(field).toString(), u"--id-type"_s, idType});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.object().value("userId"_L1), user.value("userId"_L1));
}

void TestCliReads::userInWords()
{
    const CliPool pool;
    const QJsonObject user = pool.userWith({u"email"_s, u"phone"_s, u"name"_s});
    const CliRun run = pool.run({u"user"_s, user.value("userId"_L1).toString()});
    QCOMPARE(run.exitCode, 0);
    QVERIFY(run.out.contains(user.value("name"_L1).toString().toUtf8()));
    QVERIFY(run.out.contains(user.value("email"_L1).toString().toUtf8()));
    // A screen in an open office shows no whole phone number.
    QVERIFY(!run.out.contains(user.value("phone"_L1).toString().toUtf8()));
}

void TestCliReads::appsAreAllPages()
{
    const CliPool pool({.applications = 120});
    const CliRun run = pool.runJson({u"apps"_s});
    QCOMPARE(run.exitCode, 0);
    QSet<QString> ids;
    for (const QJsonObject &application : run.objects()) {
        ids << application.value("appId"_L1).toString();
        QVERIFY(!application.value("appName"_L1).toString().isEmpty());
        QVERIFY(!application.value("appIdentifier"_L1).toString().isEmpty());
    }
    QCOMPARE(ids.size(), 120);

    const CliRun words = pool.run({u"apps"_s});
    QCOMPARE(words.exitCode, 0);
    QCOMPARE(words.out.trimmed().count('\n'), 120);
}

void TestCliReads::signaturesWorkToo()
{
    CliPool pool;
    QCOMPARE(pool.runJson({u"--auth"_s, u"signature"_s, u"search"_s, u"张"_s}).exitCode, 0);
    QCOMPARE(pool.sandbox().requestCount("get-management-token"), 0);
}

void TestCliReads::failureHasItsExitCode_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("name");

    const QStringList user{u"user"_s, u"6319a1504f3c0f214dd5b7ff"_s};
    const QStringList automatic{u"user"_s, u"6319a1504f3c0f214dd5b7ff"_s, u"--id-type"_s, u"auto"_s};
    QTest::newRow("no such user") << QString() << user << 3 << QByteArray("user-not-found");
    QTest::newRow("no such user of any type") << QString() << automatic << 3 << QByteArray("user-not-found");
    QTest::newRow("look-up forbidden") << u"search-forbidden"_s << user << 5 << QByteArray("forbidden");
    QTest::newRow("auto needs the look-up")
        << u"search-forbidden"_s << automatic << 2 << QByteArray("forbidden");
    QTest::newRow("search forbidden")
        << u"search-forbidden"_s << QStringList{u"search"_s} << 5 << QByteArray("forbidden");
    QTest::newRow("answer cut off") << u"half-body@list-users"_s << QStringList{u"search"_s} << 4
                                    << QByteArray();
    QTest::newRow("sign-in page") << u"captive-portal@list-users"_s << QStringList{u"search"_s} << 4
                                  << QByteArray("sign-in-page");
    QTest::newRow("redirect") << u"redirect-302@list-users"_s << QStringList{u"search"_s} << 3
                              << QByteArray("redirected");
}

void TestCliReads::failureHasItsExitCode()
{
    QFETCH(QString, fault);
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, name);

    CliPool pool;
    pool.sandbox().setFaults(fault.isEmpty() ? QStringList() : QStringList{fault});
    const CliRun run = pool.runJson(arguments);
    QTEST(run.exitCode, "exitCode");
    QCOMPARE(run.out, QByteArray());
    QVERIFY2(run.err.contains(name), run.err.constData());
}

void TestCliReads::wrongKeyIsHalted()
{
    const CliPool pool;
    const QStringList arguments{u"--host"_s, pool.address().host.toString(), u"--secret-stdin"_s,
                                u"--key-id"_s};
    for (const QString &auth : {u"token"_s, u"signature"_s}) {
        const CliRun run = runCli(arguments + QStringList{pool.address().keyId, u"--auth"_s, auth, u"apps"_s},
                                  "not-the-secret\n");
        QCOMPARE(run.exitCode, 5);
        QVERIFY2(run.err.contains("credentials-rejected"), run.err.constData());
    }
}

void TestCliReads::closedPortIsUnreachable()
{
    // A port that was free a moment ago, and whose server has gone.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QString host = u"http://127.0.0.1:%1"_s.arg(server.serverPort());
    server.close();
    const CliRun run =
        runCli({u"--host"_s, host, u"--key-id"_s, u"k"_s, u"--secret-stdin"_s, u"apps"_s}, "s\n");
    QCOMPARE(run.exitCode, 6);
    QVERIFY2(run.err.contains("connection-refused"), run.err.constData());
}

void TestCliReads::timeoutIsKept()
{
    CliPool pool;
    pool.sandbox().setFaults({u"never@list-users"_s});
    QElapsedTimer real;
    ProcessTimer time;
    real.start();
    time.start();
    const CliRun run = pool.runJson({u"--timeout"_s, u"1"_s, u"search"_s});
    QCOMPARE(run.exitCode, 4);
    QVERIFY2(run.err.contains("deadline"), run.err.constData());
    QVERIFY2(real.elapsed() >= 900, qPrintable(QString::number(real.elapsed())));
    QVERIFY2(time.elapsed() < 2500, qPrintable(QString::number(time.elapsed())));
}

void TestCliReads::poolIdIsChecked_data()
{
    QTest::addColumn<QString>("auth");
    QTest::addColumn<QByteArray>("code");

    QTest::newRow("token") << u"token"_s << QByteArray("pool-mismatch");
    QTest::newRow("signature") << u"signature"_s << QByteArray("pool-not-found");
}

void TestCliReads::poolIdIsChecked()
{
    QFETCH(QString, auth);
    QFETCH(QByteArray, code);

    CliPool pool;
    const QStringList front{u"--auth"_s, auth, u"--pool-id"_s};
    QCOMPARE(pool.run(front + QStringList{pool.address().poolId, u"apps"_s}).exitCode, 0);
    const CliRun other = pool.run(front + QStringList{u"62eaa95f00000000000000ff"_s, u"search"_s});
    QCOMPARE(other.exitCode, 5);
    QCOMPARE(other.out, QByteArray());
    QVERIFY2(other.err.contains(code), other.err.constData());
    QCOMPARE(pool.sandbox().requestCount("list-users"), 0);
}

void TestCliReads::tlsNeedsTheCaFile()
{
    const CliPool pool({.tls = true});
    const CliRun without = pool.run({u"apps"_s});
    QCOMPARE(without.exitCode, 6);
    QVERIFY2(without.err.contains("tls-failed"), without.err.constData());
    QCOMPARE(pool.run({u"--ca-file"_s, pool.address().caFile, u"apps"_s}).exitCode, 0);
    const CliRun nonsense = pool.run({u"--ca-file"_s, QStringLiteral(__FILE__), u"apps"_s});
    QCOMPARE(nonsense.exitCode, 2);
    QVERIFY2(nonsense.err.contains("invalid-ca-file"), nonsense.err.constData());
}

QTEST_GUILESS_MAIN(TestCliReads)
#include "tst_clireads.moc"
