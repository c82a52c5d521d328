// SPDX-License-Identifier: Apache-2.0
#include "core/program/processguard.h"

#include <QFile>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto canary = "canary-5b7aa-secret"_L1;
constexpr int longestStartMs = 20'000;

/// What the kernel says about @p process; nothing when this user may not read it.
std::optional<QByteArray> kernelFile(const QProcess &process, const QString &name)
{
    QFile file(u"/proc/%1/%2"_s.arg(QString::number(process.processId()), name));
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

/// The real program on a server that takes its request and never answers.
class Program
{
public:
    explicit Program(const QProcessEnvironment &environment)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, &m_server,
                             [this, socket] { m_received += socket->readAll(); });
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port to listen on");
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(KICKDESK_CLI),
                        {u"--host"_s, u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()), u"--key-id"_s,
                         u"k"_s, u"apps"_s});
    }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Program)

    QProcess &process() { return m_process; }
    /// What it has sent so far.
    const QByteArray &received() const { return m_received; }

private:
    QTcpServer m_server;
    QProcess m_process;
    QByteArray m_received;
};

QProcessEnvironment environmentWithSecret()
{
    QProcessEnvironment result = QProcessEnvironment::systemEnvironment();
    result.insert(u"KICKDESK_SECRET"_s, canary);
    return result;
}

} // namespace

class ProcessGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesASecretOnce();
    void takesNothingWhereThereIsNothing();
    void leavesZerosBehind();
    void doesNotTakeALongerName();
    void secretIsNotInTheEnvironmentOfTheProgram();
    void programLeavesNoCore();
    void programListensToNoForeignPlugins();
    void programSaysNothingForLoggingRules();
    void closesWhatLoadsForeignCode_data();
    void closesWhatLoadsForeignCode();
    void leavesWhatChoosesTheLooks_data();
    void leavesWhatChoosesTheLooks();
    void cannotBeLookedInto();
    void closedStreamsKeepTheirNumbers_data();
    void closedStreamsKeepTheirNumbers();
    void windowListensToNoOptionsOfQt_data();
    void windowListensToNoOptionsOfQt();
};

void ProcessGuardTest::takesASecretOnce()
{
    qputenv("GUARD_SECRET", "  s3cret \n");
    QCOMPARE(ProcessGuard::takeSecret("GUARD_SECRET").reveal(), "s3cret"_ba);
    QVERIFY(!qEnvironmentVariableIsSet("GUARD_SECRET"));
    QVERIFY(ProcessGuard::takeSecret("GUARD_SECRET").isEmpty());
    qputenv("GUARD_SECRET", "another");
    QCOMPARE(ProcessGuard::takeSecret("GUARD_SECRET").reveal(), "another"_ba);
}

void ProcessGuardTest::takesNothingWhereThereIsNothing()
{
    qunsetenv("GUARD_SECRET");
    QVERIFY(ProcessGuard::takeSecret("GUARD_SECRET").isEmpty());
    qputenv("GUARD_SECRET", "");
    QVERIFY(ProcessGuard::takeSecret("GUARD_SECRET").isEmpty());
}

void ProcessGuardTest::leavesZerosBehind()
{
    // putenv() makes this array part of the environment, as the block that the kernel made is.
    static QByteArray entry = "GUARD_SECRET=canary"_ba;
    QCOMPARE(putenv(entry.data()), 0);
    QCOMPARE(ProcessGuard::takeSecret("GUARD_SECRET").reveal(), "canary"_ba);
    QCOMPARE(entry, "GUARD_SECRET="_ba + QByteArray(6, '\0'));
}

void ProcessGuardTest::doesNotTakeALongerName()
{
    qputenv("GUARD_SECRET_FILE", "kept");
    QVERIFY(ProcessGuard::takeSecret("GUARD_SECRET").isEmpty());
    QCOMPARE(qgetenv("GUARD_SECRET_FILE"), "kept"_ba);
}

