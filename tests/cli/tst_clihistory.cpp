// SPDX-License-Identifier: Apache-2.0
#include "cli/clirun.h"
#include "store/journal/database.h"
#include "support/journalsample.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contentOf(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

} // namespace

/// `history`, its exports and `history verify`, on a data folder of its own for each test.
class TestCliHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyHistoryIsNoFault();
    void listsNewestFirst();
    void showsWhatKickWrote();
    void filtersByUserAndTime();
    void refusesABadTime_data();
    void refusesABadTime();
    void exportsCsv();
    void exportsJsonLines();
    void cellsAreHarmless_data();
    void cellsAreHarmless();
    void keepsTheOldFileWhereItCannotWrite();
    void doesNotWriteOverItsOwnFiles();
    void verifies();
    void namesTheAlteredRow();
    void namesTheAlteredEvent();
    void tellsWhyItCannotRead_data();
    void tellsWhyItCannotRead();
    void speaksBothLanguages();

private:
    QString file(const QString &name) const { return m_folder->filePath(name); }
    QString journal() const { return file(u"data/journal.db"_s); }
    qint64 write(const SampleKick &kick = {}) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCliHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("KICKDESK_DATA_DIR", QFile::encodeName(file(u"data"_s)));
    // As the program makes it.
    QVERIFY(QDir(m_folder->path()).mkdir(u"data"_s));
    QVERIFY(QFile::setPermissions(file(u"data"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void TestCliHistory::cleanup()
{
    m_folder.reset();
}

qint64 TestCliHistory::write(const SampleKick &kick) const
{
    Journal journal(this->journal());
    return JournalSamples::write(&journal, kick);
}

void TestCliHistory::emptyHistoryIsNoFault()
{
    const CliRun list = runCli({u"--json"_s, u"history"_s});
    QCOMPARE(list.exitCode, 0);
    QCOMPARE(list.out, QByteArray());
    QVERIFY(!list.err.isEmpty());
    const QJsonObject verdict = runCli({u"--json"_s, u"history"_s, u"verify"_s}).object();
    QCOMPARE(verdict.value("intact"_L1).toBool(), true);
    QCOMPARE(verdict.value("events"_L1).toInt(-1), 0);
    QVERIFY(!QFile::exists(journal()));
}

void TestCliHistory::listsNewestFirst()
{
    QVERIFY(write({.name = u"first"_s}) > 0);
    QVERIFY(write({.name = u"second"_s, .outcome = KickOutcome::StillOnline}) > 0);
    const CliRun json = runCli({u"history"_s, u"--json"_s});
    QCOMPARE(json.exitCode, 0);
    QCOMPARE(json.err, QByteArray());
    QCOMPARE(json.objects().size(), 2);
    const QJsonObject newest = json.objects().constFirst();
    QCOMPARE(newest.value("name"_L1).toString(), u"second"_s);
    QCOMPARE(newest.value("outcome"_L1).toString(), u"still_online"_s);
    QCOMPARE(newest.value("journalId"_L1).toInt(), 2);
    for (const auto &name :
         {"time"_L1,    "userId"_L1,   "userIdType"_L1, "targetUserId"_L1,   "contact"_L1,    "appIds"_L1,
          "apps"_L1,    "ticket"_L1,   "reason"_L1,     "overrideReason"_L1, "osUser"_L1,     "operator"_L1,
          "profile"_L1, "host"_L1,     "poolId"_L1,     "requestId"_L1,      "statusCode"_L1, "apiCode"_L1,
          "message"_L1, "attempts"_L1, "relogin"_L1,    "httpStatus"_L1})
        QVERIFY2(newest.contains(name), name.data());
    QVERIFY(newest.value("time"_L1).toString().endsWith(u'Z'));
    QCOMPARE(newest.value("apps"_L1).toArray().first().toObject().value("after"_L1).toString(), u"offline"_s);

    const CliRun words = runCli({u"--lang"_s, u"en-US"_s, u"history"_s});
    QCOMPARE(words.exitCode, 0);
    const QList<QByteArray> lines = words.out.split('\n');
    QVERIFY(lines.at(1).contains("second") && lines.at(1).contains("Still online"));
    QVERIFY(lines.at(2).contains("first") && lines.at(2).contains("Confirmed offline"));
}

void TestCliHistory::showsWhatKickWrote()
{
    const CliPool pool;
    const QString userId = pool.userWith({u"phone"_s}).value("userId"_L1).toString();
    const QJsonObject kick = pool.runJson({u"kick"_s, userId, u"--apps"_s, pool.appIds().constFirst(),
                                           u"--ticket"_s, u"INC-5"_s, u"--verify"_s, u"0"_s, u"--yes"_s})
                                 .object();
    const QJsonObject item = runCli({u"--json"_s, u"history"_s}).object();
    for (const auto &name :
         {"journalId"_L1, "userId"_L1, "userIdType"_L1, "appIds"_L1, "outcome"_L1, "statusCode"_L1,
          "apiCode"_L1, "message"_L1, "requestId"_L1, "attempts"_L1, "httpStatus"_L1})
        QCOMPARE(item.value(name), kick.value(name));
    QCOMPARE(item.value("ticket"_L1).toString(), u"INC-5"_s);
    QVERIFY(!item.value("osUser"_L1).toString().isEmpty());
    QCOMPARE(runCli({u"history"_s, u"verify"_s}).exitCode, 0);
}

void TestCliHistory::filtersByUserAndTime()
{
    QVERIFY(write() > 0);
    QVERIFY(write({.identifier = u"13800138000"_s, .identifierType = IdType::Phone, .userId = u"other"_s}) >
            0);
    const auto count = [](const QStringList &arguments) {
        return runCli(QStringList{u"--json"_s, u"history"_s} + arguments).objects().size();
    };
    QCOMPARE(count({}), 2);
    QCOMPARE(count({u"--user"_s, u"other"_s}), 1);
    QCOMPARE(count({u"--user"_s, u"13800138000"_s}), 1);
    QCOMPARE(count({u"--user"_s, u"nobody"_s}), 0);
    QCOMPARE(count({u"--since"_s, u"2020-01-31"_s}), 2);
    QCOMPARE(count({u"--since"_s, u"2020-01-31T08:00:00Z"_s}), 2);
    const QDateTime later = QDateTime::currentDateTimeUtc().addSecs(3600);
    QCOMPARE(count({u"--since"_s, later.toString(Qt::ISODate)}), 0);
    // A day begins at midnight of this computer's clock, which the tests have in Shanghai.
    const qint64 night = QDate(2020, 1, 31).startOfDay().addSecs(60).toMSecsSinceEpoch();
    QVERIFY(
        JournalSamples::execute(journal(), u"UPDATE items SET created_at = %1 WHERE id = 1"_s.arg(night)));
    QCOMPARE(count({u"--since"_s, u"2020-01-31"_s}), 2);
    QCOMPARE(count({u"--since"_s, u"2020-02-01"_s}), 1);
}

void TestCliHistory::refusesABadTime_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"yesterday", "2026-02-30", "2026-13-01", "31.01.2026", "2026", "2026-01-31T25:00:00"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestCliHistory::refusesABadTime()
{
    QFETCH(QString, text);
    const CliRun run = runCli({u"history"_s, u"--since"_s, text});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.err.contains("--since"));
    QCOMPARE(run.out, QByteArray());
}

void TestCliHistory::exportsCsv()
{
    QVERIFY(write({.name = u"O\"Neil, 张三"_s}) > 0);
    const QString target = file(u"out.CSV"_s);
    const CliRun run = runCli({u"--json"_s, u"history"_s, u"--export"_s, target});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.object().value("total"_L1).toInt(), 1);
    const QByteArray csv = contentOf(target);
    QVERIFY(csv.startsWith("\xEF\xBB\xBF\"journalId\",\"time\","));
    const QList<QByteArray> lines = csv.split('\n');
    QCOMPARE(lines.size(), 4);
    for (const QByteArray &line : lines.first(3)) {
        QVERIFY(line.endsWith("\"\r"));
        QCOMPARE(line.count("\",\""), lines.first().count("\",\""));
    }
    QVERIFY(lines.at(1).contains("\"O\"\"Neil, 张三\""));
    QVERIFY(lines.at(1).contains("\"app1 online>offline; app2 unknown>offline\""));
    const QByteArray head = run.object().value("head"_L1).toString().toLatin1();
    QCOMPARE(head.size(), 64);
    QVERIFY(lines.at(2).startsWith("\"head\",\"" + head + "\",\"events\",\"4\""));
}

void TestCliHistory::exportsJsonLines()
{
    QVERIFY(write() > 0);
    QVERIFY(write() > 0);
    const QString target = file(u"out.jsonl"_s);
    const CliRun run = runCli({u"history"_s, u"--export"_s, target});
    QCOMPARE(run.exitCode, 0);
    const QList<QJsonObject> objects = CliRun{.out = contentOf(target)}.objects();
    QCOMPARE(objects.size(), 3);
    QCOMPARE(objects.first(), runCli({u"--json"_s, u"history"_s}).objects().first());
    QCOMPARE(objects.last().value("events"_L1).toInt(), 8);
    const QByteArray head = objects.last().value("head"_L1).toString().toLatin1();
    QVERIFY(run.out.contains(head));
    QCOMPARE(runCli({u"--json"_s, u"history"_s, u"verify"_s}).object().value("head"_L1).toString().toLatin1(),
             head);
}

void TestCliHistory::cellsAreHarmless_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    for (const char *sign : {"=", "+", "-", "@", "＝", "＋", "－", "＠"}) {
        const QString text = QString::fromUtf8(sign) + u"cmd|' /C calc'!A0"_s;
        QTest::newRow(sign) << text << "\"'" + text.toUtf8() + '"';
    }
    QTest::newRow("tab") << u"\t=1"_s << QByteArray("\"'\t'=1\"");
    QTest::newRow("carriage return") << u"\r=1"_s << QByteArray("\"'\r'=1\"");
    QTest::newRow("behind a semicolon") << u"x;=1+1;y"_s << QByteArray("\"x;'=1+1;y\"");
    QTest::newRow("behind a semicolon and blanks") << u"x; \"@A1"_s << QByteArray("\"x; \"\"'@A1\"");
    QTest::newRow("behind a line feed") << u"x\n-1"_s << QByteArray("\"x\n'-1\"");
    QTest::newRow("behind a bar") << u"x|＝1"_s << QByteArray("\"x|'＝1\"");
    QTest::newRow("scientific") << u"138E8"_s << QByteArray("\"'138E8\"");
    QTest::newRow("zeros in front") << u"000123"_s << QByteArray("\"'000123\"");
    QTest::newRow("many digits") << u"13800138000138001380"_s << QByteArray("\"'13800138000138001380\"");
    QTest::newRow("few digits") << u"42"_s << QByteArray("\"42\"");
    QTest::newRow("line feed inside") << u"a\nb"_s << QByteArray("\"a\nb\"");
    QTest::newRow("direction mark") << u"a\u202eb"_s << QByteArray("\"a[U+202E]b\"");
    QTest::newRow("usual") << u"INC-1=2"_s << QByteArray("\"INC-1=2\"");
}

