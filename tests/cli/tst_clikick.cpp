// SPDX-License-Identifier: Apache-2.0
#include "cli/clirun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The bodies of the kick-users requests that a sandbox received.
QList<QJsonObject> kickBodies(const Sandbox &sandbox)
{
    QList<QJsonObject> result;
    for (const SandboxRequest &request : sandbox.requests()) {
        if (request.endpoint == "kick-users")
            result.append(QJsonDocument::fromJson(request.body).object());
    }
    return result;
}

QStringList texts(const QJsonValue &array)
{
    QStringList result;
    for (const QVariant &item : array.toArray().toVariantList())
        result << item.toString();
    return result;
}

QStringList members(const QJsonValue &apps, const QString &name)
{
    QStringList result;
    const QJsonArray array = apps.toArray();
    for (const auto app : array)
        result << app.toObject().value(name).toString();
    return result;
}

/// A user who is online somewhere, and the applications.
struct OnlineUser
{
    QString userId;
    QStringList appIds;
};

OnlineUser onlineUser(const CliPool &pool)
{
    for (const QJsonObject &user : pool.runJson({u"search"_s}).objects()) {
        const QString userId = user.value("userId"_L1).toString();
        const QJsonObject plan = pool.runJson({u"kick"_s, userId, u"--online"_s}).object();
        if (plan.value("outcome"_L1) == "planned"_L1)
            return {.userId = userId, .appIds = texts(plan.value("appIds"_L1))};
    }
    return {};
}

} // namespace

/// What kick sends and reports.
class TestCliKick : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void succeedsInBothLanguages_data();
    void succeedsInBothLanguages();
    void withoutYesNothingIsSent();
    void reportHasEveryMember();
    void onlineTakesThoseThatAreOnline();
    void everywhereTakesAllInGroups();
    void sendsTheUserIdUnlessAskedForAnother_data();
    void sendsTheUserIdUnlessAskedForAnother();
    void movedIdentifierKicksNobodyElse_data();
    void movedIdentifierKicksNobodyElse();
    void movedIdentifierThatWasSentIsUnknown();
    void typedIdentifierNeedsItsType();
    void autoSendsTheUserIdThatWasFound();
};

void TestCliKick::succeedsInBothLanguages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("headline");

    QTest::newRow("zh-CN") << u"zh-CN"_s << QByteArray("操作成功")
                           << QByteArray(
                                  "已受理，未能核实（2 / 2 个应用）\nAuthing：操作成功 · 200 / 20001\n");
    QTest::newRow("en-US") << u"en-US"_s << QByteArray("Operation succeeded")
                           << QByteArray(
                                  "Accepted, not confirmed in 2 of 2 apps\nAuthing: Operation succeeded "
                                  "· 200 / 20001\n");
}

void TestCliKick::succeedsInBothLanguages()
{
    QFETCH(QString, language);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, headline);

    const QStringList front{u"--sandbox"_s, u"--lang"_s, language};
    const QJsonObject user =
        runCli(front + QStringList{u"--json"_s, u"search"_s, u"--limit"_s, u"1"_s}).object();
    const QList<QJsonObject> apps = runCli(front + QStringList{u"--json"_s, u"apps"_s}).objects();
    QVERIFY(apps.size() > 1);
    const QString appIds =
        apps.at(0).value("appId"_L1).toString() + u',' + apps.at(1).value("appId"_L1).toString();
    const QStringList kick{
        u"kick"_s, user.value("userId"_L1).toString(), u"--apps"_s, appIds, u"--verify"_s, u"0"_s,
        u"--yes"_s};

    const CliRun json = runCli(front + QStringList{u"--json"_s} + kick);
    QCOMPARE(json.exitCode, 0);
    QCOMPARE(json.err, QByteArray());
    QVERIFY2(json.out.contains("\"message\":\"" + message + '"'), json.out.constData());
    QVERIFY2(json.out.contains("\"statusCode\":200"), json.out.constData());
    QVERIFY2(json.out.contains("\"outcome\":\"accepted\""), json.out.constData());

    const CliRun words = runCli(front + kick);
    QCOMPARE(words.exitCode, 0);
    QVERIFY2(words.out.startsWith(headline), words.out.constData());
}

void TestCliKick::withoutYesNothingIsSent()
{
    CliPool pool;
    const QString userId = pool.userWith({}).value("userId"_L1).toString();
    const QString app = pool.appIds().constFirst();
    const CliRun json = pool.runJson({u"kick"_s, userId, u"--apps"_s, app});
    QCOMPARE(json.exitCode, 0);
    QCOMPARE(json.object().value("outcome"_L1).toString(), u"planned"_s);
    QCOMPARE(json.object().value("attempts"_L1).toInt(-1), 0);
    QVERIFY(!json.object().contains("statusCode"_L1));

    const CliRun words = pool.run({u"kick"_s, userId, u"--apps"_s, app});
    QCOMPARE(words.exitCode, 0);
    QVERIFY(words.out.contains(userId.toUtf8()));
    QVERIFY(words.out.contains(app.toUtf8()));
    QVERIFY(words.out.contains("--yes"));
    QCOMPARE(pool.kickRequests(), 0);
}

