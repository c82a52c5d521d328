// SPDX-License-Identifier: Apache-2.0
#include "cli/clirun.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// The history of the command line, after one kick.
class TestCliHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void kickIsThere();
    void filters_data();
    void filters();
    void badTimeIsRefused();
    void exportIsSafeForSpreadsheets();
    void exportThatCannotBeWrittenLeavesTheOldFile();
    void editedRowIsNamed();
    void emptyHistoryIsIntact();

private:
    void sql(const QString &statement) const;

    QByteArray m_dataFolder;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_userId;
};

void TestCliHistory::init()
{
    m_dataFolder = qgetenv("KICKDESK_DATA_DIR");
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("KICKDESK_DATA_DIR", m_folder->path().toUtf8());
    const CliPool pool;
    m_userId = pool.userWith({u"email"_s}).value("userId"_L1).toString();
    const CliRun run = pool.runJson({u"kick"_s, m_userId, u"--apps"_s, pool.appIds().constFirst(),
                                     u"--ticket"_s, u"=INC-1"_s, u"--reason"_s, u"left"_s, u"--yes"_s});
    QCOMPARE(run.exitCode, 0);
}

void TestCliHistory::cleanup()
{
    qputenv("KICKDESK_DATA_DIR", m_dataFolder);
}

void TestCliHistory::sql(const QString &statement) const
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"edit"_s);
        database.setDatabaseName(m_folder->filePath(u"journal.db"_s));
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(u"edit"_s);
}

void TestCliHistory::kickIsThere()
{
    const CliRun json = runCli({u"--json"_s, u"history"_s});
    QCOMPARE(json.exitCode, 0);
    QCOMPARE(json.object().value("targetUserId"_L1).toString(), m_userId);
    QCOMPARE(json.object().value("outcome"_L1).toString(), u"verified"_s);
    QCOMPARE(json.object().value("ticket"_L1).toString(), u"=INC-1"_s);
    QCOMPARE(json.object().value("journalId"_L1).toInteger(), 1);
    const CliRun words = runCli({u"--lang"_s, u"zh-CN"_s, u"history"_s});
    QVERIFY2(words.out.contains("已确认离线"), words.out.constData());
}

void TestCliHistory::filters_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("rows");
    QTest::newRow("this user") << QStringList{u"--user"_s, {}} << 1;
    QTest::newRow("another user") << QStringList{u"--user"_s, u"nobody"_s} << 0;
    QTest::newRow("since the past") << QStringList{u"--since"_s, u"2020-01-31"_s} << 1;
    QTest::newRow("since the future") << QStringList{u"--since"_s, u"2999-01-31T10:00:00"_s} << 0;
}

void TestCliHistory::filters()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, rows);
    if (arguments.constLast().isEmpty())
        arguments.last() = m_userId;
    const CliRun run = runCli(QStringList{u"--json"_s, u"history"_s} + arguments);
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.objects().size(), rows);
}

void TestCliHistory::badTimeIsRefused()
{
    QCOMPARE(runCli({u"history"_s, u"--since"_s, u"yesterday"_s}).exitCode, 2);
}

void TestCliHistory::exportIsSafeForSpreadsheets()
{
    const QString file = m_folder->filePath(u"out.csv"_s);
    QCOMPARE(runCli({u"history"_s, u"--export"_s, file}).exitCode, 0);
    QFile csv(file);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QByteArray text = csv.readAll();
    QVERIFY(text.startsWith("\xEF\xBB\xBF\"journalId\""));
    QCOMPARE(text.count("\r\n"), 3);
    QVERIFY2(text.contains("\"'=INC-1\""), text.constData());
    const QJsonObject verdict = runCli({u"--json"_s, u"history"_s, u"verify"_s}).object();
    QVERIFY(text.contains(verdict.value("head"_L1).toString().toUtf8()));
}

void TestCliHistory::exportThatCannotBeWrittenLeavesTheOldFile()
{
    const QString folder = m_folder->filePath(u"none/out.csv"_s);
    const CliRun run = runCli({u"history"_s, u"--export"_s, folder});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.err.contains("out.csv"));
}

void TestCliHistory::editedRowIsNamed()
{
    QCOMPARE(runCli({u"history"_s, u"verify"_s}).exitCode, 0);
    sql(u"UPDATE items SET outcome = 'rejected' WHERE id = 1"_s);
    const CliRun json = runCli({u"--json"_s, u"history"_s, u"verify"_s});
    QCOMPARE(json.exitCode, 3);
    QCOMPARE(json.object().value("intact"_L1).toBool(true), false);
    QCOMPARE(json.object().value("table"_L1).toString(), u"items"_s);
    QCOMPARE(json.object().value("row"_L1).toInteger(), 1);
    const CliRun words = runCli({u"history"_s, u"verify"_s});
    QCOMPARE(words.exitCode, 3);
    QVERIFY2(words.out.contains("row 1") && words.out.contains("items"), words.out.constData());
}

void TestCliHistory::emptyHistoryIsIntact()
{
    const QTemporaryDir empty;
    qputenv("KICKDESK_DATA_DIR", empty.path().toUtf8());
    QCOMPARE(runCli({u"history"_s}).exitCode, 0);
    QCOMPARE(runCli({u"history"_s, u"verify"_s}).exitCode, 0);
}

QTEST_GUILESS_MAIN(TestCliHistory)
#include "tst_clihistory.moc"
