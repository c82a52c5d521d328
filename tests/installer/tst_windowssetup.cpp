// SPDX-License-Identifier: Apache-2.0
#include "installer/signature.h"
#include "installer/wine.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

// As the installer documents them.
constexpr int exitDone = 0;
constexpr int exitFailed = 2;
constexpr int exitNotElevated = 740;
constexpr int exitOldStays = 1603;
constexpr int exitOtherVersion = 1638;
constexpr int exitWrongWindows = 1654;
constexpr int exitRunning = 15618;

const QString userKey = u"HKCU\\Software\\Kickdesk"_s;
const QString machineKey = u"HKLM\\Software\\Kickdesk"_s;
const QString uninstallKey = u"Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Kickdesk"_s;
const QString linksKey = u"HKCU\\Software\\Classes\\kickdesk\\shell\\open\\command"_s;
const QString machineFolder = u"C:\\Program Files\\Kickdesk"_s;
const QString menuEntry = u"Microsoft/Windows/Start Menu/Programs/Kickdesk.lnk"_s;
constexpr int longestRemovalMs = 60'000;

QStringList withUninstaller(QStringList files)
{
    files << u"uninstall.exe"_s;
    files.sort();
    return files;
}

} // namespace

/// The installer in a Windows of its own, from the first installation to the last removal. Each step finds
/// what the one before it left.
class TestWindowsSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesAnOldWindows();
    void installsForThisUser();
    void upgradeTakesItsOwnFilesOnly();
    void refusesToGoBack();
    void refusesWhileAProgramRuns_data();
    void refusesWhileAProgramRuns();
    void keepsTheLanguage_data();
    void keepsTheLanguage();
    void removalKeepsTheData();
    void removalDeletesTheDataWhenTold();
    void addsItselfToAPathOnce_data();
    void addsItselfToAPathOnce();
    void leavesLinksThatOthersTook();
    void installsWithoutLinks();
    void takesAFolderInChinese();
    void refusesAFolderThatCannotBe_data();
    void refusesAFolderThatCannotBe();
    void refusesWhenTheOldVersionStays();
    void needsAnAdministratorForAllUsers();
    void installsForAllUsers();
    void refusesBesideTheMsi();

private:
    int setup(QLatin1StringView version, const QString &switches = {});
    /// Removes what is in @p folder and waits until it is gone, because the uninstaller answers early.
    bool remove(const QString &folder, const QString &switches = {});

    Wine m_wine{u"setup"_s};
    QString m_folder;
    QString m_data;
};

int TestWindowsSetup::setup(QLatin1StringView version, const QString &switches)
{
    return m_wine.run(u"\"%1\" /S %2"_s.arg(Wine::package(version, u"-setup.exe"_s), switches));
}

bool TestWindowsSetup::remove(const QString &folder, const QString &switches)
{
    const QString uninstaller = folder + u"\\uninstall.exe"_s;
    return m_wine.run(u"\"%1\" /S %2"_s.arg(uninstaller, switches)) == exitDone &&
           QTest::qWaitFor([&] { return !QFileInfo::exists(m_wine.local(uninstaller)); }, longestRemovalMs);
}

void TestWindowsSetup::initTestCase()
{
    const QByteArray problem = m_wine.make();
    QVERIFY2(problem.isEmpty(), problem.constData());
    QVERIFY(!m_wine.home().isEmpty());
    m_folder = m_wine.home() + u"\\AppData\\Local\\Programs\\Kickdesk"_s;
    m_data = m_wine.home() + u"\\AppData\\Local\\kickdesk"_s;
}

void TestWindowsSetup::refusesAnOldWindows()
{
    m_wine.pretend(u"win7"_s);
    QCOMPARE(setup(Wine::older), exitWrongWindows);
    m_wine.pretend(u"win10"_s);
    QCOMPARE(m_wine.files(m_folder), QStringList());
}

void TestWindowsSetup::installsForThisUser()
{
    QCOMPARE(setup(Wine::older), exitDone);
    QCOMPARE(m_wine.files(m_folder), withUninstaller(Wine::staged(Wine::older)));
    QCOMPARE(m_wine.value(u"HKCU\\"_s + uninstallKey, u"DisplayVersion"_s), QString(Wine::older));
    QCOMPARE(m_wine.value(linksKey), u'"' + m_folder + u"\\kickdesk.exe\" -- \"%1\""_s);
    const QString home = m_wine.home().mid(3).replace(u'\\', u'/');
    QCOMPARE(m_wine.startMenuEntries(), QStringList(home + u"/AppData/Roaming/"_s + menuEntry));
    QVERIFY(m_wine.value(u"HKCU\\Environment"_s, u"Path"_s).isNull());
    QVERIFY(m_wine.value(machineKey, u"InstallFolder"_s).isNull());
    for (const auto &program : {u"kickdesk.exe"_s, u"kickdesk-cli.exe"_s, u"uninstall.exe"_s}) {
        const CommandResult signature = Signature::verify(m_wine.local(m_folder + u'\\' + program));
        QVERIFY2(signature.exitCode == 0, signature.output.constData());
    }
}

