// SPDX-License-Identifier: Apache-2.0
#include "core/list/idlist.h"
#include "core/list/listdelimiter.h"
#include "core/list/listdraft.h"
#include "core/values/listproblem.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

ListDraft draftOf(const QString &file)
{
    return ListDrafts::ofFile(QStringLiteral(KICKDESK_SOURCE_DIR "/tests/fixtures/lists/") + file);
}

Result<ListTable> tableOf(const QByteArray &utf8)
{
    return ListDelimiters::cut({.utf8 = utf8}, ListDelimiters::guess({.utf8 = utf8}));
}

/// The first cells of @p row, for a message that shows what was read.
QStringList cells(const ListTable &table, qsizetype row)
{
    QStringList result;
    for (qsizetype column = 0; column < table.cellCount(row); ++column)
        result << table.cell(row, column).verbatim();
    return result;
}

QStringList values(const IdList &list)
{
    QStringList result;
    for (const IdListRow &row : list.rows)
        result << row.value;
    return result;
}

qsizetype faultCount(const IdList &list, IdFault fault)
{
    return std::ranges::count(list.rows, std::optional(fault), &IdListRow::fault);
}

QByteArray lines(qsizetype count)
{
    QByteArray result;
    for (qsizetype at = 0; at < count; ++at)
        result += QByteArray::number(10'000'000 + at) + '\n';
    return result;
}

} // namespace

/// Files as spreadsheets and people make them, and what is read of them.
class TestIdList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileIsUnderstood_data();
    void fileIsUnderstood();
    void fileIsRefused_data();
    void fileIsRefused();
    void faultsHaveTheirRows_data();
    void faultsHaveTheirRows();
    void columnAndTypeAreGuessed_data();
    void columnAndTypeAreGuessed();
    void typeIsGuessedForTheColumnThatIsAskedFor();
    void columnIsFoundByName_data();
    void columnIsFoundByName();
    void quotedCellsKeepTheirLineEnds();
    void blankRowsCount();
    void pasteFromASpreadsheetIsRead();
    void hundredThousandRowsAreRead();
    void oneRowMoreIsRefused();
    void tooManyColumnsAreRefused();
    void anyTypeKeepsTheTextAsItIs();
    void missingFileIsRefused();
    void refusalHasWords_data();
    void refusalHasWords();
};

void TestIdList::fileIsUnderstood_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<char>("delimiter");
    QTest::addColumn<bool>("hasHeader");
    QTest::addColumn<qsizetype>("column");
    QTest::addColumn<IdType>("idType");
    QTest::addColumn<QStringList>("values");
    const QStringList addresses{u"zhangsan@example.com"_s, u"lisi@example.com"_s, u"wangwu@example.com"_s};
    const auto row = [](const char *file, const char *encoding, char delimiter, bool hasHeader,
                        qsizetype column, IdType idType, const QStringList &expected) {
        QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(encoding) << delimiter
                            << hasHeader << column << idType << expected;
    };
    row("gb18030-excel.csv", "GB18030", ',', true, 2, IdType::Email, addresses);
    row("utf8.csv", "UTF-8", ',', true, 2, IdType::Email, addresses);
    row("utf8-bom.csv", "UTF-8 BOM", ',', true, 2, IdType::Email, addresses);
    row("utf16-le-excel.txt", "UTF-16 LE", '\t', true, 2, IdType::Email, addresses);
    row("utf16-be.txt", "UTF-16 BE", '\t', true, 2, IdType::Email, addresses);
    row("utf16-unmarked.txt", "UTF-16 LE", '\t', true, 2, IdType::Email, addresses);
    row("quoted-newlines.csv", "UTF-8", ',', true, 1, IdType::Email, addresses.first(2));
    row("shortened-numbers.csv", "UTF-8", ',', true, 0, IdType::Phone, {{}, u"13800138000"_s, {}});
    row("full-width-digits.txt", "UTF-8", ',', false, 0, IdType::Phone, {u"13800138000"_s, u"13900139000"_s});
    row("country-codes.txt", "UTF-8", ',', false, 0, IdType::Phone,
        {u"13800138000"_s, u"13900139000"_s, u"7911123456"_s, u"13700137000"_s});
    row("blanks-and-duplicates.txt", "UTF-8", ',', false, 0, IdType::Phone,
        {u"13800138000"_s, {}, u"13900139000"_s, {}, u"13800138000"_s, u"13900139000"_s});
    row("one-column.txt", "UTF-8", ',', false, 0, IdType::UserId,
        {u"6319a1504f3c0f214dd5b7aa"_s, u"6319a1504f3c0f214dd5b7ab"_s, u"6319a1504f3c0f214dd5b7ac"_s});
    row("forty-columns.csv", "UTF-8", ';', true, 36, IdType::Email,
        {u"user1@example.com"_s, u"user2@example.com"_s, u"user3@example.com"_s});
}

