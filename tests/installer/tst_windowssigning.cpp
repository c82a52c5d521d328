// SPDX-License-Identifier: Apache-2.0
#include "installer/signature.h"
#include "installer/wine.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString folder = u"" KICKDESK_BINARY_DIR u"/tests/windows"_s;
const QString setup = folder + u"/packages/kickdesk-1.3.0-windows-x64-setup.exe"_s;
const QString msi = folder + u"/packages/kickdesk-1.3.0-windows-x64.msi"_s;

} // namespace

/// What tst_windowspackages had signed can be checked, and a changed byte is found.
class TestWindowsSigning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void packagesAreSigned_data();
    void packagesAreSigned();
    void programsInTheZipAreSigned_data();
    void programsInTheZipAreSigned();
    void aChangedByteIsFound_data();
    void aChangedByteIsFound();
    void whatIsNotSignedIsFound();
    void aSignerThatFailsEndsTheBuild();

private:
    QTemporaryDir m_folder;
};

void TestWindowsSigning::initTestCase()
{
    const QByteArray missing = Command::missing({u"osslsigncode"_s, u"openssl"_s, u"unzip"_s});
    QVERIFY2(missing.isEmpty(), missing.constData());
    QVERIFY2(QFile::exists(setup), "ctest runs tst_windowspackages first, which makes the packages");
}

void TestWindowsSigning::packagesAreSigned_data()
{
    QTest::addColumn<QString>("package");
    QTest::newRow("setup") << setup;
    QTest::newRow("MSI") << msi;
}

void TestWindowsSigning::packagesAreSigned()
{
    QFETCH(const QString, package);
    const CommandResult result = Signature::verify(package);
    QVERIFY2(result.exitCode == 0, result.output.constData());
}

void TestWindowsSigning::programsInTheZipAreSigned_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("window") << u"kickdesk.exe"_s;
    QTest::newRow("command line") << u"kickdesk-cli.exe"_s;
}

void TestWindowsSigning::programsInTheZipAreSigned()
{
    QFETCH(const QString, program);
    const CommandResult unzip = Command::run(
        u"unzip"_s, {u"-q"_s, u"-o"_s, folder + u"/packages/kickdesk-1.3.0-windows-x64-portable.zip"_s,
                     u"Kickdesk/"_s + program, u"-d"_s, m_folder.path()});
    QVERIFY2(unzip.exitCode == 0, unzip.output.constData());
    const CommandResult result = Signature::verify(m_folder.filePath(u"Kickdesk/"_s + program));
    QVERIFY2(result.exitCode == 0, result.output.constData());
}

void TestWindowsSigning::aChangedByteIsFound_data()
{
    packagesAreSigned_data();
}

void TestWindowsSigning::aChangedByteIsFound()
{
    QFETCH(const QString, package);
    const QString copy = m_folder.filePath(u"changed"_s);
    QFile::remove(copy);
    QVERIFY(QFile::copy(package, copy));
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2));
    char byte = 0;
    QVERIFY(file.getChar(&byte) && file.seek(file.pos() - 1) && file.putChar(char(~byte)));
    file.close();
    QVERIFY(Signature::verify(copy).exitCode > 0);
}

void TestWindowsSigning::whatIsNotSignedIsFound()
{
    QVERIFY(Signature::verify(folder + u"/stage-1.3.0/kickdesk.exe"_s).exitCode > 0);
}

void TestWindowsSigning::aSignerThatFailsEndsTheBuild()
{
    QProcessEnvironment environment = Signature::environment();
    environment.insert(u"KICKDESK_SIGN_CERTIFICATE"_s, m_folder.filePath(u"nowhere.p12"_s));
    const CommandResult result =
        Command::run(QStringLiteral(KICKDESK_SOURCE_DIR "/installer/windows/build"),
                     {folder + u"/stage-1.3.0"_s, u"1.3.0"_s, m_folder.filePath(u"out"_s)}, environment);
    QVERIFY2(result.exitCode > 0, result.output.constData());
}

QTEST_GUILESS_MAIN(TestWindowsSigning)
#include "tst_windowssigning.moc"
