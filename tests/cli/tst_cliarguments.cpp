// SPDX-License-Identifier: Apache-2.0
#include "cli/clirun.h"
#include "store/files/logfile.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString app = u"62188e71c1a2b3075289c580"_s;

bool hasChinese(const QByteArray &text)
{
    static const QRegularExpression chinese(u"\\p{Han}"_s);
    return QString::fromUtf8(text).contains(chinese);
}

/// What the program has logged in this test.
QByteArray logged()
{
    QFile file(LogFile().file());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCliArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void usageProblem_data();
    void usageProblem();

    void helpNamesEverything_data();
    void helpNamesEverything();
    void helpIsInTheLanguage();
    void versionIsPrinted();
    void flagsStandBeforeOrBehindTheCommand();
    void aUserMayBeNamedLikeACommand();
    void secretComesFromTheEnvironment();
    void secretIsNeverPrinted();
    void requestsAreLogged();
};

void TestCliArguments::init()
{
    qunsetenv("KICKDESK_SECRET");
    QFile::remove(LogFile().file());
}

void TestCliArguments::usageProblem_data()
{
    QTest::addColumn<QStringList>("arguments");
    // What the complaint must name in every language.
    QTest::addColumn<QString>("named");

    const QStringList at{u"--host"_s, u"http://127.0.0.1:1"_s, u"--key-id"_s, u"k"_s};
    const QString sandbox = u"--sandbox"_s;
    const QStringList kick{sandbox, u"kick"_s, u"6319a1504f3c0f214dd5b7aa"_s};
    const auto row = [](const char *name, const QStringList &arguments, const QString &named = {}) {
        QTest::newRow(name) << arguments << named;
    };

    row("nothing at all", {});
    row("no command", {sandbox});
    row("unknown command", {sandbox, u"logout"_s}, u"logout"_s);
    row("command of a later version", {u"bulk"_s, u"x"_s}, u"x"_s);
    row("unknown option", {sandbox, u"apps"_s, u"--frobnicate"_s}, u"--frobnicate"_s);
    row("a flag that would take a secret", {u"--secret"_s, u"s3cret"_s, u"apps"_s}, u"--secret"_s);
    row("one word too many", {sandbox, u"user"_s, u"a"_s, u"b"_s}, u"b"_s);
    row("value missing", {sandbox, u"search"_s, u"--limit"_s}, u"--limit"_s);
    row("option twice", {sandbox, u"--auth"_s, u"token"_s, u"--auth"_s, u"token"_s, u"apps"_s}, u"--auth"_s);

    row("no connection", {u"apps"_s}, u"--host"_s);
    row("two connections", at + QStringList{sandbox, u"apps"_s}, u"--sandbox"_s);
    row("profile of a later version", {u"--profile"_s, u"prod"_s, u"apps"_s}, u"prod"_s);
    row("host without key", {u"--host"_s, u"https://api.authing.cn"_s, u"apps"_s}, u"--key-id"_s);
    row("key without host", {u"--key-id"_s, u"k"_s, u"apps"_s}, u"--host"_s);
    row("no secret", at + QStringList{u"apps"_s});
    row("empty secret", at + QStringList{u"--secret-stdin"_s, u"apps"_s});
    row("plain http to another computer",
        {u"--host"_s, u"http://api.authing.cn"_s, u"--key-id"_s, u"k"_s, u"apps"_s}, u"api.authing.cn"_s);
    row("host with a path", {u"--host"_s, u"https://api.authing.cn/x"_s, u"--key-id"_s, u"k"_s, u"apps"_s});
    row("host with a user", {u"--host"_s, u"https://a@evil.example"_s, u"--key-id"_s, u"k"_s, u"apps"_s});
    row("auth", {sandbox, u"--auth"_s, u"basic"_s, u"apps"_s}, u"--auth"_s);
    row("language", {sandbox, u"--lang"_s, u"fr-FR"_s, u"apps"_s}, u"--lang"_s);
    row("timeout 0", {sandbox, u"--timeout"_s, u"0"_s, u"apps"_s}, u"--timeout"_s);
    row("timeout in words", {sandbox, u"--timeout"_s, u"long"_s, u"apps"_s}, u"--timeout"_s);

    row("limit 0", {sandbox, u"search"_s, u"--limit"_s, u"0"_s}, u"--limit"_s);
    row("limit below", {sandbox, u"search"_s, u"--limit"_s, u"-1"_s}, u"--limit"_s);
    row("limit in hexadecimal", {sandbox, u"search"_s, u"--limit"_s, u"0x10"_s}, u"--limit"_s);
    row("search blank", {sandbox, u"search"_s, u"  "_s});
    row("search empty", {sandbox, u"search"_s, QString(u""_s)});
    row("search wildcard", {sandbox, u"search"_s, u"%"_s});

    row("user without ID", {sandbox, u"user"_s}, u"ID"_s);
    row("user of unknown type", {sandbox, u"user"_s, u"x"_s, u"--id-type"_s, u"custom_field"_s},
        u"--id-type"_s);
    row("user blank", {sandbox, u"user"_s, u" "_s});
    row("user wildcard", {sandbox, u"user"_s, u"*"_s});
    row("user wildcard of any type", {sandbox, u"user"_s, u"a%"_s, u"--id-type"_s, u"auto"_s});
    row("user over-long", {sandbox, u"user"_s, QString(300, u'a'), u"--id-type"_s, u"username"_s});
    row("user with a control character", {sandbox, u"user"_s, u"a\u0007b"_s, u"--id-type"_s, u"username"_s});
    row("user ID with a space", {sandbox, u"user"_s, u"a b"_s});
    row("number that a spreadsheet cut", {sandbox, u"user"_s, u"1.38E+10"_s, u"--id-type"_s, u"phone"_s});

    row("kick without ID", {sandbox, u"kick"_s, u"--apps"_s, app}, u"ID"_s);
    row("kick nowhere", kick, u"--apps"_s);
    row("kick in two ways", kick + QStringList{u"--apps"_s, app, u"--everywhere"_s}, u"--apps"_s);
    row("kick online and everywhere", kick + QStringList{u"--online"_s, u"--everywhere"_s}, u"--online"_s);
    row("kick with a bad application ID", kick + QStringList{u"--apps"_s, u"a b"_s}, u"a b"_s);
    row("kick with a line feed in an application ID", kick + QStringList{u"--apps"_s, app + u'\n'});
    row("kick with an over-long application ID", kick + QStringList{u"--apps"_s, QString(65, u'a')});
    row("kick with an empty application ID", kick + QStringList{u"--apps"_s, app + u","_s});
    row("kick wildcard", {sandbox, u"kick"_s, u"%"_s, u"--apps"_s, app});
    row("kick blank", {sandbox, u"kick"_s, u" "_s, u"--apps"_s, app});
    row("kick empty", {sandbox, u"kick"_s, QString(u""_s), u"--apps"_s, app});
    row("verify below 0", kick + QStringList{u"--apps"_s, app, u"--verify"_s, u"-1"_s}, u"--verify"_s);
    row("verify in fractions", kick + QStringList{u"--apps"_s, app, u"--verify"_s, u"1.5"_s}, u"--verify"_s);

    row("sandbox at an impossible port", {u"sandbox"_s, u"--port"_s, u"70000"_s}, u"--port"_s);
    row("sandbox without users", {u"sandbox"_s, u"--users"_s, u"0"_s}, u"--users"_s);
    // Every name, whatever was wrong with the one that was given.
    const QString faults = Sandbox::faultNames().join(u", "_s);
    row("unknown fault", {u"sandbox"_s, u"--fault"_s, u"no-such-fault"_s}, faults);
    row("list of the faults", {u"sandbox"_s, u"--fault"_s, u"list"_s}, faults);
    row("fault without a name", {u"sandbox"_s, u"--fault"_s}, faults);
    row("fault with nothing but an endpoint", {u"sandbox"_s, u"--fault"_s, u"@kick-users"_s}, faults);
    row("fault that is a test set-up", {u"sandbox"_s, u"--fault"_s, u"keychain-none"_s});
    row("fault at an unknown endpoint", {u"sandbox"_s, u"--fault"_s, u"never@no-such-endpoint"_s});
    row("fault with a bad percentage", {u"sandbox"_s, u"--fault"_s, u"never:101"_s});
}

