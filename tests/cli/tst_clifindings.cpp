// SPDX-License-Identifier: Apache-2.0
#include "cli/clirun.h"
#include "support/journalsample.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Q_DECLARE_METATYPE(std::function<void(const QString &)>)

/// A history that is not the one that was written last, on a data folder of its own for each test: who reads
/// it, or would write to it, is told, and nothing is sent.
class TestCliFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void makesNoFileThatOthersCanRead();
    void namesAMissingPast();
    void namesADamagedPast();
    void namesAForeignTrigger();
    void everyCommandTells_data();
    void everyCommandTells();
    void folderOfAnotherUserIsNotUsed();

private:
    QString file(const QString &name) const { return m_folder->filePath(name); }
    QString journal() const { return file(u"data/journal.db"_s); }
    void write() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCliFindings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("KICKDESK_DATA_DIR", QFile::encodeName(file(u"data"_s)));
    // As the program makes it.
    QVERIFY(QDir(m_folder->path()).mkdir(u"data"_s));
    QVERIFY(QFile::setPermissions(file(u"data"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void TestCliFindings::write() const
{
    Journal written(journal());
    QVERIFY(JournalSamples::write(&written) > 0);
}

/// Whatever the umask allows: a file that is made open would be closed, and told, at each start.
void TestCliFindings::makesNoFileThatOthersCanRead()
{
#ifndef Q_OS_UNIX
    QSKIP("on other systems the folder is in the user's profile");
#else
    const mode_t before = umask(0);
    const auto restore = qScopeGuard([before] { umask(before); });
    const CliPool pool;
    const QStringList users{Sandbox::userId({}, 0), Sandbox::userId({}, 1)};
    QFile list(file(u"list.txt"_s));
    QVERIFY(list.open(QIODevice::WriteOnly) && list.write(users.join(u'\n').toUtf8()) > 0);
    list.close();
    const QString plan = file(u"plan.json"_s);
    QCOMPARE(pool.run({u"kick"_s, users.first(), u"--everywhere"_s, u"--yes"_s}).exitCode, 0);
    QCOMPARE(pool.run({u"bulk"_s, u"plan"_s, list.fileName(), u"--everywhere"_s, u"--out"_s, plan}).exitCode,
             0);
    QCOMPARE(pool.run({u"bulk"_s, u"run"_s, plan, u"--yes"_s, u"--expect-count"_s, u"2"_s}).exitCode, 0);
    QCOMPARE(pool.run({u"profile"_s, u"add"_s, u"saved"_s}).exitCode, 0);
    const QFileInfoList made = QDir(file(u"data"_s)).entryInfoList(QDir::Files | QDir::Hidden | QDir::System);
    QVERIFY(made.size() >= 3);
    for (const QFileInfo &each : made)
        QVERIFY2(!(each.permissions() &
                   (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)) ||
                     each.fileName().endsWith(".lock"_L1),
                 qPrintable(each.fileName()));
    QVERIFY(!runCli({u"history"_s}).err.contains("Others could read"));
#endif
}

void TestCliFindings::namesAMissingPast()
{
    write();
    QVERIFY(QFile::copy(journal(), file(u"older.db"_s)));
    write();
    QVERIFY(QFile::remove(journal()) && QFile::rename(file(u"older.db"_s), journal()));
    const CliRun run = runCli({u"--json"_s, u"history"_s, u"verify"_s});
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(run.object().value("intact"_L1).toBool(true), false);
    QCOMPARE(run.object().value("missing"_L1).toInt(), 8);
    // Gone altogether it is no empty history either.
    QVERIFY(QFile::remove(journal()));
    QCOMPARE(runCli({u"history"_s, u"verify"_s}).exitCode, 3);
}

void TestCliFindings::namesADamagedPast()
{
    write();
    QVERIFY(QFile::resize(journal(), 20'000));
    write();
    const CliRun json = runCli({u"--json"_s, u"history"_s, u"verify"_s});
    QCOMPARE(json.exitCode, 3);
    QCOMPARE(json.object().value("intact"_L1).toBool(true), false);
    const QJsonArray aside = json.object().value("putAside"_L1).toArray();
    QCOMPARE(aside.size(), 1);
    const CliRun words = runCli({u"--lang"_s, u"en-US"_s, u"history"_s, u"verify"_s});
    QVERIFY2(words.out.contains("INCOMPLETE") && words.out.contains("journal.db.damaged-"),
             words.out.constData());
    // Kept somewhere else, it has been looked into.
    QVERIFY(QFile::rename(aside.first().toString(), file(u"kept.db"_s)));
    QCOMPARE(runCli({u"history"_s, u"verify"_s}).exitCode, 0);
}

void TestCliFindings::namesAForeignTrigger()
{
    write();
    QVERIFY(JournalSamples::execute(
        journal(), u"CREATE TRIGGER quiet AFTER INSERT ON items BEGIN DELETE FROM items; END"_s));
    const CliRun run = runCli({u"--json"_s, u"history"_s, u"verify"_s});
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(run.object().value("object"_L1).toString(), u"quiet"_s);
}

void TestCliFindings::everyCommandTells_data()
{
    QTest::addColumn<std::function<void(const QString &)>>("change");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<QByteArray>("code");
    using Change = std::function<void(const QString &)>;
    const QByteArray missing = "was replaced, removed, cut, or restored from an older copy";
    const auto row = [&missing](const char *name, const Change &change) {
        QTest::newRow(name) << change << missing << QByteArray("journal-foreign");
    };
    row("moved away", [](const QString &journal) { QFile::rename(journal, journal + u".away"_s); });
    row("emptied", [](const QString &journal) { QFile::resize(journal, 0); });
    row("another journal in its place", [](const QString &journal) {
        QFile::remove(journal);
        {
            Journal other(journal + u".other"_s);
            JournalSamples::write(&other);
        }
        QFile::rename(journal + u".other"_s, journal);
    });
    row("restored from an older copy", [](const QString &journal) {
        const QByteArray older = contentOf(journal);
        {
            Journal newer(journal);
            JournalSamples::write(&newer);
        }
        QFile file(journal);
        if (!file.open(QIODevice::WriteOnly) || file.write(older) != older.size())
            qFatal("the older copy was not written");
    });
    QTest::newRow("trigger") << Change([](const QString &journal) {
        JournalSamples::execute(
            journal, u"CREATE TRIGGER quiet AFTER UPDATE ON items BEGIN DELETE FROM attempts; END"_s);
    }) << QByteArray("changed the tables or triggers")
                             << QByteArray("journal-changed");
}

void TestCliFindings::everyCommandTells()
{
    QFETCH(const std::function<void(const QString &)>, change);
    QFETCH(const QByteArray, words);
    QFETCH(const QByteArray, code);
    write();
    change(journal());
    const CliPool pool;
    const QString userId = pool.userWith({u"phone"_s}).value("userId"_L1).toString();
    const QString appId = pool.appIds().constFirst();
    const QString list = file(u"list.csv"_s);
    QFile rows(list);
    QVERIFY(rows.open(QIODevice::WriteOnly) && rows.write("userId\n" + userId.toUtf8() + '\n') > 0);
    rows.close();
    const QString plan = file(u"plan.json"_s);
    QCOMPARE(pool.run({u"bulk"_s, u"plan"_s, list, u"--apps"_s, appId, u"--out"_s, plan}).exitCode, 0);

    const CliRun shown = runCli({u"--lang"_s, u"en-US"_s, u"history"_s});
    QVERIFY2(shown.err.contains(words), shown.err.constData());
    const CliRun exported =
        runCli({u"--lang"_s, u"en-US"_s, u"history"_s, u"--export"_s, file(u"out.csv"_s)});
    QVERIFY2(exported.err.contains(words), exported.err.constData());
    for (const QStringList &arguments :
         {QStringList{u"--lang"_s, u"en-US"_s, u"kick"_s, userId, u"--apps"_s, appId, u"--yes"_s},
          {u"--lang"_s, u"en-US"_s, u"bulk"_s, u"run"_s, plan, u"--yes"_s, u"--expect-count"_s, u"1"_s}}) {
        const CliRun run = pool.run(arguments);
        QCOMPARE(run.exitCode, 7);
        QVERIFY2(run.err.contains(words), run.err.constData());
        QVERIFY2(run.err.contains(code), run.err.constData());
    }
    QCOMPARE(pool.kickRequests(), 0);
    QCOMPARE(runCli({u"history"_s, u"verify"_s}).exitCode, 3);
}

void TestCliFindings::folderOfAnotherUserIsNotUsed()
{
#ifndef Q_OS_UNIX
    QSKIP("on other systems the folder is in the user's profile");
#else
    CliPool pool;
    const QString userId = pool.userWith({}).value("userId"_L1).toString();
    const QString appId = pool.appIds().constFirst();
    constexpr uid_t somebody = 12345;
    QString folder = u"/usr"_s;
    if (geteuid() == 0) {
        folder = file(u"data"_s);
        QCOMPARE(chown(QFile::encodeName(folder).constData(), somebody, somebody), 0);
    }
    qputenv("KICKDESK_DATA_DIR", QFile::encodeName(folder));
    for (const QStringList &command :
         {QStringList{u"kick"_s, userId, u"--apps"_s, appId, u"--yes"_s}, {u"apps"_s}, {u"history"_s}}) {
        const CliRun run = command.first() == "history"_L1 ? runCli(command) : pool.run(command);
        QCOMPARE(run.exitCode, 7);
        QVERIFY2(run.err.contains(QFile::encodeName(folder)), run.err.constData());
    }
    QCOMPARE(pool.kickRequests(), 0);
    QVERIFY(!QFile::exists(folder + u"/journal.db"_s));
#endif
}

QTEST_GUILESS_MAIN(TestCliFindings)
#include "tst_clifindings.moc"