void TestWindowsSetup::upgradeTakesItsOwnFilesOnly()
{
    QVERIFY(m_wine.write(m_folder + u"\\mine.txt"_s) && m_wine.write(m_folder + u"\\platforms\\mine.dll"_s));
    QVERIFY(m_wine.write(m_data + u"\\journal.db"_s));
    QCOMPARE(setup(Wine::newer), exitDone);
    QStringList expected = Wine::staged(Wine::newer) + QStringList{u"mine.txt"_s, u"platforms/mine.dll"_s};
    QCOMPARE(m_wine.files(m_folder), withUninstaller(expected));
    QCOMPARE(m_wine.value(u"HKCU\\"_s + uninstallKey, u"DisplayVersion"_s), QString(Wine::newer));
    QCOMPARE(m_wine.files(m_data), QStringList(u"journal.db"_s));
}

void TestWindowsSetup::refusesToGoBack()
{
    const QStringList before = m_wine.files(m_folder);
    QCOMPARE(setup(Wine::older), exitOtherVersion);
    QCOMPARE(m_wine.files(m_folder), before);
    QCOMPARE(m_wine.value(u"HKCU\\"_s + uninstallKey, u"DisplayVersion"_s), QString(Wine::newer));
}

void TestWindowsSetup::refusesWhileAProgramRuns_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("window") << u"kickdesk.exe"_s;
    QTest::newRow("command line") << u"kickdesk-cli.exe"_s;
}

void TestWindowsSetup::refusesWhileAProgramRuns()
{
    QFETCH(const QString, program);
    const QStringList before = m_wine.files(m_folder);
    const auto process = m_wine.start(m_folder + u'\\' + program);
    QVERIFY(process);
    QCOMPARE(setup(Wine::newer), exitRunning);
    QCOMPARE(m_wine.run(u"\"%1\\uninstall.exe\" /S _?=%1"_s.arg(m_folder)), exitRunning);
    QVERIFY(Wine::endOf(process.get()));
    QCOMPARE(m_wine.files(m_folder), before);
}

void TestWindowsSetup::keepsTheLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("number");
    QTest::newRow("Chinese") << u"zh-CN"_s << u"2052"_s;
    QTest::newRow("English") << u"en-US"_s << u"1033"_s;
    QTest::newRow("Chinese, by number") << u"2052"_s << u"2052"_s;
}

void TestWindowsSetup::keepsTheLanguage()
{
    QFETCH(const QString, language);
    QFETCH(const QString, number);
    QCOMPARE(setup(Wine::newer, u"/LANG="_s + language), exitDone);
    QCOMPARE(m_wine.value(userKey, u"Language"_s), number);
}

void TestWindowsSetup::removalKeepsTheData()
{
    QVERIFY(remove(m_folder));
    QCOMPARE(m_wine.files(m_folder), QStringList({u"mine.txt"_s, u"platforms/mine.dll"_s}));
    QCOMPARE(m_wine.files(m_data), QStringList(u"journal.db"_s));
    QVERIFY(m_wine.value(u"HKCU\\"_s + uninstallKey, u"DisplayVersion"_s).isNull());
    QVERIFY(m_wine.value(userKey, u"InstallFolder"_s).isNull());
    QVERIFY(m_wine.value(linksKey).isNull());
    QCOMPARE(m_wine.startMenuEntries(), QStringList());
}

void TestWindowsSetup::removalDeletesTheDataWhenTold()
{
    const QString other = m_wine.home() + u"\\AppData\\Local\\kickdesk-of-others\\theirs"_s;
    QVERIFY(m_wine.write(other));
    QCOMPARE(setup(Wine::newer), exitDone);
    QVERIFY(remove(m_folder, u"/DeleteData"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(m_wine.local(m_data)), longestRemovalMs);
    QVERIFY(QFileInfo::exists(m_wine.local(other)));
}

void TestWindowsSetup::addsItselfToAPathOnce_data()
{
    QTest::addColumn<QString>("before");
    QTest::newRow("short") << u"C:\\tools;%USERPROFILE%\\bin"_s;
    // Longer than a variable of the installer, which would cut it.
    QTest::newRow("long") << u"C:\\a-folder-of-thirty-characters;"_s.repeated(70) + u"C:\\end"_s;
}

void TestWindowsSetup::addsItselfToAPathOnce()
{
    QFETCH(const QString, before);
    const QString environment = u"HKCU\\Environment"_s;
    m_wine.setValue(environment, u"Path"_s, u"REG_EXPAND_SZ"_s, before);
    QCOMPARE(setup(Wine::older, u"/AddToPath"_s), exitDone);
    QCOMPARE(m_wine.value(environment, u"Path"_s), before + u';' + m_folder);
    QCOMPARE(setup(Wine::newer), exitDone);
    QCOMPARE(m_wine.value(environment, u"Path"_s), before + u';' + m_folder);
    QVERIFY(remove(m_folder));
    QCOMPARE(m_wine.value(environment, u"Path"_s), before);
}

void TestWindowsSetup::leavesLinksThatOthersTook()
{
    QCOMPARE(setup(Wine::newer), exitDone);
    const QString other = u"C:\\other.exe %1"_s;
    m_wine.setValue(linksKey, {}, u"REG_SZ"_s, other);
    QVERIFY(remove(m_folder));
    QCOMPARE(m_wine.value(linksKey), other);
}

void TestWindowsSetup::installsWithoutLinks()
{
    const QString before = m_wine.value(linksKey);
    QCOMPARE(setup(Wine::newer, u"/NoLinks"_s), exitDone);
    QCOMPARE(m_wine.value(linksKey), before);
    QVERIFY(remove(m_folder));
}

void TestWindowsSetup::takesAFolderInChinese()
{
    const QString folder = u"C:\\工具 箱\\强制 下线"_s;
    QCOMPARE(setup(Wine::older, u"/D="_s + folder), exitDone);
    QCOMPARE(m_wine.files(folder), withUninstaller(Wine::staged(Wine::older)));
    QCOMPARE(setup(Wine::newer), exitDone);
    QCOMPARE(m_wine.files(folder), withUninstaller(Wine::staged(Wine::newer)));
    QVERIFY(!QFileInfo::exists(m_wine.local(m_folder + u"\\kickdesk.exe"_s)));
    QVERIFY(remove(folder));
    QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(m_wine.local(folder)), longestRemovalMs);
}