void ProcessGuardTest::secretIsNotInTheEnvironmentOfTheProgram()
{
    Program program(environmentWithSecret());
    QTRY_VERIFY_WITH_TIMEOUT(program.received().contains(canary.data()), longestStartMs);
    const auto environment = kernelFile(program.process(), u"environ"_s);
    // The kernel lets only root read it.
    if (!environment && geteuid() != 0)
        return;
    QVERIFY(environment);
    QVERIFY2(environment->contains("PATH="), environment->constData());
    QVERIFY(!environment->contains(canary.data()));
}

void ProcessGuardTest::programLeavesNoCore()
{
    Program program(environmentWithSecret());
    QTRY_VERIFY_WITH_TIMEOUT(!program.received().isEmpty(), longestStartMs);
    const auto limits = kernelFile(program.process(), u"limits"_s);
    if (!limits)
        QSKIP("this system has no /proc/PID/limits");
    const QByteArray line = limits->mid(limits->indexOf("Max core file size")).split('\n').constFirst();
    QCOMPARE(line.simplified(), "Max core file size 0 0 bytes"_ba);
}

void ProcessGuardTest::programListensToNoForeignPlugins()
{
    // A folder that nothing else has to do with, wherever the program itself lies.
    const QTemporaryDir foreign;
    QProcessEnvironment environment = environmentWithSecret();
    environment.insert(u"QT_DEBUG_PLUGINS"_s, u"1"_s);
    environment.insert(u"QT_PLUGIN_PATH"_s, foreign.path());
    Program program(environment);
    QTRY_VERIFY_WITH_TIMEOUT(!program.received().isEmpty(), longestStartMs);
    const QByteArray said = program.process().readAllStandardError();
    QVERIFY2(said.contains("checking directory path"), said.constData());
    QVERIFY2(!said.contains(foreign.path().toUtf8()), said.constData());
}

void ProcessGuardTest::programSaysNothingForLoggingRules()
{
    QProcessEnvironment environment = environmentWithSecret();
    environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
    Program program(environment);
    QTRY_VERIFY_WITH_TIMEOUT(!program.received().isEmpty(), longestStartMs);
    QCOMPARE(program.process().readAllStandardError(), QByteArray());
}

void ProcessGuardTest::closesWhatLoadsForeignCode_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"QT_PLUGIN_PATH",
                             "QT_QPA_PLATFORM_PLUGIN_PATH",
                             "QT_QPA_GENERIC_PLUGINS",
                             "QML_IMPORT_PATH",
                             "QML2_IMPORT_PATH",
                             "QML_PLUGIN_PATH",
                             "QT_OPENGL_DLL",
                             "QT_VULKAN_LIB",
                             "QT_LOGGING_CONF",
                             "QT_LOGGING_RULES",
                             "LD_PRELOAD",
                             "LD_LIBRARY_PATH",
                             "LD_AUDIT",
                             "LD_DEBUG_OUTPUT",
                             "DYLD_INSERT_LIBRARIES",
                             "DYLD_FRAMEWORK_PATH",
                             "OPENSSL_CONF",
                             "OPENSSL_CONF_INCLUDE",
                             "OPENSSL_MODULES",
                             "OPENSSL_ENGINES",
                             "SSLKEYLOGFILE",
                             "GCONV_PATH",
                             "SECRET_BACKEND",
                             "SECRET_FILE_TEST_PASSWORD",
                             "SECRET_FILE_TEST_PATH",
                             "SECRET_SERVICE_BUS_NAME",
                             "GTK_MODULES",
                             "GTK3_MODULES",
                             "GTK_PATH",
                             "GTK_EXE_PREFIX",
                             "GTK_IM_MODULE_FILE",
                             "GDK_PIXBUF_MODULE_FILE",
                             "GDK_PIXBUF_MODULEDIR",
                             "GIO_EXTRA_MODULES",
                             "GIO_MODULE_DIR",
                             "LIBGL_DRIVERS_PATH",
                             "__EGL_VENDOR_LIBRARY_DIRS",
                             "__EGL_VENDOR_LIBRARY_FILENAMES"})
        QTest::newRow(name) << QByteArray(name);
}

