// SPDX-License-Identifier: Apache-2.0
#include "core/list/listdraft.h"
#include "core/list/listrefusal.h"
#include "core/workbook/workbook.h"
#include "support/madeworkbook.h"
#include "support/processtimer.h"

#include <QTemporaryDir>
#include <QTest>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace Qt::Literals::StringLiterals;
using namespace MadeWorkbooks;

namespace {

QStringList cells(const ListTable &table, qsizetype row)
{
    QStringList result;
    for (qsizetype column = 0; column < table.cellCount(row); ++column)
        result << table.cell(row, column).verbatim();
    return result;
}

/// What a cell of the format @p code with the number @p value shows.
QString shown(const QByteArray &code, const QByteArray &value, bool isFrom1904 = false)
{
    const QByteArray styles = "<numFmts><numFmt numFmtId=\"200\" formatCode=\"" + code +
                              "\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/></cellXfs>";
    const QByteArray bytes = archive(workbookParts(
        {{"name=\"a\"", rows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>" + value + "</v></c></row>")}}, styles, {},
        isFrom1904 ? "<workbookPr date1904=\"1\"/>" : ""));
    const auto workbook = Workbook::open(bytes);
    const auto sheet = workbook.value()->read(0);
    return sheet ? sheet->table.cell(0, 0).verbatim() : QString();
}

std::optional<ListProblem> problemOf(const QByteArray &bytes)
{
    const auto workbook = Workbook::open(bytes);
    if (!workbook)
        return ListRefusals::problem(workbook.error());
    const auto sheet = (*workbook)->read(0);
    return sheet ? std::nullopt : ListRefusals::problem(sheet.error());
}

// Sanitizers keep what has been freed.
#if defined(Q_OS_LINUX) && !defined(KICKDESK_SANITIZED)
#define KICKDESK_MEMORY_IS_MEASURED
#endif

#ifdef KICKDESK_MEMORY_IS_MEASURED
/// What the kernel says of the memory of this process, in KiB; -1 when it says nothing.
qint64 memory(const QByteArray &name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).chopped(2).trimmed().toLongLong();
    }
    return -1;
}

/// Begins VmHWM anew, without what the tests before left in the pools. Where the kernel does not allow it,
/// the bound holds for these tests, too.
void forgetHighestMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        file.write("5");
}
#endif

} // namespace

/// Excel workbooks: what their cells show, and what is refused.
class TestWorkbook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writersGiveTheSameUsers_data();
    void writersGiveTheSameUsers();
    void cellsAreAsTheyAreShown();
    void numbersAreAsTheyAreShown_data();
    void numbersAreAsTheyAreShown();
    void sheetIsChosen();
    void hiddenRowsAndColumnsAreCounted();
    void archiveIsRefused_data();
    void archiveIsRefused();
    void bombIsRefused();
    void longWorkbookIsReadInTime();
};

void TestWorkbook::writersGiveTheSameUsers_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<IdType>("type");
    for (const char *writer : {"openpyxl", "excelwriter", "libreoffice"}) {
        const QString file = QString::fromLatin1(writer) + u".xlsx"_s;
        QTest::addRow("%s, addresses", writer) << file << IdType::Email;
        QTest::addRow("%s, phones", writer) << file << IdType::Phone;
    }
}

