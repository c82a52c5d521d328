// SPDX-License-Identifier: Apache-2.0
#include "core/files/files.h"
#include "store/history/historyqueries.h"
#include "store/history/journalaudit.h"
#include "store/journal/database.h"
#include "support/answerof.h"
#include "support/journalfindings.h"
#include "support/journalsample.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace JournalFindings;

namespace {

/// The first column of the first row that @p statement selects, as a text.
QString valueOf(const QString &file, const QString &statement)
{
    const auto database = Database::open(file, Database::Access::ReadOnly);
    if (!database)
        return {};
    SqlStatement query = (*database)->connection().prepare(statement);
    return query.next() ? query.text(0) : QString();
}

bool writeGarbage(const QString &file)
{
    QFile garbage(file);
    return garbage.open(QIODevice::WriteOnly) && garbage.write(QByteArray(9000, 'x')) == 9000;
}

/// True when a file in @p folder, the log included, holds these @p bytes.
bool isAnywhereIn(const QString &folder, const QByteArray &bytes)
{
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(bytes))
            return true;
    }
    return false;
}

} // namespace

/// The journal that writes: what is on disk afterwards, and what happens to a file that is not as it should
/// be.
class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEveryFact();
    void preparedFileIsThereBeforeTheFirstWrite();
    void twoWritersShareOneChain();
    void newerFileIsRefused();
    void halfMadeFileIsReadAsAnEmptyOne();
    void impossibleVersionIsDamage();
    void damagedFileIsPutAside();
    void fileDamagedWhileOpenIsPutAside();
    void fileThatAnotherPutAsideIsNotWrittenAnyMore();
    void lockedFileIsWaitedFor();
    void impossibleFileIsAnError();
    void filesAreTheOwnersOnly();
    void phonesAreMasked_data();
    void phonesAreMasked();
    void unresolvedIdentifierIsKeptUntilTheOutcome();
    void noSecretIsAnywhere();
};

void TestJournal::writesEveryFact()
{
    const QTemporaryDir folder;
    Journal journal(folder.filePath(u"journal.db"_s));
    const qint64 itemId = JournalSamples::write(&journal);
    const auto database = Database::open(journal.file(), Database::Access::ReadOnly);
    const Result<HistoryDetail> detail = HistoryQueries::detail(**database, itemId);
    QVERIFY(detail);
    const HistoryItem &item = detail->item;
    QCOMPARE(item.outcome, KickOutcome::Verified);
    QCOMPARE(item.target.name.plain(), u"张三"_s);
    QCOMPARE(item.target.appIds, QStringList({u"app1"_s, u"app2"_s}));
    QCOMPARE(item.job.ticket, u"INC-1042"_s);
    QCOMPARE(item.job.osUser, u"alice"_s);
    QCOMPARE(item.apps.size(), 2);
    QCOMPARE(item.apps.first().before, SessionState::Online);
    QCOMPARE(item.apps.first().after, SessionState::Offline);
    QCOMPARE(item.apps.first().confirmedAfter, std::optional(std::chrono::milliseconds(1250)));
    QCOMPARE(item.reply.message.plain(), u"操作成功"_s);
    QVERIFY(qAbs(item.time.msecsTo(QDateTime::currentDateTimeUtc())) < 60'000);
    QCOMPARE(detail->attempts.size(), 1);
    QCOMPARE(detail->attempts.first().nonce, u"nonce1"_s);
    QCOMPARE(detail->attempts.first().state, ItemState::Accepted);
    QVERIFY(detail->attempts.first().answeredAt.isValid());
}

void TestJournal::preparedFileIsThereBeforeTheFirstWrite()
{
    const QTemporaryDir folder;
    Journal journal(folder.filePath(u"journal.db"_s));
    QVERIFY(!QFileInfo::exists(journal.file()));
    journal.prepare();
    QTRY_VERIFY(verdictOf(journal.file()).isReadable);
    QVERIFY(JournalSamples::write(&journal) > 0);
}

void TestJournal::twoWritersShareOneChain()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.db"_s);
    constexpr int kicksEach = 50;
    // The first write of both makes the file.
    Journal one(file);
    Journal other(file);
    QObject context;
    int written = 0;
    int failed = 0;
    for (int i = 0; i < kicksEach; ++i) {
        for (Journal *journal : {&one, &other}) {
            const JournalItem item{.target = {.identifier = u"user%1"_s.arg(i)}};
            journal->begin({}, item, &context,
                           [&](const Result<JournalReceipt> &receipt) { ++(receipt ? written : failed); });
        }
    }
    QTRY_COMPARE_WITH_TIMEOUT(written + failed, 2 * kicksEach, 20000);
    QCOMPARE(failed, 0);
    const JournalVerdict verdict = verdictOf(file);
    QVERIFY(verdict.isIntact());
    QCOMPARE(verdict.chain.eventCount, 2 * kicksEach);
}

