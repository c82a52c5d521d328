// SPDX-License-Identifier: Apache-2.0
#include "linux/packagedprogram.h"
#include "linux/tool.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestStartMs = 60'000;

/// Packs the build into @p folder.
ToolRun pack(const QString &folder)
{
    return Tool::run(QStringLiteral(KICKDESK_CPACK),
                     {u"--config"_s, QStringLiteral(KICKDESK_BINARY_DIR "/CPackConfig.cmake"), u"-G"_s,
                      u"DEB"_s, u"-B"_s, folder});
}

/// A field of the newest entry in the Debian changelog.
QString changelogField(const QString &field)
{
    const ToolRun read =
        Tool::run(u"dpkg-parsechangelog"_s,
                  {u"--file"_s, QStringLiteral(KICKDESK_SOURCE_DIR "/installer/linux/debian/changelog"),
                   u"--show-field"_s, field});
    return QString::fromUtf8(read.out.trimmed());
}

/// Its time, as a listing shows it.
QString released()
{
    const qint64 seconds = changelogField(u"Timestamp"_s).toLongLong();
    return QDateTime::fromSecsSinceEpoch(seconds).toString(u"yyyy-MM-ddhh:mm"_s);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The Debian package of this build is complete, well made, and made alike each time.
class TestDebPackage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasEveryFile();
    void needsWhatIsLoadedAtRunTime();
    void lintianFindsNothing();
    void desktopFileIsValid();
    void metainfoIsValid();
    void changelogIsOfThisVersion();
    void isMadeAlikeTwice();
    void kicksFromTheCommandLine();
    void opensItsWindow();

private:
    QString unpacked(const QString &path) const { return m_folder.filePath(u"root"_s) + path; }

    QTemporaryDir m_folder;
    QString m_package;
};

void TestDebPackage::initTestCase()
{
    const ToolRun packed = pack(m_folder.path());
    m_package = m_folder.filePath(u"kickdesk_%1_amd64.deb"_s.arg(QStringLiteral(KICKDESK_DEB_VERSION)));
    QVERIFY2(QFileInfo::exists(m_package), packed.report().constData());
    const ToolRun opened = Tool::run(u"dpkg-deb"_s, {u"-x"_s, m_package, m_folder.filePath(u"root"_s)});
    QVERIFY2(opened.isClean(), opened.report().constData());
}

void TestDebPackage::hasEveryFile()
{
    QStringList wanted{u"/usr/bin/kickdesk"_s,
                       u"/usr/bin/kickdesk-cli"_s,
                       u"/usr/share/applications/org.kickdesk.kickdesk.desktop"_s,
                       u"/usr/share/bash-completion/completions/kickdesk-cli"_s,
                       u"/usr/share/doc/kickdesk/README.md"_s,
                       u"/usr/share/doc/kickdesk/README.zh-CN.md"_s,
                       u"/usr/share/doc/kickdesk/changelog.Debian.gz"_s,
                       u"/usr/share/doc/kickdesk/changelog.gz"_s,
                       u"/usr/share/doc/kickdesk/copyright"_s,
                       u"/usr/share/fish/vendor_completions.d/kickdesk-cli.fish"_s,
                       u"/usr/share/icons/hicolor/scalable/apps/kickdesk.svg"_s,
                       u"/usr/share/lintian/overrides/kickdesk"_s,
                       u"/usr/share/man/man1/kickdesk-cli.1.gz"_s,
                       u"/usr/share/man/man1/kickdesk.1.gz"_s,
                       u"/usr/share/man/zh_CN/man1/kickdesk-cli.1.gz"_s,
                       u"/usr/share/man/zh_CN/man1/kickdesk.1.gz"_s,
                       u"/usr/share/metainfo/org.kickdesk.kickdesk.metainfo.xml"_s,
                       u"/usr/share/zsh/vendor-completions/_kickdesk-cli"_s};
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512})
        wanted << u"/usr/share/icons/hicolor/%1x%1/apps/kickdesk.png"_s.arg(size);
    std::ranges::sort(wanted);

    QStringList found;
    const ToolRun listed = Tool::run(u"dpkg-deb"_s, {u"-c"_s, m_package});
    const QStringList lines = QString::fromUtf8(listed.out).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList columns = line.simplified().split(u' ');
        QCOMPARE(columns.value(1), u"root/root"_s);
        // The times of the files in the build are not those in the package.
        QCOMPARE(columns.value(3) + columns.value(4), released());
        if (!columns.constLast().endsWith(u'/'))
            found << columns.constLast().mid(1);
    }
    std::ranges::sort(found);
    QCOMPARE(found, wanted);
}