void TestWorkbook::writersGiveTheSameUsers()
{
    QFETCH(const QString, file);
    QFETCH(const IdType, type);
    const ListDraft draft = ListDrafts::ofFile(
        QStringLiteral(KICKDESK_SOURCE_DIR "/tests/fixtures/workbooks/") + file, {.idType = type});
    QVERIFY2(!draft.error, draft.error ? qPrintable(errorText(*draft.error)) : "");
    QCOMPARE(draft.list.rows.size(), 200);
    QCOMPARE(draft.sum, (ListSum{.lines = 201, .users = 200, .headings = 1}));
    for (int user = 0; user < 200; ++user) {
        const QString expected = type == IdType::Email
                                     ? u"user%1@example.com"_s.arg(user, 3, 10, QLatin1Char('0'))
                                     : QString::number(13'800'138'000 + user);
        QCOMPARE(draft.list.rows.at(user).value, expected);
    }
}

void TestWorkbook::cellsAreAsTheyAreShown()
{
    const QByteArray strings =
        "<si><t>shared</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t>"
        "</rPh></si><si><t>line_x000A_end</t></si>";
    const QByteArray content = rows(
        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>"
        "<row><c t=\"inlineStr\"><is><t>in</t></is></c><c t=\"str\"><f>A1</f><v>cached</v></c><c t=\"b\"><v>1</v></c>"
        "<c t=\"s\"><v>99</v></c><c t=\"e\"><v>#N/A</v></c><c><v>12.5</v></c></row>");
    const auto workbook = Workbook::open(archive(workbookParts({{"name=\"a\"", content}}, {}, strings)));
    QVERIFY(workbook);
    const auto sheet = (*workbook)->read(0);
    QVERIFY(sheet);
    QVERIFY(sheet->table.isBlank(0));
    QCOMPARE(cells(sheet->table, 1), QStringList({u"shared"_s, {}, u"rich"_s, u"line\nend"_s}));
    QCOMPARE(cells(sheet->table, 2),
             QStringList({u"in"_s, u"cached"_s, u"TRUE"_s, {}, u"#N/A"_s, u"12.5"_s}));
}

void TestWorkbook::numbersAreAsTheyAreShown_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *code, const char *value, const QString &text) {
        QTest::addRow("%s of %s", code, value) << QByteArray(code) << QByteArray(value) << text;
    };
    row("General", "13800138000", u"13800138000"_s);
    row("General", "1.3800138E10", u"13800138000"_s);
    row("0.00E+00", "13800138000", u"13800138000"_s);
    row("0.00", "13800138000", u"13800138000"_s);
    row("#,##0", "13800138000", u"13800138000"_s);
    row("00000", "123", u"00123"_s);
    row("&quot;E&quot;000000", "123", u"E000123"_s);
    row("\\E000000", "100123", u"E100123"_s);
    row("000-0000-0000", "13800138000", u"138-0013-8000"_s);
    row("[$-804]0;[Red]-0", "42", u"42"_s);
    row("0_);(0)", "-42", u"-42"_s);
    row("General", "440301199001011234", u"4.40301199001011E+17"_s);
    row("0", "440301199001011234", u"4.40301199001011E+17"_s);
    row("yyyy-mm-dd", "46356", u"2026-11-30"_s);
    row("m&quot;月&quot;d&quot;日&quot;", "46356", u"2026-11-30"_s);
    row("yyyy/m/d h:mm", "46356.5", u"2026-11-30 12:00:00"_s);
    row("h:mm", "0.75", u"18:00:00"_s);
    row("General", "text", u"text"_s);
}

void TestWorkbook::numbersAreAsTheyAreShown()
{
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, value);
    QFETCH(const QString, text);
    QCOMPARE(shown(code, value), text);
    if (text == "2026-11-30"_L1)
        QCOMPARE(shown(code, value, true), u"2030-12-01"_s);
}

void TestWorkbook::sheetIsChosen()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"book.xlsx"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray users = rows("<row><c t=\"inlineStr\"><is><t>a@x.example</t></is></c></row>");
    file.write(archive(workbookParts({{"name=\"empty\"", rows({})},
                                      {"name=\"hidden\" state=\"hidden\"", users},
                                      {"name=\"first &amp; shown\"", users},
                                      {"name=\"second\"", users}})));
    file.close();
    const ListDraft first = ListDrafts::ofFile(file.fileName());
    QCOMPARE(first.sheets, QStringList({u"empty"_s, u"first & shown"_s, u"second"_s}));
    QCOMPARE(first.sheet, u"first & shown"_s);
    QCOMPARE(ListDrafts::ofSheet(first, u"second"_s).sheet, u"second"_s);
    QCOMPARE(ListRefusals::problem(*ListDrafts::ofFile(file.fileName(), {.isSheetAsked = true}).error),
             ListProblem::SeveralSheets);
    QCOMPARE(ListRefusals::problem(*ListDrafts::ofFile(file.fileName(), {.sheet = u"hidden"_s}).error),
             ListProblem::SheetMissing);
    QCOMPARE(ListDrafts::ofFile(file.fileName(), {.sheet = u"empty"_s}).error->code, ErrorCode::ListEmpty);
}

void TestWorkbook::hiddenRowsAndColumnsAreCounted()
{
    const QByteArray content = "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>" +
                               rows("<row><c><v>1</v></c><c><v>2</v></c></row>"
                                    "<row hidden=\"1\"><c><v>1</v></c></row><row hidden=\"true\"/>");
    const auto workbook = Workbook::open(archive(workbookParts({{"name=\"a\"", content}})));
    const auto sheet = workbook.value()->read(0);
    QVERIFY(sheet);
    QCOMPARE(sheet->hiddenRows, 1);
    QCOMPARE(sheet->hiddenColumns, 1);
}

