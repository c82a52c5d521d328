// SPDX-License-Identifier: Apache-2.0
#include "cli/io/exitcode.h"
#include "cli/io/jsonlines.h"
#include "cli/io/kickreport.h"
#include "cli/io/output.h"
#include "cli/io/texttable.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestCliText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void widthIsThatOfATerminal_data();
    void widthIsThatOfATerminal();
    void columnsAreAligned();
    void stateAfterIsShownOnceSomethingWasSent();
    void namesAreShownWhereTheyAreKnown();
    void jsonIsOneHarmlessLine_data();
    void jsonIsOneHarmlessLine();
    void absentMembersStayAbsent();
    void timesAreUtc();
    void readErrorsHaveTheirExitCode_data();
    void readErrorsHaveTheirExitCode();
    void errorsNameCodeAndRequest();
    void serverTextCannotSteerTheTerminal();
    void notesCannotSteerTheTerminal_data();
    void notesCannotSteerTheTerminal();
    void progressIsOneLineWithoutEscapes();
    void progressIsForPeopleOnly();
    void unwritableOutputIsNoticed();
};

void TestCliText::widthIsThatOfATerminal_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("width");

    QTest::newRow("empty") << QString() << qsizetype{0};
    QTest::newRow("latin") << u"abc"_s << qsizetype{3};
    QTest::newRow("chinese") << u"张三"_s << qsizetype{4};
    QTest::newRow("mixed") << u"OA 门户"_s << qsizetype{7};
    QTest::newRow("full-width digits") << u"１２"_s << qsizetype{4};
    QTest::newRow("combining mark") << u"e\u0301"_s << qsizetype{1};
    QTest::newRow("rare character of two units") << u"𠮷"_s << qsizetype{2};
    QTest::newRow("hangul") << u"한국"_s << qsizetype{4};
}

void TestCliText::widthIsThatOfATerminal()
{
    QFETCH(QString, text);
    QTEST(TextTable::width(text), "width");
}

void TestCliText::columnsAreAligned()
{
    TextTable table({u"Name"_s, u"ID"_s});
    table.add({u"张三"_s, u"1"_s});
    table.add({u"Al"_s, u"22"_s});
    QCOMPARE(table.text(), u"Name  ID\n张三  1\nAl    22"_s);
    QCOMPARE(table.text(u"  "_s), u"  Name  ID\n  张三  1\n  Al    22"_s);
}

void TestCliText::stateAfterIsShownOnceSomethingWasSent()
{
    const QStringList appIds{u"a1"_s};
    KickReport report(
        ListItem{
            .item = {.target = {.identifier = u"u1"_s, .appIds = appIds, .before = {SessionState::Online}}}},
        {.outcome = KickOutcome::Planned});
    QVERIFY(report.text().contains(u"Before"_s));
    QVERIFY(!report.text().contains(u"After"_s));
    QVERIFY(!report.text().contains(KickReport::stateLabel(SessionState::Unknown)));
    report.take({.outcome = KickOutcome::Accepted,
                 .apps = {{.appId = u"a1"_s, .before = SessionState::Online}},
                 .attempts = 1});
    QVERIFY(report.text().contains(u"After"_s));
    QVERIFY(report.text().contains(KickReport::stateLabel(SessionState::Unknown)));
    // After a refusal the program has checked nothing.
    report.take({.outcome = KickOutcome::Rejected,
                 .apps = {{.appId = u"a1"_s, .before = SessionState::Online}},
                 .attempts = 1});
    QVERIFY2(!report.text().contains(u"After"_s), qPrintable(report.text()));
}

void TestCliText::namesAreShownWhereTheyAreKnown()
{
    KickReport report({.id = u"u1"_s, .appIds = {u"a1"_s}});
    QVERIFY(!report.text().contains(u"Name"_s));
    report.applications.first().appName = ServerText(u"OA"_s);
    QVERIFY(report.text().contains(u"Name"_s));
    QVERIFY(report.text().contains(u"OA"_s));
}

void TestCliText::jsonIsOneHarmlessLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("written");

    QTest::newRow("chinese") << u"操作成功"_s << QByteArray("操作成功");
    QTest::newRow("line feed") << u"a\nb"_s << QByteArray("a\\nb");
    QTest::newRow("escape") << u"\u001b[31m"_s << QByteArray("\\u001b[31m");
    QTest::newRow("delete") << u"a\u007fb"_s << QByteArray("a\\u007fb");
    QTest::newRow("C1 control") << u"\u009b31m"_s << QByteArray("\\u009b31m");
    QTest::newRow("line separator") << u"a\u2028b"_s << QByteArray("a\\u2028b");
    QTest::newRow("direction mark") << u"a\u202eb"_s << QByteArray("a\\u202eb");
    QTest::newRow("tag") << u"a\U000E0041b"_s << QByteArray("a\\udb40\\udc41b");
    QTest::newRow("control of musical notation") << u"\U0001D173"_s << QByteArray("\\ud834\\udd73");
    QTest::newRow("variation selector") << u"1\uFE0F"_s << QByteArray("1\\ufe0f");
    QTest::newRow("blank letter") << u"a\u3164"_s << QByteArray("a\\u3164");
    QTest::newRow("zero width") << u"a\u200Bb"_s << QByteArray("a\\u200bb");
    QTest::newRow("rare character of two units") << u"𠮷"_s << QByteArray("𠮷");
    QTest::newRow("quote and backslash") << u"\"\\"_s << QByteArray("\\\"\\\\");
    QTest::newRow("emoji") << u"😀"_s << QByteArray("😀");
}

void TestCliText::jsonIsOneHarmlessLine()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, written);

    const QByteArray line = JsonLines::line(QJsonObject{{u"x"_s, text}});
    QCOMPARE(line, QByteArray("{\"x\":\"" + written + "\"}\n"));
    QCOMPARE(QJsonDocument::fromJson(line).object().value("x"_L1).toString(), text);
}

void TestCliText::absentMembersStayAbsent()
{
    const QJsonObject object = JsonLines::object(User{.userId = u"u1"_s, .name = ServerText(u"张三"_s)});
    QCOMPARE(object, (QJsonObject{{u"userId"_s, u"u1"_s}, {u"name"_s, u"张三"_s}}));
    QCOMPARE(JsonLines::object(Application{.appId = u"a1"_s}), (QJsonObject{{u"appId"_s, u"a1"_s}}));
}

void TestCliText::timesAreUtc()
{
    const QDateTime time(QDate(2026, 11, 23), QTime(11, 20, 30), Qt::OffsetFromUTC, 8 * 3600);
    const QJsonObject object = JsonLines::object(User{.userId = u"u1"_s, .lastLogin = time});
    QCOMPARE(object.value("lastLogin"_L1).toString(), u"2026-11-23T03:20:30.000Z"_s);
}

void TestCliText::readErrorsHaveTheirExitCode_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<ExitCode>("exitCode");

    const auto row = [](ErrorKind kind, ErrorCode code, ExitCode exitCode) {
        QTest::newRow(qPrintable(errorCodeName(code))) << Error{.kind = kind, .code = code} << exitCode;
    };
    row(ErrorKind::NotSent, ErrorCode::MissingSecret, ExitCode::Usage);
    row(ErrorKind::NotSent, ErrorCode::InsecureHost, ExitCode::Usage);
    row(ErrorKind::NotSent, ErrorCode::ConnectionRefused, ExitCode::Unreachable);
    row(ErrorKind::NotSent, ErrorCode::TlsFailed, ExitCode::Unreachable);
    row(ErrorKind::Halted, ErrorCode::PoolMismatch, ExitCode::Halted);
    row(ErrorKind::Halted, ErrorCode::CredentialsRejected, ExitCode::Halted);
    row(ErrorKind::Rejected, ErrorCode::Forbidden, ExitCode::Halted);
    row(ErrorKind::Rejected, ErrorCode::UserNotFound, ExitCode::Incomplete);
    row(ErrorKind::RetryLater, ErrorCode::RateLimited, ExitCode::Incomplete);
    row(ErrorKind::Ambiguous, ErrorCode::Deadline, ExitCode::Unknown);
}

