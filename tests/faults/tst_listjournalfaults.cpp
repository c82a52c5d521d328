// SPDX-License-Identifier: Apache-2.0
#include "faults/failingvfs.h"
#include "faults/listtrial.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Every call takes minutes; ctest takes a sample, a denser one where few calls can be hit.
int stepOf(DiskFault fault)
{
#ifdef KICKDESK_EVERY_CALL
    Q_UNUSED(fault);
    return 1;
#else
    return fault == DiskFault::Sync ? 4 : 29;
#endif
}

constexpr int users = 3;

} // namespace

Q_DECLARE_METATYPE(DiskFault)

/// Every call of the file system under the journal fails in turn while a list runs. Whatever fails: no
/// request without its intent on disk, no outcome told that is not on disk, an end in good time, and the list
/// can be gone on with on a good disk.
class TestListJournalFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(FailingVfs::install()); }
    void cleanupTestCase() { FailingVfs::uninstall(); }
    void everyCallFailsInTurn_data();
    void everyCallFailsInTurn();

private:
    ListTrial m_trial;
};

void TestListJournalFaults::everyCallFailsInTurn_data()
{
    QTest::addColumn<DiskFault>("fault");
    QTest::newRow("i/o error") << DiskFault::IoError;
    QTest::newRow("i/o error for good") << DiskFault::IoErrorForGood;
    QTest::newRow("disk full") << DiskFault::Full;
    QTest::newRow("disk full for good") << DiskFault::FullForGood;
    QTest::newRow("short write") << DiskFault::ShortWrite;
    QTest::newRow("failing sync") << DiskFault::Sync;
}

void TestListJournalFaults::everyCallFailsInTurn()
{
    QFETCH(DiskFault, fault);
    const int step = stepOf(fault);
    int number = 1;
    int halted = 0;
    for (bool wasHit = true; wasHit; number += step) {
        QVERIFY2(number < 5000, "no end");
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"journal.db"_s);
        FailingVfs::arm(fault, number);
        const ListRun run = m_trial.start(file, users);
        wasHit = FailingVfs::disarm();
        const QString place = u"call %1: "_s.arg(number);
        QString problem = m_trial.problem(run, JournalRows::read(file));
        QVERIFY2(problem.isEmpty(), qPrintable(place + problem));
        if (!wasHit)
            QVERIFY2(run.end->isFinished, qPrintable(place + u"no success without a fault"_s));
        halted += run.end->isFinished ? 0 : 1;
        problem = m_trial.problemOfGoingOn(run, file);
        QVERIFY2(problem.isEmpty(), qPrintable(place + problem));
        QCOMPARE(QDir(folder.path()).entryList({u"*.damaged-*"_s}), QStringList());
    }
    qInfo("about %d calls, %d lists that had to be gone on with", number, halted);
    QVERIFY(number > step);
    QVERIFY(halted > 0);
}

QTEST_GUILESS_MAIN(TestListJournalFaults)
#include "tst_listjournalfaults.moc"