void TestCliKick::reportHasEveryMember()
{
    CliPool pool;
    const OnlineUser user = onlineUser(pool);
    QVERIFY(!user.appIds.isEmpty());
    const QString app = user.appIds.first();
    const CliRun run = pool.runJson({u"kick"_s, user.userId, u"--apps"_s, app, u"--verify"_s, u"0"_s,
                                     u"--ticket"_s, u"INC-1"_s, u"--reason"_s, u"left"_s, u"--yes"_s});
    QCOMPARE(run.exitCode, 0);
    QJsonObject report = run.object();
    QVERIFY(!report.take("requestId"_L1).toString().isEmpty());
    QVERIFY(!report.take("message"_L1).toString().isEmpty());
    QVERIFY(report.take("journalId"_L1).toInteger() > 0);
    const QJsonObject appReport{{u"appId"_s, app}, {u"before"_s, u"online"_s}, {u"after"_s, u"unknown"_s}};
    QCOMPARE(report, (QJsonObject{{u"command"_s, u"kick"_s},
                                  {u"userId"_s, user.userId},
                                  {u"userIdType"_s, u"user_id"_s},
                                  {u"appIds"_s, QJsonArray{app}},
                                  {u"outcome"_s, u"accepted"_s},
                                  {u"httpStatus"_s, 200},
                                  {u"statusCode"_s, 200},
                                  {u"apiCode"_s, 20001},
                                  {u"apps"_s, QJsonArray{appReport}},
                                  {u"attempts"_s, 1}}));
    QCOMPARE(pool.kickRequests(), 1);
}

void TestCliKick::onlineTakesThoseThatAreOnline()
{
    CliPool pool;
    const OnlineUser user = onlineUser(pool);
    QVERIFY(!user.appIds.isEmpty());
    const QStringList kick{u"kick"_s, user.userId, u"--online"_s, u"--verify"_s, u"0"_s, u"--yes"_s};
    const CliRun first = pool.runJson(kick);
    QCOMPARE(first.exitCode, 0);
    QCOMPARE(first.object().value("outcome"_L1).toString(), u"accepted"_s);
    QCOMPARE(texts(kickBodies(pool.sandbox()).constFirst().value("appIds"_L1)), user.appIds);
    QCOMPARE(members(first.object().value("apps"_L1), u"before"_s),
             QStringList(user.appIds.size(), u"online"_s));

    const CliRun second = pool.runJson(kick);
    QCOMPARE(second.exitCode, 0);
    const QJsonObject report = second.object();
    QCOMPARE(report.value("outcome"_L1).toString(), u"skipped"_s);
    QCOMPARE(report.value("reason"_L1).toString(), u"already_offline"_s);
    QCOMPARE(report.value("appIds"_L1).toArray(), QJsonArray());
    const QStringList before = members(report.value("apps"_L1), u"before"_s);
    QVERIFY(before.size() >= user.appIds.size());
    QCOMPARE(before.count(u"offline"_s), before.size());
    QCOMPARE(pool.kickRequests(), 1);

    // What cannot be checked is taken along.
    pool.sandbox().setFaults({u"check-unavailable"_s});
    const CliRun blind = pool.runJson(kick);
    QCOMPARE(blind.exitCode, 0);
    QCOMPARE(blind.object().value("outcome"_L1).toString(), u"accepted"_s);
    QCOMPARE(texts(blind.object().value("appIds"_L1)).size(), before.size());
}

void TestCliKick::everywhereTakesAllInGroups()
{
    CliPool pool({.applications = 120});
    const QString userId = pool.userWith({}).value("userId"_L1).toString();
    const CliRun run =
        pool.runJson({u"kick"_s, userId, u"--everywhere"_s, u"--verify"_s, u"0"_s, u"--yes"_s});
    QCOMPARE(run.exitCode, 0);
    QStringList sent;
    for (const QJsonObject &body : kickBodies(pool.sandbox()))
        sent << texts(body.value("appIds"_L1));
    QCOMPARE(pool.kickRequests(), 3);
    QCOMPARE(sent.size(), 120);
    QCOMPARE(texts(run.object().value("appIds"_L1)), sent);
    QCOMPARE(members(run.object().value("apps"_L1), u"appId"_s), sent);
    QCOMPARE(run.object().value("attempts"_L1).toInt(), 3);
}

void TestCliKick::sendsTheUserIdUnlessAskedForAnother_data()
{
    QTest::addColumn<QString>("idType");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("prefix");

    QTest::newRow("user_id") << u"user_id"_s << u"userId"_s << QString();
    QTest::newRow("external_id") << u"external_id"_s << u"externalId"_s << QString();
    QTest::newRow("phone") << u"phone"_s << u"phone"_s << QString();
    QTest::newRow("phone with the country code") << u"phone"_s << u"phone"_s << u"+86 "_s;
    QTest::newRow("email") << u"email"_s << u"email"_s << QString();
    QTest::newRow("username") << u"username"_s << u"username"_s << QString();
    QTest::newRow("with a space around it") << u"username"_s << u"username"_s << u" "_s;
}

