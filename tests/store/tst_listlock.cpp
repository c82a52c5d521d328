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

/// A list has one owner, and a program that comes too late learns who that is.
class TestListLock : public QObject
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

void TestListLock::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestListLock::write(const QByteArray &text) const
{
    QFile target(file());
    QVERIFY(target.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    QCOMPARE(target.write(text), text.size());
}

void TestListLock::ownerIsNamed()
{
    QVERIFY(!ListLock::owner(journal(), jobId));
    auto lock = ListLock::take(journal(), jobId);
    QVERIFY(lock.hasValue());
    QCOMPARE(ListLock::owner(journal(), jobId)->pid, QCoreApplication::applicationPid());
    const auto late = ListLock::take(journal(), jobId);
    QVERIFY(!late.hasValue());
    QCOMPARE(late.error().code, ErrorCode::ListOwned);
    QVERIFY(late.error().detail.plain().contains(pidText(QCoreApplication::applicationPid())));
    lock = late;
#ifndef Q_OS_WIN
    // There another process may have it open, and it stays.
    QVERIFY(!QFile::exists(file()));
#endif
    QVERIFY(ListLock::take(journal(), jobId).hasValue());
}

void TestListLock::whatADeadOwnerLeftIsTaken()
{
    const qint64 pid = deadPid();
    QVERIFY(pid > 0);
    write(textOf(pid));
    QVERIFY(!ListLock::owner(journal(), jobId));
    const auto lock = ListLock::take(journal(), jobId);
    QVERIFY(lock.hasValue());
    QCOMPARE(ListLock::owner(journal(), jobId)->pid, QCoreApplication::applicationPid());
}

#ifdef Q_OS_UNIX

void TestListLock::ownerThatHasJustBegunIsNamed_data()
{
    QTest::addColumn<bool>("hadOwner");
    QTest::newRow("nobody before") << false;
    QTest::newRow("somebody who was killed") << true;
}

void TestListLock::ownerThatHasJustBegunIsNamed()
{
    QFETCH(const bool, hadOwner);
    if (hadOwner)
        write(textOf(nobodysPid));
    QFile held(file());
    QVERIFY(held.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    QCOMPARE(flock(held.handle(), LOCK_EX | LOCK_NB), 0);
    // It is seen without its text first, as the thread that writes it has not begun.
    const std::unique_ptr<QThread> owner(
        QThread::create([this] { write(textOf(QCoreApplication::applicationPid())); }));
    owner->start();
    const auto late = ListLock::take(journal(), jobId);
    owner->wait();
    QVERIFY(!late.hasValue());
    QCOMPARE(late.error().code, ErrorCode::ListOwned);
    QVERIFY2(late.error().detail.plain().contains(pidText(QCoreApplication::applicationPid())),
             qPrintable(late.error().detail.plain()));
}

void TestListLock::silentOwnerIsNamedByItsFile()
{
    QFile held(file());
    QVERIFY(held.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    QCOMPARE(flock(held.handle(), LOCK_EX | LOCK_NB), 0);
    const auto late = ListLock::take(journal(), jobId);
    QVERIFY(!late.hasValue());
    QCOMPARE(late.error().code, ErrorCode::ListOwned);
    QCOMPARE(late.error().detail.verbatim(), file());
}

#endif

QTEST_GUILESS_MAIN(TestListLock)
#include "tst_listlock.moc"
