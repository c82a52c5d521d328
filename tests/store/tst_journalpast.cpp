// SPDX-License-Identifier: Apache-2.0
#include "store/history/historyreader.h"
#include "store/history/journalaudit.h"
#include "store/journal/journalanchor.h"
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

const QStringList suffixes{QString(), u"-wal"_s, u"-shm"_s};

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Writes into the file that is there, as `cp` does.
bool overwrite(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

/// Puts another file in the place of the one that is there.
bool replace(const QString &name, const QByteArray &bytes)
{
    const QString made = name + u".made"_s;
    return overwrite(made, bytes) && (QFile::remove(name), QFile::rename(made, name));
}

void moveAll(const QString &from, const QString &to)
{
    for (const QString &suffix : suffixes)
        QFile::rename(from + suffix, to + suffix);
}

} // namespace

/// The journal knows itself: another one in its place, or an older state of it, is neither written to nor
/// called intact.
class TestJournalPast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void otherJournalInItsPlaceIsLeftAlone();
    void journalThatIsGoneIsNotBegunAnew();
    void journalThatIsPutBackIsGoneOnWith();
    void olderStateIsRefused_data();
    void olderStateIsRefused();
    void rewrittenStateIsRefused_data();
    void rewrittenStateIsRefused();
    void nextProgramKnowsThePast_data();
    void nextProgramKnowsThePast();
    void pastIsLetGoWithItsRecord();
    void tornRecordAccusesNobody();
    void recordLagsBehindTheJournal();
    void lostLogIsSaved_data();
    void lostLogIsSaved();
    void emptyFileWithoutAPastIsBegun();
    void journalsHaveNamesOfTheirOwn();

private:
    QString file(const QString &name = u"journal.db"_s) const { return m_folder->filePath(name); }
    /// What stops: nothing is written, and the finding is told.
    void verifyStopped(Journal *journal, const QSignalSpy &noticed);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJournalPast::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestJournalPast::verifyStopped(Journal *journal, const QSignalSpy &noticed)
{
    QCOMPARE(nameOf(JournalSamples::begin(journal)), u"journal-foreign"_s);
    QTRY_COMPARE(noticed.count(), 1);
    QCOMPARE(noticed.first().first().value<StoreNotice>().kind, StoreNotice::Kind::JournalForeign);
    QVERIFY(!verdictOf(file()).isIntact());
}

void TestJournalPast::otherJournalInItsPlaceIsLeftAlone()
{
    {
        // Somebody has prepared a journal in which user 9 was refused.
        Journal other(file(u"other.db"_s));
        const SampleKick nine{.identifier = u"user9"_s, .userId = u"user9"_s};
        const auto begun = JournalSamples::begin(&other, nine);
        QVERIFY(JournalSamples::intend(&other, begun->key));
    }
    Journal journal(file());
    const QSignalSpy noticed(&journal, &Journal::noticed);
    const SampleKick one{.identifier = u"user1"_s, .userId = u"user1"_s};
    const auto begun = JournalSamples::begin(&journal, one);
    const auto intended = JournalSamples::intend(&journal, begun->key);
    moveAll(file(), file(u"away.db"_s));
    QVERIFY(QFile::rename(file(u"other.db"_s), file()));

    QCOMPARE(nameOf(JournalSamples::answer(&journal, intended->key, one)), u"journal-foreign"_s);
    QCOMPARE(nameOf(JournalSamples::conclude(&journal, begun->key, one)), u"journal-foreign"_s);
    verifyStopped(&journal, noticed);
    QCOMPARE(countOf(file(), u"items WHERE target_user_id = 'user9' AND outcome <> ''"_s), 0);
    QCOMPARE(verdictOf(file()).missingSeq, std::optional<qint64>(2));
}

void TestJournalPast::journalThatIsGoneIsNotBegunAnew()
{
    Journal journal(file());
    const QSignalSpy noticed(&journal, &Journal::noticed);
    QVERIFY(JournalSamples::write(&journal) > 0);
    moveAll(file(), file(u"away.db"_s));
    verifyStopped(&journal, noticed);
    QVERIFY(!QFile::exists(file()));
    QVERIFY(overwrite(file(), {}));
    QCOMPARE(nameOf(JournalSamples::begin(&journal)), u"journal-foreign"_s);
    QCOMPARE(contentOf(file()), QByteArray());
}

void TestJournalPast::journalThatIsPutBackIsGoneOnWith()
{
    Journal journal(file());
    QVERIFY(JournalSamples::write(&journal) > 0);
    moveAll(file(), file(u"away.db"_s));
    QCOMPARE(nameOf(JournalSamples::begin(&journal)), u"journal-foreign"_s);
    moveAll(file(u"away.db"_s), file());
    QCOMPARE(nameOf(JournalSamples::begin(&journal)), u"written"_s);
    // A copy is as good as the file itself.
    for (const QString &suffix : suffixes)
        QVERIFY(replace(file() + suffix, contentOf(file() + suffix)));
    QCOMPARE(nameOf(JournalSamples::begin(&journal)), u"written"_s);
    QVERIFY(verdictOf(file()).isIntact());
    QCOMPARE(countOf(file(), u"items"_s), 3);
}