void TestCliArguments::usageProblem()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);

    const bool asksForLanguage = arguments.contains(u"--lang"_s);
    for (const QString &language : {u"en-US"_s, u"zh-CN"_s}) {
        const QStringList front = asksForLanguage ? QStringList() : QStringList{u"--lang"_s, language};
        const CliRun run = runCli(front + arguments);
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(run.out, QByteArray());
        QVERIFY2(run.err.contains(named.toUtf8()), run.err.constData());
        QVERIFY(run.err.trimmed().size() > 10);
        if (!asksForLanguage)
            QCOMPARE(hasChinese(run.err), language == "zh-CN"_L1);
    }
}

void TestCliArguments::helpNamesEverything_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QStringList>("words");

    QTest::newRow("program") << QStringList()
                             << QStringList{u"--profile"_s,      u"--host"_s,    u"--key-id"_s,
                                            u"--secret-stdin"_s, u"--auth"_s,    u"--pool-id"_s,
                                            u"--ca-file"_s,      u"--sandbox"_s, u"--lang"_s,
                                            u"--timeout"_s,      u"--json"_s,    u"KICKDESK_SECRET"_s,
                                            u"search"_s,         u"user"_s,      u"apps"_s,
                                            u"kick"_s,           u"sandbox"_s};
    QTest::newRow("search") << QStringList{u"search"_s} << QStringList{u"TEXT"_s, u"--limit"_s};
    QTest::newRow("user") << QStringList{u"user"_s}
                          << QStringList{u"ID"_s, u"--id-type"_s, u"sync_relation"_s, u"auto"_s};
    QTest::newRow("apps") << QStringList{u"apps"_s} << QStringList{u"apps"_s};
    QTest::newRow("kick") << QStringList{u"kick"_s}
                          << QStringList{u"ID"_s,           u"--apps"_s,    u"--online"_s,
                                         u"--everywhere"_s, u"--id-type"_s, u"--ticket"_s,
                                         u"--reason"_s,     u"--verify"_s,  u"--yes"_s};
    QTest::newRow("sandbox") << QStringList{u"sandbox"_s}
                             << QStringList{u"--port"_s, u"--users"_s, u"--apps"_s,  u"--latency"_s,
                                            u"--rate"_s, u"--tls"_s,   u"--fault"_s, u"--seed"_s};
}

