// SPDX-License-Identifier: Apache-2.0
#include "faults/listtrial.h"
#include "faults/powercut.h"
#include "store/journal/database.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int fewUsers = 3;
/// So many that the log is written back while they are kicked.
constexpr int manyUsers = 90;

/// How often every change of a short list is cut, each time with something else left; 0 for a sample of them.
int wantedSweeps()
{
    return qEnvironmentVariableIntValue("KICKDESK_POWERCUTS");
}

/// Runs side by side have different ones.
quint32 firstSeed()
{
    return static_cast<quint32>(qEnvironmentVariableIntValue("KICKDESK_POWERCUTS_SEED"));
}

/// Between the changes at which a sample is cut.
constexpr int sampleStep = 29;
/// Cuts of a long list to one sweep of the short one.
constexpr int longCuts = 1;

PowerCut::Rest restOf(quint32 seed)
{
    switch (seed % 4) {
    case 0:
        return PowerCut::Rest::Nothing;
    case 1:
        return PowerCut::Rest::Everything;
    default:
        return PowerCut::Rest::Some;
    }
}

/// What SQLite itself says of the file.
QString integrity(const QString &file)
{
    const auto database = Database::open(file, Database::Access::ReadOnly);
    if (!database)
        return errorCodeName(database.error().code);
    SqlStatement check = (*database)->connection().prepare(u"PRAGMA integrity_check"_s);
    return check.next() ? check.text(0) : QString();
}

} // namespace

/// The power goes while a list runs: what was not synced is lost or torn, sector by sector. Afterwards the
/// journal is whole, every request that left has its intent on record, no success is on record that the
/// server never gave, and the list is gone on with. scripts/powercuts cuts at every change.
class TestPowerCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void diskLosesWhatWasNotSynced();
    void everyChangeIsTheLast_data();
    void everyChangeIsTheLast();
    void longListIsCutAnywhere();

private:
    /// Lets the power go at the @p number-th change of a list. What is wrong; empty when nothing is.
    QString cut(int number, quint32 seed, int users, bool hasHistory);
    /// Changes of a list that nothing happens to; also its journal, for others to begin with.
    int changesOf(int users, bool hasHistory);

    ListTrial m_trial;
    QTemporaryDir m_history;
};

void TestPowerCut::diskLosesWhatWasNotSynced()
{
    const QTemporaryDir folder;
    PowerCut disk(4);
    const QByteArray name = QFile::encodeName(folder.filePath(u"a"_s));
    const QByteArray synced(600, 's');
    const QByteArray later(1500, 'l');
    const auto write = [&](const QByteArray &bytes, qint64 offset) {
        return disk.judge({.operation = VfsOperation::Write,
                           .file = name.constData(),
                           .bytes = bytes.constData(),
                           .offset = offset,
                           .size = bytes.size(),
                           .usualError = 10});
    };
    QCOMPARE(write(synced, 0).error, 0);
    QCOMPARE(disk.judge({.operation = VfsOperation::Sync, .file = name.constData()}).error, 0);
    QCOMPARE(write(later, 300).error, 0);
    QVERIFY(!disk.isOff());
    QCOMPARE(write(later, 5000).error, 10);
    QVERIFY(disk.isOff());
    QCOMPARE(write(synced, 0).error, 10);

    const QTemporaryDir found;
    const auto survivor = [&](PowerCut::Rest rest, quint32 seed) {
        QFile file(found.filePath(u"a"_s));
        return disk.writeSurvivors(found.path(), rest, seed) && file.open(QIODevice::ReadOnly)
                   ? file.readAll()
                   : QByteArray();
    };
    QCOMPARE(survivor(PowerCut::Rest::Nothing, 1), synced);
    QCOMPARE(survivor(PowerCut::Rest::Everything, 1).size(), 6500);
    QCOMPARE(survivor(PowerCut::Rest::Everything, 1).first(1800), QByteArray(300, 's') + later);
    QSet<QByteArray> different;
    for (quint32 seed = 0; seed < 20; ++seed) {
        const QByteArray bytes = survivor(PowerCut::Rest::Some, seed);
        QCOMPARE(bytes.first(300), synced.first(300));
        // A sector is written whole or not at all.
        QVERIFY(bytes.sliced(300, 212) == synced.first(212) || bytes.sliced(300, 212) == later.first(212));
        different.insert(bytes);
    }
    QVERIFY(different.size() > 10);
}