void TestIdList::fileIsUnderstood()
{
    QFETCH(const QString, file);
    const ListDraft draft = draftOf(file);
    QVERIFY2(!draft.error, draft.error ? qPrintable(errorText(*draft.error)) : "");
    QTEST(ListTexts::encodingName(draft.table.encoding()), "encoding");
    QTEST(draft.table.delimiter(), "delimiter");
    QTEST(draft.guess.headingRow.has_value(), "hasHeader");
    QTEST(draft.guess.column.value_or(-1), "column");
    QTEST(draft.guess.idType.value(), "idType");
    QTEST(values(draft.list), "values");
}

void TestIdList::fileIsRefused_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("problem");
    const auto refused = [](const char *name, const QString &file, ListProblem problem) {
        QTest::newRow(name) << file << ErrorCode::ListRefused << ListProblems::name(problem);
    };
    refused("picture", u"binary.csv"_s, ListProblem::NotText);
    refused("archive", u"workbook.csv"_s, ListProblem::Damaged);
    refused("other encoding", u"latin1.csv"_s, ListProblem::EncodingUnclear);
    QTest::newRow("open quotation mark") << u"open-quote.csv"_s << ErrorCode::ListQuoteOpen << u"3"_s;
    QTest::newRow("no text") << u"empty.csv"_s << ErrorCode::ListEmpty << u"0"_s;
}

void TestIdList::fileIsRefused()
{
    QFETCH(const QString, file);
    const ListDraft draft = draftOf(file);
    QVERIFY(draft.error);
    QTEST(draft.error->code, "code");
    QTEST(draft.error->detail.verbatim(), "problem");
}

void TestIdList::faultsHaveTheirRows_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<IdType>("idType");
    QTest::addColumn<IdFault>("fault");
    QTest::addColumn<qsizetype>("count");
    QTest::newRow("1.38E+10") << u"shortened-numbers.csv"_s << IdType::Phone << IdFault::SpreadsheetNumber
                              << qsizetype{2};
    QTest::newRow("blank") << u"blanks-and-duplicates.txt"_s << IdType::Phone << IdFault::Blank
                           << qsizetype{2};
    QTest::newRow("wildcard") << u"wildcards.txt"_s << IdType::Username << IdFault::Wildcard << qsizetype{2};
    QTest::newRow("invisible") << u"wildcards.txt"_s << IdType::Username << IdFault::ControlCharacter
                               << qsizetype{1};
    QTest::newRow("shape") << u"wildcards.txt"_s << IdType::Email << IdFault::WrongShape << qsizetype{1};
}

void TestIdList::faultsHaveTheirRows()
{
    QFETCH(const QString, file);
    QFETCH(const IdType, idType);
    QFETCH(const IdFault, fault);
    const ListDraft draft = ListDrafts::withType(draftOf(file), idType);
    QVERIFY(!draft.error);
    QTEST(faultCount(draft.list, fault), "count");
}

void TestIdList::columnAndTypeAreGuessed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("hasHeader");
    QTest::addColumn<qsizetype>("column");
    QTest::addColumn<IdType>("idType");
    const auto row = [](const char *name, const char *text, bool hasHeader, qsizetype column, IdType idType) {
        QTest::newRow(name) << QByteArray(text) << hasHeader << column << idType;
    };
    row("usernames", "zhangsan\nlisi\n", false, 0, IdType::Username);
    row("one name", "zhangsan\n", false, 0, IdType::Username);
    row("staff numbers", "10010\n10011\n", false, 0, IdType::ExternalId);
    row("staff numbers with heading", "姓名,工号\n张三,10010\n李四,10011\n", true, 1, IdType::ExternalId);
    row("heading and form differ", "账号,部门\nzhangsan@example.com,研发\n", true, 0, IdType::Email);
    row("unknown heading", "收件人,部门\nzhangsan@example.com,研发\nlisi@example.com,市场\n", true, 0,
        IdType::Email);
    row("user ID before e-mail", "email\tuserId\na@example.com\t6319a1504f3c0f214dd5b7aa\n", true, 1,
        IdType::UserId);
    row("identity", "62f20932716fbcc10d966ee5:ou_1\n62f20932716fbcc10d966ee5:ou_2\n", false, 0,
        IdType::Identity);
    row("sync relation", "lark:ou_1\nlark:ou_2\n", false, 0, IdType::SyncRelation);
    row("bars", "a|zhangsan@example.com\nb|lisi@example.com\n", false, 1, IdType::Email);
}

