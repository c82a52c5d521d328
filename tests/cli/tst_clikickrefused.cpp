// SPDX-License-Identifier: Apache-2.0
#include "cli/clirun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
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

} // namespace

/// What becomes of a kick that fails or is not sent.
class TestCliKickRefused : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultHasItsOutcome_data();
    void faultHasItsOutcome();
    void unknownUserIsSkipped();
    void identityThatIsNotShownIsSkipped_data();
    void identityThatIsNotShownIsSkipped();
    void autoNeedsTheLookUp();
    void onlyAUserIdDoesWithoutItsLookUp_data();
    void onlyAUserIdDoesWithoutItsLookUp();
    void wrongKeySendsNothing();
    void closedPortSendsNothing();
    void otherPoolSendsNothing();
    void refusalAfterNobodyKnewStopsTheScript();
    void unusableJournalSendsNothing_data();
    void unusableJournalSendsNothing();
    void repeatedApplicationsAreSentOnce();
    void wordsNameUserAndOutcome();
};

void TestCliKickRefused::faultHasItsOutcome_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("reason");

    const auto row = [](const char *fault, const char *outcome, int exitCode, const char *reason = "") {
        QTest::newRow(fault) << QString::fromLatin1(fault) << QString::fromLatin1(outcome) << exitCode
                             << QString::fromLatin1(reason);
    };
    row("ok", "accepted", 0);
    row("100-continue", "accepted", 0);
    row("set-cookie", "accepted", 0);
    row("token-expired", "accepted", 0);
    row("search-forbidden", "accepted", 0);
    row("check-unavailable", "accepted", 0);
    row("code-400", "rejected", 3, "refused");
    row("code-402", "rejected", 5, "plan_required");
    row("code-403", "rejected", 5, "forbidden");
    row("code-404", "rejected", 3);
    row("code-422", "rejected", 3, "refused");
    row("code-500", "unknown", 4, "server_fault");
    row("success-false", "rejected", 3, "not_done");
    row("success-missing", "unknown", 4, "envelope_malformed");
    row("code-string", "unknown", 4);
    row("empty", "unknown", 4);
    row("bad-utf8", "unknown", 4);
    row("half-body", "unknown", 4);
    row("close-no-answer", "unknown", 4);
    row("redirect-302", "rejected", 3, "redirected");
    row("401-basic", "rejected", 5);
    row("captive-portal", "unknown", 4, "sign_in_page");
    row("user-gone", "skipped", 3, "user_not_found");
    row("user-gone@kick-users", "skipped", 3, "user_not_found");
    row("app-gone@kick-users", "rejected", 3, "application_not_found");
    row("key-revoked", "rejected", 5);
    row("429-retry-huge", "rejected", 3, "rate_limited");
    row("status-201", "accepted", 0);
    row("status-201 app-gone@kick-users", "rejected", 3, "application_not_found");
    row("status-201 user-gone@kick-users", "skipped", 3, "user_not_found");
    row("204", "unknown", 4, "not_json");
}

void TestCliKickRefused::faultHasItsOutcome()
{
    QFETCH(QString, fault);
    QFETCH(QString, outcome);
    QFETCH(int, exitCode);
    QFETCH(QString, reason);

    CliPool pool;
    const QString userId = pool.userWith({}).value("userId"_L1).toString();
    const QString app = pool.appIds().constFirst();
    pool.sandbox().setFaults(fault.split(u' '));
    const CliRun run = pool.runJson({u"kick"_s, userId, u"--apps"_s, app, u"--verify"_s, u"0"_s, u"--yes"_s});
    const QJsonObject report = run.object();
    QCOMPARE(report.value("outcome"_L1).toString(), outcome);
    QCOMPARE(run.exitCode, exitCode);
    QCOMPARE(report.value("userId"_L1).toString(), userId);
    QCOMPARE(texts(report.value("appIds"_L1)), QStringList{app});
    // An attempt whose token is refused ends before its request leaves.
    QVERIFY(pool.kickRequests() <= report.value("attempts"_L1).toInteger(-1));
    QVERIFY(pool.kickRequests() > 0 || outcome == "skipped"_L1);
    if (!reason.isEmpty())
        QCOMPARE(report.value("reason"_L1).toString(), reason);
    if (fault.startsWith("status-201"_L1)) {
        QCOMPARE(report.value("httpStatus"_L1).toInt(), 201);
        const QJsonObject recorded = runCli({u"--json"_s, u"history"_s}).objects().constFirst();
        QCOMPARE(recorded.value("httpStatus"_L1).toInt(), 201);
    }
    if (exitCode != 0)
        QVERIFY(!run.err.isEmpty());
    QVERIFY(!run.out.contains(pool.address().secret.reveal()));
    QVERIFY(!run.err.contains(pool.address().secret.reveal()));
}