void TestWindowsSetup::refusesAFolderThatCannotBe_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("file") << u"C:\\file"_s;
    QTest::newRow("below a file") << u"C:\\file\\folder"_s;
    QTest::newRow("drive that is not there") << u"Q:\\folder"_s;
    QTest::newRow("a folder has the name of a program") << u"C:\\full"_s;
}

void TestWindowsSetup::refusesAFolderThatCannotBe()
{
    QFETCH(const QString, folder);
    QVERIFY(m_wine.write(u"C:\\file"_s) && m_wine.write(u"C:\\full\\kickdesk.exe\\mine.txt"_s));
    QCOMPARE(setup(Wine::newer, u"/D="_s + folder), exitFailed);
    QVERIFY(m_wine.value(userKey, u"InstallFolder"_s).isNull());
    QVERIFY(!QFileInfo::exists(m_wine.local(m_folder + u"\\kickdesk.exe"_s)));
}

void TestWindowsSetup::refusesWhenTheOldVersionStays()
{
    QCOMPARE(setup(Wine::older), exitDone);
    QVERIFY(m_wine.write(m_folder + u"\\uninstall.exe"_s, "not a program"));
    const QStringList before = m_wine.files(m_folder);
    QCOMPARE(setup(Wine::newer), exitOldStays);
    QCOMPARE(m_wine.files(m_folder), before);
    // Without it there is nothing to wait for, and the new version goes over the old one.
    QVERIFY(QFile::remove(m_wine.local(m_folder + u"\\uninstall.exe"_s)));
    QCOMPARE(setup(Wine::newer), exitDone);
    QVERIFY(remove(m_folder));
}

void TestWindowsSetup::needsAnAdministratorForAllUsers()
{
    const QString installer = Wine::package(Wine::newer, u"-setup.exe"_s);
    const QString limited = u"\"%1\" \"%2\" /S "_s.arg(Wine::built(u"limited.exe"_s), installer);
    QCOMPARE(m_wine.run(limited + u"/AllUsers"_s), exitNotElevated);
    QCOMPARE(m_wine.files(machineFolder), QStringList());
    QCOMPARE(m_wine.run(limited), exitDone);
    QVERIFY(QFileInfo::exists(m_wine.local(m_folder + u"\\kickdesk.exe"_s)));
    QVERIFY(remove(m_folder));
}

void TestWindowsSetup::installsForAllUsers()
{
    QCOMPARE(setup(Wine::older, u"/AllUsers"_s), exitDone);
    QCOMPARE(setup(Wine::newer, u"/AllUsers"_s), exitDone);
    QCOMPARE(m_wine.files(machineFolder), withUninstaller(Wine::staged(Wine::newer)));
    QCOMPARE(m_wine.value(u"HKLM\\"_s + uninstallKey, u"DisplayVersion"_s), QString(Wine::newer));
    QVERIFY(m_wine.value(u"HKCU\\"_s + uninstallKey, u"DisplayVersion"_s).isNull());
    QCOMPARE(m_wine.startMenuEntries(), QStringList(u"ProgramData/"_s + menuEntry));
    QVERIFY(remove(machineFolder));
    QVERIFY(m_wine.value(u"HKLM\\"_s + uninstallKey, u"DisplayVersion"_s).isNull());
    QCOMPARE(m_wine.startMenuEntries(), QStringList());
}

void TestWindowsSetup::refusesBesideTheMsi()
{
    m_wine.setValue(machineKey, u"MsiVersion"_s, u"REG_SZ"_s, u"1.0.0"_s);
    QCOMPARE(setup(Wine::newer, u"/AllUsers"_s), exitOtherVersion);
    QCOMPARE(m_wine.files(machineFolder), QStringList());
}

QTEST_GUILESS_MAIN(TestWindowsSetup)
#include "tst_windowssetup.moc"
