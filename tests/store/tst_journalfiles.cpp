// SPDX-License-Identifier: Apache-2.0
#include "store/datafolder.h"
#include "store/journalfixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace {

const JournalItem item{.userId = u"u-1"_s, .targetUserId = u"u-1"_s, .appIds = {u"app-1"_s}};

constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                      QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

/// Databases that were put aside, without what SQLite keeps beside them.
QStringList damagedFiles(const JournalFixture &on)
{
    QStringList files = QFileInfo(on.file()).dir().entryList({u"*.damaged-*"_s});
    files.removeIf([](const QString &file) { return file.endsWith("-wal"_L1) || file.endsWith("-shm"_L1); });
    return files;
}

} // namespace

/// A journal whose file is missing, damaged, newer, locked, or cannot be written.
class TestJournalFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheOwnerMayRead()
    {
        JournalFixture on;
        on.kick(item);
        for (const QFileInfo &file : QFileInfo(on.file()).dir().entryInfoList(QDir::Files))
            QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
    }

    void openFolderIsClosed()
    {
        QTemporaryDir folder;
        qputenv("KICKDESK_DATA_DIR", folder.path().toUtf8());
        QFile file(folder.filePath(u"journal.db"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QCOMPARE(DataFolder::prepare(), DataFolder::State::Repaired);
        QVERIFY(!(QFileInfo(file).permissions() & others));
        QCOMPARE(DataFolder::prepare(), DataFolder::State::Ready);
    }

    void damagedFileIsPutAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no database") << QByteArray(5000, 'x');
        QTest::newRow("half a header") << QByteArray("SQLite format 3");
    }

    void damagedFileIsPutAside()
    {
        QFETCH(QByteArray, content);
        JournalFixture on;
        QFile file(on.file());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        QSignalSpy quarantined(&on.journal(), &Journal::quarantined);
        QVERIFY(on.begin(item));
        QTRY_COMPARE(quarantined.size(), 1);
        QFile aside(quarantined.first().first().toString());
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), content);
    }

    void pageDamagedUnderTheProgramIsPutAside()
    {
        JournalFixture on;
        for (int i = 0; i < 20; ++i)
            on.kick(item);
        on.reopen();
        on.sql(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        QFile file(on.file());
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 page = 4096; page < file.size(); page += 4096) {
            QVERIFY(file.seek(page));
            QCOMPARE(file.write(QByteArray(4096, '\x7f')), 4096);
        }
        file.close();
        QVERIFY(on.begin(item));
        QTRY_COMPARE(damagedFiles(on).size(), 1);
    }

    void newerFileIsLeftAlone()
    {
        JournalFixture on;
        on.kick(item);
        on.sql(u"PRAGMA user_version = 999"_s);
        on.reopen();
        QVERIFY(!on.begin(item));
        QCOMPARE(on.error()->code, ErrorCode::JournalNewer);
        QCOMPARE(on.sql(u"SELECT count(*) FROM items"_s).toInt(), 1);
        QVERIFY(damagedFiles(on).isEmpty());
    }

    void lockedFileIsWaitedFor()
    {
        JournalFixture on;
        on.kick(item);
        on.sql(u"BEGIN IMMEDIATE"_s);
        bool isReleased = false;
        QTimer::singleShot(1000, this, [&] {
            isReleased = true;
            on.sql(u"COMMIT"_s);
        });
        QVERIFY(on.begin(item));
        QVERIFY(isReleased);
    }

    void fileThatCannotBeMadeIsRefused()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        Journal journal(folder.filePath(u"file/journal.db"_s));
        QObject context;
        std::optional<Result<JournalReceipt>> answer;
        journal.begin({}, item, &context,
                      [&](const Result<JournalReceipt> &given) { answer.emplace(given); });
        QTRY_VERIFY(answer);
        QVERIFY(!*answer);
        QCOMPARE(answer->error().code, ErrorCode::JournalUnavailable);
        QCOMPARE(answer->error().kind, ErrorKind::NotSent);
    }

    void waitingWritesAreWrittenBeforeTheEnd()
    {
        JournalFixture on;
        QObject context;
        for (int i = 0; i < 200; ++i)
            on.journal().begin({}, item, &context, {});
        on.reopen();
        QCOMPARE(on.sql(u"SELECT count(*) FROM items"_s).toInt(), 200);
    }
};

QTEST_GUILESS_MAIN(TestJournalFiles)
#include "tst_journalfiles.moc"