void TestCliKickRefused::unknownUserIsSkipped()
{
    CliPool pool;
    const QString app = pool.appIds().constFirst();
    const QList<QStringList> users{{u"6319a1504f3c0f214dd5b7ff"_s},
                                   {u"nobody@example.com"_s, u"--id-type"_s, u"email"_s},
                                   {u"nobody@example.com"_s, u"--id-type"_s, u"auto"_s}};
    for (const QStringList &user : users) {
        const CliRun run =
            pool.runJson(QStringList{u"kick"_s} + user + QStringList{u"--apps"_s, app, u"--yes"_s});
        QCOMPARE(run.exitCode, 3);
        QCOMPARE(run.object().value("outcome"_L1).toString(), u"skipped"_s);
        QCOMPARE(run.object().value("reason"_L1).toString(), u"user_not_found"_s);
        QCOMPARE(run.object().value("userId"_L1).toString(), user.first());
        QCOMPARE(members(run.object().value("apps"_L1), u"appId"_s), QStringList{app});
    }
    QCOMPARE(pool.kickRequests(), 0);
}

void TestCliKickRefused::identityThatIsNotShownIsSkipped_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("source");
    QTest::newRow("identity") << u"identity"_s << u"extIdpId"_s;
    QTest::newRow("sync_relation") << u"sync_relation"_s << u"provider"_s;
}

void TestCliKickRefused::identityThatIsNotShownIsSkipped()
{
    QFETCH(QString, type);
    QFETCH(QString, source);
    CliPool pool;
    const QString app = pool.appIds().constFirst();
    // A featured user has an identity.
    const QString userId = pool.userWith({}).value("userId"_L1).toString();
    const QJsonObject identity =
        pool.runJson({u"user"_s, userId}).object().value("identities"_L1).toArray().first().toObject();
    const QString id = identity.value(source).toString() + u':' + identity.value("userIdInIdp"_L1).toString();
    QVERIFY2(id.size() > 5, qPrintable(id));
    pool.sandbox().setFaults({u"identities-hidden"_s});
    const QStringList kick{u"kick"_s,     id,     u"--id-type"_s, type, u"--apps"_s, app,
                           u"--verify"_s, u"0"_s, u"--yes"_s};
    const CliRun refused = pool.runJson(kick);
    QCOMPARE(refused.exitCode, 3);
    QCOMPARE(refused.object().value("outcome"_L1).toString(), u"skipped"_s);
    QCOMPARE(refused.object().value("reason"_L1).toString(), u"identity_not_compared"_s);
    QVERIFY(refused.err.contains("identity-not-compared"));
    QCOMPARE(pool.kickRequests(), 0);
    QCOMPARE(pool.runJson({u"user"_s, id, u"--id-type"_s, type}).exitCode, 3);

    const CliRun accepted = pool.runJson(kick + QStringList{u"--accept-unverified-identity"_s});
    QCOMPARE(accepted.exitCode, 0);
    QCOMPARE(accepted.object().value("outcome"_L1).toString(), u"accepted"_s);
    QCOMPARE(pool.kickRequests(), 1);
    QList<QJsonObject> history = runCli({u"--json"_s, u"history"_s}).objects();
    QCOMPARE(history.first().value("identityUnverified"_L1), QJsonValue(true));

    // Where the server shows them there is nothing to accept.
    pool.sandbox().setFaults({});
    QCOMPARE(pool.runJson(kick + QStringList{u"--accept-unverified-identity"_s}).exitCode, 0);
    history = runCli({u"--json"_s, u"history"_s}).objects();
    QCOMPARE(history.first().value("identityUnverified"_L1), QJsonValue(false));
}