void TestCliKick::sendsTheUserIdUnlessAskedForAnother()
{
    QFETCH(QString, idType);
    QFETCH(QString, field);
    QFETCH(QString, prefix);

    CliPool pool;
    const QJsonObject user = pool.userWith({field});
    const QString value = user.value(field).toString();
    const QStringList kick{u"kick"_s,     prefix + value, u"--id-type"_s,
                           idType,        u"--apps"_s,    pool.appIds().constFirst(),
                           u"--verify"_s, u"0"_s,         u"--yes"_s};
    const auto check = [](const QJsonObject &object, const QJsonObject &body, const QString &id,
                          const QString &type) {
        QCOMPARE(object.value("userId"_L1).toString(), id);
        QCOMPARE(object.value("userIdType"_L1).toString(), type);
        QCOMPARE(body.value("userId"_L1).toString(), id);
        QCOMPARE(body.value("options"_L1).toObject().value("userIdType"_L1).toString(), type);
    };
    const CliRun run = pool.runJson(kick);
    QCOMPARE(run.exitCode, 0);
    check(run.object(), kickBodies(pool.sandbox()).constLast(), user.value("userId"_L1).toString(),
          u"user_id"_s);
    const CliRun typed = pool.runJson(kick + QStringList{u"--send-as-typed"_s});
    QCOMPARE(typed.exitCode, 0);
    check(typed.object(), kickBodies(pool.sandbox()).constLast(), value, idType);
}

void TestCliKick::movedIdentifierKicksNobodyElse_data()
{
    QTest::addColumn<QString>("idType");
    QTest::addColumn<QString>("field");
    QTest::newRow("phone") << u"phone"_s << u"phone"_s;
    QTest::newRow("email") << u"email"_s << u"email"_s;
    QTest::newRow("username") << u"username"_s << u"username"_s;
    QTest::newRow("external_id") << u"external_id"_s << u"externalId"_s;
}

/// Between look-up and kick the identifier is given to another user.
void TestCliKick::movedIdentifierKicksNobodyElse()
{
    QFETCH(QString, idType);
    QFETCH(QString, field);

    CliPool pool({.users = 60, .faults = {u"identifier-moves"_s}});
    const QJsonObject user = pool.userWith({u"phone"_s, u"email"_s, u"username"_s, u"externalId"_s});
    const CliRun run = pool.runJson({u"kick"_s, user.value(field).toString(), u"--id-type"_s, idType,
                                     u"--apps"_s, pool.appIds().constFirst(), u"--yes"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.object().value("outcome"_L1).toString(), u"verified"_s);
    QCOMPARE(run.object().value("proof"_L1).toString(), u"each"_s);
    for (const QJsonObject &body : kickBodies(pool.sandbox()))
        QCOMPARE(body.value("userId"_L1), user.value("userId"_L1));
}

void TestCliKick::movedIdentifierThatWasSentIsUnknown()
{
    CliPool pool({.users = 60, .faults = {u"identifier-moves"_s}});
    const QJsonObject user = pool.userWith({u"phone"_s, u"email"_s, u"username"_s, u"externalId"_s});
    const CliRun run =
        pool.runJson({u"kick"_s, user.value("email"_L1).toString(), u"--id-type"_s, u"email"_s, u"--apps"_s,
                      pool.appIds().constFirst(), u"--send-as-typed"_s, u"--verify"_s, u"1"_s, u"--yes"_s});
    QCOMPARE(run.exitCode, 4);
    QCOMPARE(run.object().value("outcome"_L1).toString(), u"unknown"_s);
    QCOMPARE(run.object().value("reason"_L1).toString(), u"identifier_moved"_s);
}

void TestCliKick::typedIdentifierNeedsItsType()
{
    CliPool pool;
    for (const QStringList &command : {QStringList{u"kick"_s, u"alice"_s, u"--apps"_s, u"app"_s},
                                       QStringList{u"bulk"_s, u"plan"_s, u"list.csv"_s, u"--apps"_s, u"app"_s,
                                                   u"--out"_s, u"plan.json"_s}}) {
        const CliRun run = pool.run(command + QStringList{u"--id-type"_s, u"auto"_s, u"--send-as-typed"_s});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("--send-as-typed"), run.err.constData());
    }
    QCOMPARE(pool.kickRequests(), 0);
}

void TestCliKick::autoSendsTheUserIdThatWasFound()
{
    CliPool pool;
    const QJsonObject user = pool.userWith({u"email"_s});
    const CliRun run =
        pool.runJson({u"kick"_s, user.value("email"_L1).toString(), u"--id-type"_s, u"auto"_s, u"--apps"_s,
                      pool.appIds().constFirst(), u"--verify"_s, u"0"_s, u"--yes"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.object().value("userId"_L1), user.value("userId"_L1));
    QCOMPARE(run.object().value("userIdType"_L1).toString(), u"user_id"_s);
}

QTEST_GUILESS_MAIN(TestCliKick)
#include "tst_clikick.moc"
