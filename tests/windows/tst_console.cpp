// SPDX-License-Identifier: Apache-2.0
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <qt_windows.h>

using namespace Qt::Literals::StringLiterals;

/// The command line in a console whose code page is that of Chinese Windows.
class TestConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void showsChineseAndLeavesTheCodePage();

private:
    /// What stands on the screen, from its beginning.
    QString screen() const;

    HANDLE m_screen = INVALID_HANDLE_VALUE;
};

void TestConsole::initTestCase()
{
    FreeConsole();
    if (!AllocConsole())
        QSKIP("this system makes no console");
    m_screen = CreateFileW(L"CONOUT$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                           nullptr, OPEN_EXISTING, 0, nullptr);
    QVERIFY(m_screen != INVALID_HANDLE_VALUE);
    SetHandleInformation(m_screen, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
}

QString TestConsole::screen() const
{
    constexpr DWORD cells = 2000;
    QString text(cells, u' ');
    DWORD read = 0;
    ReadConsoleOutputCharacterW(m_screen, reinterpret_cast<wchar_t *>(text.data()), cells, {0, 0}, &read);
    text.truncate(static_cast<qsizetype>(read));
    return text;
}

void TestConsole::showsChineseAndLeavesTheCodePage()
{
    constexpr UINT chinese = 936;
    QVERIFY2(SetConsoleOutputCP(chinese), qPrintable(QString::number(GetLastError())));
    const QTemporaryDir folder;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KICKDESK_DATA_DIR"_s, folder.path());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    SetStdHandle(STD_OUTPUT_HANDLE, m_screen);
    SetStdHandle(STD_ERROR_HANDLE, m_screen);
    process.start(QStringLiteral(KICKDESK_CLI), {u"--lang"_s, u"zh-CN"_s, u"history"_s, u"verify"_s});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 0);
    // A wide letter has two cells, the second of which some consoles give back as a blank.
    const QString text = screen().remove(u' ').remove(QChar(0));
    QVERIFY2(text.contains(u"操作记录为空"_s), qPrintable(text.left(200)));
    QCOMPARE(GetConsoleOutputCP(), chinese);
}

QTEST_GUILESS_MAIN(TestConsole)
#include "tst_console.moc"