void TestIdList::columnAndTypeAreGuessed()
{
    QFETCH(const QByteArray, text);
    const Result<ListTable> table = tableOf(text);
    QVERIFY(table.hasValue());
    const ListGuess guess = ListGuesses::guess(*table);
    QTEST(guess.headingRow.has_value(), "hasHeader");
    QTEST(guess.column.value_or(-1), "column");
    QTEST(guess.idType.value(), "idType");
}

void TestIdList::typeIsGuessedForTheColumnThatIsAskedFor()
{
    const ListTable table = draftOf(u"utf8.csv"_s).table;
    QCOMPARE(ListGuesses::guess(table, {.column = 1}).idType, IdType::Phone);
    QCOMPARE(ListGuesses::guess(table, {.column = 3}).idType, IdType::ExternalId);
    QCOMPARE(ListGuesses::guess(table, {.idType = IdType::Phone}).column, 1);
    QCOMPARE(ListGuesses::guess(table, {.idType = IdType::ExternalId}).column, 3);
}

void TestIdList::columnIsFoundByName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qsizetype>("column");
    QTest::newRow("with a space") << u"EMAIL "_s << qsizetype{36};
    QTest::newRow("with a dash") << u"E-mail"_s << qsizetype{36};
    QTest::newRow("by number") << u"40"_s << qsizetype{39};
    QTest::newRow("number past the last") << u"41"_s << qsizetype{-1};
    QTest::newRow("number before the first") << u"0"_s << qsizetype{-1};
    QTest::newRow("no such heading") << u"Mailbox"_s << qsizetype{-1};
}

void TestIdList::columnIsFoundByName()
{
    QFETCH(const QString, name);
    QFETCH(const qsizetype, column);
    const QString file = QStringLiteral(KICKDESK_SOURCE_DIR "/tests/fixtures/lists/forty-columns.csv");
    const ListDraft draft = ListDrafts::ofFile(file, {.column = name});
    QCOMPARE(draft.guess.column.value_or(-1), column);
    QCOMPARE(draft.error.has_value(), column < 0);
}

void TestIdList::quotedCellsKeepTheirLineEnds()
{
    const ListTable table = draftOf(u"quoted-newlines.csv"_s).table;
    QCOMPARE(table.rowCount(), 3);
    QCOMPARE(cells(table, 1),
             QStringList({u"Zhang\nSan"_s, u"zhangsan@example.com"_s, u"two\r\nlines, one cell"_s}));
    QCOMPARE(cells(table, 2), QStringList({u"Li \"Lee\" Si"_s, u"lisi@example.com"_s}));
    QVERIFY(table.cell(1, 3).isEmpty());
}

void TestIdList::blankRowsCount()
{
    const Result<ListTable> table = tableOf("a\r\n\r\nb\n\nc\rd"_ba);
    QVERIFY(table.hasValue());
    const Result<IdList> list = IdLists::read(*table, {.column = 0}, IdType::Username);
    QVERIFY(list.hasValue());
    QCOMPARE(values(*list), QStringList({u"a"_s, {}, u"b"_s, {}, u"c"_s, u"d"_s}));
    QCOMPARE(list->rows.constLast().number, 6);
}

void TestIdList::pasteFromASpreadsheetIsRead()
{
    const Result<ListText> text =
        ListTexts::fromClipboard(u"张三\t13800138000\r\n\"李,\n四\"\t13900139000\r\n"_s);
    QVERIFY(text.hasValue());
    const Result<ListTable> table = ListDelimiters::cut(*text, ListDelimiters::guess(*text));
    QVERIFY(table.hasValue());
    QCOMPARE(table->delimiter(), '\t');
    QCOMPARE(table->rowCount(), 2);
    const ListGuess guess = ListGuesses::guess(*table);
    QCOMPARE(guess.column, 1);
    QCOMPARE(guess.idType, IdType::Phone);
}

