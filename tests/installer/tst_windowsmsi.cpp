// SPDX-License-Identifier: Apache-2.0
#include "installer/wine.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int exitDone = 0;
// Of Windows itself: the installation ended with a fatal error, which a condition of the package is to it.
constexpr int exitRefused = 1603;

const QString key = u"HKLM\\Software\\Kickdesk"_s;
const QString folder = u"C:\\Program Files\\Kickdesk"_s;

} // namespace

/// The MSI in a Windows of its own. Each step finds what the one before it left.
class TestWindowsMsi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesBesideTheSetup();
    void installs();
    void upgrades();
    void refusesToGoBack();
    void removes();

private:
    int msiexec(const QString &action, QLatin1StringView version);

    Wine m_wine{u"msi"_s};
};

int TestWindowsMsi::msiexec(const QString &action, QLatin1StringView version)
{
    return m_wine.run(u"msiexec %1 \"%2\" /qn"_s.arg(action, Wine::package(version, u".msi"_s)));
}

void TestWindowsMsi::initTestCase()
{
    const QByteArray problem = m_wine.make();
    QVERIFY2(problem.isEmpty(), problem.constData());
}

void TestWindowsMsi::refusesBesideTheSetup()
{
    m_wine.setValue(key, u"InstallFolder"_s, u"REG_SZ"_s, folder);
    QCOMPARE(msiexec(u"/i"_s, Wine::older), exitRefused);
    QCOMPARE(m_wine.files(folder), QStringList());
    m_wine.removeKey(key);
}

void TestWindowsMsi::installs()
{
    QCOMPARE(msiexec(u"/i"_s, Wine::older), exitDone);
    QCOMPARE(m_wine.files(folder), Wine::staged(Wine::older));
    QCOMPARE(m_wine.value(key, u"MsiVersion"_s), QString(Wine::older));
    QCOMPARE(m_wine.value(u"HKLM\\Software\\Classes\\kickdesk\\shell\\open\\command"_s),
             u"\"C:\\Program Files\\Kickdesk\\kickdesk.exe\" -- \"%1\""_s);
    QCOMPARE(m_wine.startMenuEntries().size(), 1);
}

void TestWindowsMsi::upgrades()
{
    QVERIFY(m_wine.write(folder + u"\\mine.txt"_s));
    QCOMPARE(msiexec(u"/i"_s, Wine::newer), exitDone);
    QStringList expected = Wine::staged(Wine::newer);
    expected << u"mine.txt"_s;
    expected.sort();
    QCOMPARE(m_wine.files(folder), expected);
    QCOMPARE(m_wine.value(key, u"MsiVersion"_s), QString(Wine::newer));
}

void TestWindowsMsi::refusesToGoBack()
{
    const QStringList before = m_wine.files(folder);
    QCOMPARE(msiexec(u"/i"_s, Wine::older), exitRefused);
    QCOMPARE(m_wine.files(folder), before);
    QCOMPARE(m_wine.value(key, u"MsiVersion"_s), QString(Wine::newer));
}

void TestWindowsMsi::removes()
{
    QCOMPARE(msiexec(u"/x"_s, Wine::newer), exitDone);
    QCOMPARE(m_wine.files(folder), QStringList(u"mine.txt"_s));
    QVERIFY(m_wine.value(key, u"MsiVersion"_s).isNull());
    QCOMPARE(m_wine.startMenuEntries(), QStringList());
}

QTEST_GUILESS_MAIN(TestWindowsMsi)
#include "tst_windowsmsi.moc"