void TestJournal::halfMadeFileIsReadAsAnEmptyOne()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.db"_s);
    const QString making = folder.filePath(u"making.db"_s);
    Files::makeOwn(making);
    {
        SqlConnection connection;
        QVERIFY(connection.open(making, SqlConnection::Access::ReadWrite));
        // More than the cache holds, so that a part is on disk before the transaction ends.
        for (const QString &statement : {u"PRAGMA cache_size = 2"_s, u"BEGIN"_s,
                                         u"CREATE TABLE jobs (id INTEGER PRIMARY KEY, text TEXT)"_s,
                                         u"INSERT INTO jobs (text) VALUES (hex(randomblob(100000)))"_s})
            QVERIFY(connection.execute(statement));
        for (const QString &suffix : {QString(), u"-journal"_s})
            QVERIFY(QFile::copy(making + suffix, file + suffix));
    }
    QVERIFY(QFileInfo(file).size() > 0 && QFileInfo(file + u"-journal"_s).size() > 0);

    const auto database = Database::open(file, Database::Access::ReadOnly);
    QVERIFY2(database.hasValue(), database ? "" : qPrintable(errorCodeName(database.error().code)));
    QVERIFY(JournalAudit::verify(**database).isIntact());
    QCOMPARE(QDir(folder.path()).entryList({u"*.damaged-*"_s}), QStringList());
}

void TestJournal::newerFileIsRefused()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.db"_s);
    QVERIFY(JournalSamples::execute(file, u"PRAGMA user_version = 999"_s));
    Journal journal(file);
    const QSignalSpy quarantined(&journal, &Journal::noticed);
    const auto receipt = JournalSamples::begin(&journal);
    QVERIFY(!receipt);
    QCOMPARE(receipt.error().code, ErrorCode::JournalNewer);
    QCOMPARE(quarantined.count(), 0);
    QCOMPARE(QDir(folder.path()).entryList({u"*damaged*"_s}).size(), 0);
}

void TestJournal::impossibleVersionIsDamage()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.db"_s);
    QVERIFY(Database::open(file, Database::Access::ReadWrite));
    QVERIFY(JournalSamples::execute(file, u"PRAGMA user_version = -2147483648"_s));
    const auto toRead = Database::open(file, Database::Access::ReadOnly);
    QVERIFY(!toRead);
    QVERIFY(toRead.error().code == ErrorCode::JournalUnreadable);
    const auto toWrite = Database::open(file, Database::Access::ReadWrite);
    QVERIFY(toWrite);
    QVERIFY(QFile::exists((*toWrite)->quarantinedFile()));
}

void TestJournal::damagedFileIsPutAside()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.db"_s);
    QVERIFY(writeGarbage(file));
    Journal journal(file);
    const QSignalSpy quarantined(&journal, &Journal::noticed);
    QVERIFY(JournalSamples::write(&journal) > 0);
    QTRY_COMPARE(quarantined.count(), 1);
    const QString aside = quarantined.first().first().value<StoreNotice>().path;
    QFile kept(aside);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray(9000, 'x'));
    QVERIFY(verdictOf(file).isIntact());
}

