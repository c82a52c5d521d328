// SPDX-License-Identifier: Apache-2.0
#include "store/journal/listlock.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

#ifdef Q_OS_UNIX
#include <sys/file.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 jobId = 7;
/// Larger than systems give, and with more digits.
constexpr qint64 nobodysPid = 999'999'999;

QByteArray textOf(qint64 pid)
{
    return R"({"pid":)" + QByteArray::number(pid) + R"(,"host":")" + QSysInfo::machineHostName().toUtf8() +
           "\",\"program\":\"kickdesk-cli\"}\n";
}

QString pidText(qint64 pid)
{
    return u"PID %1"_s.arg(pid);
}

/// A process that has come to its end.
qint64 deadPid()
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"-functions"_s});
    const bool hasBegun = process.waitForStarted();
    const qint64 pid = process.processId();
    return hasBegun && process.waitForFinished() ? pid : 0;
}

} // namespace

/// A list has one owner, and whoever comes too late learns who that is.
class TestJobLock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void ownerIsNamed();
    void whatADeadOwnerLeftIsTaken();
#ifdef Q_OS_UNIX
    void ownerThatHasJustBegunIsNamed_data();
    void ownerThatHasJustBegunIsNamed();
    void silentOwnerIsNamedByItsFile();
#endif

private:
    QString journal() const
    {
        return m_folder->filePath(u"journal.db"_s);
    }
    QString file() const
    {
        return journal() + u".list-7.lock"_s;
    }
    void write(const QByteArray &text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJobLock::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestJobLock::write(const QByteArray &text) const
{
    QFile target(file());
    QVERIFY(target.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    QCOMPARE(target.write(text), text.size());
}

void TestJobLock::ownerIsNamed()
{
    QVERIFY(!JobLock::owner(journal(), jobId));
    auto lock = JobLock::take(journal(), jobId);
    QVERIFY(lock.hasValue());
    QCOMPARE(JobLock::owner(journal(), jobId)->pid, QCoreApplication::applicationPid());
    const auto late = JobLock::take(journal(), jobId);
    QVERIFY(!late.hasValue());
    QCOMPARE(late.error().code, ErrorCode::JobOwned);
    QVERIFY(late.error().detail.plain().contains(pidText(QCoreApplication::applicationPid())));
    lock = late;
#ifndef Q_OS_WIN
    // There another process may have it open, and it stays.
    QVERIFY(!QFile::exists(file()));
#endif
    QVERIFY(JobLock::take(journal(), jobId).hasValue());
}

void TestJobLock::whatADeadOwnerLeftIsTaken()
{
    const qint64 pid = deadPid();
    QVERIFY(pid > 0);
    write(textOf(pid));
    QVERIFY(!JobLock::owner(journal(), jobId));
    const auto lock = JobLock::take(journal(), jobId);
    QVERIFY(lock.hasValue());
    QCOMPARE(JobLock::owner(journal(), jobId)->pid, QCoreApplication::applicationPid());
}

#ifdef Q_OS_UNIX

void TestJobLock::ownerThatHasJustBegunIsNamed_data()
{
    QTest::addColumn<bool>("hadOwner");
    QTest::newRow("nobody before") << false;
    QTest::newRow("somebody who was killed") << true;
}

void TestJobLock::ownerThatHasJustBegunIsNamed()
{
    QFETCH(const bool, hadOwner);
    if (hadOwner)
        write(textOf(nobodysPid));
    QFile held(file());
    QVERIFY(held.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    QCOMPARE(flock(held.handle(), LOCK_EX | LOCK_NB), 0);
    // It is seen without its text first, as nobody writes before the thread has begun.
    const std::unique_ptr<QThread> owner(
        QThread::create([this] { write(textOf(QCoreApplication::applicationPid())); }));
    owner->start();
    const auto late = JobLock::take(journal(), jobId);
    owner->wait();
    QVERIFY(!late.hasValue());
    QCOMPARE(late.error().code, ErrorCode::JobOwned);
    QVERIFY2(late.error().detail.plain().contains(pidText(QCoreApplication::applicationPid())),
             qPrintable(late.error().detail.plain()));
}

void TestJobLock::silentOwnerIsNamedByItsFile()
{
    QFile held(file());
    QVERIFY(held.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    QCOMPARE(flock(held.handle(), LOCK_EX | LOCK_NB), 0);
    const auto late = JobLock::take(journal(), jobId);
    QVERIFY(!late.hasValue());
    QCOMPARE(late.error().code, ErrorCode::JobOwned);
    QCOMPARE(late.error().detail.verbatim(), file());
}

#endif

QTEST_GUILESS_MAIN(TestJobLock)
#include "tst_joblock.moc"
