// SPDX-License-Identifier: Apache-2.0
#include "linux/clihelp.h"
#include "linux/tool.h"

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

QString folder()
{
    return QStringLiteral(KICKDESK_BINARY_DIR "/installer/linux/man/");
}

/// The page as it is installed, with every escaped dash as a dash.
QString page(const QString &file)
{
    QFile device(folder() + file);
    if (!device.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(device.readAll()).replace(u"\\-"_s, u"-"_s);
}

/// The text of each .SS by its title; what stands before the first is not there.
QHash<QString, QString> sections(const QString &text)
{
    QHash<QString, QString> result;
    const QStringList parts =
        text.split(QRegularExpression(u"^(?=\\.S[SH] )"_s, QRegularExpression::MultilineOption));
    for (const QString &part : parts) {
        if (part.startsWith(".SS "_L1))
            result.insert(part.section(u'\n', 0, 0).mid(4), part.section(u'\n', 1));
    }
    return result;
}

/// The options in the tags of a list.
QStringList taggedOptions(const QString &text)
{
    static const QRegularExpression tag(u"^\\.TP\\n(.*)$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression option(u"--[a-z-]+"_s);
    QStringList result;
    for (auto tags = tag.globalMatch(text); tags.hasNext();) {
        for (auto options = option.globalMatch(tags.next().captured(1)); options.hasNext();)
            result << options.next().captured();
    }
    return result;
}

QStringList sorted(QStringList list)
{
    std::ranges::sort(list);
    return list;
}

/// The variables of the environment that the source reads.
QStringList variables()
{
    static const QRegularExpression reading(
        u"(?:qEnvironmentVariable|takeSecret)\\(\"(KICKDESK_[A-Z_]+)\"\\)"_s);
    QStringList result;
    for (QDirIterator files(QStringLiteral(KICKDESK_SOURCE_DIR "/src"), {u"*.cpp"_s}, QDir::Files,
                            QDirIterator::Subdirectories);
         files.hasNext();) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll());
        for (auto found = reading.globalMatch(text); found.hasNext();)
            result << found.next().captured(1);
    }
    return result;
}

} // namespace

/// The manual pages say all that the programs' help says, in both languages.
class TestManPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionsAreThoseOfTheHelp_data();
    void optionsAreThoseOfTheHelp();
    void choicesAreNamed_data() { addPages(); }
    void choicesAreNamed();
    void connectionAndOutputAreDescribed_data() { addPages(); }
    void connectionAndOutputAreDescribed();
    void windowOptionsAreThoseOfItsHelp_data();
    void windowOptionsAreThoseOfItsHelp();
    void exitCodesAreDescribed_data() { addPages(); }
    void exitCodesAreDescribed();
    void environmentIsDescribed_data() { addPages(); }
    void environmentIsDescribed();
    void pageIsClean_data();
    void pageIsClean();

private:
    static void addPages();
};

void TestManPages::addPages()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("English") << u"kickdesk-cli.1"_s;
    QTest::newRow("Chinese") << u"zh_CN/kickdesk-cli.1"_s;
}

void TestManPages::optionsAreThoseOfTheHelp_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("options");
    const QList<HelpedCommand> commands = CliHelp::all();
    QVERIFY(commands.size() > 10);
    for (const QString &file : {u"kickdesk-cli.1"_s, u"zh_CN/kickdesk-cli.1"_s}) {
        for (const HelpedCommand &command : commands) {
            // A group that only holds commands has no options to tell of, and may have no section of its own.
            const bool isGroup = !command.commands.isEmpty() && command.options.isEmpty();
            if (!command.name.isEmpty() && !isGroup)
                QTest::addRow("%s: %s", qPrintable(file), qPrintable(command.name))
                    << file << command.name << command.options;
        }
    }
}

