// SPDX-License-Identifier: Apache-2.0
#include "cli/clirun.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// A user who is online in the first applications, and those.
struct OnlineUser
{
    QString userId;
    QString appIds;
};

OnlineUser onlineUser(const CliPool &pool)
{
    for (const QJsonObject &user : pool.runJson({u"search"_s}).objects()) {
        const QString userId = user.value("userId"_L1).toString();
        QStringList online;
        for (const QJsonObject &app : pool.runJson({u"sessions"_s, userId}).objects()) {
            if (app.value("state"_L1) == "online"_L1)
                online << app.value("appId"_L1).toString();
        }
        if (online.size() >= 2)
            return {.userId = userId, .appIds = online.mid(0, 2).join(u',')};
    }
    return {};
}

QStringList after(const QJsonObject &report)
{
    QStringList result;
    const QJsonArray apps = report.value("apps"_L1).toArray();
    for (const auto &app : apps)
        result << app.toObject().value("after"_L1).toString();
    return result;
}

} // namespace

/// That a kick is proved, and written down.
class TestCliProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void outcomeIsProved_data();
    void outcomeIsProved();
    void wordsBeginWithTheWorstFact_data();
    void wordsBeginWithTheWorstFact();
    void unknownSignInsAreTold_data();
    void unknownSignInsAreTold();
    void sessionsAreTold();
    void sessionsThatCannotBeCheckedAreUnknown();
    void withoutAJournalNothingIsSent();
    void newerJournalIsLeftAlone();

private:
    QByteArray m_dataFolder;
    QTemporaryDir m_folder;
};

void TestCliProof::init()
{
    m_dataFolder = qgetenv("KICKDESK_DATA_DIR");
    qputenv("KICKDESK_DATA_DIR", m_folder.path().toUtf8());
}

void TestCliProof::cleanup()
{
    qputenv("KICKDESK_DATA_DIR", m_dataFolder);
}

void TestCliProof::outcomeIsProved_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("verify");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("exitCode");

    QTest::newRow("no fault") << QString() << u"20"_s << u"verified"_s << u"offline"_s << 0;
    QTest::newRow("session-slow") << u"session-slow"_s << u"20"_s << u"verified"_s << u"offline"_s << 0;
    QTest::newRow("session-stays") << u"session-stays"_s << u"2"_s << u"still_online"_s << u"online"_s << 3;
    QTest::newRow("check-unavailable")
        << u"check-unavailable"_s << u"5"_s << u"accepted"_s << u"unknown"_s << 4;
    QTest::newRow("no answer") << u"close-no-answer"_s << u"0"_s << u"unknown"_s << u"unknown"_s << 4;
}

void TestCliProof::outcomeIsProved()
{
    QFETCH(QString, fault);
    QFETCH(QString, verify);
    QFETCH(QString, outcome);
    QFETCH(QString, state);
    QFETCH(int, exitCode);

    const CliPool healthy;
    const OnlineUser target = onlineUser(healthy);
    QVERIFY(!target.userId.isEmpty());
    SandboxOptions options;
    if (!fault.isEmpty())
        options.faults = {fault};
    CliPool pool(options);
    const CliRun run = pool.runJson(
        {u"kick"_s, target.userId, u"--apps"_s, target.appIds, u"--verify"_s, verify, u"--yes"_s});
    QCOMPARE(run.exitCode, exitCode);
    QCOMPARE(run.object().value("outcome"_L1).toString(), outcome);
    QCOMPARE(after(run.object()), QStringList(2, state));
    QCOMPARE(run.object().value("attempts"_L1).toInteger(), pool.kickRequests());
    QVERIFY(run.object().value("journalId"_L1).toInteger() > 0);
}

void TestCliProof::wordsBeginWithTheWorstFact_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("words");

    const auto rows = [](const char *fault, const char *english, const char *chinese,
                         const char *englishAnswer = "Authing: Operation succeeded · 200 / 20001\n",
                         const char *chineseAnswer = "Authing：操作成功 · 200 / 20001\n") {
        QTest::addRow("%s en-US", fault)
            << QString::fromLatin1(fault) << u"en-US"_s << QByteArray(english) + "\n" + englishAnswer;
        QTest::addRow("%s zh-CN", fault)
            << QString::fromLatin1(fault) << u"zh-CN"_s << QByteArray(chinese) + "\n" + chineseAnswer;
    };
    rows("session-stays", "Still online in 2 of 2 apps", "仍在线（2 / 2 个应用）");
    rows("relogin", "Still online in 2 of 2 apps", "仍在线（2 / 2 个应用）");
    rows("relogin-later", "Signed in again", "已再次登录");
    rows("check-unavailable", "Accepted, not confirmed in 2 of 2 apps", "已受理，未能核实（2 / 2 个应用）");
    // Done, and the answer was lost.
    rows("code-500", "Confirmed offline in all 2 apps", "已确认离线（全部 2 个应用）",
         "Authing didn't confirm the request. Authing reported an internal error. "
         "The check afterwards showed that the sessions had ended.\n",
         "Authing 未确认该请求。Authing 内部出错。随后的检查显示会话已结束。\n");
    // The server took it for none of its business yet.
    rows("503", "Not done: Authing is busy", "未执行：Authing 繁忙", "", "");
}