void TestCliText::readErrorsHaveTheirExitCode()
{
    QFETCH(Error, error);
    QTEST(ExitCodes::of(error), "exitCode");
}

void TestCliText::errorsNameCodeAndRequest()
{
    QByteArray err;
    QBuffer buffer(&err);
    buffer.open(QIODevice::WriteOnly);
    Output output({.in = nullptr, .out = nullptr, .err = &buffer});
    output.error({.kind = ErrorKind::Rejected,
                  .code = ErrorCode::Refused,
                  .reply = {.httpStatus = 200,
                            .statusCode = 422,
                            .apiCode = 4004,
                            .message = ServerText(u"不行"_s),
                            .requestId = u"r-1"_s}});
    for (const char *fact :
         {"refused", "HTTP 200", "statusCode 422", "apiCode 4004", "不行", "requestId r-1"})
        QVERIFY2(err.contains(fact), err.constData());
}

void TestCliText::serverTextCannotSteerTheTerminal()
{
    QByteArray err;
    QBuffer buffer(&err);
    buffer.open(QIODevice::WriteOnly);
    Output output({.in = nullptr, .out = nullptr, .err = &buffer});
    output.error({.kind = ErrorKind::Rejected,
                  .code = ErrorCode::Refused,
                  .reply = {.statusCode = 422,
                            .message = ServerText(u"\u001b]0;x\u0007"_s),
                            .requestId = u"\u001b[2J"_s}});
    QVERIFY(!err.contains('\x1b'));
    QVERIFY(err.contains("[U+001B]"));
}

void TestCliText::notesCannotSteerTheTerminal_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("escape") << u"\u001b]0;x\u0007"_s << QByteArray("[U+001B]]0;x[U+0007]\n");
    QTest::newRow("C1 control") << u"\u009b2J"_s << QByteArray("[U+009B]2J\n");
    QTest::newRow("direction mark") << u"a\u202eb"_s << QByteArray("a[U+202E]b\n");
    QTest::newRow("tag") << u"a\U000E0041b"_s << QByteArray("a[U+E0041]b\n");
    QTest::newRow("carriage return") << u"good\rbad"_s << QByteArray("good bad\n");
    QTest::newRow("lines of our own") << u"one\ntwo"_s << QByteArray("one\ntwo\n");
}

void TestCliText::notesCannotSteerTheTerminal()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, written);
    QBuffer err;
    QVERIFY(err.open(QIODevice::WriteOnly));
    Output output({.in = nullptr, .out = nullptr, .err = &err});
    output.note(text);
    QCOMPARE(err.data(), written);
}

void TestCliText::progressIsOneLineWithoutEscapes()
{
    QByteArray err;
    QBuffer buffer(&err);
    buffer.open(QIODevice::WriteOnly);
    Output output({.out = nullptr, .err = &buffer, .isErrTerminal = true});
    output.progress(u"已处理 10"_s);
    output.progress(u"完 1"_s);
    // Nine columns had the first, four the second.
    QCOMPARE(err, QByteArray("\r已处理 10\r完 1     "));
    err.clear();
    buffer.reset();
    output.note(u"x"_s);
    QCOMPARE(err, QByteArray("\r    \rx\n"));
    err.clear();
    buffer.reset();
    output.note(u"y"_s);
    QCOMPARE(err, QByteArray("y\n"));
}

void TestCliText::progressIsForPeopleOnly()
{
    QByteArray err;
    QBuffer buffer(&err);
    buffer.open(QIODevice::WriteOnly);
    Output output({.out = nullptr, .err = &buffer});
    output.progress(u"1"_s);
    QCOMPARE(err, QByteArray());
}

void TestCliText::unwritableOutputIsNoticed()
{
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        QSKIP("this system has no /dev/full");
    Output output({.in = nullptr, .out = &full, .err = nullptr});
    QVERIFY(!output.hasFailed());
    output.text(u"lost"_s);
    QVERIFY(output.hasFailed());
}

QTEST_GUILESS_MAIN(TestCliText)
#include "tst_clitext.moc"
