// SPDX-License-Identifier: Apache-2.0
#include "cli/clirun.h"
#include "core/plan/listplanfile.h"
#include "store/connections/memorysecretstore.h"
#include "store/files/datafolder.h"
#include "store/files/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// `bulk run`, `resume`, `retry` and `status` as a script meets them.
class TestCliBulk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withoutConsentNothingIsSent();
    void everyUserHasAnObjectAndTheListASummary();
    void refusedPlans_data();
    void refusedPlans();
    void badCommandLines_data();
    void badCommandLines();
    void connectionHasItsCap();
    void settingsBindToo_data();
    void settingsBindToo();
    void statusNeedsNoConnection();
    void failedOnesAreRetried();
    void unfinishedListOfTheSameUsersIsNamed_data();
    void unfinishedListOfTheSameUsersIsNamed();
    void listOfAnotherServerIsRefused();
    void unknownListIsWrongUsage();
    void everythingIsSaidInWords();
    void signedInAgainComesFirst();
    void exitCodeIsTheWorst_data();
    void exitCodeIsTheWorst();

private:
    /// A plan of the first @p users, changed by @p change, as a file.
    QString plan(const CliPool &pool, int users, const std::function<void(ListPlan *)> &change = {}) const;
    CliRun confirmed(const CliPool &pool, const QString &file, int users, const QStringList &more = {}) const;

    QTemporaryDir m_folder;
};

void TestCliBulk::init()
{
    QFile::remove(DataFolder::file(u"profiles.json"_s));
    QFile::remove(DataFolder::file(u"settings.ini"_s));
    QFile::remove(DataFolder::journalFile());
    for (const char *suffix : {"-wal", "-shm", ".head"})
        QFile::remove(DataFolder::journalFile() + QString::fromLatin1(suffix));
}

QString TestCliBulk::plan(const CliPool &pool, int users, const std::function<void(ListPlan *)> &change) const
{
    ListPlan plan{.createdAt = QDateTime::currentDateTimeUtc(),
                  .host = pool.address().host.toString(),
                  .keyId = pool.address().keyId,
                  .poolId = pool.address().poolId};
    const QString appId = pool.appIds().value(0);
    for (int place = 0; place < users; ++place) {
        ListPlanItem item{.row = place + 1, .target = {.identifier = Sandbox::userId({.users = 200}, place)}};
        item.target.userId = item.target.identifier;
        item.target.name = ServerText(u"名字"_s);
        item.target.appIds = QStringList{appId};
        item.target.before = {SessionState::Online};
        plan.items.append(item);
    }
    if (change)
        change(&plan);
    QString file = m_folder.filePath(u"plan.json"_s);
    return ListPlanFiles::save(plan, file) ? QString() : file;
}

CliRun TestCliBulk::confirmed(const CliPool &pool, const QString &file, int users,
                              const QStringList &more) const
{
    return pool.runJson(QStringList{u"bulk"_s, u"run"_s, file, u"--yes"_s, u"--expect-count"_s,
                                    QString::number(users), u"--verify"_s, u"2"_s} +
                        more);
}

void TestCliBulk::withoutConsentNothingIsSent()
{
    const CliPool pool({.users = 200});
    const CliRun run = pool.runJson({u"bulk"_s, u"run"_s, plan(pool, 3)});
    QCOMPARE(run.exitCode, 0);
    const QList<QJsonObject> objects = run.objects();
    QCOMPARE(objects.size(), 4);
    for (const QJsonObject &object : objects.first(3))
        QCOMPARE(object.value("outcome"_L1).toString(), u"planned"_s);
    QCOMPARE(objects.last().value("command"_L1).toString(), u"bulk run"_s);
    QCOMPARE(objects.last().value("total"_L1).toInt(), 3);
    QCOMPARE(pool.kickRequests(), 0);
}