int TestPowerCut::changesOf(int users, bool hasHistory)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.db"_s);
    if (hasHistory)
        QFile::copy(m_history.filePath(u"journal.db"_s), file);
    PowerCut never;
    WatchedVfs::install(&never);
    const ListRun run = m_trial.start(file, users);
    WatchedVfs::uninstall();
    QFile::copy(file, m_history.filePath(u"journal.db"_s));
    return run.end && run.end->isFinished ? never.changes() : 0;
}

QString TestPowerCut::cut(int number, quint32 seed, int users, bool hasHistory)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.db"_s);
    if (hasHistory)
        QFile::copy(m_history.filePath(u"journal.db"_s), file);
    PowerCut disk(number);
    WatchedVfs::install(&disk);
    const ListRun run = m_trial.start(file, users);
    WatchedVfs::uninstall();

    const QTemporaryDir found;
    const QString survivor = found.filePath(u"journal.db"_s);
    if (!disk.writeSurvivors(found.path(), restOf(seed), seed))
        return u"nothing to find"_s;
    if (QString verdict = integrity(survivor); verdict != "ok"_L1)
        return verdict;
    if (QString problem = m_trial.problem(run, JournalRows::read(survivor)); !problem.isEmpty())
        return problem;
    if (QString problem = m_trial.problemOfGoingOn(run, survivor); !problem.isEmpty())
        return problem;
    return QDir(found.path()).entryList({u"*.damaged-*"_s}).isEmpty() ? QString() : u"put aside"_s;
}

void TestPowerCut::everyChangeIsTheLast_data()
{
    QTest::addColumn<bool>("hasHistory");
    QTest::newRow("new journal") << false;
    QTest::newRow("journal with history") << true;
}

void TestPowerCut::everyChangeIsTheLast()
{
    QFETCH(bool, hasHistory);
    const int changes = changesOf(fewUsers, hasHistory);
    QVERIFY(changes > 60);
    const bool isSample = wantedSweeps() == 0;
    int cuts = 0;
    for (int sweep = 0; sweep < std::max(1, wantedSweeps()); ++sweep) {
        for (int number = 1; number <= changes + 1; number += isSample ? sampleStep : 1) {
            const auto seed = firstSeed() + static_cast<quint32>(sweep + (isSample ? cuts : number));
            const QString problem = cut(number, seed, fewUsers, hasHistory);
            QVERIFY2(problem.isEmpty(), qPrintable(u"change %1, seed %2: %3"_s.arg(
                                            QString::number(number), QString::number(seed), problem)));
            ++cuts;
        }
    }
    qInfo("%d cuts, %d changes", cuts, changes);
}

void TestPowerCut::longListIsCutAnywhere()
{
    const int changes = changesOf(manyUsers, true);
    QVERIFY(changes > 500);
    QRandomGenerator chance(firstSeed());
    const int cuts = longCuts * std::max(1, wantedSweeps());
    for (int done = 0; done < cuts; ++done) {
        const int number = static_cast<int>(chance.bounded(1, changes));
        const quint32 seed = chance.generate();
        const QString problem = cut(number, seed, manyUsers, true);
        QVERIFY2(problem.isEmpty(), qPrintable(u"change %1, seed %2: %3"_s.arg(
                                        QString::number(number), QString::number(seed), problem)));
    }
    qInfo("%d cuts, %d changes", cuts, changes);
}

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_powercut.moc"
