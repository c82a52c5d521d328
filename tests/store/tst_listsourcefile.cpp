// SPDX-License-Identifier: Apache-2.0
#include "store/journal/listsourcefile.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

bool age(const QString &name, qint64 days)
{
    QFile file(name);
    return file.open(QIODevice::ReadWrite) && file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-days),
                                                               QFileDevice::FileModificationTime);
}

} // namespace

/// The rows of a spreadsheet beside the journal.
class ListSourceFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isKeptForItsOwnerOnly();
    void goesAfterThirtyDays();
    void othersAreNotWrittenOver();
};

void ListSourceFileTest::isKeptForItsOwnerOnly()
{
    const QTemporaryDir folder;
    const QString journal = folder.filePath(u"journal.db"_s);
    QVERIFY(!ListSourceFiles::exists(journal, 7));
    QVERIFY(ListSourceFiles::save(journal, 7, "one\ntwo\n"));
    QVERIFY(ListSourceFiles::exists(journal, 7) && !ListSourceFiles::exists(journal, 8));
    QFile file(ListSourceFiles::file(journal, 7));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("one\ntwo\n"));
#ifdef Q_OS_UNIX
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup),
             QFile::Permissions());
#endif
}

void ListSourceFileTest::goesAfterThirtyDays()
{
    const QTemporaryDir folder;
    const QString journal = folder.filePath(u"journal.db"_s);
    for (const qint64 list : {1, 2})
        QVERIFY(ListSourceFiles::save(journal, list, "rows\n"));
    // What is no such file stays, however old it is.
    const QString lock = journal + u".list-1.lock"_s;
    const QString other = folder.filePath(u"other.db.list-1.rows"_s);
    for (const QString &name : {lock, other}) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(age(name, 40));
    }
    QVERIFY(age(ListSourceFiles::file(journal, 1), 31));
    QVERIFY(age(ListSourceFiles::file(journal, 2), 29));
    QVERIFY(ListSourceFiles::save(journal, 3, "rows\n"));
    QVERIFY(!ListSourceFiles::exists(journal, 1));
    QVERIFY(ListSourceFiles::exists(journal, 2) && ListSourceFiles::exists(journal, 3));
    QVERIFY(QFileInfo::exists(lock) && QFileInfo::exists(other));
}

void ListSourceFileTest::othersAreNotWrittenOver()
{
    const QTemporaryDir folder;
    const QString journal = folder.filePath(u"journal.db"_s);
    const QString mine = folder.filePath(u"mine.txt"_s);
    QFile file(mine);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    if (!QFile::link(mine, ListSourceFiles::file(journal, 1)))
        QSKIP("No links here");
    QVERIFY(!ListSourceFiles::save(journal, 1, "rows\n"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
}

QTEST_GUILESS_MAIN(ListSourceFileTest)
#include "tst_listsourcefile.moc"
