// SPDX-License-Identifier: Apache-2.0
#include "cli/clirun.h"
#include "core/plan/listplanfile.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// `bulk plan`, in this process, against a sandbox.
class TestCliBulkPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void planIsWritten();
    void textTellsTheBuckets();
    void columnAndTypeAreTaken();
    void linesAddUp();
    void unclearColumnIsAskedFor();
    void headerIsAsSomebodySays();
    void sheetIsNamed();
    void severalFilesAreOneList();
    void domainInFrontIsTold();
    void onlyOnlineIsPlanned();
    void usersWhoAreOfflineAreNamed();
    void everythingIsPlannedEverywhere();
    void planWithNobodyIsAPlan();
    void wrongTypeIsNoted();
    void typedRowsAreFlagged();
    void workbooksOfEachWriterPlanTheSameUsers_data();
    void workbooksOfEachWriterPlanTheSameUsers();
    void autoNeedsPermission();
    void badInputExitsTwo_data();
    void badInputExitsTwo();
    void refusedKeyExitsFive();
    void unwritablePlanIsTold();
    void nothingIsSent();

private:
    QString written(const QString &name, const QByteArray &text) const;
    QString planFile() const { return m_folder.filePath(u"plan.json"_s); }
    QStringList command(const QString &list, const QStringList &more) const
    {
        return QStringList{u"bulk"_s, u"plan"_s, list, u"--out"_s, planFile()} + more;
    }

    QTemporaryDir m_folder;
    CliPool m_pool{{.users = 200}};
    QJsonObject m_user;
    QString m_appId;
};

QString TestCliBulkPlan::written(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("The list could not be written");
    return file.fileName();
}

void TestCliBulkPlan::initTestCase()
{
    m_user = m_pool.userWith({u"email"_s, u"phone"_s, u"username"_s});
    m_appId = m_pool.appIds().constFirst();
}

void TestCliBulkPlan::planIsWritten()
{
    const QByteArray userId = m_user.value("userId"_L1).toString().toUtf8();
    const QString list = written(u"ids.txt"_s, userId + "\n\nnobody\n" + userId + "\n*\n");
    const CliRun run = m_pool.runJson(command(list, {u"--apps"_s, m_appId}));
    QCOMPARE(run.exitCode, 0);
    const QJsonObject object = run.object();
    QCOMPARE(object.value("command"_L1), u"bulk plan"_s);
    QCOMPARE(object.value("total"_L1), 5);
    QCOMPARE(object.value("found"_L1), 1);
    QCOMPARE(object.value("blank"_L1), 1);
    QCOMPARE(object.value("not_found"_L1), 1);
    QCOMPARE(object.value("duplicate"_L1), 1);
    QCOMPARE(object.value("malformed"_L1), 1);
    QCOMPARE(object.value("several"_L1), 0);
    QCOMPARE(object.value("users"_L1), 1);
    QCOMPARE(object.value("liveSessions"_L1), 1);
    QCOMPARE(object.value("lookedUp"_L1), true);
    const QJsonArray leftOut = object.value("leftOut"_L1).toArray();
    QCOMPARE(leftOut.size(), 2);
    QCOMPARE(leftOut.at(0).toObject().value("row"_L1), 3);
    QCOMPARE(leftOut.at(1).toObject().value("reason"_L1), u"wildcard"_s);

    const Result<ListPlan> plan = ListPlanFiles::load(planFile());
    QVERIFY(plan.hasValue());
    QCOMPARE(plan->poolId, m_pool.address().poolId);
    QCOMPARE(plan->items.size(), 1);
    QCOMPARE(plan->items.constFirst().target.identifier.toUtf8(), userId);
    QCOMPARE(plan->items.constFirst().target.before, QList{SessionState::Online});
}

void TestCliBulkPlan::textTellsTheBuckets()
{
    const QString list =
        written(u"names.csv"_s, "name\n" + m_user.value("username"_L1).toString().toUtf8() + "\n1.38E+10\n");
    const CliRun run = m_pool.run(
        command(list, {u"--apps"_s, m_appId, u"--id-type"_s, u"username"_s, u"--column"_s, u"1"_s}));
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.contains("Found"), run.out.constData());
    QVERIFY2(run.out.contains("1.38E+10"), run.out.constData());
    QVERIFY2(run.out.contains("spreadsheet"), run.out.constData());
    QVERIFY2(run.out.contains("Nothing was sent"), run.out.constData());
}