void TestCliKickRefused::autoNeedsTheLookUp()
{
    CliPool pool;
    const QString userId = pool.userWith({}).value("userId"_L1).toString();
    const QStringList kick{u"kick"_s,  userId,        u"--apps"_s, pool.appIds().constFirst(),
                           u"--yes"_s, u"--verify"_s, u"0"_s,      u"--id-type"_s};
    pool.sandbox().setFaults({u"search-forbidden"_s});
    const CliRun automatic = pool.runJson(kick + QStringList{u"auto"_s});
    QCOMPARE(automatic.exitCode, 2);
    QCOMPARE(automatic.object().value("outcome"_L1).toString(), u"not_sent"_s);
    QCOMPARE(pool.kickRequests(), 0);

    const CliRun named = pool.runJson(kick + QStringList{u"user_id"_s});
    QCOMPARE(named.exitCode, 0);
    QVERIFY2(named.err.contains("forbidden"), named.err.constData());
    QCOMPARE(pool.kickRequests(), 1);
}

void TestCliKickRefused::onlyAUserIdDoesWithoutItsLookUp_data()
{
    QTest::addColumn<QString>("idType");
    QTest::addColumn<QString>("field");
    QTest::newRow("user_id") << u"user_id"_s << u"userId"_s;
    QTest::newRow("external_id") << u"external_id"_s << u"externalId"_s;
    QTest::newRow("phone") << u"phone"_s << u"phone"_s;
    QTest::newRow("email") << u"email"_s << u"email"_s;
    QTest::newRow("username") << u"username"_s << u"username"_s;
}

/// Two users may have the same of everything else by the time that it is sent.
void TestCliKickRefused::onlyAUserIdDoesWithoutItsLookUp()
{
    QFETCH(QString, idType);
    QFETCH(QString, field);
    CliPool pool;
    const QString value = pool.userWith({field}).value(field).toString();
    const QString appId = pool.appIds().constFirst();
    pool.sandbox().setFaults({u"close-no-answer@get-user"_s, u"close-no-answer@list-users"_s});
    const CliRun run = pool.runJson(
        {u"kick"_s, value, u"--id-type"_s, idType, u"--apps"_s, appId, u"--verify"_s, u"0"_s, u"--yes"_s});
    const bool isUserId = idType == "user_id"_L1;
    QCOMPARE(pool.kickRequests(), isUserId ? 1 : 0);
    QCOMPARE(run.exitCode == 0, isUserId);
}

void TestCliKickRefused::wrongKeySendsNothing()
{
    CliPool pool;
    for (const QString &auth : {u"token"_s, u"signature"_s}) {
        const CliRun run = runCli({u"--json"_s, u"--host"_s, pool.address().host.toString(), u"--key-id"_s,
                                   pool.address().keyId, u"--secret-stdin"_s, u"--auth"_s, auth, u"kick"_s,
                                   u"6319a1504f3c0f214dd5b7ff"_s, u"--apps"_s, u"a"_s, u"--yes"_s},
                                  "not-the-secret\n");
        QCOMPARE(run.exitCode, 5);
        QCOMPARE(run.object().value("outcome"_L1).toString(), u"not_sent"_s);
        QCOMPARE(run.object().value("reason"_L1).toString(), u"credentials_rejected"_s);
    }
    QCOMPARE(pool.kickRequests(), 0);
}

void TestCliKickRefused::closedPortSendsNothing()
{
    QString host;
    {
        const CliPool gone;
        host = gone.address().host.toString();
    }
    const CliRun run = runCli({u"--json"_s, u"--host"_s, host, u"--key-id"_s, u"k"_s, u"--secret-stdin"_s,
                               u"kick"_s, u"6319a1504f3c0f214dd5b7ff"_s, u"--apps"_s, u"a,b"_s, u"--yes"_s},
                              "s\n");
    QCOMPARE(run.exitCode, 6);
    QCOMPARE(run.object().value("outcome"_L1).toString(), u"not_sent"_s);
    QCOMPARE(run.object().value("attempts"_L1).toInt(-1), 0);
    QCOMPARE(members(run.object().value("apps"_L1), u"before"_s), (QStringList{u"unknown"_s, u"unknown"_s}));
}

void TestCliKickRefused::otherPoolSendsNothing()
{
    CliPool pool;
    const CliRun run = pool.runJson({u"--pool-id"_s, u"62eaa95f00000000000000ff"_s, u"kick"_s,
                                     u"6319a1504f3c0f214dd5b7ff"_s, u"--apps"_s, u"a"_s, u"--yes"_s});
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(run.object().value("outcome"_L1).toString(), u"not_sent"_s);
    QCOMPARE(run.object().value("reason"_L1).toString(), u"pool_mismatch"_s);
    QCOMPARE(pool.kickRequests(), 0);
}