void TestCliProof::wordsBeginWithTheWorstFact()
{
    QFETCH(QString, fault);
    QFETCH(QString, language);
    QFETCH(QByteArray, words);

    const CliPool healthy;
    const OnlineUser target = onlineUser(healthy);
    CliPool pool({.faults = {fault}});
    const CliRun run = pool.run({u"--lang"_s, language, u"kick"_s, target.userId, u"--apps"_s, target.appIds,
                                 u"--verify"_s, u"2"_s, u"--yes"_s});
    QVERIFY2(run.out.startsWith(words), run.out.constData());
}

void TestCliProof::unknownSignInsAreTold_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("verify");
    QTest::addColumn<QJsonValue>("isKnown");

    QTest::newRow("whole list") << QString() << u"2"_s << QJsonValue(true);
    QTest::newRow("not asked") << QString() << u"0"_s << QJsonValue(QJsonValue::Undefined);
    for (const char *fault : {"short-pages", "code-403", "code-500", "time-null"}) {
        const bool isOfTimes = qstrncmp(fault, "time", 4) == 0;
        // The time of a sign-in that is there cannot be read.
        const QString name = QString::fromLatin1(fault) + u"@get-user-login-history"_s;
        QTest::newRow(fault) << (isOfTimes ? name + u" relogin-later"_s : name) << u"2"_s
                             << QJsonValue(false);
    }
}

void TestCliProof::unknownSignInsAreTold()
{
    QFETCH(QString, fault);
    QFETCH(QString, verify);
    QFETCH(QJsonValue, isKnown);

    const CliPool healthy;
    const OnlineUser target = onlineUser(healthy);
    CliPool pool({.faults = fault.split(u' ', Qt::SkipEmptyParts)});
    const QStringList kick{u"kick"_s,     target.userId, u"--apps"_s, target.appIds,
                           u"--verify"_s, verify,        u"--yes"_s};
    QCOMPARE(pool.runJson(kick).object().value("signInsKnown"_L1), isKnown);
    for (const auto &[language, words] :
         {std::pair{u"en-US"_s, "\nSign-ins unknown:"}, std::pair{u"zh-CN"_s, "\n登录情况未知："}}) {
        const CliRun run = pool.run(QStringList{u"--lang"_s, language} + kick);
        QVERIFY2(run.out.contains(words) == (isKnown == QJsonValue(false)), run.out.constData());
    }
}

void TestCliProof::sessionsAreTold()
{
    const CliPool pool;
    const OnlineUser target = onlineUser(pool);
    const QString appId = target.appIds.section(u',', 0, 0);
    const CliRun json = pool.runJson({u"sessions"_s, target.userId, u"--apps"_s, appId});
    QCOMPARE(json.exitCode, 0);
    QCOMPARE(json.object().value("state"_L1).toString(), u"online"_s);
    QCOMPARE(json.object().value("appId"_L1).toString(), appId);
    QCOMPARE(pool.runJson({u"kick"_s, target.userId, u"--apps"_s, appId, u"--yes"_s}).exitCode, 0);
    const CliRun words = pool.run({u"sessions"_s, target.userId, u"--apps"_s, appId});
    QCOMPARE(words.exitCode, 0);
    QVERIFY2(words.out.contains("offline"), words.out.constData());
}

void TestCliProof::sessionsThatCannotBeCheckedAreUnknown()
{
    const CliPool healthy;
    const OnlineUser target = onlineUser(healthy);
    const CliPool pool({.faults = {u"check-unavailable"_s}});
    const CliRun run = pool.runJson({u"sessions"_s, target.userId, u"--apps"_s, target.appIds});
    QCOMPARE(run.exitCode, 4);
    for (const QJsonObject &app : run.objects())
        QCOMPARE(app.value("state"_L1).toString(), u"unknown"_s);
    QCOMPARE(run.objects().size(), 2);
}

void TestCliProof::withoutAJournalNothingIsSent()
{
    CliPool pool;
    const OnlineUser target = onlineUser(pool);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    qputenv("KICKDESK_DATA_DIR", folder.filePath(u"file/below"_s).toUtf8());
    const CliRun run = pool.runJson({u"kick"_s, target.userId, u"--apps"_s, target.appIds, u"--yes"_s});
    QCOMPARE(run.exitCode, 7);
    QCOMPARE(run.object().value("outcome"_L1).toString(), u"not_sent"_s);
    QCOMPARE(run.object().value("reason"_L1).toString(), u"journal_unavailable"_s);
    QVERIFY(!run.err.isEmpty());
    QCOMPARE(pool.kickRequests(), 0);
}

void TestCliProof::newerJournalIsLeftAlone()
{
    CliPool pool;
    const OnlineUser target = onlineUser(pool);
    QTemporaryDir folder;
    const QString name = folder.filePath(u"journal.db"_s);
    qputenv("KICKDESK_DATA_DIR", folder.path().toUtf8());
    QVERIFY(pool.runJson({u"kick"_s, target.userId, u"--apps"_s, target.appIds, u"--yes"_s}).exitCode == 0);
    // The version stands at byte 60 of the file, big endian.
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(60) && file.write(QByteArray("\0\0\3\347", 4)) == 4);
    file.close();
    const qint64 before = pool.kickRequests();
    const CliRun run = pool.runJson({u"kick"_s, target.userId, u"--apps"_s, target.appIds, u"--yes"_s});
    QCOMPARE(run.exitCode, 7);
    QCOMPARE(run.object().value("reason"_L1).toString(), u"journal_newer"_s);
    QCOMPARE(pool.kickRequests(), before);
}

QTEST_GUILESS_MAIN(TestCliProof)
#include "tst_cliproof.moc"