void TestCliArguments::helpNamesEverything()
{
    QFETCH(QStringList, command);
    QFETCH(QStringList, words);

    for (const QString &language : {u"en-US"_s, u"zh-CN"_s}) {
        const CliRun run = runCli(QStringList{u"--lang"_s, language} + command + QStringList{u"--help"_s});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.err, QByteArray());
        for (const QString &word : words)
            QVERIFY2(run.out.contains(word.toUtf8()), qPrintable(word));
    }
}

void TestCliArguments::helpIsInTheLanguage()
{
    const CliRun english = runCli({u"--help"_s, u"--lang=en-US"_s});
    const CliRun chinese = runCli({u"--help"_s, u"--lang=zh-CN"_s});
    QVERIFY(!hasChinese(english.out));
    // Every line that explains something does so in Chinese.
    const QStringList lines = QString::fromUtf8(chinese.out).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 15);
    for (const QString &line : lines)
        QVERIFY2(hasChinese(line.toUtf8()) || line.trimmed().startsWith(u'-'), qPrintable(line));
}

void TestCliArguments::versionIsPrinted()
{
    const CliRun run = runCli({u"--version"_s});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.out, QByteArray("kickdesk-cli " KICKDESK_VERSION "\n"));
}

void TestCliArguments::flagsStandBeforeOrBehindTheCommand()
{
    const CliRun before = runCli({u"--sandbox"_s, u"--lang"_s, u"en-US"_s, u"--json"_s, u"apps"_s});
    const CliRun behind = runCli({u"apps"_s, u"--json"_s, u"--lang"_s, u"en-US"_s, u"--sandbox"_s});
    QCOMPARE(before.exitCode, 0);
    QCOMPARE(behind.exitCode, 0);
    QVERIFY(!before.out.isEmpty());
    QCOMPARE(before.out, behind.out);
}

void TestCliArguments::aUserMayBeNamedLikeACommand()
{
    const CliRun run = runCli({u"--sandbox"_s, u"user"_s, u"search"_s, u"--id-type"_s, u"username"_s});
    QCOMPARE(run.exitCode, 3);
    QVERIFY2(run.err.contains("user-not-found"), run.err.constData());
}

void TestCliArguments::secretComesFromTheEnvironment()
{
    CliPool pool;
    qputenv("KICKDESK_SECRET", pool.address().secret.reveal());
    const QStringList arguments{u"--host"_s, pool.address().host.toString(), u"--key-id"_s,
                                pool.address().keyId, u"apps"_s};
    QCOMPARE(runCli(arguments).exitCode, 0);
    QVERIFY(!qEnvironmentVariableIsSet("KICKDESK_SECRET"));
    qputenv("KICKDESK_SECRET", "wrong");
    QCOMPARE(runCli(arguments).exitCode, 5);
    qputenv("KICKDESK_SECRET", "wrong");
    // The standard input goes before the environment.
    const CliRun run =
        runCli(QStringList{u"--secret-stdin"_s} + arguments, pool.address().secret.reveal() + "\r\nx");
    QCOMPARE(run.exitCode, 0);
}

void TestCliArguments::secretIsNeverPrinted()
{
    const QByteArray secret = "0123456789abcdef-never-printed";
    CliPool pool;
    for (const QString &host : {pool.address().host.toString(), u"http://127.0.0.1:1"_s}) {
        for (const QString &auth : {u"token"_s, u"signature"_s}) {
            qputenv("KICKDESK_SECRET", secret);
            const CliRun run =
                runCli({u"--json"_s, u"--host"_s, host, u"--key-id"_s, u"k"_s, u"--auth"_s, auth, u"kick"_s,
                        u"6319a1504f3c0f214dd5b7aa"_s, u"--apps"_s, app, u"--yes"_s});
            QVERIFY(run.exitCode == 5 || run.exitCode == 6);
            QVERIFY(!run.out.contains(secret) && !run.err.contains(secret));
        }
    }
    QVERIFY(!logged().isEmpty() && !logged().contains(secret));
}

void TestCliArguments::requestsAreLogged()
{
    CliPool pool;
    QCOMPARE(pool.run({u"apps"_s}).exitCode, 0);
    const QByteArray lines = logged();
    QCOMPARE(lines.count('\n'), pool.sandbox().requests().size());
    QVERIFY2(lines.contains(" /api/v3/list-application-simple-info attempt=1 status=200 "),
             lines.constData());
    QVERIFY(!lines.contains(pool.address().secret.reveal()) &&
            !lines.contains(pool.address().keyId.toUtf8()));
}

QTEST_GUILESS_MAIN(TestCliArguments)
#include "tst_cliarguments.moc"
