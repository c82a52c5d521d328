// SPDX-License-Identifier: Apache-2.0
#include "cli/clirun.h"
#include "support/canary.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Slow enough to look into a process that waits for an answer.
constexpr int latencyMs = 100;
constexpr int longestRunMs = 30'000;

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What the system shows to others of a process that runs.
QByteArray visibleOf(qint64 processId)
{
    const QString folder = u"/proc/%1/"_s.arg(processId);
    return contents(folder + u"cmdline"_s) + contents(folder + u"environ"_s);
}

} // namespace

/// The secret goes through every command of the real program and must be nowhere else.
class CliCanaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingShowsTheSecret_data();
    void nothingShowsTheSecret();
    void nothingKeepsTheSecret();

private:
    QTemporaryDir m_folder;
    CliPool m_pool{{.users = 200, .latencyMs = latencyMs}};
    const QByteArray m_secret = m_pool.address().secret.reveal();
};

void CliCanaryTest::nothingShowsTheSecret_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString user = Sandbox::userId({.users = 200}, 1);
    const QString app = m_pool.appIds().value(0);
    const QHash<QByteArray, QStringList> commands{
        {"search", {u"search"_s, u"a"_s}},
        {"apps", {u"apps"_s}},
        {"sessions", {u"sessions"_s, user, u"--apps"_s, app}},
        {"kick", {u"kick"_s, user, u"--apps"_s, app, u"--yes"_s}},
        {"doctor", {u"doctor"_s}},
        {"signature", {u"--auth"_s, u"signature"_s, u"apps"_s}},
        {"saved", {u"profile"_s, u"add"_s, u"canary"_s}},
    };
    for (auto command = commands.cbegin(); command != commands.cend(); ++command)
        QTest::newRow(command.key().constData()) << command.value();
}

/// Once through the standard input and once through the environment.
void CliCanaryTest::nothingShowsTheSecret()
{
    QFETCH(QStringList, arguments);
    for (const bool isOnStdin : {true, false}) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"KICKDESK_DATA_DIR"_s, m_folder.path());
        // No keychain: the secret must not find another place then.
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
        if (!isOnStdin)
            environment.insert(u"KICKDESK_SECRET"_s, QString::fromUtf8(m_secret));
        process.setProcessEnvironment(environment);
        QStringList all{u"--json"_s, u"--host"_s, m_pool.address().host.toString(), u"--key-id"_s,
                        m_pool.address().keyId};
        if (isOnStdin)
            all << u"--secret-stdin"_s;
        const qsizetype before = m_pool.sandbox().requests().size();
        process.start(QStringLiteral(KICKDESK_CLI), all + arguments);
        if (isOnStdin)
            process.write(m_secret + '\n');
        process.closeWriteChannel();

        QByteArray visible;
        const auto hasEnded = [&] {
            // From the first request on the program has taken its secret.
            if (m_pool.sandbox().requests().size() > before && process.state() == QProcess::Running)
                visible += visibleOf(process.processId());
            return process.state() == QProcess::NotRunning;
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(), longestRunMs);
        const bool isTalking = arguments.first() != "profile"_L1;
        if (isTalking) {
            QCOMPARE(process.exitCode(), 0);
            QVERIFY(visible.contains("kickdesk-cli"));
            QVERIFY(visible.contains("KICKDESK_DATA_DIR"));
        }
        const QByteArray said = process.readAllStandardOutput() + process.readAllStandardError();
        QCOMPARE(Canaries::found(visible, m_secret).join(u'\n'), QString());
        QCOMPARE(Canaries::found(said, m_secret).join(u'\n'), QString());
    }
}

void CliCanaryTest::nothingKeepsTheSecret()
{
    for (const char *file : {"journal.db", "kickdesk.log"})
        QVERIFY2(QFile::exists(m_folder.filePath(QString::fromLatin1(file))), file);
    QCOMPARE(Canaries::foundUnder(m_folder.path(), m_secret).join(u'\n'), QString());
}

QTEST_GUILESS_MAIN(CliCanaryTest)
#include "tst_clicanary.moc"