void TestCliBulk::everyUserHasAnObjectAndTheListASummary()
{
    const CliPool pool({.users = 200});
    const CliRun run = confirmed(pool, plan(pool, 12), 12);
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const QList<QJsonObject> objects = run.objects();
    QCOMPARE(objects.size(), 13);
    for (const QJsonObject &object : objects.first(12)) {
        QCOMPARE(object.value("command"_L1).toString(), u"kick"_s);
        QCOMPARE(object.value("outcome"_L1).toString(), u"verified"_s);
        QCOMPARE(object.value("apps"_L1)[0]["before"_L1].toString(), u"online"_s);
        QCOMPARE(object.value("apps"_L1)[0]["after"_L1].toString(), u"offline"_s);
        QVERIFY(object.value("journalId"_L1).toInt() > 0);
    }
    const QJsonObject &summary = objects.last();
    const QStringList members{u"command"_s,  u"job"_s,          u"total"_s,    u"verified"_s,
                              u"accepted"_s, u"still_online"_s, u"rejected"_s, u"not_sent"_s,
                              u"unknown"_s,  u"skipped"_s,      u"seconds"_s};
    for (const QString &member : members)
        QVERIFY2(summary.contains(member), qPrintable(member));
    QCOMPARE(summary.value("verified"_L1).toInt(), 12);
    QVERIFY(!summary.contains(u"pending"_s));
    // No bar where there is no terminal.
    QCOMPARE(run.err, QByteArray());
}

