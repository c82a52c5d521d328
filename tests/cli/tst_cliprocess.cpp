// SPDX-License-Identifier: Apache-2.0
#include "cli/clirun.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestStartMs = 20'000;
constexpr int longestEndMs = 10'000;
/// So long a kick on the wire is waited for after the first signal. The end of another process is seen late
/// where the machine is busy, so what ends at once only has to end before that.
constexpr int givenMs = 3000;

/// The program as a process of its own.
class Process
{
public:
    enum class HangUp {
        Heard,
        /// As nohup starts a program.
        Ignored,
    };

    explicit Process(const QStringList &arguments, const QByteArray &in = {}, const QString &outFile = {},
                     HangUp hangUp = HangUp::Heard)
    {
        m_process.setChildProcessModifier(
            [hangUp] { std::signal(SIGHUP, hangUp == HangUp::Ignored ? SIG_IGN : SIG_DFL); });
        if (!outFile.isEmpty())
            m_process.setStandardOutputFile(outFile);
        m_process.start(QStringLiteral(KICKDESK_CLI), arguments);
        m_process.write(in);
        m_process.closeWriteChannel();
    }

    bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }
    int exitCode() const
    {
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    void signal(int number) const { ::kill(static_cast<pid_t>(m_process.processId()), number); }

    QByteArray out()
    {
        m_out += m_process.readAllStandardOutput();
        return m_out;
    }
    QByteArray err()
    {
        m_err += m_process.readAllStandardError();
        return m_err;
    }

private:
    QProcess m_process;
    QByteArray m_out;
    QByteArray m_err;
};

/// A process that talks to the sandbox at @p host.
std::unique_ptr<Process> startOn(const QString &host, const QString &keyId, const QByteArray &secret,
                                 const QStringList &arguments, const QString &outFile = {})
{
    const QStringList connection{u"--json"_s, u"--host"_s, host, u"--key-id"_s, keyId, u"--secret-stdin"_s};
    return std::make_unique<Process>(connection + arguments, secret + '\n', outFile);
}

/// A process that talks to the sandbox of this process, whose requests can be counted.
std::unique_ptr<Process> startOn(const CliPool &pool, const QStringList &arguments)
{
    const SandboxAddress &address = pool.address();
    return startOn(address.host.toString(), address.keyId, address.secret.reveal(), arguments);
}

/// A `kickdesk-cli sandbox --json`, and other processes that use it.
class SandboxProcess
{
public:
    explicit SandboxProcess(const QStringList &options = {})
        : m_process(QStringList{u"sandbox"_s, u"--json"_s} + options)
    {
    }
    ~SandboxProcess()
    {
        if (m_process.hasEnded())
            return;
        m_process.signal(SIGTERM);
        if (!QTest::qWaitFor([this] { return m_process.hasEnded(); }, longestEndMs))
            qWarning("the sandbox does not end");
    }
    Q_DISABLE_COPY_MOVE(SandboxProcess)

    Process &process() { return m_process; }
    bool isReady() { return m_process.out().endsWith('\n'); }
    QJsonObject line() { return QJsonDocument::fromJson(m_process.out()).object(); }

    std::unique_ptr<Process> start(const QStringList &arguments, const QString &outFile = {})
    {
        return startOn(line().value("host"_L1).toString(), line().value("keyId"_L1).toString(),
                       line().value("secret"_L1).toString().toUtf8(), arguments, outFile);
    }

private:
    Process m_process;
};

/// The first line that @p process printed.
QJsonObject firstObject(Process &process)
{
    return QJsonDocument::fromJson(process.out().split('\n').constFirst()).object();
}

/// Starts a kick of the first user in the first application and waits until the sandbox has received it.
std::unique_ptr<Process> startKick(CliPool &pool)
{
    const QString userId = pool.userWith({}).value("userId"_L1).toString();
    auto kick = startOn(
        pool, {u"kick"_s, userId, u"--apps"_s, pool.appIds().value(0), u"--verify"_s, u"0"_s, u"--yes"_s});
    return QTest::qWaitFor([&pool] { return pool.kickRequests() == 1; }, longestStartMs) ? std::move(kick)
                                                                                         : nullptr;
}

} // namespace

class TestCliProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sandboxServesUntilASignal_data();
    void sandboxServesUntilASignal();
    void sandboxInWordsIsOneLine();
    void sandboxWithTlsNamesItsCaFile();
    void terminalThatIsGoneCountsOnce();
    void nohupGoesOn();
    void kickOnTheWireIsGivenThreeSeconds();
    void secondSignalDoesNotWait();
    void answerWithinThatTimeIsReported();
    void readEndsAtOnce_data();
    void readEndsAtOnce();
    void fullDiskIsAFault();
};