void TestCliBulkPlan::columnAndTypeAreTaken()
{
    const QByteArray email = m_user.value("email"_L1).toString().toUtf8();
    const QByteArray phone = m_user.value("phone"_L1).toString().toUtf8();
    const QString list = written(u"leavers.csv"_s, "no,work,mobile\n1," + email + "," + phone + "\n");
    for (const QStringList &more : {QStringList{u"--id-type"_s, u"email"_s, u"--column"_s, u"WORK"_s},
                                    QStringList{u"--id-type"_s, u"email"_s},
                                    QStringList{u"--id-type"_s, u"phone"_s, u"--column"_s, u"3"_s},
                                    QStringList{u"--id-type"_s, u"auto"_s, u"--column"_s, u"work"_s}}) {
        const CliRun run = m_pool.runJson(command(list, more + QStringList{u"--apps"_s, m_appId}));
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.object().value("found"_L1), 1);
        QCOMPARE(ListPlanFiles::load(planFile())->items.constFirst().target.identifier,
                 m_user.value("userId"_L1).toString());
    }
}

void TestCliBulkPlan::linesAddUp()
{
    const QByteArray email = m_user.value("email"_L1).toString().toUtf8();
    const QString list =
        written(u"lines.csv"_s, "Leavers,\nname,email\na," + email + "\n,\nb," + email.toUpper() +
                                    "\nc,nobody@example.com\nd,\nTotal 4,\n\n");
    const QStringList arguments = command(list, {u"--apps"_s, m_appId, u"--id-type"_s, u"email"_s});
    const QJsonObject object = m_pool.runJson(arguments).object();
    QCOMPARE(object.value("lines"_L1), 9);
    QCOMPARE(object.value("headings"_L1), 2);
    QCOMPARE(object.value("blank"_L1), 2);
    QCOMPARE(object.value("merged"_L1), 1);
    QCOMPARE(object.value("refused"_L1), 2);
    QCOMPARE(object.value("lookedUpRows"_L1), 2);
    QCOMPARE(object.value("users"_L1), 1);
    const CliRun run = m_pool.run(arguments);
    QVERIFY2(run.out.contains("9 lines = 2 users + 2 headings + 2 blank + 1 merged + 2 refused"),
             run.out.constData());
}

void TestCliBulkPlan::unclearColumnIsAskedFor()
{
    const QString list = written(u"two.csv"_s, "m@x.example,a@x.example\nm@x.example,b@x.example\n"
                                               "m@x.example,c@x.example\nm@x.example,d@x.example\n");
    const QString plan = m_folder.filePath(u"none.json"_s);
    const CliRun run = m_pool.run(
        {u"bulk"_s, u"plan"_s, list, u"--id-type"_s, u"email"_s, u"--everywhere"_s, u"--out"_s, plan});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(!QFile::exists(plan));
    QVERIFY2(run.err.contains("a@x.example, b@x.example, c@x.example  (looks like email)"),
             run.err.constData());
    QVERIFY2(run.err.contains("--column") && run.err.contains("list-column-unclear"), run.err.constData());
}

void TestCliBulkPlan::headerIsAsSomebodySays()
{
    const QString list = written(u"head.csv"_s, "kennung\nnobody.one\n");
    const auto headings = [&](const QString &choice) {
        const CliRun run = m_pool.runJson(
            command(list, {u"--apps"_s, m_appId, u"--id-type"_s, u"username"_s, u"--header"_s, choice}));
        return run.object().value("headings"_L1).toInt(-1);
    };
    QCOMPARE(headings(u"auto"_s), 0);
    QCOMPARE(headings(u"yes"_s), 1);
    QCOMPARE(headings(u"no"_s), 0);
    QCOMPARE(m_pool.run(command(list, {u"--apps"_s, m_appId, u"--header"_s, u"maybe"_s})).exitCode, 2);
}

void TestCliBulkPlan::sheetIsNamed()
{
    const QString book = QStringLiteral(KICKDESK_SOURCE_DIR "/tests/fixtures/workbooks/openpyxl.xlsx");
    const QStringList more{u"--apps"_s, m_appId, u"--id-type"_s, u"email"_s, u"--sheet"_s};
    const CliRun run = m_pool.runJson(command(book, more + QStringList{u"leavers"_s}));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.object().value("lookedUpRows"_L1), 200);
    QVERIFY2(run.err.contains("1 hidden row is part of the list. 1 column is hidden."), run.err.constData());
    const CliRun other = m_pool.run(command(book, more + QStringList{u"Sheet2"_s}));
    QCOMPARE(other.exitCode, 2);
    QVERIFY2(other.err.contains("sheet-missing") && other.err.contains("leavers"), other.err.constData());
}