void TestJournal::fileDamagedWhileOpenIsPutAside()
{
#ifdef Q_OS_WIN
    QSKIP("a file that is open cannot be put aside there");
#endif
    const QTemporaryDir folder;
    Journal journal(folder.filePath(u"journal.db"_s));
    const QSignalSpy quarantined(&journal, &Journal::noticed);
    QVERIFY(JournalSamples::write(&journal) > 0);
    QVERIFY(JournalSamples::execute(journal.file(), u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    QFile file(journal.file());
    QVERIFY(file.open(QIODevice::ReadWrite));
    // Everything but the first page, in which the schema is.
    QVERIFY(file.seek(4096));
    file.write(QByteArray(static_cast<int>(file.size()) - 4096, '\x7f'));
    file.close();
    QVERIFY(JournalSamples::begin(&journal));
    QTRY_COMPARE(quarantined.count(), 1);
    QVERIFY(QFileInfo::exists(quarantined.first().first().value<StoreNotice>().path));
    QVERIFY(verdictOf(journal.file()).isIntact());
}

void TestJournal::fileThatAnotherPutAsideIsNotWrittenAnyMore()
{
#ifdef Q_OS_WIN
    QSKIP("a file that is open cannot be put aside there");
#endif
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.db"_s);
    Journal one(file);
    QVERIFY(JournalSamples::write(&one) > 0);
    const QString aside = Database::quarantine(file, *FileIdentity::of(file));
    QVERIFY(!aside.isEmpty());
    Journal other(file);
    QVERIFY(JournalSamples::write(&other) > 0);
    // Its own past is in the other file: it says so and writes into neither.
    QCOMPARE(JournalSamples::write(&one), 0);
    for (const QString &each : {file, aside})
        QCOMPARE(valueOf(each, u"SELECT COUNT(*) FROM items"_s), u"1"_s);
    QVERIFY(verdictOf(file).isIntact());
}

void TestJournal::lockedFileIsWaitedFor()
{
    const QTemporaryDir folder;
    Journal journal(folder.filePath(u"journal.db"_s));
    QVERIFY(JournalSamples::begin(&journal));
    const auto holder = Database::open(journal.file(), Database::Access::ReadWrite);
    QVERIFY((*holder)->execute(u"BEGIN IMMEDIATE"_s));
    constexpr int heldMs = 1000;
    QElapsedTimer time;
    time.start();
    QTimer::singleShot(heldMs, this, [&holder] { QVERIFY((*holder)->execute(u"COMMIT"_s)); });
    QVERIFY(JournalSamples::begin(&journal));
    QVERIFY(time.elapsed() >= heldMs - 50);
}

void TestJournal::impossibleFileIsAnError()
{
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(u"journal.db"_s));
    for (const QString &file : {folder.filePath(u"journal.db"_s), folder.filePath(u"missing/journal.db"_s)}) {
        Journal journal(file);
        const auto receipt = JournalSamples::begin(&journal);
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().code, ErrorCode::JournalUnavailable);
        QVERIFY(errorText(receipt.error()).contains(file));
    }
}

void TestJournal::filesAreTheOwnersOnly()
{
#ifdef Q_OS_WIN
    QSKIP("the folder's rights hold there");
#endif
    const QTemporaryDir folder;
    Journal journal(folder.filePath(u"journal.db"_s));
    QVERIFY(JournalSamples::write(&journal) > 0);
    const QFileInfoList files = QDir(folder.path()).entryInfoList(QDir::Files);
    QVERIFY(files.size() >= 2);
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                          QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const QFileInfo &file : files)
        QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
}

void TestJournal::phonesAreMasked_data()
{
    QTest::addColumn<QString>("userId");
    QTest::addColumn<IdType>("type");
    QTest::newRow("phone") << u"13800138000"_s << IdType::Phone;
    QTest::newRow("phone as user name") << u"13800138000"_s << IdType::Username;
    QTest::newRow("phone with country code") << u"+8613800138000"_s << IdType::Phone;
}

void TestJournal::phonesAreMasked()
{
    QFETCH(QString, userId);
    QFETCH(IdType, type);
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"journal.db"_s);
    {
        Journal journal(name);
        QVERIFY(JournalSamples::write(&journal, {.identifier = userId, .identifierType = type}) > 0);
        QVERIFY(verdictOf(name).isIntact());
    }
    QVERIFY(!isAnywhereIn(folder.path(), "13800138000"));
}

void TestJournal::unresolvedIdentifierIsKeptUntilTheOutcome()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.db"_s);
    const SampleKick kick{.identifier = u"13800138000"_s, .identifierType = IdType::Phone, .userId = {}};
    const QString stored = u"SELECT user_id FROM items"_s;
    {
        Journal journal(file);
        const auto begun = JournalSamples::begin(&journal, kick);
        QCOMPARE(valueOf(file, stored), u"13800138000"_s);
        QVERIFY(valueOf(file, u"SELECT data FROM events"_s).contains("138****8000"_L1));
        const auto database = Database::open(file, Database::Access::ReadOnly);
        QCOMPARE(HistoryQueries::detail(**database, begun->key.itemId)->item.target.identifier,
                 u"138****8000"_s);
        const auto intended = JournalSamples::intend(&journal, begun->key);
        QVERIFY(JournalSamples::answer(&journal, intended->key, kick));
        QVERIFY(JournalSamples::conclude(&journal, begun->key, kick));
    }
    QCOMPARE(valueOf(file, stored), u"138****8000"_s);
    QVERIFY(!isAnywhereIn(folder.path(), "13800138000"));
}

void TestJournal::noSecretIsAnywhere()
{
    const QTemporaryDir folder;
    Journal journal(folder.filePath(u"journal.db"_s));
    QVERIFY(JournalSamples::write(&journal) > 0);
    const QString columns = valueOf(journal.file(), u"SELECT group_concat(sql) FROM sqlite_master"_s);
    QVERIFY(columns.contains("ticket"_L1));
    for (const auto &word : {u"secret"_s, u"token"_s, u"authorization"_s})
        QVERIFY2(!columns.contains(word, Qt::CaseInsensitive), qPrintable(word));
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
