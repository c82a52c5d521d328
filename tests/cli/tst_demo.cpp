// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestRunMs = 120'000;

struct DemoRun
{
    int exitCode = -1;
    QByteArrayList out;
    QByteArray err;
};

/// Runs scripts/demo with @p program until it ends.
DemoRun runDemo(const QString &program)
{
    QProcess process;
    process.start(QStringLiteral(KICKDESK_SOURCE_DIR "/scripts/demo"), {program});
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, longestRunMs))
        process.kill();
    return {.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .out = process.readAllStandardOutput().trimmed().split('\n'),
            .err = process.readAllStandardError()};
}

} // namespace

/// scripts/run where there is no display: the first thing that a newcomer sees is a kick with its proof.
class TestDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kicksWithProof();
    void claimsNothingWithoutProof();
};

void TestDemo::kicksWithProof()
{
    const DemoRun run = runDemo(QStringLiteral(KICKDESK_CLI));
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QCOMPARE(run.out.constLast(), "操作成功 · 已确认离线"_ba);
    // The kicked user was online, so that the proof says something.
    QVERIFY2(run.out.join('\n').contains("\"state\":\"online\""), run.out.join('\n').constData());
    QVERIFY2(run.err.contains(" kick ") && !run.err.contains("--verify 0"), run.err.constData());
}

void TestDemo::claimsNothingWithoutProof()
{
    // The program itself, which is told not to look.
    const QTemporaryDir folder;
    QFile hasty(folder.filePath(u"kickdesk-cli"_s));
    QVERIFY(hasty.open(QIODevice::WriteOnly));
    hasty.write("#!/bin/sh\ncase \"$*\" in *' kick '*) set -- \"$@\" --verify 0 ;; esac\n"
                "exec '" KICKDESK_CLI "' \"$@\"\n");
    hasty.close();
    QVERIFY(hasty.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const DemoRun run = runDemo(hasty.fileName());
    QVERIFY2(run.out.join('\n').contains("操作成功"), run.err.constData());
    QVERIFY(run.exitCode > 0);
    QVERIFY2(!run.out.join('\n').contains("已确认离线"), run.out.join('\n').constData());
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