void TestJournalPast::olderStateIsRefused_data()
{
    QTest::addColumn<bool>("isInPlace");
    QTest::addColumn<bool>("isWithLog");
    QTest::newRow("other file") << false << false;
    QTest::newRow("other file with its log") << false << true;
    QTest::newRow("same file") << true << false;
    QTest::newRow("same file with its log") << true << true;
}

void TestJournalPast::olderStateIsRefused()
{
    QFETCH(bool, isInPlace);
    QFETCH(bool, isWithLog);
    Journal journal(file());
    const QSignalSpy noticed(&journal, &Journal::noticed);
    QVERIFY(JournalSamples::write(&journal) > 0);
    QVERIFY(JournalSamples::execute(file(), u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    const QByteArray older = contentOf(file());
    QVERIFY(JournalSamples::write(&journal) > 0);
    QVERIFY(JournalSamples::execute(file(), u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    QVERIFY(contentOf(file()) != older);
    QVERIFY(isInPlace ? overwrite(file(), older) : replace(file(), older));
    if (isWithLog)
        QVERIFY(isInPlace ? overwrite(file() + u"-wal"_s, {}) : replace(file() + u"-wal"_s, {}));
    verifyStopped(&journal, noticed);
}

void TestJournalPast::rewrittenStateIsRefused_data()
{
    QTest::addColumn<QString>("statement");
    const QString last = u" WHERE seq = (SELECT MAX(seq) FROM events)"_s;
    QTest::newRow("last event changed") << u"UPDATE events SET hash = 'x'"_s + last;
    QTest::newRow("last event gone") << u"DELETE FROM events"_s + last;
    QTest::newRow("last event later") << u"UPDATE events SET seq = seq + 1"_s + last;
    QTest::newRow("all events gone") << u"DELETE FROM events"_s;
}

/// Somebody writes into the journal by the means of SQLite, which leaves its file as it is for now.
void TestJournalPast::rewrittenStateIsRefused()
{
    QFETCH(QString, statement);
    Journal journal(file());
    const QSignalSpy noticed(&journal, &Journal::noticed);
    QVERIFY(JournalSamples::write(&journal) > 0);
    QVERIFY(JournalSamples::execute(file(), statement));
    verifyStopped(&journal, noticed);
    QCOMPARE(countOf(file(), u"items"_s), 1);
}

void TestJournalPast::nextProgramKnowsThePast_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("older copy") << u"older"_s;
    QTest::newRow("another journal") << u"other"_s;
    QTest::newRow("removed") << u"removed"_s;
    QTest::newRow("emptied") << u"emptied"_s;
    QTest::newRow("database of somebody else") << u"foreign"_s;
    QTest::newRow("without an event in the middle") << u"gap"_s;
}

void TestJournalPast::nextProgramKnowsThePast()
{
    QFETCH(QString, change);
    QByteArray older;
    for (int run = 0; run < 2; ++run) {
        older = contentOf(file());
        Journal journal(file());
        QVERIFY(JournalSamples::write(&journal) > 0);
    }
    {
        Journal other(file(u"other.db"_s));
        QVERIFY(JournalSamples::write(&other) > 0);
    }
    QVERIFY(JournalSamples::execute(file(u"foreign.db"_s), u"CREATE TABLE notes (text TEXT)"_s));
    QVERIFY(verdictOf(file()).isIntact());
    if (change == "gap"_L1)
        QVERIFY(JournalSamples::execute(file(), u"DELETE FROM events WHERE seq = 6"_s));
    else
        QVERIFY(QFile::remove(file()));
    const QHash<QString, QByteArray> contents{{u"older"_s, older},
                                              {u"other"_s, contentOf(file(u"other.db"_s))},
                                              {u"emptied"_s, QByteArray()},
                                              {u"foreign"_s, contentOf(file(u"foreign.db"_s))}};
    if (contents.contains(change))
        QVERIFY(overwrite(file(), contents.value(change)));

    QVERIFY(!verdictOf(file()).isIntact());
    Journal journal(file());
    const QSignalSpy noticed(&journal, &Journal::noticed);
    verifyStopped(&journal, noticed);
    QVERIFY(QDir(m_folder->path()).entryList({u"*damaged*"_s}).isEmpty());
    if (contents.contains(change) && change != "foreign"_L1)
        QCOMPARE(contentOf(file()), contents.value(change));
}

void TestJournalPast::pastIsLetGoWithItsRecord()
{
    {
        Journal journal(file());
        QVERIFY(JournalSamples::write(&journal) > 0);
    }
    QVERIFY(QFile::remove(file()));
    QVERIFY(QFile::remove(JournalAnchor::fileOf(file())));
    Journal journal(file());
    QCOMPARE(nameOf(JournalSamples::begin(&journal)), u"written"_s);
    QVERIFY(verdictOf(file()).isIntact());
}

void TestJournalPast::tornRecordAccusesNobody()
{
    for (int run = 0; run < 2; ++run) {
        Journal journal(file());
        QCOMPARE(nameOf(JournalSamples::begin(&journal)), u"written"_s);
        QVERIFY(verdictOf(file()).isIntact());
        const QByteArray line = contentOf(JournalAnchor::fileOf(file()));
        QVERIFY(overwrite(JournalAnchor::fileOf(file()), line.first(50) + QByteArray(70, '\0')));
    }
    QVERIFY(verdictOf(file()).isIntact());
}

void TestJournalPast::recordLagsBehindTheJournal()
{
    Journal one(file());
    QVERIFY(JournalSamples::write(&one) > 0);
    const QByteArray earlier = contentOf(JournalAnchor::fileOf(file()));
    Journal other(file());
    QVERIFY(JournalSamples::write(&other) > 0);
    // As two programs leave it of which the slower one writes last.
    QVERIFY(overwrite(JournalAnchor::fileOf(file()), earlier));
    QVERIFY(verdictOf(file()).isIntact());
    Journal third(file());
    QVERIFY(JournalSamples::write(&third) > 0);
    QVERIFY(JournalSamples::write(&one) > 0);
    QCOMPARE(JournalAnchor::read(file())->newest.seq, 16);
}

void TestJournalPast::lostLogIsSaved_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<bool>("isReplaced");
    QTest::newRow("log deleted") << u"-wal"_s << false;
    QTest::newRow("log replaced") << u"-wal"_s << true;
    QTest::newRow("index deleted") << u"-shm"_s << false;
    QTest::newRow("index replaced") << u"-shm"_s << true;
}

void TestJournalPast::lostLogIsSaved()
{
#ifdef Q_OS_WIN
    QSKIP("an open file cannot be deleted there");
#endif
    QFETCH(QString, suffix);
    QFETCH(bool, isReplaced);
    Journal journal(file());
    const QSignalSpy noticed(&journal, &Journal::noticed);
    QVERIFY(JournalSamples::write(&journal) > 0);
    const QByteArray older = contentOf(file() + suffix);
    QVERIFY(JournalSamples::write(&journal) > 0);
    QVERIFY(isReplaced ? replace(file() + suffix, older) : QFile::remove(file() + suffix));

    QCOMPARE(nameOf(JournalSamples::begin(&journal)), u"written"_s);
    QTRY_COMPARE(noticed.count(), 1);
    QCOMPARE(noticed.first().first().value<StoreNotice>().kind, StoreNotice::Kind::JournalLogReplaced);
    // What a crash would leave now.
    for (const QString &each : suffixes)
        QFile::copy(file() + each, file(u"crash.db"_s) + each);
    QVERIFY(QFile::copy(JournalAnchor::fileOf(file()), JournalAnchor::fileOf(file(u"crash.db"_s))));
    QCOMPARE(countOf(file(u"crash.db"_s), u"items"_s), 3);
    QVERIFY(verdictOf(file(u"crash.db"_s)).isIntact());
}

void TestJournalPast::emptyFileWithoutAPastIsBegun()
{
    QVERIFY(overwrite(file(), {}));
    QVERIFY(verdictOf(file()).isIntact());
    QCOMPARE(contentOf(file()), QByteArray());
    Journal journal(file());
    QCOMPARE(nameOf(JournalSamples::begin(&journal)), u"written"_s);
}

void TestJournalPast::journalsHaveNamesOfTheirOwn()
{
    QList<QByteArray> heads;
    for (const QString &name : {u"one.db"_s, u"other.db"_s}) {
        Journal journal(file(name));
        QVERIFY(JournalSamples::begin(&journal));
        heads << JournalAnchor::read(file(name))->identity;
    }
    QCOMPARE(heads.first().size(), 32);
    QVERIFY(heads.first() != heads.last());
    // The first event is chained to it.
    QVERIFY(JournalSamples::execute(
        file(u"one.db"_s), u"UPDATE journal SET id = '%1'"_s.arg(QString::fromLatin1(heads.last()))));
    QVERIFY(QFile::remove(JournalAnchor::fileOf(file(u"one.db"_s))));
    QCOMPARE(verdictOf(file(u"one.db"_s)).chain.firstAlteredSeq, std::optional<qint64>(1));
}

QTEST_GUILESS_MAIN(TestJournalPast)
#include "tst_journalpast.moc"