void TestManPages::optionsAreThoseOfTheHelp()
{
    QFETCH(const QString, file);
    QFETCH(const QString, command);
    QFETCH(const QStringList, options);
    const QHash<QString, QString> described = sections(page(file));
    QVERIFY2(described.contains(command), "the command has no section");
    QCOMPARE(sorted(taggedOptions(described.value(command))), sorted(options));
}

void TestManPages::choicesAreNamed()
{
    QFETCH(const QString, file);
    const QString text = page(file);
    const QList<HelpedCommand> commands = CliHelp::all();
    for (const HelpedCommand &command : commands) {
        for (const QString &word : command.choices)
            QVERIFY2(text.contains(word), qPrintable(word));
    }
}

void TestManPages::connectionAndOutputAreDescribed()
{
    QFETCH(const QString, file);
    const QString text = page(file);
    const QStringList tagged = taggedOptions(text.left(text.indexOf("\n.SS search\n"_L1)));
    QCOMPARE(sorted(tagged),
             sorted(CliHelp::all().constFirst().options + QStringList{u"--help"_s, u"--version"_s}));
}

void TestManPages::windowOptionsAreThoseOfItsHelp_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("English") << u"kickdesk.1"_s;
    QTest::newRow("Chinese") << u"zh_CN/kickdesk.1"_s;
}

void TestManPages::windowOptionsAreThoseOfItsHelp()
{
    QFETCH(const QString, file);
    const ToolRun help = Tool::run(QStringLiteral(KICKDESK_WINDOW), {u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    static const QRegularExpression option(u"^  (?:-\\w, )?(--[a-z-]+)"_s,
                                           QRegularExpression::MultilineOption);
    QStringList options;
    for (auto found = option.globalMatch(QString::fromUtf8(help.out)); found.hasNext();)
        options << found.next().captured(1);
    QVERIFY(options.size() > 3);
    QCOMPARE(sorted(taggedOptions(page(file))), sorted(options));
}

void TestManPages::exitCodesAreDescribed()
{
    QFETCH(const QString, file);
    const QString text = page(file);
    for (const char *code : {"0", "1", "2", "3", "4", "5", "6", "7"})
        QVERIFY2(text.contains(u"\n.TP\n.B %1\n"_s.arg(QLatin1StringView(code))), code);
    QVERIFY(text.contains("130"_L1) && text.contains("143"_L1));
}

void TestManPages::environmentIsDescribed()
{
    QFETCH(const QString, file);
    const QString text = page(file);
    const QStringList names = variables();
    QVERIFY(names.size() > 2);
    for (const QString &name : names)
        QVERIFY2(text.contains(u"\n.TP\n.B %1\n"_s.arg(name)), qPrintable(name));
}

void TestManPages::pageIsClean_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("level");
    for (const QString &file : {u"kickdesk.1"_s, u"kickdesk-cli.1"_s}) {
        QTest::addRow("%s", qPrintable(file)) << file << u"style"_s;
        // mandoc counts each Chinese character as eight when it complains about long lines.
        QTest::addRow("zh_CN/%s", qPrintable(file)) << u"zh_CN/"_s + file << u"warning"_s;
    }
}

void TestManPages::pageIsClean()
{
    QFETCH(const QString, file);
    QFETCH(const QString, level);
    const ToolRun lint = Tool::run(u"mandoc"_s, {u"-T"_s, u"lint"_s, u"-W"_s, level, folder() + file});
    QVERIFY2(lint.isClean(), lint.report().constData());
    const ToolRun shown =
        Tool::run(u"man"_s, {u"--warnings"_s, u"-E"_s, u"UTF-8"_s, u"-l"_s, folder() + file},
                  {u"MANWIDTH=80"_s, u"MANPAGER=cat"_s});
    QVERIFY2(shown.exitCode == 0 && shown.err.isEmpty(), shown.err.constData());
    QVERIFY(!shown.out.isEmpty());
}

QTEST_GUILESS_MAIN(TestManPages)
#include "tst_manpages.moc"