void TestCliBulkPlan::severalFilesAreOneList()
{
    const QByteArray email = m_user.value("email"_L1).toString().toUtf8();
    const QString one = written(u"one.txt"_s, email + "\n");
    const QString two = written(u"two.txt"_s, "email\nnobody@example.com\n" + email + "\n");
    const CliRun run = m_pool.runJson({u"bulk"_s, u"plan"_s, one, two, u"--id-type"_s, u"email"_s,
                                       u"--apps"_s, m_appId, u"--out"_s, planFile()});
    QCOMPARE(run.exitCode, 0);
    const QJsonObject object = run.object();
    QCOMPARE(object.value("lines"_L1), 4);
    QCOMPARE(object.value("headings"_L1), 1);
    QCOMPARE(object.value("merged"_L1), 1);
    QCOMPARE(object.value("users"_L1), 1);
    const QJsonObject leftOut = object.value("leftOut"_L1).toArray().at(0).toObject();
    QCOMPARE(leftOut.value("file"_L1), two);
    QCOMPARE(leftOut.value("row"_L1), 2);
}

void TestCliBulkPlan::domainInFrontIsTold()
{
    const QString list = written(u"domain.csv"_s, "account\nCORP\\tingting.luo\n");
    const CliRun run = m_pool.run(command(list, {u"--apps"_s, m_appId, u"--id-type"_s, u"username"_s}));
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.contains("has a domain in front"), run.out.constData());
}

void TestCliBulkPlan::onlyOnlineIsPlanned()
{
    const QString list = written(u"ids.txt"_s, m_user.value("userId"_L1).toString().toUtf8());
    const CliRun run = m_pool.runJson(command(list, {u"--online"_s}));
    QCOMPARE(run.exitCode, 0);
    const Result<ListPlan> plan = ListPlanFiles::load(planFile());
    QCOMPARE(plan->scope, KickScope::Online);
    QCOMPARE(plan->items.constFirst().target.before.count(SessionState::Online),
             run.object().value("liveSessions"_L1).toInt());
    QVERIFY(!plan->items.constFirst().target.before.contains(SessionState::Offline));
}

/// Who is online nowhere is counted, and named with the row.
void TestCliBulkPlan::usersWhoAreOfflineAreNamed()
{
    QStringList ids;
    for (int place = 0; place < 15; ++place)
        ids << Sandbox::userId({.users = 200}, place);
    const QString list = written(u"ids.txt"_s, ids.join(u'\n').toUtf8());
    const CliRun run = m_pool.runJson(command(list, {u"--online"_s}));
    QCOMPARE(run.exitCode, 0);
    const QJsonArray leftOut = run.object().value("leftOut"_L1).toArray();
    QVERIFY(!leftOut.isEmpty());
    QCOMPARE(leftOut.size(), run.object().value("offlineUsers"_L1).toInt());
    QCOMPARE(run.object().value("users"_L1).toInt(), 15 - leftOut.size());
    for (const auto &value : leftOut) {
        const QJsonObject row = value.toObject();
        QCOMPARE(row.value("reason"_L1), u"offline"_s);
        QCOMPARE(row.value("text"_L1), ids.at(row.value("row"_L1).toInt() - 1));
    }
    const CliRun text = m_pool.run(command(list, {u"--online"_s}));
    QVERIFY2(text.out.contains("online nowhere"), text.out.constData());
}

void TestCliBulkPlan::everythingIsPlannedEverywhere()
{
    const QString list = written(u"ids.txt"_s, m_user.value("userId"_L1).toString().toUtf8());
    const CliRun run = m_pool.runJson(command(list, {u"--everywhere"_s}));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.object().value("applications"_L1).toInt(), int(m_pool.appIds().size()));
}

void TestCliBulkPlan::planWithNobodyIsAPlan()
{
    const QString list = written(u"ids.txt"_s, "nobody-of-that-name\n");
    const CliRun run = m_pool.runJson(command(list, {u"--apps"_s, m_appId}));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.object().value("users"_L1), 0);
    QVERIFY(ListPlanFiles::load(planFile())->items.isEmpty());
}

void TestCliBulkPlan::wrongTypeIsNoted()
{
    const QString list = written(u"phones.txt"_s, m_user.value("phone"_L1).toString().toUtf8());
    const CliRun run = m_pool.run(command(list, {u"--apps"_s, m_appId}));
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.err.contains("--id-type phone") || run.err.contains("--id-type external_id"),
             run.err.constData());
}

void TestCliBulkPlan::typedRowsAreFlagged()
{
    const CliPool pool({.users = 200, .faults = {u"search-forbidden"_s}});
    const QString list = written(u"phones.txt"_s, "138 0013 8000\n");
    const CliRun run = pool.runJson(command(list, {u"--apps"_s, m_appId, u"--id-type"_s, u"phone"_s}));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.object().value("lookedUp"_L1), false);
    QCOMPARE(ListPlanFiles::load(planFile())->items.constFirst().target.identifier, u"13800138000"_s);
}

