// SPDX-License-Identifier: Apache-2.0
#include "gui/app/singleinstance.h"
#include "store/journal/listlock.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <qt_windows.h>

#include <aclapi.h>
#include <chrono>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto longestStart = 60s;
constexpr qint64 listId = 7;

/// What a child of this test does: it says "here" and stays until it is killed.
constexpr const char *holdLocks = "KICKDESK_TEST_HOLD";
constexpr const char *shutOut = "KICKDESK_TEST_SHUT_OUT";

void stay()
{
    std::puts("here");
    std::fflush(stdout);
    Sleep(INFINITE);
}

void holdTheLocksOf(const QString &folder)
{
    SingleInstance window(folder);
    const auto list = ListLock::take(QDir(folder).filePath(u"journal.db"_s), listId);
    if (window.acquire() && list)
        stay();
}

/// Lets no other process open this one, as one of another user or with more rights does.
void shutOthersOut()
{
    ACL nobody{};
    InitializeAcl(&nobody, sizeof nobody, ACL_REVISION);
    if (SetSecurityInfo(GetCurrentProcess(), SE_KERNEL_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr,
                        &nobody, nullptr) == ERROR_SUCCESS)
        stay();
}

} // namespace

/// What the system does with processes of Windows: their ends, what they leave, what they write.
class TestWindowsProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void locksOfAKilledOwnerAreTaken();
    void ownerThatCannotBeOpenedIsRunning();
    void writesUtf8IntoPipes();
    void worksInALongPath();
    void worksInAReadOnlyInstallation();

private:
    static std::unique_ptr<QProcess> start(const char *what, const QString &folder);
    static QByteArray output(const QString &program, const QStringList &arguments, const QString &folder);
};

std::unique_ptr<QProcess> TestWindowsProcess::start(const char *what, const QString &folder)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1StringView(what), folder);
    process->setProcessEnvironment(environment);
    process->start(QCoreApplication::applicationFilePath(), QStringList());
    QByteArray said;
    while (!said.contains("here") &&
           process->waitForReadyRead(std::chrono::milliseconds(longestStart).count()))
        said += process->readAllStandardOutput();
    return said.contains("here") ? std::move(process) : nullptr;
}

QByteArray TestWindowsProcess::output(const QString &program, const QStringList &arguments,
                                      const QString &folder)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KICKDESK_DATA_DIR"_s, folder);
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    if (!process.waitForFinished(std::chrono::milliseconds(longestStart).count()) || process.exitCode() != 0)
        return "failed: " + process.readAllStandardError();
    return process.readAllStandardOutput();
}

void TestWindowsProcess::locksOfAKilledOwnerAreTaken()
{
    const QTemporaryDir folder;
    const QString journal = folder.filePath(u"journal.db"_s);
    const auto owner = start(holdLocks, folder.path());
    QVERIFY(owner);
    SingleInstance window(folder.path());
    QVERIFY(!window.acquire());
    QVERIFY(!ListLock::take(journal, listId));
    owner->kill();
    QVERIFY(owner->waitForFinished());
    QVERIFY(window.acquire());
    QVERIFY(ListLock::take(journal, listId));
}

void TestWindowsProcess::ownerThatCannotBeOpenedIsRunning()
{
    const QTemporaryDir folder;
    const QString journal = folder.filePath(u"journal.db"_s);
    const auto owner = start(shutOut, folder.path());
    QVERIFY(owner);
    const HANDLE opened = OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(owner->processId()));
    if (opened != nullptr) {
        CloseHandle(opened);
        owner->kill();
        owner->waitForFinished();
        QSKIP("this system opens every process");
    }
    // The lock is this process's, the name in it the owner's: one that could be it is believed at once, of
    // one that cannot the name is asked for again for a while.
    const auto lock = ListLock::take(journal, listId);
    QVERIFY(lock);
    QFile file(journal + u".list-7.lock"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QJsonObject named{{u"pid"_s, owner->processId()}, {u"host"_s, QSysInfo::machineHostName()}};
    QVERIFY(file.write(QJsonDocument(named).toJson(QJsonDocument::Compact) + '\n') > 0);
    file.close();
    QElapsedTimer clock;
    clock.start();
    QVERIFY(!ListLock::take(journal, listId));
    QVERIFY2(clock.elapsed() < 150, qPrintable(QString::number(clock.elapsed())));
}

void TestWindowsProcess::writesUtf8IntoPipes()
{
    const QTemporaryDir folder;
    const QByteArray said = output(QStringLiteral(KICKDESK_CLI),
                                   {u"--lang"_s, u"zh-CN"_s, u"history"_s, u"verify"_s}, folder.path());
    QCOMPARE(said, QByteArray("操作记录为空。\n"));
}

void TestWindowsProcess::worksInALongPath()
{
    const QTemporaryDir folder;
    QString place = folder.path();
    while (place.size() < 300)
        place += u"/李四 的文件夹"_s;
    const QString program = QStringLiteral(KICKDESK_CLI);
    const QByteArray found = output(
        program, {u"--sandbox"_s, u"--json"_s, u"search"_s, u"example"_s, u"--limit"_s, u"1"_s}, place);
    const QString user = QJsonDocument::fromJson(found).object().value("userId"_L1).toString();
    QVERIFY2(!user.isEmpty(), found.constData());
    const QByteArray kicked =
        output(program, {u"--sandbox"_s, u"--json"_s, u"kick"_s, user, u"--everywhere"_s, u"--yes"_s}, place);
    QVERIFY2(kicked.startsWith('{'), kicked.constData());
    QVERIFY(QFile::exists(place + u"/journal.db"_s));
}

void TestWindowsProcess::worksInAReadOnlyInstallation()
{
    const QString program = QStringLiteral(KICKDESK_CLI);
    const QFile::Permissions before = QFile::permissions(program);
    QVERIFY(QFile::setPermissions(program, QFile::ReadOwner | QFile::ExeOwner));
    const QTemporaryDir folder;
    const QByteArray said = output(program, {u"--json"_s, u"history"_s, u"verify"_s}, folder.path());
    QFile::setPermissions(program, before);
    QVERIFY2(said.contains("\"intact\":true"), said.constData());
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet(holdLocks))
        holdTheLocksOf(qEnvironmentVariable(holdLocks));
    if (qEnvironmentVariableIsSet(shutOut))
        shutOthersOut();
    TestWindowsProcess test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowsprocess.moc"