void TestCliBulk::refusedPlans_data()
{
    QTest::addColumn<std::function<void(ListPlan *)>>("change");
    QTest::addColumn<int>("exitCode");
    using Change = std::function<void(ListPlan *)>;

    QTest::newRow("older than a day")
        << Change([](ListPlan *plan) { plan->createdAt = plan->createdAt.addSecs(-86'500); }) << 2;
    QTest::newRow("another pool") << Change([](ListPlan *plan) { plan->poolId = u"another"_s; }) << 2;
}

void TestCliBulk::refusedPlans()
{
    QFETCH(std::function<void(ListPlan *)>, change);
    QFETCH(int, exitCode);

    const CliPool pool({.users = 200});
    const CliRun run = confirmed(pool, plan(pool, 3, change), 3);
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY(!run.err.isEmpty());
    QCOMPARE(pool.kickRequests(), 0);
}

void TestCliBulk::badCommandLines_data()
{
    QTest::addColumn<QStringList>("more");

    QTest::newRow("consent without a count") << QStringList{u"--yes"_s};
    QTest::newRow("another count") << QStringList{u"--yes"_s, u"--expect-count"_s, u"4"_s};
    QTest::newRow("cap") << QStringList{u"--yes"_s, u"--expect-count"_s, u"3"_s, u"--cap"_s, u"2"_s};
    QTest::newRow("rate") << QStringList{u"--rate"_s, u"0"_s};
}

void TestCliBulk::badCommandLines()
{
    QFETCH(QStringList, more);

    const CliPool pool({.users = 200});
    const CliRun run = pool.runJson(QStringList{u"bulk"_s, u"run"_s, plan(pool, 3)} + more);
    QCOMPARE(run.exitCode, 2);
    QVERIFY(!run.err.isEmpty());
    QCOMPARE(pool.kickRequests(), 0);
}

void TestCliBulk::connectionHasItsCap()
{
    const CliPool pool({.users = 200});
    const QString file = plan(pool, 3);
    MemorySecretStore secrets;
    QCOMPARE(runCli({u"profile"_s, u"add"_s, u"capped"_s, u"--host"_s, pool.address().host.toString(),
                     u"--key-id"_s, pool.address().keyId, u"--bulk-cap"_s, u"2"_s, u"--secret-stdin"_s},
                    pool.address().secret.reveal() + '\n', &secrets)
                 .exitCode,
             0);
    const auto run = [&](const QStringList &more) {
        return runCli(QStringList{u"--profile"_s, u"capped"_s, u"bulk"_s, u"run"_s, file, u"--yes"_s,
                                  u"--expect-count"_s, u"3"_s} +
                          more,
                      {}, &secrets)
            .exitCode;
    };
    QCOMPARE(run({}), 2);
    QCOMPARE(pool.kickRequests(), 0);
    QCOMPARE(run({u"--cap"_s, u"3"_s}), 0);
    QCOMPARE(pool.kickRequests(), 3);
}

void TestCliBulk::settingsBindToo_data()
{
    QTest::addColumn<Settings>("settings");
    QTest::addColumn<QStringList>("owed");
    QTest::newRow("ticket") << Settings{.isTicketRequired = true} << QStringList{u"--ticket"_s, u"INC-1"_s};
    QTest::newRow("reason") << Settings{.isReasonRequired = true} << QStringList{u"--reason"_s, u"left"_s};
    QTest::newRow("cap") << Settings{.bulkCap = 2} << QStringList{u"--cap"_s, u"3"_s};
}

/// Whatever connection is used; the name of the operator goes with the list.
void TestCliBulk::settingsBindToo()
{
    QFETCH(Settings, settings);
    QFETCH(QStringList, owed);
    settings.operatorName = u"张三"_s;
    QVERIFY(!SettingsFile().change([&settings](Settings *kept) { *kept = settings; }));
    const CliPool pool({.users = 200});
    const QString file = plan(pool, 3);
    QCOMPARE(confirmed(pool, file, 3).exitCode, 2);
    QCOMPARE(pool.kickRequests(), 0);
    QCOMPARE(confirmed(pool, file, 3, owed).exitCode, 0);
    QCOMPARE(pool.kickRequests(), 3);
    const QStringList history{u"history"_s};
    QCOMPARE(pool.runJson(history).objects().first().value("operator"_L1).toString(), u"张三"_s);
    const QStringList kick{u"kick"_s, pool.userWith({u"email"_s}).value("userId"_L1).toString(), u"--apps"_s,
                           pool.appIds().value(0), u"--yes"_s};
    QCOMPARE(pool.run(kick).exitCode, owed.contains("--cap"_L1) ? 0 : 2);
    if (!owed.contains("--cap"_L1))
        QCOMPARE(pool.run(kick + owed).exitCode, 0);
}

void TestCliBulk::statusNeedsNoConnection()
{
    QCOMPARE(runCli({u"bulk"_s, u"status"_s}).exitCode, 2);
    const CliPool pool({.users = 200});
    const int job = confirmed(pool, plan(pool, 3), 3).objects().constLast().value("job"_L1).toInt();
    const CliRun run = runCli({u"--json"_s, u"bulk"_s, u"status"_s, QString::number(job)});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.object().value("state"_L1).toString(), u"finished"_s);
    QCOMPARE(run.object().value("verified"_L1).toInt(), 3);
    QVERIFY(!run.object().contains("owner"_L1));
}

void TestCliBulk::failedOnesAreRetried()
{
    CliPool pool({.users = 200, .faults = {u"success-false"_s}});
    const CliRun first = confirmed(pool, plan(pool, 3), 3);
    QCOMPARE(first.exitCode, 3);
    const QString job = QString::number(first.objects().constLast().value("job"_L1).toInt());
    // Everybody has an outcome, so there is nothing to go on with.
    QCOMPARE(pool.runJson({u"bulk"_s, u"resume"_s}).exitCode, 2);
    pool.sandbox().setFaults({});
    const CliRun second = pool.runJson({u"bulk"_s, u"retry"_s, job});
    QCOMPARE(second.exitCode, 0);
    QCOMPARE(second.objects().size(), 4);
    QCOMPARE(second.objects().constLast().value("verified"_L1).toInt(), 3);
    QCOMPARE(pool.kickRequests(), 6);
    QCOMPARE(runCli({u"history"_s, u"verify"_s}).exitCode, 0);
}

void TestCliBulk::listOfAnotherServerIsRefused()
{
    CliPool pool({.users = 200});
    const QString file = plan(pool, 3);
    pool.sandbox().setFaults({u"key-revoked"_s});
    QCOMPARE(confirmed(pool, file, 3).exitCode, 5);
    // With the same pool ID, key and users.
    const CliPool other({.users = 200});
    for (const QString &command : {u"resume"_s, u"retry"_s}) {
        const CliRun run = other.run({u"bulk"_s, command, u"1"_s});
        QCOMPARE(run.exitCode, 5);
        QVERIFY2(run.err.contains(pool.address().host.toEncoded()), run.err.constData());
        QVERIFY2(run.err.contains("job-of-other-pool"), run.err.constData());
    }
    QCOMPARE(other.kickRequests(), 0);
    pool.sandbox().setFaults({});
    QCOMPARE(pool.run({u"bulk"_s, u"resume"_s}).exitCode, 0);
}

void TestCliBulk::unfinishedListOfTheSameUsersIsNamed_data()
{
    QTest::addColumn<int>("users");
    QTest::addColumn<bool>("isConfirmed");
    QTest::addColumn<bool>("isNamed");
    QTest::newRow("same users, only shown") << 3 << false << true;
    QTest::newRow("same users, sent") << 3 << true << true;
    QTest::newRow("other users") << 2 << true << false;
}

void TestCliBulk::unfinishedListOfTheSameUsersIsNamed()
{
    QFETCH(const int, users);
    QFETCH(const bool, isConfirmed);
    QFETCH(const bool, isNamed);
    CliPool pool({.users = 200});
    pool.sandbox().setFaults({u"key-revoked"_s});
    const CliRun halted = confirmed(pool, plan(pool, 3), 3);
    QCOMPARE(halted.exitCode, 5);
    const int job = halted.objects().constLast().value("job"_L1).toInt();
    pool.sandbox().setFaults({});
    const QString file = plan(pool, users);
    const qint64 before = pool.kickRequests();
    const CliRun again =
        isConfirmed ? confirmed(pool, file, users) : pool.runJson({u"bulk"_s, u"run"_s, file});
    // It is a hint: what is asked for happens all the same.
    QVERIFY2(again.exitCode == 0, again.err.constData());
    QCOMPARE(pool.kickRequests() > before, isConfirmed);
    QVERIFY2(again.err.contains("bulk resume " + QByteArray::number(job)) == isNamed, again.err.constData());
}

void TestCliBulk::unknownListIsWrongUsage()
{
    const CliPool pool({.users = 200});
    QCOMPARE(pool.runJson({u"bulk"_s, u"resume"_s, u"77"_s}).exitCode, 2);
    QCOMPARE(pool.runJson({u"bulk"_s, u"retry"_s}).exitCode, 2);
    QCOMPARE(pool.runJson({u"bulk"_s}).exitCode, 2);
}

void TestCliBulk::everythingIsSaidInWords()
{
    const CliPool pool({.users = 200});
    const CliRun run = pool.run({u"--lang"_s, u"zh-CN"_s, u"bulk"_s, u"run"_s, plan(pool, 2), u"--yes"_s,
                                 u"--expect-count"_s, u"2"_s});
    QCOMPARE(run.exitCode, 0);
    const QString text = QString::fromUtf8(run.out);
    QCOMPARE(text.count(u"已确认离线"_s), 3);
    QVERIFY2(text.contains(u"名字"_s), qPrintable(text));
}

void TestCliBulk::signedInAgainComesFirst()
{
    CliPool pool({.users = 200});
    const QString file = plan(pool, 2);
    pool.sandbox().setFaults({u"relogin-later"_s});
    const CliRun words = pool.run(
        {u"--lang"_s, u"en-US"_s, u"bulk"_s, u"run"_s, file, u"--yes"_s, u"--expect-count"_s, u"2"_s});
    const QString text = QString::fromUtf8(words.out);
    QVERIFY2(!text.contains("Confirmed offline"_L1), qPrintable(text));
    const CliRun status = pool.run({u"--json"_s, u"bulk"_s, u"status"_s});
    QCOMPARE(status.object().value("verified"_L1).toInt(), 2);
    QCOMPARE(status.object().value("relogin"_L1).toInt(), 2);
    const CliRun told = pool.run({u"--lang"_s, u"en-US"_s, u"bulk"_s, u"status"_s});
    QVERIFY2(told.out.contains("Signed in again") && !told.out.contains("Confirmed offline"),
             told.out.constData());
}

void TestCliBulk::exitCodeIsTheWorst_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("exitCode");

    QTest::newRow("rejected") << u"success-false"_s << 3;
    QTest::newRow("gone") << u"user-gone"_s << 3;
    QTest::newRow("still online") << u"session-stays"_s << 3;
    QTest::newRow("not confirmed") << u"check-unavailable"_s << 4;
    QTest::newRow("key revoked") << u"key-revoked"_s << 5;
}

void TestCliBulk::exitCodeIsTheWorst()
{
    QFETCH(QString, fault);
    QFETCH(int, exitCode);

    CliPool pool({.users = 200});
    const QString file = plan(pool, 3);
    pool.sandbox().setFaults({fault});
    const CliRun run = confirmed(pool, file, 3);
    QCOMPARE(run.exitCode, exitCode);
    QCOMPARE(run.objects().constLast().value("command"_L1).toString(), u"bulk run"_s);
}

QTEST_GUILESS_MAIN(TestCliBulk)
#include "tst_clibulk.moc"
