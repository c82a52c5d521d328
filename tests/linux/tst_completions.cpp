// SPDX-License-Identifier: Apache-2.0
#include "linux/clihelp.h"
#include "linux/tool.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// A file or folder of the completions.
QString completion(const QString &name)
{
    return QStringLiteral(KICKDESK_SOURCE_DIR "/installer/linux/completions/") + name;
}

/// A script of these tests.
QString helper(const QString &name)
{
    return QStringLiteral(KICKDESK_SOURCE_DIR "/tests/linux/") + name;
}

/// What @p shell offers at the end of @p line.
QStringList offered(const QString &shell, const QString &line, const QString &dataFolder = {})
{
    QStringList arguments;
    if (shell == "bash"_L1) {
        arguments = {u"--norc"_s, helper(u"complete.bash"_s), completion(u"kickdesk-cli.bash"_s), line};
    } else if (shell == "zsh"_L1) {
        arguments = {u"-f"_s, helper(u"complete.zsh"_s), completion({}), line};
    } else {
        arguments = {u"--no-config"_s, u"-c"_s,
                     u"source %1; complete -C '%2'"_s.arg(completion(u"kickdesk-cli.fish"_s), line)};
    }
    const QString programs = QFileInfo(QStringLiteral(KICKDESK_CLI)).absolutePath();
    QStringList variables{u"PATH="_s + programs + u':' + qEnvironmentVariable("PATH"), u"TERM=xterm"_s};
    if (!dataFolder.isEmpty())
        variables << u"KICKDESK_DATA_DIR="_s + dataFolder;
    const ToolRun run = Tool::run(shell, arguments, variables);
    if (run.exitCode != 0 || !run.err.isEmpty())
        qWarning("%s", run.report().constData());
    QStringList result = QString::fromUtf8(run.out).split(u'\n', Qt::SkipEmptyParts);
    for (QString &word : result)
        word = word.section(u'\t', 0, 0);
    std::ranges::sort(result);
    return result;
}

QString lineOf(const QString &command, const QString &word)
{
    return command.isEmpty() ? u"kickdesk-cli "_s + word : u"kickdesk-cli %1 %2"_s.arg(command, word);
}

QStringList missing(const QStringList &wanted, const QStringList &found)
{
    QStringList result;
    for (const QString &word : wanted) {
        if (!found.contains(word))
            result << word;
    }
    return result;
}

} // namespace

/// Each shell offers the commands, options and words that the help of the program has.
class TestCompletions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandsAndOptionsAreOffered_data() { addShells(); }
    void commandsAndOptionsAreOffered();
    void wordsAreOffered_data();
    void wordsAreOffered();
    void connectionsAreOffered_data();
    void connectionsAreOffered();

private:
    static void addShells();
};

void TestCompletions::addShells()
{
    QTest::addColumn<QString>("shell");
    for (const QString &shell : {u"bash"_s, u"zsh"_s, u"fish"_s})
        QTest::addRow("%s", qPrintable(shell)) << shell;
}

void TestCompletions::commandsAndOptionsAreOffered()
{
    QFETCH(const QString, shell);
    const QList<HelpedCommand> all = CliHelp::all();
    const QStringList everywhere = all.constFirst().options;
    QVERIFY(all.size() > 10);
    for (const HelpedCommand &command : all) {
        const QStringList options = offered(shell, lineOf(command.name, u"--"_s));
        const QStringList lacking = missing(command.options + everywhere, options);
        QVERIFY2(lacking.isEmpty(), qPrintable(command.name + u": "_s + lacking.join(u' ')));
        // Of another command's options none is offered.
        const QStringList strange =
            missing(options, command.options + everywhere + QStringList{u"--help"_s, u"--version"_s});
        const bool isInside = command.name.startsWith("history "_L1);
        QVERIFY2(strange.isEmpty() || isInside, qPrintable(command.name + u": "_s + strange.join(u' ')));
        if (!command.commands.isEmpty()) {
            const QStringList words = missing(command.commands, offered(shell, lineOf(command.name, {})));
            QVERIFY2(words.isEmpty(), qPrintable(command.name + u": "_s + words.join(u' ')));
        }
    }
}

void TestCompletions::wordsAreOffered_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("words");
    for (const QString &shell : {u"bash"_s, u"zsh"_s, u"fish"_s}) {
        const QByteArray name = shell.toUtf8();
        QTest::addRow("%s: way", name.constData())
            << shell << u"kickdesk-cli --auth "_s << QStringList{u"signature"_s, u"token"_s};
        QTest::addRow("%s: language", name.constData())
            << shell << u"kickdesk-cli --lang "_s << QStringList{u"en-US"_s, u"zh-CN"_s};
        QTest::addRow("%s: type", name.constData()) << shell << u"kickdesk-cli --sandbox kick --id-type e"_s
                                                    << QStringList{u"email"_s, u"external_id"_s};
        QTest::addRow("%s: environment", name.constData())
            << shell << u"kickdesk-cli profile add p --environment "_s
            << QStringList{u"production"_s, u"test"_s};
    }
}

void TestCompletions::wordsAreOffered()
{
    QFETCH(const QString, shell);
    QFETCH(const QString, line);
    QTEST(offered(shell, line), "words");
}

void TestCompletions::connectionsAreOffered_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QStringList>("names");
    // zsh and bash escape a name as it has to be typed; fish does so when it inserts one.
    const QString escaped = u"生产\\ \\\"A\\\"\\ b\\\\c"_s;
    QTest::newRow("bash") << u"bash"_s << QStringList{u"prod"_s, escaped};
    QTest::newRow("zsh") << u"zsh"_s << QStringList{u"prod"_s, escaped};
    QTest::newRow("fish") << u"fish"_s << QStringList{u"prod"_s, u"生产 \"A\" b\\c"_s};
}

void TestCompletions::connectionsAreOffered()
{
    QFETCH(const QString, shell);
    const QTemporaryDir data;
    for (const QString &name : {u"prod"_s, u"生产 \"A\" b\\c"_s}) {
        const ToolRun added = Tool::run(QStringLiteral(KICKDESK_CLI),
                                        {u"profile"_s, u"add"_s, name, u"--host"_s, u"https://a.example"_s,
                                         u"--key-id"_s, name == "prod"_L1 ? u"K1"_s : u"K2"_s},
                                        {u"KICKDESK_DATA_DIR="_s + data.path()});
        QCOMPARE(added.exitCode, 0);
    }
    QTEST(offered(shell, u"kickdesk-cli --profile "_s, data.path()), "names");
    QTEST(offered(shell, u"kickdesk-cli profile remove "_s, data.path()), "names");
}

QTEST_GUILESS_MAIN(TestCompletions)
#include "tst_completions.moc"
