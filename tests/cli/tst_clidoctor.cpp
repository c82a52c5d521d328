// SPDX-License-Identifier: Apache-2.0
#include "cli/clirun.h"

#include <QMap>
#include <QTcpServer>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The state of each check by its name.
QMap<QString, QString> states(const CliRun &run)
{
    QMap<QString, QString> result;
    for (const QJsonObject &object : run.objects())
        result.insert(object.value("check"_L1).toString(), object.value("state"_L1).toString());
    return result;
}

/// The first check that failed, with its error.
QString failure(const CliRun &run)
{
    for (const QJsonObject &object : run.objects()) {
        if (object.value("state"_L1).toString() == "failed"_L1)
            return object.value("check"_L1).toString() + u' ' + object.value("error"_L1).toString();
    }
    return {};
}

quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

/// `kickdesk-cli doctor`.
class CliDoctorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsAGoodConnectionGood();
    void saysWhatTheKeyMayNotDo_data();
    void saysWhatTheKeyMayNotDo();
    void saysWhyNothingWorks_data();
    void saysWhyNothingWorks();
    void warnsOfAWrongClock();
    void speaksChinese();
    void tellsNoSecret();
};

void CliDoctorTest::findsAGoodConnectionGood()
{
    CliPool pool({.users = 50});
    const CliRun run = pool.runJson({u"doctor"_s});
    QCOMPARE(run.exitCode, 0);
    const auto found = states(run);
    QCOMPARE(found.size(), 17);
    QCOMPARE(found.value(u"list-users"_s), u"passed"_s);
    QCOMPARE(found.value(u"kick-users"_s), u"skipped"_s);
    QCOMPARE(failure(run), QString());
    QCOMPARE(pool.kickRequests(), 0);
}

void CliDoctorTest::saysWhatTheKeyMayNotDo_data()
{
    QTest::addColumn<QString>("endpoint");
    for (const char *endpoint :
         {"list-users", "get-user", "get-user-batch", "get-user-loggedin-apps", "check-session-status",
          "get-user-login-history", "list-application-active-users", "get-admin-audit-logs",
          "get-security-settings"})
        QTest::newRow(endpoint) << QString::fromLatin1(endpoint);
}

void CliDoctorTest::saysWhatTheKeyMayNotDo()
{
    QFETCH(QString, endpoint);
    const CliPool pool({.users = 50, .faults = {u"code-403@"_s + endpoint}});
    const CliRun run = pool.runJson({u"doctor"_s});
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(failure(run), endpoint + u" forbidden"_s);
}

void CliDoctorTest::saysWhyNothingWorks_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("says");
    QTest::newRow("dead port") << u"http://127.0.0.1:%1"_s.arg(closedPort()) << "s"_ba << 6
                               << u"connect connection-refused"_s;
    QTest::newRow("unknown host") << u"https://no-such-host.invalid"_s << "s"_ba << 6
                                  << u"host-name host-not-found"_s;
    QTest::newRow("wrong secret") << QString() << "wrong"_ba << 5 << u"key credentials-rejected"_s;
}

void CliDoctorTest::saysWhyNothingWorks()
{
    QFETCH(QString, host);
    QFETCH(QByteArray, secret);
    QFETCH(QString, says);
    const CliPool pool({.users = 50});
    const CliRun run =
        runCli({u"--host"_s, host.isEmpty() ? pool.address().host.toString() : host, u"--key-id"_s,
                pool.address().keyId, u"--secret-stdin"_s, u"--json"_s, u"doctor"_s},
               secret + '\n');
    QTEST(run.exitCode, "exitCode");
    QCOMPARE(failure(run), says);
    QCOMPARE(states(run).size(), 17);
}

void CliDoctorTest::warnsOfAWrongClock()
{
    const CliPool pool({.users = 50, .faults = {u"clock-skew"_s}});
    const CliRun run = pool.runJson({u"--auth"_s, u"signature"_s, u"doctor"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(states(run).value(u"clock"_s), u"warning"_s);
}

void CliDoctorTest::speaksChinese()
{
    const CliPool pool({.users = 50, .faults = {u"check-unavailable"_s}});
    const CliRun run = pool.run({u"--lang"_s, u"zh-CN"_s, u"doctor"_s});
    QCOMPARE(run.exitCode, 3);
    for (const QByteArray &line : run.out.trimmed().split('\n')) {
        const QString text = QString::fromUtf8(line);
        QVERIFY2(std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; }),
                 line.constData());
    }
}

void CliDoctorTest::tellsNoSecret()
{
    const CliPool pool({.users = 50, .faults = {u"code-403@list-users"_s}});
    for (const QStringList &arguments : {QStringList{u"doctor"_s}, {u"--json"_s, u"doctor"_s}}) {
        const CliRun run = pool.run(arguments);
        QVERIFY(!(run.out + run.err).contains(pool.address().secret.reveal()));
    }
}

QTEST_GUILESS_MAIN(CliDoctorTest)
#include "tst_clidoctor.moc"