void ProcessGuardTest::closesWhatLoadsForeignCode()
{
    QFETCH(const QByteArray, name);
    qputenv(name.constData(), "/nowhere");
    ProcessGuard::closeDoors();
    QVERIFY(!qEnvironmentVariableIsSet(name.constData()));
}

void ProcessGuardTest::leavesWhatChoosesTheLooks_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"QT_QPA_PLATFORM", "QT_QPA_PLATFORMTHEME", "QT_SCALE_FACTOR", "QT_IM_MODULE",
                             "GTK_THEME", "LANG", "KICKDESK_DATA_DIR", "HTTPS_PROXY", "OLD_PATH"})
        QTest::newRow(name) << QByteArray(name);
}

void ProcessGuardTest::leavesWhatChoosesTheLooks()
{
    QFETCH(const QByteArray, name);
    const QByteArray before = qgetenv(name.constData());
    qputenv(name.constData(), "chosen");
    ProcessGuard::closeDoors();
    QCOMPARE(qgetenv(name.constData()), "chosen"_ba);
    qputenv(name.constData(), before);
}

void ProcessGuardTest::cannotBeLookedInto()
{
#ifdef Q_OS_LINUX
    ProcessGuard::closeDoors();
#ifdef KICKDESK_SANITIZED
    QSKIP("the sanitizers have to look into their own process");
#else
    QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
#endif
#else
    QSKIP("only Linux has this door");
#endif
}

void ProcessGuardTest::closedStreamsKeepTheirNumbers_data()
{
    QTest::addColumn<QList<int>>("closed");
    QTest::newRow("all") << QList<int>{0, 1, 2};
    QTest::newRow("input") << QList<int>{0};
    QTest::newRow("output") << QList<int>{1};
    QTest::newRow("error") << QList<int>{2};
    QTest::newRow("both outputs") << QList<int>{1, 2};
    QTest::newRow("input and error") << QList<int>{0, 2};
}

void ProcessGuardTest::closedStreamsKeepTheirNumbers()
{
    QFETCH(const QList<int>, closed);
    const pid_t child = fork();
    if (child == 0) {
        for (const int descriptor : closed)
            close(descriptor);
        ProcessGuard::closeDoors();
        std::array<int, 2> ends{};
        char byte = 'x';
        bool isKept = pipe(ends.data()) == 0 && ends[0] > 2 && ends[1] > 2;
        // As before, nothing can be read or written there.
        for (const int descriptor : closed)
            isKept = isKept && (descriptor == 0 ? read(0, &byte, 1) : write(descriptor, &byte, 1)) == -1;
        _exit(isKept ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
}

void ProcessGuardTest::windowListensToNoOptionsOfQt_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::newRow("plain") << QStringList();
    QTest::newRow("behind --") << QStringList{u"--"_s};
}

/// Qt looks for its platform in the folder that is named, and would load what is there.
void ProcessGuardTest::windowListensToNoOptionsOfQt()
{
    QFETCH(const QStringList, before);
    const QTemporaryDir foreign;
    const QTemporaryDir data;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_DEBUG_PLUGINS"_s, u"1"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"KICKDESK_DATA_DIR"_s, data.path());
    QProcess window;
    window.setProcessEnvironment(environment);
    window.setProcessChannelMode(QProcess::MergedChannels);
    window.start(QStringLiteral(KICKDESK), before + QStringList{u"-platformpluginpath"_s, foreign.path()});
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += window.readAll()).contains("offscreen") ||
                                 window.state() == QProcess::NotRunning,
                             longestStartMs);
    window.kill();
    QVERIFY(window.state() == QProcess::NotRunning || window.waitForFinished());
    said += window.readAll();
    QVERIFY2(said.contains("checking directory path"), said.constData());
    QVERIFY2(!said.contains(foreign.path().toUtf8()), said.constData());
}

QTEST_GUILESS_MAIN(ProcessGuardTest)
#include "tst_processguard.moc"