void TestIdList::hundredThousandRowsAreRead()
{
    const Result<ListTable> table = tableOf("工号\n" + lines(ListTable::maximumRows));
    QVERIFY(table.hasValue());
    const Result<IdList> list =
        IdLists::read(*table, {.headingRow = 0, .firstRow = 1, .column = 0}, IdType::ExternalId);
    QVERIFY(list.hasValue());
    QCOMPARE(list->rows.size(), ListTable::maximumRows);
    QCOMPARE(list->rows.constLast().number, ListTable::maximumRows + 1);
    QCOMPARE(list->rows.constLast().value, u"10099999"_s);
}

void TestIdList::oneRowMoreIsRefused()
{
    const Result<ListTable> table = tableOf(lines(ListTable::maximumRows + 1));
    QVERIFY(table.hasValue());
    const Result<IdList> list = IdLists::read(*table, {.column = 0}, IdType::ExternalId);
    QVERIFY(!list.hasValue());
    QCOMPARE(list.error().code, ErrorCode::ListTooLong);
    QVERIFY(errorText(list.error()).contains(u"100000"_s));
    QCOMPARE(tableOf(lines(ListTable::maximumRows + 2)).error().code, ErrorCode::ListTooLong);
    QCOMPARE(tableOf("a" + QByteArray(3 * ListTable::maximumRows, '\n') + "b")->rowCount(),
             3 * ListTable::maximumRows + 1);
    QCOMPARE(tableOf("a" + QByteArray(ListTable::maximumLines, '\n') + "b").error().code,
             ErrorCode::ListTooLong);
}

void TestIdList::tooManyColumnsAreRefused()
{
    const QByteArray widest(ListTable::maximumColumns - 1, ',');
    QCOMPARE(tableOf("a\nb" + widest + "c\n")->columnCount(), ListTable::maximumColumns);
    QCOMPARE(tableOf("a\nb," + widest + "c\n").error().code, ErrorCode::ListTooWide);
}

void TestIdList::anyTypeKeepsTheTextAsItIs()
{
    const Result<ListTable> table = tableOf(" zhangsan@example.com\n+86 138 0013 8000\n1.38E+10\n*\n"_ba);
    QVERIFY(table.hasValue());
    const Result<IdList> list = IdLists::read(*table, {.column = 0}, {});
    QVERIFY(list.hasValue());
    QCOMPARE(values(*list), QStringList({u"zhangsan@example.com"_s, u"+86 138 0013 8000"_s, {}, {}}));
    QCOMPARE(list->rows.at(2).fault, IdFault::SpreadsheetNumber);
    QCOMPARE(list->rows.at(3).fault, IdFault::Wildcard);
}

void TestIdList::missingFileIsRefused()
{
    QCOMPARE(draftOf(u"nowhere.csv"_s).error->code, ErrorCode::ListUnreadable);
    QCOMPARE(draftOf(u"."_s).error->code, ErrorCode::ListUnreadable);
    QCOMPARE(draftOf(u"header-only.csv"_s).error->code, ErrorCode::ListEmpty);
}

void TestIdList::refusalHasWords_data()
{
    QTest::addColumn<ErrorCode>("code");
    const QList<ErrorCode> codes{ErrorCode::ListUnreadable,    ErrorCode::ListEmpty,
                                 ErrorCode::ListTooLong,       ErrorCode::ListTooWide,
                                 ErrorCode::ListQuoteOpen,     ErrorCode::ListColumnMissing,
                                 ErrorCode::ListColumnUnclear, ErrorCode::PlanUnreadable,
                                 ErrorCode::PlanOfOtherPool,   ErrorCode::PlanTooOld};
    for (const ErrorCode code : codes)
        QTest::addRow("%s", qPrintable(errorCodeName(code))) << code;
}

void TestIdList::refusalHasWords()
{
    QFETCH(const ErrorCode, code);
    QVERIFY(errorText({.code = code, .detail = ServerText(u"x.csv"_s)}).size() > 20);
    QCOMPARE(errorCodeFromName(errorCodeName(code)), code);
}

QTEST_GUILESS_MAIN(TestIdList)
#include "tst_idlist.moc"