void TestCliKickRefused::refusalAfterNobodyKnewStopsTheScript()
{
    CliPool pool;
    const QString userId = pool.userWith({}).value("userId"_L1).toString();
    const QString app = pool.appIds().constFirst();
    // The first request may have been carried out, the second is forbidden.
    pool.sandbox().setFaults({u"nonce-replay"_s, u"code-403"_s});
    const CliRun run = pool.runJson({u"kick"_s, userId, u"--apps"_s, app, u"--yes"_s});
    QCOMPARE(run.exitCode, 5);
    QCOMPARE(run.object().value("outcome"_L1).toString(), u"still_online"_s);
    QCOMPARE(run.object().value("attempts"_L1).toInt(), 2);
}

void TestCliKickRefused::unusableJournalSendsNothing_data()
{
    QTest::addColumn<QString>("dataFolder");
    QTest::addColumn<QString>("obstacle");
    QTest::newRow("folder below a file") << u"plain/kickdesk"_s << u"plain"_s;
    QTest::newRow("file instead of the folder") << u"plain"_s << u"plain"_s;
    QTest::newRow("folder instead of the journal") << u"kickdesk"_s << QString();
}

void TestCliKickRefused::unusableJournalSendsNothing()
{
    QFETCH(QString, dataFolder);
    QFETCH(QString, obstacle);
    const QTemporaryDir folder;
    QFile file(folder.filePath(obstacle));
    QVERIFY(obstacle.isEmpty() ? QDir(folder.path()).mkpath(dataFolder + u"/journal.db"_s)
                               : file.open(QIODevice::WriteOnly));
    CliPool pool;
    const QString userId = pool.userWith({}).value("userId"_L1).toString();
    const QString app = pool.appIds().constFirst();

    const QByteArray usual = qgetenv("KICKDESK_DATA_DIR");
    qputenv("KICKDESK_DATA_DIR", QFile::encodeName(folder.filePath(dataFolder)));
    const CliRun run = pool.runJson({u"kick"_s, userId, u"--apps"_s, app, u"--verify"_s, u"0"_s, u"--yes"_s});
    qputenv("KICKDESK_DATA_DIR", usual);

    QCOMPARE(run.exitCode, 7);
    QCOMPARE(run.object().value("outcome"_L1).toString(), u"not_sent"_s);
    QCOMPARE(run.object().value("reason"_L1).toString(), u"journal_unavailable"_s);
    QVERIFY2(run.err.contains("Nothing was sent."), run.err.constData());
    QCOMPARE(pool.kickRequests(), 0);
}

void TestCliKickRefused::repeatedApplicationsAreSentOnce()
{
    CliPool pool;
    const QString userId = pool.userWith({}).value("userId"_L1).toString();
    const QStringList apps = pool.appIds();
    const QString &first = apps.at(0);
    const QString &second = apps.at(1);
    const CliRun run = pool.runJson({u"kick"_s, userId, u"--apps"_s, first + u',' + first, u"--apps"_s,
                                     second, u"--verify"_s, u"0"_s, u"--yes"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(texts(kickBodies(pool.sandbox()).constFirst().value("appIds"_L1)), (QStringList{first, second}));
}

void TestCliKickRefused::wordsNameUserAndOutcome()
{
    CliPool pool;
    const QJsonObject user = pool.userWith({u"name"_s, u"phone"_s});
    const QString app = pool.appIds().constFirst();
    const CliRun run = pool.run({u"--lang"_s, u"en-US"_s, u"kick"_s, user.value("userId"_L1).toString(),
                                 u"--apps"_s, app, u"--verify"_s, u"0"_s, u"--yes"_s});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.startsWith("Accepted, not confirmed\nAuthing: Operation succeeded · 200 / 20001\n"),
             run.out.constData());
    for (const QString &text : {user.value("name"_L1).toString(), user.value("userId"_L1).toString(), app})
        QVERIFY2(run.out.contains(text.toUtf8()), qPrintable(text));
    QVERIFY(run.out.contains("requestId"));
    QVERIFY(!run.out.contains(user.value("phone"_L1).toString().toUtf8()));
}

QTEST_GUILESS_MAIN(TestCliKickRefused)
#include "tst_clikickrefused.moc"