void TestCliBulkPlan::workbooksOfEachWriterPlanTheSameUsers_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("type");
    for (const char *writer : {"openpyxl", "excelwriter", "libreoffice"}) {
        for (const char *type : {"email", "phone"})
            QTest::addRow("%s, %s", writer, type)
                << QString::fromLatin1(writer) + u".xlsx"_s << QString::fromLatin1(type);
    }
}

/// The key may not look users up, so each identifier of the workbook is a user of the plan.
void TestCliBulkPlan::workbooksOfEachWriterPlanTheSameUsers()
{
    QFETCH(const QString, file);
    QFETCH(const QString, type);
    const CliPool pool({.users = 200, .faults = {u"search-forbidden"_s}});
    const QString list = QStringLiteral(KICKDESK_SOURCE_DIR "/tests/fixtures/workbooks/") + file;
    const CliRun run = pool.runJson(command(list, {u"--apps"_s, m_appId, u"--id-type"_s, type}));
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const Result<ListPlan> plan = ListPlanFiles::load(planFile());
    QVERIFY(plan.hasValue());
    const ListPlanItems &items = plan->items;
    QCOMPARE(items.size(), 200);
    for (int user = 0; user < 200; ++user) {
        // A heading stands above them.
        QCOMPARE(items.at(user).row, user + 2);
        QCOMPARE(items.at(user).target.identifier,
                 type == "email"_L1 ? u"user%1@example.com"_s.arg(user, 3, 10, QLatin1Char('0'))
                                    : QString::number(13'800'138'000 + user));
    }
}

void TestCliBulkPlan::autoNeedsPermission()
{
    const CliPool pool({.users = 200, .faults = {u"search-forbidden"_s}});
    const QString list = written(u"phones.txt"_s, "13800138000\n");
    const CliRun run = pool.run(command(list, {u"--apps"_s, m_appId, u"--id-type"_s, u"auto"_s}));
    QCOMPARE(run.exitCode, 2);
}

void TestCliBulkPlan::badInputExitsTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString fixtures = QStringLiteral(KICKDESK_SOURCE_DIR "/tests/fixtures/lists/");
    const QStringList everywhere{u"--everywhere"_s, u"--out"_s, u"plan.json"_s};
    QTest::newRow("no list") << QStringList{fixtures + u"nowhere.csv"_s} + everywhere;
    QTest::newRow("picture") << QStringList{fixtures + u"binary.csv"_s} + everywhere;
    QTest::newRow("workbook") << QStringList{fixtures + u"workbook.csv"_s} + everywhere;
    QTest::newRow("no rows") << QStringList{fixtures + u"empty.csv"_s} + everywhere;
    QTest::newRow("no such column") << QStringList{fixtures + u"utf8.csv"_s, u"--column"_s, u"nowhere"_s} +
                                           everywhere;
    QTest::newRow("no scope") << QStringList{fixtures + u"utf8.csv"_s, u"--out"_s, u"plan.json"_s};
    QTest::newRow("two scopes") << QStringList{fixtures + u"utf8.csv"_s, u"--online"_s} + everywhere;
    QTest::newRow("no plan") << QStringList{fixtures + u"utf8.csv"_s, u"--online"_s};
    QTest::newRow("bad app") << QStringList{fixtures + u"utf8.csv"_s, u"--apps"_s, u"a b"_s, u"--out"_s,
                                            u"plan.json"_s};
    QTest::newRow("no command") << QStringList();
}

void TestCliBulkPlan::badInputExitsTwo()
{
    QFETCH(const QStringList, arguments);
    const QStringList name = arguments.isEmpty() ? QStringList{u"bulk"_s} : QStringList{u"bulk"_s, u"plan"_s};
    const CliRun run = m_pool.run(name + arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY(!run.err.isEmpty());
    QVERIFY(!QFile::exists(u"plan.json"_s));
}

void TestCliBulkPlan::refusedKeyExitsFive()
{
    const CliPool pool({.users = 200, .faults = {u"key-revoked@get-user-batch"_s}});
    const QString list = written(u"ids.txt"_s, "6319a1504f3c0f214dd5b7aa\n");
    QCOMPARE(pool.run(command(list, {u"--apps"_s, m_appId})).exitCode, 5);
}

void TestCliBulkPlan::unwritablePlanIsTold()
{
    const QString list = written(u"ids.txt"_s, m_user.value("userId"_L1).toString().toUtf8());
    const CliRun run = m_pool.run({u"bulk"_s, u"plan"_s, list, u"--apps"_s, m_appId, u"--out"_s,
                                   m_folder.filePath(u"nowhere/plan.json"_s)});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.err.contains("file-unwritable"));
}

void TestCliBulkPlan::nothingIsSent()
{
    QCOMPARE(m_pool.kickRequests(), 0);
}

QTEST_GUILESS_MAIN(TestCliBulkPlan)
#include "tst_clibulkplan.moc"