void TestWorkbook::archiveIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ListProblem>("problem");
    const auto row = [](const QByteArray &name, const QByteArray &bytes, ListProblem problem) {
        QTest::newRow(name.constData()) << bytes << problem;
    };
    using enum ListProblem;
    const QList<Part> good = workbookParts({{"name=\"a\"", rows("<row><c><v>1</v></c></row>")}});
    const QByteArray whole = archive(good);
    row("truncated", whole.first(whole.size() - 40), Damaged);
    row("half", whole.first(whole.size() / 2), Damaged);
    row("password", archive(good, "secret"), PasswordProtected);
    row("absolute path", archive(good + QList<Part>{{"/etc/passwd", "x"}}), Damaged);
    row("path that leads out", archive(good + QList<Part>{{"xl/../../x", "x"}}), Damaged);
    row("OpenDocument",
        archive({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}}),
        OpenDocument);
    row("OpenDocument text", archive({{"mimetype", "application/vnd.oasis.opendocument.text"}}), Document);
    row("Numbers", archive({{"Index/Document.iwa", "x"}}), Numbers);
    row("text document",
        archive({{"_rels/.rels", "<Relationships>" + relation("d", "officeDocument", "word/document.xml") +
                                     "</Relationships>"}}),
        Document);
    row("binary workbook",
        archive({{"_rels/.rels", "<Relationships>" + relation("d", "officeDocument", "xl/workbook.bin") +
                                     "</Relationships>"}}),
        BinaryWorkbook);
    row("other archive", archive({{"list.csv", "a@x.example"}}), OtherArchive);
    row("no sheet", archive(workbookParts({})), Damaged);
    row("broken XML", archive(workbookParts({{"name=\"a\"", "<sheetData><row>"}})), Damaged);
    row("rows out of order", archive(workbookParts({{"name=\"a\"", rows("<row r=\"2\"/><row r=\"1\"/>")}})),
        Damaged);
    row("cells out of order",
        archive(workbookParts({{"name=\"a\"", rows("<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"/></row>")}})),
        Damaged);
    // In whichever part they are declared.
    for (qsizetype at = 0; at < good.size(); ++at) {
        QList<Part> entities = good;
        Part &part = entities[at];
        const qsizetype root = part.content.indexOf('<', part.content.startsWith("<?xml") ? 1 : 0);
        part.content.insert(
            root, "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>");
        row("entities in " + part.name, archive(entities), Damaged);
    }
    row("drive of Windows", archive(good + QList<Part>{{"C:/x", "x"}}), Damaged);
    for (const qsizetype sheets : {1'001, 10'000}) {
        row(QByteArray::number(sheets) + " sheets",
            archive(workbookParts(QList<SheetPart>(sheets, {"name=\"a\"", rows({})}))), TooManySheets);
    }
}

void TestWorkbook::archiveIsRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const ListProblem, problem);
    QCOMPARE(problemOf(bytes), std::optional(problem));
    QVERIFY(!ListProblems::text(problem).isEmpty());
}

/// A part that grows a thousand times, and one that grows beyond every bound by parts that do not.
void TestWorkbook::bombIsRefused()
{
    const QByteArray blanks(qsizetype{32} * 1024 * 1024, ' ');
    QCOMPARE(problemOf(archive(workbookParts({{"name=\"a\"", blanks}}))),
             std::optional(ListProblem::Oversized));
    QList<Part> parts = workbookParts({{"name=\"a\"", rows("<row><c><v>1</v></c></row>")}});
    for (Part &part : parts) {
        if (part.name == "xl/sharedStrings.xml")
            part.content =
                "<sst>" + QByteArray("<si><t>some text of a cell</t></si>").repeated(7'000'000) + "</sst>";
    }
    QCOMPARE(problemOf(archive(parts)), std::optional(ListProblem::Oversized));
}

void TestWorkbook::longWorkbookIsReadInTime()
{
    constexpr int users = 100'000;
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"book.xlsx"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(longList(users));
    file.close();
    ProcessTimer timer;
    timer.start();
#ifdef KICKDESK_MEMORY_IS_MEASURED
    forgetHighestMemory();
#endif
    const ListDraft draft = ListDrafts::ofFile(file.fileName(), {.idType = IdType::Email});
#ifdef KICKDESK_MEMORY_IS_MEASURED
    constexpr qint64 mostKibibytes = qint64{150} * 1024;
    const qint64 needed = memory("VmHWM");
    qInfo("%lld KiB, %lld ms", static_cast<long long>(needed), static_cast<long long>(timer.elapsed()));
    QVERIFY2(needed > 0 && needed < mostKibibytes, qPrintable(QString::number(needed)));
#endif
    QVERIFY(!draft.error);
    QCOMPARE(draft.sum.users, users);
    constexpr qint64 milliseconds = 5'000;
    // Without optimisation and with sanitizers it takes longer.
#if defined(__OPTIMIZE__) && !defined(KICKDESK_SANITIZED)
    QVERIFY2(timer.elapsed() < milliseconds, qPrintable(QString::number(timer.elapsed())));
#else
    QVERIFY2(timer.elapsed() < 10 * milliseconds, qPrintable(QString::number(timer.elapsed())));
#endif
}

QTEST_GUILESS_MAIN(TestWorkbook)
#include "tst_workbook.moc"