void TestDebPackage::needsWhatIsLoadedAtRunTime()
{
    const ToolRun read = Tool::run(u"dpkg-deb"_s, {u"-f"_s, m_package, u"Depends"_s, u"Recommends"_s});
    for (const char *package : {"libqt6widgets6", "libqt6keychain1", "libsqlite3-0", "libsecret-1-0",
                                "qt6-qpa-plugins", "gnome-keyring | kwalletmanager"})
        QVERIFY2(read.out.contains(package), package);
}

void TestDebPackage::lintianFindsNothing()
{
    const ToolRun lint =
        Tool::run(u"lintian"_s, {u"--allow-root"_s, u"--fail-on"_s, u"error,warning"_s, m_package});
    QVERIFY2(lint.isClean(), lint.report().constData());
}

void TestDebPackage::desktopFileIsValid()
{
    const QString file = unpacked(u"/usr/share/applications/org.kickdesk.kickdesk.desktop"_s);
    const ToolRun checked = Tool::run(u"desktop-file-validate"_s, {file});
    QVERIFY2(checked.isClean(), checked.report().constData());
    QVERIFY(contentOf(file).contains("\nMimeType=x-scheme-handler/kickdesk;\n"));
}

void TestDebPackage::metainfoIsValid()
{
    const QString file = unpacked(u"/usr/share/metainfo/org.kickdesk.kickdesk.metainfo.xml"_s);
    const ToolRun checked =
        Tool::run(u"appstreamcli"_s, {u"validate"_s, u"--no-net"_s, u"--pedantic"_s, u"--strict"_s, file});
    QVERIFY2(checked.exitCode == 0, checked.report().constData());
    const QByteArray version = QByteArray(KICKDESK_DEB_VERSION).split('-').constFirst();
    QVERIFY(contentOf(file).contains("<release version=\"" + version + "\""));
}

void TestDebPackage::changelogIsOfThisVersion()
{
    QCOMPARE(changelogField(u"Version"_s), QStringLiteral(KICKDESK_DEB_VERSION));
}

void TestDebPackage::isMadeAlikeTwice()
{
    const QString folder = m_folder.filePath(u"again"_s);
    const ToolRun packed = pack(folder);
    const QByteArray second = contentOf(folder + u'/' + QFileInfo(m_package).fileName());
    QVERIFY2(!second.isEmpty(), packed.report().constData());
    QCOMPARE(QCryptographicHash::hash(second, QCryptographicHash::Sha256).toHex(),
             QCryptographicHash::hash(contentOf(m_package), QCryptographicHash::Sha256).toHex());
}

void TestDebPackage::kicksFromTheCommandLine()
{
    const QByteArray kicked = PackagedProgram(unpacked(u"/usr/bin"_s)).kick();
    QVERIFY2(kicked.contains("\"outcome\":\"verified\""), kicked.constData());
}

void TestDebPackage::opensItsWindow()
{
    PackagedProgram program(unpacked(u"/usr/bin"_s));
    program.startWindow();
    QVERIFY2(QTest::qWaitFor([&program] { return program.isWorking(); }, longestStartMs),
             program.windowOutput().constData());
}

QTEST_GUILESS_MAIN(TestDebPackage)
#include "tst_debpackage.moc"
