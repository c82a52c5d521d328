// SPDX-License-Identifier: Apache-2.0
#include "core/files/sharing.h"
#include "core/values/logevent.h"
#include "store/connections/profilestore.h"
#include "store/files/logfile.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QUrl>
#include <qt_windows.h>

#include <atomic>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Keeps @p file to itself for a while, as an antivirus does.
class Keeper
{
public:
    Keeper(const QString &file, DWORD milliseconds)
        : m_thread(QThread::create([this, file, milliseconds] {
            const HANDLE kept = CreateFileW(file.toStdWString().c_str(), GENERIC_READ, 0, nullptr,
                                            OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
            m_hasIt = kept != INVALID_HANDLE_VALUE;
            m_isAsked = true;
            Sleep(milliseconds);
            CloseHandle(kept);
        }))
    {
        m_thread->start();
    }
    ~Keeper() { m_thread->wait(); }
    Keeper(const Keeper &) = delete;
    Keeper &operator=(const Keeper &) = delete;

    bool isAsked() const { return m_isAsked; }
    bool hasIt() const { return m_hasIt; }

private:
    std::atomic_bool m_isAsked = false;
    std::atomic_bool m_hasIt = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace

/// A file that an antivirus reads is waited for.
class TestSharing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void connectionsAreSavedOnceTheFileIsFree();
    void lineOfTheLogIsWrittenOnceTheFileIsFree();
    void waitsTwoSecondsAtMost();
    void freeFileIsNotWaitedFor_data();
    void freeFileIsNotWaitedFor();

private:
    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(u"profiles.json"_s);
};

void TestSharing::initTestCase()
{
    ProfileStore store(m_file, m_folder.filePath(u"all.json"_s));
    QVERIFY(store.add({.name = u"a"_s, .host = QUrl(u"https://a.example.com"_s), .keyId = u"k"_s}));
}

void TestSharing::connectionsAreSavedOnceTheFileIsFree()
{
    ProfileStore store(m_file, m_folder.filePath(u"all.json"_s));
    const Keeper keeper(m_file, 500);
    QTRY_VERIFY(keeper.isAsked());
    QVERIFY(keeper.hasIt());
    QVERIFY(store.add({.name = u"b"_s, .host = QUrl(u"https://b.example.com"_s), .keyId = u"k"_s}));
}

void TestSharing::lineOfTheLogIsWrittenOnceTheFileIsFree()
{
    const QString name = m_folder.filePath(u"kickdesk.log"_s);
    const LogFile log(name);
    log.write({});
    const qint64 before = QFile(name).size();
    const Keeper keeper(name, 500);
    QTRY_VERIFY(keeper.isAsked());
    QVERIFY(keeper.hasIt());
    log.write({});
    QCOMPARE(QFile(name).size(), 2 * before);
}

void TestSharing::waitsTwoSecondsAtMost()
{
    const Keeper keeper(m_file, 3000);
    QTRY_VERIFY(keeper.isAsked());
    QElapsedTimer clock;
    clock.start();
    Sharing::awaitAccess(m_file, Sharing::Access::Replace);
    QVERIFY2(clock.elapsed() >= 1900 && clock.elapsed() < 2900, qPrintable(QString::number(clock.elapsed())));
}

void TestSharing::freeFileIsNotWaitedFor_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("free") << m_file;
    QTest::newRow("missing") << m_folder.filePath(u"missing"_s);
    QTest::newRow("no file") << m_folder.path();
}

void TestSharing::freeFileIsNotWaitedFor()
{
    QFETCH(QString, name);
    QElapsedTimer clock;
    clock.start();
    Sharing::awaitAccess(name, Sharing::Access::Write);
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
}

QTEST_GUILESS_MAIN(TestSharing)
#include "tst_sharing.moc"
