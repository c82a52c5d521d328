// SPDX-License-Identifier: Apache-2.0
#include "cli/clirun.h"
#include "cli/io/exitcode.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// What the documents say of the command line is what its help says.
class TestCliDocs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionTableIsThatOfTheHelp_data();
    void optionTableIsThatOfTheHelp();
    void commandTableIsThatOfTheHelp_data();
    void commandTableIsThatOfTheHelp();
    void exitCodeTableIsComplete_data();
    void exitCodeTableIsComplete();
    void exampleOfConnectionsCanBeImported_data();
    void exampleOfConnectionsCanBeImported();
    void everyOptionNamedExists_data();
    void everyOptionNamedExists();

private:
    static void addGuides();
    static QString text(const QString &path);
    static QString help(const QStringList &command);
    static QStringList cells(const QString &chapter, const QString &pattern);
    static QStringList all(const QString &text, const QString &pattern);
};

void TestCliDocs::addGuides()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("en-US") << u"docs/administrator.md"_s;
    QTest::newRow("zh-CN") << u"docs/administrator.zh-CN.md"_s;
}

QString TestCliDocs::text(const QString &path)
{
    QFile file(QStringLiteral(KICKDESK_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString TestCliDocs::help(const QStringList &command)
{
    return QString::fromUtf8(
        runCli(QStringList{u"--lang"_s, u"en-US"_s} + command + QStringList{u"--help"_s}).out);
}

/// What @p pattern finds in the first cells of the tables in @p chapter.
QStringList TestCliDocs::cells(const QString &chapter, const QString &pattern)
{
    QStringList result;
    const QStringList rows = all(chapter, u"^\\| ([^|]+) \\|"_s);
    for (const QString &row : rows)
        result += all(row, pattern);
    return result;
}

/// The first capture of every match, once each.
QStringList TestCliDocs::all(const QString &text, const QString &pattern)
{
    QStringList result;
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    for (auto found = expression.globalMatch(text); found.hasNext();)
        result << found.next().captured(1);
    result.removeDuplicates();
    return result;
}

void TestCliDocs::optionTableIsThatOfTheHelp_data()
{
    addGuides();
}

void TestCliDocs::optionTableIsThatOfTheHelp()
{
    QFETCH(const QString, path);
    const QString chapter = text(path).section("<a id=\"cli\"></a>"_L1, 1).section("\n#"_L1, 0, 0);
    QStringList documented = cells(chapter, u"`(--[a-z-]+)`"_s);
    QStringList offered = all(help({}), u"^ +(--[a-z-]+)"_s);
    offered.removeAll(u"--version"_s);
    QVERIFY(offered.size() > 8);
    documented.sort();
    offered.sort();
    QCOMPARE(documented, offered);
}

void TestCliDocs::commandTableIsThatOfTheHelp_data()
{
    addGuides();
}

void TestCliDocs::commandTableIsThatOfTheHelp()
{
    QFETCH(const QString, path);
    const QString chapter = text(path).section("<a id=\"cli\"></a>"_L1, 1).section("\n#"_L1, 0, 0);
    const QStringList offered = all(help({}).section("Commands:"_L1, 1), u"^  ([a-z]+) "_s);
    QVERIFY(offered.size() > 5);
    QCOMPARE(cells(chapter, u"^`([a-z]+)`$"_s), offered);
}

void TestCliDocs::exitCodeTableIsComplete_data()
{
    addGuides();
}

void TestCliDocs::exitCodeTableIsComplete()
{
    QFETCH(const QString, path);
    const QString chapter = text(path).section("<a id=\"exit-codes\"></a>"_L1, 1).section("\n#"_L1, 0, 0);
    QStringList codes;
    for (const ExitCode code :
         {ExitCode::Done, ExitCode::Internal, ExitCode::Usage, ExitCode::Incomplete, ExitCode::Unknown,
          ExitCode::Halted, ExitCode::Unreachable, ExitCode::JournalFailed})
        codes << QString::number(static_cast<int>(code));
    QCOMPARE(cells(chapter, u"^([0-9]+)$"_s), codes);
}

void TestCliDocs::exampleOfConnectionsCanBeImported_data()
{
    addGuides();
}

void TestCliDocs::exampleOfConnectionsCanBeImported()
{
    QFETCH(const QString, path);
    const QTemporaryDir folder;
    qputenv("KICKDESK_DATA_DIR", folder.path().toUtf8());
    QFile file(folder.filePath(u"example.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text(path).section("```json\n"_L1, 1).section("```"_L1, 0, 0).toUtf8());
    file.close();
    const CliRun run = runCli({u"--json"_s, u"profile"_s, u"import"_s, file.fileName()});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.object().value("name"_L1).toString(), u"PROD"_s);
}

void TestCliDocs::everyOptionNamedExists_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"README.md", "README.zh-CN.md", "docs/administrator.md",
                             "docs/administrator.zh-CN.md", "docs/guide.md", "docs/guide.zh-CN.md"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

/// Every option that follows "kickdesk-cli" in a line, or stands alone in code, is one of some command.
void TestCliDocs::everyOptionNamedExists()
{
    QFETCH(const QString, path);
    QString everyHelp = help({});
    const QStringList commands = all(everyHelp.section("Commands:"_L1, 1), u"^  ([a-z]+) "_s);
    for (const QString &command : commands) {
        const QString own = help({command});
        everyHelp += own;
        const QStringList below =
            all(own.section(QRegularExpression(u"(Subc|C)ommands:"_s), 1), u"^  ([a-z-]+) "_s);
        for (const QString &name : below)
            everyHelp += help({command, name});
    }
    const QStringList offered = all(everyHelp, u"(--[a-z][a-z-]+)"_s);
    const QStringList named = all(text(path), u"^kickdesk-cli (.*)$"_s) + all(text(path), u"(`--[a-z-]+`)"_s);
    const QStringList options = all(named.join(u'\n'), u"(--[a-z][a-z-]+)"_s);
    for (const QString &option : options)
        QVERIFY2(offered.contains(option), qPrintable(option));
}

QTEST_GUILESS_MAIN(TestCliDocs)
#include "tst_clidocs.moc"
