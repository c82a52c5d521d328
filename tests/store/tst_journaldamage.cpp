// SPDX-License-Identifier: Apache-2.0
#include "store/files/fileidentity.h"
#include "store/history/historyreader.h"
#include "store/journal/database.h"
#include "support/answerof.h"
#include "support/journalfindings.h"
#include "support/journalsample.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace JournalFindings;

namespace {

/// Writes into the file that is there, as `cp` does.
bool overwrite(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

/// Programs that write into one journal, each with a thread of its own.
class Programs
{
public:
    static constexpr int count = 6;

    explicit Programs(const QString &file)
    {
        for (int i = 0; i < count; ++i)
            m_journals.push_back(std::make_unique<Journal>(file));
    }

    /// All of them write at once. The result of each.
    QStringList beginAll()
    {
        QStringList names;
        QObject context;
        for (const auto &journal : m_journals)
            journal->begin({}, {.target = {.identifier = u"user"_s}}, &context,
                           [&](const Result<JournalReceipt> &receipt) { names << nameOf(receipt); });
        constexpr int longestWaitMs = 30'000;
        (void)QTest::qWaitFor([&] { return names.size() == count; }, longestWaitMs);
        return names;
    }

private:
    std::vector<std::unique_ptr<Journal>> m_journals;
};

} // namespace

/// What is not as it should be is neither written to nor put aside for the wrong file.
class TestJournalDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cutLogIsDamage();
    void rowThatIsNotThereCannotBeChanged();
    void foreignSchemaIsNamed_data();
    void foreignSchemaIsNamed();
    void foreignSchemaStopsWhatRuns_data();
    void foreignSchemaStopsWhatRuns();
    void newFileOfAnotherProcessIsNotPutAside();
    void damagedFileIsPutAsideOnce_data();
    void damagedFileIsPutAsideOnce();
    void fileDamagedInUseIsPutAsideOnce();

private:
    QString file() const { return m_folder->filePath(u"journal.db"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJournalDamage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestJournalDamage::cutLogIsDamage()
{
    Journal journal(file());
    const QSignalSpy noticed(&journal, &Journal::noticed);
    const auto begun = JournalSamples::begin(&journal);
    const auto intended = JournalSamples::intend(&journal, begun->key);
    QFile log(file() + u"-wal"_s);
    QVERIFY(log.resize(log.size() / 2));
    // What was begun is in the file that was put aside, so its answer has no place.
    QCOMPARE(nameOf(JournalSamples::answer(&journal, intended->key)), u"journal-unavailable"_s);
    QTRY_COMPARE(noticed.count(), 1);
    QCOMPARE(noticed.first().first().value<StoreNotice>().kind, StoreNotice::Kind::JournalQuarantined);
    QCOMPARE(nameOf(JournalSamples::begin(&journal)), u"written"_s);
    QCOMPARE(countOf(file(), u"items"_s), 1);
}

void TestJournalDamage::rowThatIsNotThereCannotBeChanged()
{
    Journal journal(file());
    const auto begun = JournalSamples::begin(&journal);
    JournalKey key = JournalSamples::intend(&journal, begun->key)->key;
    QCOMPARE(nameOf(JournalSamples::answer(&journal, {.jobId = 1, .itemId = 1, .attemptId = 99})),
             u"journal-unavailable"_s);
    QCOMPARE(nameOf(JournalSamples::conclude(&journal, {.jobId = 1, .itemId = 99})),
             u"journal-unavailable"_s);
    QCOMPARE(nameOf(JournalSamples::conclude(&journal, {.jobId = 99, .itemId = 1})),
             u"journal-unavailable"_s);
    QCOMPARE(countOf(file(), u"events"_s), 2);
    QCOMPARE(nameOf(JournalSamples::answer(&journal, key)), u"written"_s);
    QVERIFY(verdictOf(file()).isIntact());
}

void TestJournalDamage::foreignSchemaIsNamed_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("name");
    QTest::newRow("trigger") << u"CREATE TRIGGER quiet AFTER UPDATE ON items BEGIN "
                                "UPDATE items SET outcome = 'verified'; END"_s
                             << u"quiet"_s;
    QTest::newRow("view") << u"CREATE VIEW history AS SELECT * FROM items"_s << u"history"_s;
    QTest::newRow("table") << u"CREATE TABLE more (id INTEGER)"_s << u"more"_s;
    QTest::newRow("column") << u"ALTER TABLE items ADD COLUMN note TEXT"_s << u"items"_s;
    QTest::newRow("trigger that denies") << u"CREATE TRIGGER quiet BEFORE INSERT ON attempts BEGIN "
                                            "SELECT RAISE(IGNORE); END"_s
                                         << u"quiet"_s;
    QTest::newRow("index of somebody else") << u"CREATE INDEX more ON items (outcome)"_s << u"more"_s;
    QTest::newRow("table that is gone") << u"DROP TABLE attempts"_s << u"attempts"_s;
    QTest::newRow("column with another name")
        << u"ALTER TABLE items RENAME COLUMN outcome TO result"_s << u"items"_s;
    QTest::newRow("index that is gone") << u"DROP INDEX items_open"_s << u"items_open"_s;
}

void TestJournalDamage::foreignSchemaIsNamed()
{
    QFETCH(QString, statement);
    QFETCH(QString, name);
    {
        Journal journal(file());
        QVERIFY(JournalSamples::write(&journal) > 0);
    }
    QVERIFY(JournalSamples::execute(file(), statement));
    QCOMPARE(verdictOf(file()).foreignObject, name);
    Journal journal(file());
    const QSignalSpy noticed(&journal, &Journal::noticed);
    QCOMPARE(nameOf(JournalSamples::begin(&journal)), u"journal-changed"_s);
    QTRY_COMPARE(noticed.count(), 1);
    QCOMPARE(noticed.first().first().value<StoreNotice>().kind, StoreNotice::Kind::JournalChanged);
}

void TestJournalDamage::foreignSchemaStopsWhatRuns_data()
{
    foreignSchemaIsNamed_data();
}

void TestJournalDamage::foreignSchemaStopsWhatRuns()
{
    QFETCH(QString, statement);
    Journal journal(file());
    const QSignalSpy noticed(&journal, &Journal::noticed);
    QVERIFY(JournalSamples::write(&journal) > 0);
    QVERIFY(JournalSamples::execute(file(), statement));
    QCOMPARE(nameOf(JournalSamples::begin(&journal)), u"journal-changed"_s);
    QTRY_COMPARE(noticed.count(), 1);
    QCOMPARE(noticed.first().first().value<StoreNotice>().kind, StoreNotice::Kind::JournalChanged);
    QCOMPARE(countOf(file(), u"items"_s), 1);
}

void TestJournalDamage::newFileOfAnotherProcessIsNotPutAside()
{
    QVERIFY(overwrite(file(), QByteArray(9000, 'x')));
    const auto seen = FileIdentity::of(file());
    // Meanwhile another process has put it aside.
    Journal other(file());
    QVERIFY(JournalSamples::write(&other) > 0);
    const QStringList asides = QDir(m_folder->path()).entryList({u"*damaged*"_s});
    QCOMPARE(QStringList(QFileInfo(Database::quarantine(file(), *seen)).fileName()), asides);
    QCOMPARE(nameOf(JournalSamples::begin(&other)), u"written"_s);
    QCOMPARE(QDir(m_folder->path()).entryList({u"*damaged*"_s}).size(), 1);
}

void TestJournalDamage::damagedFileIsPutAsideOnce_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("putAside");
    QTest::newRow("damaged") << true << QByteArray(9000, 'x') << 1;
    QTest::newRow("half a header") << true << QByteArray("SQLite format 3").append(50, '\0') << 1;
    // Nothing is wrong with these, but only one can begin the journal.
    QTest::newRow("empty") << true << QByteArray() << 0;
    QTest::newRow("not there yet") << false << QByteArray() << 0;
}

void TestJournalDamage::damagedFileIsPutAsideOnce()
{
    QFETCH(bool, isThere);
    QFETCH(QByteArray, content);
    QFETCH(int, putAside);
    QVERIFY(!isThere || overwrite(file(), content));
    Programs programs(file());
    QCOMPARE(programs.beginAll(), QStringList(Programs::count, u"written"_s));
    QCOMPARE(QDir(m_folder->path()).entryList({u"*damaged*"_s}).size(), putAside);
    QCOMPARE(countOf(file(), u"items"_s), Programs::count);
    QVERIFY(verdictOf(file()).isIntact());
}

void TestJournalDamage::fileDamagedInUseIsPutAsideOnce()
{
#ifdef Q_OS_WIN
    QSKIP("a file that is open cannot be put aside there");
#endif
    Programs programs(file());
    QCOMPARE(programs.beginAll(), QStringList(Programs::count, u"written"_s));
    QVERIFY(JournalSamples::execute(file(), u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    {
        QFile journal(file());
        QVERIFY(journal.open(QIODevice::ReadWrite));
        // Everything but the first page, in which the schema is.
        constexpr qint64 firstPage = 4096;
        QVERIFY(journal.seek(firstPage));
        QVERIFY(journal.write(QByteArray(journal.size() - firstPage, '\x7f')) > 0);
    }
    QCOMPARE(programs.beginAll(), QStringList(Programs::count, u"written"_s));
    // What is kept beside it ends in a letter.
    QCOMPARE(QDir(m_folder->path()).entryList({u"*damaged*[0-9]"_s}).size(), 1);
    QCOMPARE(countOf(file(), u"items"_s), Programs::count);
    QVERIFY(verdictOf(file()).isIntact());
}

QTEST_GUILESS_MAIN(TestJournalDamage)
#include "tst_journaldamage.moc"
