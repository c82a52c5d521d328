// SPDX-License-Identifier: Apache-2.0
#include "installer/signature.h"
#include "installer/wine.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString sourceFolder = u"" KICKDESK_SOURCE_DIR u""_s;
const QString folder = u"" KICKDESK_BINARY_DIR u"/tests/windows"_s;
const QString packages = folder + u"/packages"_s;

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString stage(const QString &version)
{
    return folder + u"/stage-"_s + version;
}

CommandResult pack(const QString &stageFolder, const QString &version, const QString &out)
{
    return Command::run(sourceFolder + u"/installer/windows/build"_s, {stageFolder, version, out},
                        Signature::environment());
}

/// The resource @p type of @p program as it is stored.
QByteArray resource(const QString &program, int type)
{
    return Command::run(u"wrestool"_s, {u"--extract"_s, u"--raw"_s, u"--type=%1"_s.arg(type),
                                        stage(Wine::newer) + u'/' + program})
        .output;
}

/// @p text as it stands in a version resource.
QByteArray wide(const QString &text)
{
    return {reinterpret_cast<const char *>(text.utf16()), text.size() * 2};
}

} // namespace

/// Programs that stand in for ours are built for Windows in two versions and packed; what the packages hold
/// is looked at here, and the other tests of Windows install them.
class TestWindowsPackages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void packs_data();
    void packs();
    void programsCarryTheirVersionAndNames_data();
    void programsCarryTheirVersionAndNames();
    void programsCarryIconAndManifest_data();
    void programsCarryIconAndManifest();
    void portableZipHoldsTheProgramsAndTheMark();
    void sameFilesMakeTheSameZip();
    void refusesWhatItCannotPack_data();
    void refusesWhatItCannotPack();
};

void TestWindowsPackages::initTestCase()
{
    const QByteArray missing =
        Command::missing({u"cmake"_s, u"x86_64-w64-mingw32-g++-posix"_s, u"x86_64-w64-mingw32-windres"_s,
                          u"makensis"_s, u"wixl"_s, u"rsvg-convert"_s, u"ppmtobmp"_s, u"python3"_s,
                          u"wrestool"_s, u"unzip"_s, u"osslsigncode"_s, u"openssl"_s});
    QVERIFY2(missing.isEmpty(), missing.constData());
    QVERIFY(QDir(folder).removeRecursively() && QDir().mkpath(folder));
    const QByteArray problem = Signature::makeCertificate();
    QVERIFY2(problem.isEmpty(), problem.constData());
}

void TestWindowsPackages::packs_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("older") << QString(Wine::older);
    QTest::newRow("newer") << QString(Wine::newer);
}

void TestWindowsPackages::packs()
{
    QFETCH(const QString, version);
    const QString build = folder + u"/stub-"_s + version;
    const QList<QStringList> steps{
        {u"-S"_s, sourceFolder + u"/tests/installer/stub"_s, u"-B"_s, build, u"-G"_s, u"Ninja"_s,
         u"-DCMAKE_SYSTEM_NAME=Windows"_s, u"-DCMAKE_CXX_COMPILER=x86_64-w64-mingw32-g++-posix"_s,
         u"-DCMAKE_RC_COMPILER=x86_64-w64-mingw32-windres"_s, u"-DCMAKE_BUILD_TYPE=Release"_s,
         u"-DKICKDESK_VERSION="_s + version, u"-DKICKDESK_EXTRA=only-in-%1.txt"_s.arg(version)},
        {u"--build"_s, build},
        {u"--install"_s, build, u"--prefix"_s, stage(version), u"--strip"_s},
    };
    for (const QStringList &step : steps) {
        const CommandResult result = Command::run(u"cmake"_s, step);
        QVERIFY2(result.exitCode == 0, result.output.constData());
    }
    const CommandResult result = pack(stage(version), version, packages);
    QVERIFY2(result.exitCode == 0, result.output.constData());
    for (const auto &ending : {u"-setup.exe"_s, u".msi"_s, u"-portable.zip"_s}) {
        const QFileInfo package(u"%1/kickdesk-%2-windows-x64%3"_s.arg(packages, version, ending));
        QVERIFY2(package.size() > 0, qPrintable(package.filePath()));
    }
}

