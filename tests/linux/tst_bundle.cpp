// SPDX-License-Identifier: Apache-2.0
#include "linux/packagedprogram.h"
#include "linux/tool.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestStartMs = 60'000;

/// The files that a process has mapped. A process that holds secrets lets only root read this.
QStringList mappedLibraries(qint64 processId)
{
    static const QRegularExpression path(u"(/\\S.*\\.so[.0-9]*)$"_s, QRegularExpression::MultilineOption);
    const ToolRun read = Tool::run(u"cat"_s, {u"/proc/%1/maps"_s.arg(processId)});
    QStringList result;
    for (auto found = path.globalMatch(QString::fromUtf8(read.out)); found.hasNext();)
        result << found.next().captured(1);
    result.removeDuplicates();
    return result;
}

} // namespace

/// The folder with Qt inside runs wherever it is put, and uses no Qt of the system.
class TestBundle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void kicksFromTheCommandLine();
    void windowUsesItsOwnQt();
    void keychainClientIsInside();
    void licencesAreInside();

private:
    QString inside(const QString &path) const { return m_tree + path; }

    QTemporaryDir m_folder;
    QString m_tree;
};

void TestBundle::initTestCase()
{
    const ToolRun packed = Tool::run(QStringLiteral(KICKDESK_CPACK),
                                     {u"--config"_s, QStringLiteral(KICKDESK_BINARY_DIR "/CPackConfig.cmake"),
                                      u"-G"_s, u"TGZ"_s, u"-B"_s, m_folder.path()});
    const QStringList archives = QDir(m_folder.path()).entryList({u"kickdesk-*.tar.gz"_s});
    QVERIFY2(archives.size() == 1, packed.report().constData());
    const ToolRun unpacked = Tool::run(
        u"tar"_s, {u"-x"_s, u"-f"_s, m_folder.filePath(archives.constFirst()), u"-C"_s, m_folder.path()});
    QVERIFY2(unpacked.isClean(), unpacked.report().constData());
    // Away from where it was made, and with a name that takes care.
    m_tree = m_folder.filePath(u"移动 过"_s);
    const QString name = archives.constFirst().chopped(QLatin1StringView(".tar.gz").size());
    QVERIFY(QFile::rename(m_folder.filePath(name), m_tree));
    QVERIFY(QDir(m_folder.filePath(u"_CPack_Packages"_s)).removeRecursively());
}

void TestBundle::kicksFromTheCommandLine()
{
    const QByteArray kicked = PackagedProgram(inside(u"/bin"_s)).kick();
    QVERIFY2(kicked.contains("\"outcome\":\"verified\""), kicked.constData());
}

void TestBundle::windowUsesItsOwnQt()
{
    PackagedProgram program(inside(u"/bin"_s));
    program.startWindow();
    QVERIFY2(QTest::qWaitFor([&program] { return program.isWorking(); }, longestStartMs),
             program.windowOutput().constData());
    const QStringList libraries = mappedLibraries(program.windowProcessId());
    if (libraries.isEmpty() && geteuid() != 0)
        QSKIP("only root can read what the window has mapped");
    QVERIFY(!libraries.isEmpty());
    QStringList own;
    QStringList foreign;
    static const QRegularExpression ofQt(u"/libQt6|/libqt6|/plugins/"_s);
    for (const QString &library : libraries) {
        if (library.contains(ofQt))
            (library.startsWith(m_tree) ? own : foreign) << library.section(u'/', -1);
    }
    QCOMPARE(foreign, QStringList());
    // TLS is loaded when it is needed, and the built-in sandbox goes without.
    QVERIFY(QFile::exists(inside(u"/plugins/tls/libqopensslbackend.so"_s)));
    for (const QString &name : {u"libQt6Widgets.so.6"_s, u"libQt6Network.so.6"_s, u"libqoffscreen.so"_s})
        QVERIFY2(own.contains(name), qPrintable(name));
}

void TestBundle::keychainClientIsInside()
{
    // Everything that it links is inside too, or the system's on purpose.
    const ToolRun linked = Tool::run(u"ldd"_s, {inside(u"/lib/libsecret-1.so.0"_s)});
    QCOMPARE(linked.exitCode, 0);
    QVERIFY2(linked.out.contains((m_tree + u"/lib/libglib-2.0.so.0"_s).toUtf8()), linked.out.constData());
    QVERIFY2(!linked.out.contains("not found"), linked.out.constData());
}

void TestBundle::licencesAreInside()
{
    const QDir licences(inside(u"/share/doc/kickdesk/libraries"_s));
    QFile list(licences.filePath(u"libraries.txt"_s));
    QVERIFY(list.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(list.readAll()).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), QDir(inside(u"/lib"_s)).entryList(QDir::Files).size());
    for (const QString &line : lines) {
        const QString package = line.section(u'\t', 1);
        QVERIFY2(package.startsWith("Qt,"_L1) || licences.exists(package + u".txt"_s), qPrintable(line));
    }
    QVERIFY(QFile::exists(inside(u"/share/doc/kickdesk/LICENSE"_s)));
}

QTEST_GUILESS_MAIN(TestBundle)
#include "tst_bundle.moc"