void TestCliHistory::cellsAreHarmless()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    QVERIFY(write({.ticket = text}) > 0);
    const QString target = file(u"out.csv"_s);
    QCOMPARE(runCli({u"history"_s, u"--export"_s, target}).exitCode, 0);
    QVERIFY2(contentOf(target).contains(',' + cell + ','), contentOf(target).constData());
}

void TestCliHistory::keepsTheOldFileWhereItCannotWrite()
{
    QVERIFY(write() > 0);
    // A folder of that name cannot be replaced by a file.
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder.csv"_s));
    for (const QString &target : {file(u"folder.csv"_s), file(u"missing/out.csv"_s)}) {
        const CliRun run = runCli({u"history"_s, u"--export"_s, target});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains(QFile::encodeName(target)) && run.err.contains("file-unwritable"));
        QCOMPARE(run.out, QByteArray());
    }
    // The journal fails in the middle of an export.
    const QString old = file(u"old.csv"_s);
    QFile kept(old);
    QVERIFY(kept.open(QIODevice::WriteOnly) && kept.write("kept") == 4);
    kept.close();
    QVERIFY(JournalSamples::execute(journal(), u"DROP TABLE attempts"_s));
    QVERIFY(JournalSamples::execute(journal(), u"DROP TABLE events"_s));
    QCOMPARE(runCli({u"history"_s, u"--export"_s, old}).exitCode, 1);
    QCOMPARE(contentOf(old), QByteArray("kept"));
    QCOMPARE(QDir(m_folder->path()).entryList({u"old.csv*"_s}).size(), 1);
}