void TestCliProcess::sandboxServesUntilASignal_data()
{
    QTest::addColumn<int>("signal");

    QTest::addColumn<int>("exitCode");
    QTest::newRow("SIGINT") << SIGINT << 128 + SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM << 128 + SIGTERM;
    QTest::newRow("SIGHUP") << SIGHUP << 128 + SIGTERM;
}

void TestCliProcess::sandboxServesUntilASignal()
{
    QFETCH(int, signal);

    SandboxProcess sandbox;
    QTRY_VERIFY_WITH_TIMEOUT(sandbox.isReady(), longestStartMs);
    QCOMPARE(sandbox.line().keys(), (QStringList{u"host"_s, u"keyId"_s, u"secret"_s}));
    const auto apps = sandbox.start({u"apps"_s});
    QTRY_VERIFY_WITH_TIMEOUT(apps->hasEnded(), longestEndMs);
    QCOMPARE(apps->exitCode(), 0);
    QCOMPARE(apps->out().count('\n'), 24);

    QVERIFY(!sandbox.process().hasEnded());
    sandbox.process().signal(signal);
    QTRY_VERIFY_WITH_TIMEOUT(sandbox.process().hasEnded(), longestEndMs);
    QTEST(sandbox.process().exitCode(), "exitCode");
}