void TestWindowsPackages::programsCarryTheirVersionAndNames_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("window") << u"kickdesk.exe"_s
                            << QStringList{u"1.3.0"_s, u"kickdesk.exe"_s, u"Kickdesk 强制下线"_s};
    QTest::newRow("command line") << u"kickdesk-cli.exe"_s
                                  << QStringList{u"1.3.0"_s, u"kickdesk-cli.exe"_s,
                                                 u"Kickdesk command line"_s, u"Kickdesk 命令行"_s};
}

void TestWindowsPackages::programsCarryTheirVersionAndNames()
{
    QFETCH(const QString, program);
    QFETCH(const QStringList, texts);
    constexpr int versionResource = 16;
    const QByteArray version = resource(program, versionResource);
    for (const QString &text : texts)
        QVERIFY2(version.contains(wide(text)), qPrintable(text));
}

void TestWindowsPackages::programsCarryIconAndManifest_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("window") << u"kickdesk.exe"_s;
    QTest::newRow("command line") << u"kickdesk-cli.exe"_s;
}

void TestWindowsPackages::programsCarryIconAndManifest()
{
    QFETCH(const QString, program);
    constexpr int groupIcon = 14;
    constexpr int manifest = 24;
    constexpr qsizetype header = 6;
    constexpr qsizetype entry = 14;
    QCOMPARE(resource(program, groupIcon).size(), header + 9 * entry);
    const QByteArray text = resource(program, manifest);
    for (const auto &wish :
         {"level=\"asInvoker\"", ">UTF-8<", ">PerMonitorV2<", "true</longPathAware>", "version=\"1.3.0.0\""})
        QVERIFY2(text.contains(wish), wish);
}

void TestWindowsPackages::portableZipHoldsTheProgramsAndTheMark()
{
    QStringList expected = Wine::staged(Wine::newer);
    expected << u"portable"_s;
    expected.replaceInStrings(QRegularExpression(u"^"_s), u"Kickdesk/"_s);
    expected.sort();
    const CommandResult list =
        Command::run(u"unzip"_s, {u"-Z1"_s, packages + u"/kickdesk-1.3.0-windows-x64-portable.zip"_s});
    QStringList names = QString::fromUtf8(list.output).split(u'\n', Qt::SkipEmptyParts);
    names.sort();
    QCOMPARE(names, expected);
}

void TestWindowsPackages::sameFilesMakeTheSameZip()
{
    QByteArrayList archives;
    for (const auto &name : {u"/first.zip"_s, u"/second.zip"_s}) {
        const CommandResult result = Command::run(sourceFolder + u"/installer/windows/portablezip.py"_s,
                                                  {stage(Wine::newer), folder + name});
        QVERIFY2(result.exitCode == 0, result.output.constData());
        archives << content(folder + name);
    }
    QVERIFY(archives.at(0) == archives.at(1));
}

void TestWindowsPackages::refusesWhatItCannotPack_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("remove");
    QTest::addColumn<QString>("add");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("version of four numbers")
        << u"1.2.3.4"_s << QString() << QString() << QByteArray("three numbers");
    QTest::newRow("version with a word")
        << u"1.2.3-beta"_s << QString() << QString() << QByteArray("three numbers");
    QTest::newRow("no window") << u"1.2.3"_s << u"kickdesk.exe"_s << QString()
                               << QByteArray("has no kickdesk.exe");
    QTest::newRow("no command line") << u"1.2.3"_s << u"kickdesk-cli.exe"_s << QString()
                                     << QByteArray("has no kickdesk-cli.exe");
    QTest::newRow("name that the MSI would lose")
        << u"1.2.3"_s << QString() << u"说明.txt"_s << QByteArray("names that are not ASCII");
}

void TestWindowsPackages::refusesWhatItCannotPack()
{
    QFETCH(const QString, version);
    QFETCH(const QString, remove);
    QFETCH(const QString, add);
    QFETCH(const QByteArray, reason);
    const QTemporaryDir copy;
    for (const auto &program : {u"kickdesk.exe"_s, u"kickdesk-cli.exe"_s}) {
        if (program != remove)
            QVERIFY(QFile::copy(stage(Wine::older) + u'/' + program, copy.filePath(program)));
    }
    if (!add.isEmpty()) {
        QFile file(copy.filePath(add));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const QTemporaryDir out;
    const CommandResult result = pack(copy.path(), version, out.path());
    QVERIFY(result.exitCode > 0);
    QVERIFY2(result.output.contains(reason), result.output.constData());
}

QTEST_GUILESS_MAIN(TestWindowsPackages)
#include "tst_windowspackages.moc"