void TestCliHistory::doesNotWriteOverItsOwnFiles()
{
    write();
    const QByteArray before = contentOf(journal());
    QStringList targets{journal(), file(u"data/new.csv"_s)};
#ifndef Q_OS_WIN
    // There it is a shortcut, a file of its own.
    targets << file(u"link.csv"_s);
    QVERIFY(QFile::link(journal(), targets.constLast()));
#endif
    for (const QString &target : std::as_const(targets)) {
        const CliRun run = runCli({u"history"_s, u"--export"_s, target});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("file-is-own"), run.err.constData());
        QCOMPARE(contentOf(journal()), before);
    }
    QVERIFY(!QFile::exists(file(u"data/new.csv"_s)));
    QCOMPARE(runCli({u"history"_s, u"verify"_s}).exitCode, 0);
}

void TestCliHistory::verifies()
{
    QVERIFY(write() > 0);
    const CliRun run = runCli({u"history"_s, u"verify"_s, u"--json"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.object().value("command"_L1).toString(), u"history verify"_s);
    QCOMPARE(run.object().value("intact"_L1).toBool(), true);
    QCOMPARE(run.object().value("events"_L1).toInt(), 4);
    QCOMPARE(run.object().value("head"_L1).toString().size(), 64);
    QCOMPARE(runCli({u"history"_s, u"--since"_s, u"2020-01-31"_s, u"verify"_s}).exitCode, 2);
}

void TestCliHistory::namesTheAlteredRow()
{
    QVERIFY(write() > 0);
    const qint64 itemId = write();
    QVERIFY(JournalSamples::execute(
        journal(), u"UPDATE items SET target_name = 'somebody else' WHERE id = %1"_s.arg(itemId)));
    const CliRun json = runCli({u"--json"_s, u"history"_s, u"verify"_s});
    QCOMPARE(json.exitCode, 3);
    QCOMPARE(json.object().value("intact"_L1).toBool(true), false);
    QCOMPARE(json.object().value("table"_L1).toString(), u"items"_s);
    QCOMPARE(json.object().value("row"_L1).toInteger(), itemId);
    const CliRun words = runCli({u"--lang"_s, u"en-US"_s, u"history"_s, u"verify"_s});
    QCOMPARE(words.exitCode, 3);
    QVERIFY2(words.out.contains("row 2 of the table items"), words.out.constData());
}

void TestCliHistory::namesTheAlteredEvent()
{
    QVERIFY(write() > 0);
    QVERIFY(JournalSamples::execute(journal(), u"UPDATE events SET kind = 'answer' WHERE seq = 2"_s));
    const CliRun json = runCli({u"--json"_s, u"history"_s, u"verify"_s});
    QCOMPARE(json.exitCode, 3);
    QCOMPARE(json.object().value("event"_L1).toInt(), 2);
    QCOMPARE(json.object().value("events"_L1).toInt(), 1);
}

void TestCliHistory::tellsWhyItCannotRead_data()
{
    QTest::addColumn<bool>("isNewer");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("newer") << true << 7 << QByteArray("journal-newer");
    QTest::newRow("damaged") << false << 1 << QByteArray("journal-unreadable");
}

void TestCliHistory::tellsWhyItCannotRead()
{
    QFETCH(bool, isNewer);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, name);
    if (isNewer) {
        QVERIFY(JournalSamples::execute(journal(), u"PRAGMA user_version = 999"_s));
    } else {
        QFile garbage(journal());
        QVERIFY(garbage.open(QIODevice::WriteOnly) && garbage.write(QByteArray(9000, 'x')) == 9000);
    }
    for (const QStringList &arguments : {QStringList{u"history"_s},
                                         {u"history"_s, u"verify"_s},
                                         {u"history"_s, u"--export"_s, file(u"o.csv"_s)}}) {
        const CliRun run = runCli(QStringList{u"--json"_s} + arguments);
        QCOMPARE(run.exitCode, exitCode);
        QVERIFY2(run.err.contains(name), run.err.constData());
        QCOMPARE(run.out, QByteArray());
    }
    QVERIFY(!QFile::exists(file(u"o.csv"_s)));
}

void TestCliHistory::speaksBothLanguages()
{
    QVERIFY(write() > 0);
    const CliRun run = runCli({u"--lang"_s, u"zh-CN"_s, u"history"_s});
    QVERIFY2(run.out.contains("已确认离线"), run.out.constData());
    QVERIFY2(!run.out.contains("Confirmed"), run.out.constData());
}

QTEST_GUILESS_MAIN(TestCliHistory)
#include "tst_clihistory.moc"