/// A terminal that is gone is told of twice, by the shell and by the kernel: the kick has its time all the
/// same.
void TestCliProcess::terminalThatIsGoneCountsOnce()
{
    CliPool pool({.users = 200, .faults = {u"never"_s}});
    const auto kick = startKick(pool);
    QVERIFY(kick && !kick->hasEnded());
    QElapsedTimer time;
    time.start();
    kick->signal(SIGHUP);
    QTRY_VERIFY_WITH_TIMEOUT(!kick->err().isEmpty(), longestEndMs);
    kick->signal(SIGHUP);
    QTRY_VERIFY_WITH_TIMEOUT(kick->hasEnded(), longestEndMs);
    QVERIFY2(time.elapsed() >= 2500, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(kick->exitCode(), 128 + SIGTERM);
    QCOMPARE(firstObject(*kick).value("outcome"_L1).toString(), u"unknown"_s);
}

void TestCliProcess::nohupGoesOn()
{
    Process sandbox({u"sandbox"_s, u"--json"_s}, {}, {}, Process::HangUp::Ignored);
    QTRY_VERIFY_WITH_TIMEOUT(sandbox.out().endsWith('\n'), longestStartMs);
    sandbox.signal(SIGHUP);
    sandbox.signal(SIGINT);
    QTRY_VERIFY_WITH_TIMEOUT(sandbox.hasEnded(), longestEndMs);
    QCOMPARE(sandbox.exitCode(), 128 + SIGINT);
}

void TestCliProcess::sandboxInWordsIsOneLine()
{
    Process sandbox({u"sandbox"_s, u"--users"_s, u"10"_s, u"--apps"_s, u"2"_s, u"--seed"_s, u"7"_s});
    QTRY_VERIFY_WITH_TIMEOUT(sandbox.out().endsWith('\n'), longestStartMs);
    QCOMPARE(sandbox.out().count('\n'), 1);
    QVERIFY(sandbox.out().contains("http://127.0.0.1:"));
    sandbox.signal(SIGTERM);
    QTRY_VERIFY_WITH_TIMEOUT(sandbox.hasEnded(), longestEndMs);
}

void TestCliProcess::sandboxWithTlsNamesItsCaFile()
{
    SandboxProcess sandbox({u"--tls"_s});
    QTRY_VERIFY_WITH_TIMEOUT(sandbox.isReady(), longestStartMs);
    QVERIFY(sandbox.line().value("host"_L1).toString().startsWith("https://"_L1));
    const auto apps =
        sandbox.start({u"--ca-file"_s, sandbox.line().value("caFile"_L1).toString(), u"apps"_s});
    QTRY_VERIFY_WITH_TIMEOUT(apps->hasEnded(), longestEndMs);
    QCOMPARE(apps->exitCode(), 0);
}

void TestCliProcess::kickOnTheWireIsGivenThreeSeconds()
{
    CliPool pool({.users = 200, .faults = {u"never"_s}});
    const auto kick = startKick(pool);
    QVERIFY(kick && !kick->hasEnded());
    QElapsedTimer time;
    time.start();
    kick->signal(SIGINT);
    QTRY_VERIFY_WITH_TIMEOUT(kick->hasEnded(), longestEndMs);
    // Without a signal it would wait for its deadline, 15 s.
    QVERIFY2(time.elapsed() >= 2500, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(kick->exitCode(), 128 + SIGINT);
    QCOMPARE(firstObject(*kick).value("outcome"_L1).toString(), u"unknown"_s);
    QCOMPARE(firstObject(*kick).value("reason"_L1).toString(), u"interrupted"_s);
}

void TestCliProcess::secondSignalDoesNotWait()
{
    CliPool pool({.users = 200, .faults = {u"never"_s}});
    const auto kick = startKick(pool);
    QVERIFY(kick && !kick->hasEnded());
    QCOMPARE(kick->err(), QByteArray());
    QElapsedTimer time;
    time.start();
    kick->signal(SIGTERM);
    QTRY_VERIFY_WITH_TIMEOUT(!kick->err().isEmpty(), longestEndMs);
    kick->signal(SIGTERM);
    QTRY_VERIFY_WITH_TIMEOUT(kick->hasEnded(), longestEndMs);
    QVERIFY2(time.elapsed() < givenMs, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(kick->exitCode(), 128 + SIGTERM);
    QCOMPARE(firstObject(*kick).value("outcome"_L1).toString(), u"unknown"_s);
}

void TestCliProcess::answerWithinThatTimeIsReported()
{
    // Every answer takes so long that the kick is still on the wire when the signal comes.
    CliPool pool({.users = 200, .latencyMs = 600});
    const auto kick = startKick(pool);
    QVERIFY(kick && !kick->hasEnded());
    kick->signal(SIGINT);
    QTRY_VERIFY_WITH_TIMEOUT(kick->hasEnded(), longestEndMs);
    QCOMPARE(kick->exitCode(), 128 + SIGINT);
    QCOMPARE(firstObject(*kick).value("outcome"_L1).toString(), u"accepted"_s);
}

void TestCliProcess::readEndsAtOnce_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QStringList>("arguments");

    QTest::newRow("search") << u"never@list-users"_s << QStringList{u"search"_s};
    QTest::newRow("applications") << u"never@list-application-simple-info"_s << QStringList{u"apps"_s};
    QTest::newRow("token") << u"never@get-management-token"_s << QStringList{u"apps"_s};
    QTest::newRow("pool") << u"never@get-management-token"_s
                          << QStringList{u"--pool-id"_s, u"p"_s, u"apps"_s};
    QTest::newRow("look-up before a kick")
        << u"never@get-user"_s
        << QStringList{u"kick"_s, u"6319a1504f3c0f214dd5b7ff"_s, u"--apps"_s, u"a"_s, u"--yes"_s};
    QTest::newRow("check before a kick")
        << u"never@check-session-status"_s
        << QStringList{u"--timeout"_s, u"9"_s,           u"kick"_s, QString(),
                       u"--apps"_s,    u"a,b,c,d,e,f"_s, u"--yes"_s};
}

void TestCliProcess::readEndsAtOnce()
{
    QFETCH(QString, fault);
    QFETCH(QStringList, arguments);

    CliPool pool({.users = 200, .faults = {fault}});
    if (const qsizetype placeholder = arguments.indexOf(QString()); placeholder >= 0)
        arguments[placeholder] = pool.userWith({}).value("userId"_L1).toString();
    const auto read = startOn(pool, arguments);
    const QByteArray endpoint = fault.section(u'@', 1).toLatin1();
    QTRY_VERIFY_WITH_TIMEOUT(pool.sandbox().requestCount(endpoint) > 0, longestStartMs);
    QVERIFY(!read->hasEnded());
    QElapsedTimer time;
    time.start();
    read->signal(SIGINT);
    QTRY_VERIFY_WITH_TIMEOUT(read->hasEnded(), longestEndMs);
    QVERIFY2(time.elapsed() < givenMs, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(read->exitCode(), 128 + SIGINT);
    if (arguments.contains(u"kick"_s))
        QCOMPARE(firstObject(*read).value("outcome"_L1).toString(), u"not_sent"_s);
}

void TestCliProcess::fullDiskIsAFault()
{
    if (!QFileInfo::exists(u"/dev/full"_s))
        QSKIP("this system has no /dev/full");
    SandboxProcess sandbox;
    QTRY_VERIFY_WITH_TIMEOUT(sandbox.isReady(), longestStartMs);
    const auto apps = sandbox.start({u"apps"_s}, u"/dev/full"_s);
    QTRY_VERIFY_WITH_TIMEOUT(apps->hasEnded(), longestEndMs);
    QCOMPARE(apps->exitCode(), 1);
}

QTEST_GUILESS_MAIN(TestCliProcess)
#include "tst_cliprocess.moc"
