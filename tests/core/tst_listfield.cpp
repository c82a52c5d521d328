// SPDX-License-Identifier: Apache-2.0
#include "core/list/listdraft.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The identifiers that can be looked up, each once.
QStringList looked(const IdList &list)
{
    QStringList values;
    for (const IdListRow &row : list.rows) {
        if (!row.fault && !values.contains(row.value))
            values << row.value;
    }
    return values;
}

QStringList reasons(const IdList &list)
{
    QStringList names;
    for (const IdListRow &row : list.rows) {
        if (row.fault && row.fault != IdFault::Blank)
            names << IdLists::reasonName(*row.fault);
    }
    return names;
}

bool addsUp(const ListDraft &draft)
{
    const ListSum &sum = draft.sum;
    return sum.lines == sum.users + sum.headings + sum.blank + sum.merged + sum.refused &&
           sum.lines == draft.table.lineCount();
}

const QStringList mails{u"luo@corp.example.com"_s, u"tian@example.com"_s, u"zheng@corp.example.com"_s};
const QStringList phones{u"13623606799"_s, u"17785410198"_s, u"15809016996"_s};
const QStringList numbers{u"E100001"_s, u"E100094"_s, u"E100024"_s};
const QStringList objectIds{u"684ee0a6ef30b01c2974aeeb"_s, u"684ee03f9bdb985b7f9ade49"_s};

} // namespace

/// Lists as helpdesks have them: what programs and people make of a table, and what is right.
class TestListField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usersAreFound_data();
    void usersAreFound();
    void rowIsRefusedWithItsReason_data();
    void rowIsRefusedWithItsReason();
    void columnIsAskedFor_data();
    void columnIsAskedFor();
    void headersAreAsSomebodySays();
    void samplesTellTheColumns();
    void filesBecomeOneList();

private:
    ListDraft draftOf(const QByteArray &bytes, const ListOptions &options = {}) const;

    QTemporaryDir m_folder;
};

ListDraft TestListField::draftOf(const QByteArray &bytes, const ListOptions &options) const
{
    QFile file(m_folder.filePath(u"list.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The list could not be written");
    file.close();
    return ListDrafts::ofFile(file.fileName(), options);
}

void TestListField::usersAreFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<std::optional<IdType>>("type");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<qsizetype>("headings");
    const auto row = [](const char *name, const QByteArray &bytes, std::optional<IdType> type,
                        const QStringList &values, qsizetype headings, const QString &column = {}) {
        QTest::newRow(name) << bytes << type << column << values << headings;
    };
    // Another person's column stands in front.
    row("manager's mail first",
        "姓名,直接上级邮箱,邮箱\nA,m@x.example,luo@corp.example.com\nB,m@x.example,tian@example.com\n"
        "C,m@x.example,zheng@corp.example.com\n",
        {}, mails, 1);
    row("principal name first",
        "\"Name\",\"UserPrincipalName\",\"mail\"\n\"A\",\"a@corp.local\",\"luo@corp.example.com\"\n"
        "\"B\",\"b@corp.local\",\"tian@example.com\"\n\"C\",\"c@corp.local\",\"zheng@corp.example.com\"\n",
        {}, mails, 1);
    row("emergency phone first",
        "姓名,紧急联系人电话,手机号\nA,13900000001,13623606799\nB,13900000002,17785410198\n"
        "C,13900000003,15809016996\n",
        IdType::Phone, phones, 1);
    row("manager's ID first",
        "managerId,userId\n684ee14f7ab40e090f363a7d,684ee0a6ef30b01c2974aeeb\n"
        "684ee14f7ab40e090f363a7d,684ee03f9bdb985b7f9ade49\n",
        IdType::UserId, objectIds, 1);
    row("reports to", "Reports To,E-Mail Address\nboss@x.example,luo@corp.example.com\n", {}, mails.first(1),
        1);
    row("approver's mail", "申请人邮箱\t员工邮箱\nx@x.example\tluo@corp.example.com\n", {}, mails.first(1),
        1);
    row("private mail", "个人邮箱,工作邮箱\np@x.example,luo@corp.example.com\n", IdType::Email,
        mails.first(1), 1);
    row("plain heading before a longer one", "工作邮箱,邮箱\nx@x.example,luo@corp.example.com\n", {},
        mails.first(1), 1);
    row("principal name alone", "Name,UPN\nA,luo@corp.example.com\n", {}, mails.first(1), 1);
    // The headings stand further down.
    row("sep", "sep=;\n姓名;工号\nA;E100001\nB;E100094\nC;E100024\n", IdType::ExternalId, numbers, 2,
        u"工号"_s);
    row("sep in quotes", "\"sep=;\"\r\nname;mail\r\na;luo@corp.example.com\r\n", {}, mails.first(1), 2);
    row("PowerShell",
        "#TYPE Selected.Microsoft.ActiveDirectory.Management.ADUser\r\n\"Name\",\"EmployeeID\"\r\n"
        "\"A\",\"E100001\"\r\n\"B\",\"E100094\"\r\n\"C\",\"E100024\"\r\n",
        IdType::ExternalId, numbers, 2, u"EmployeeID"_s);
    row("title rows and a total",
        "2026年11月离职人员名单（合计3人）,,,\n填表说明：工号必填,,,\n序号,姓名,工号,手机\n1,A,E100001,13623606799\n"
        "2,B,E100094,17785410198\n3,C,E100024,15809016996\n合计,,3,\n",
        IdType::ExternalId, numbers, 3);
    row("title and a blank line", "Leavers of November,,\n,,\nNo.,Name,Email\n1,A,luo@corp.example.com\n", {},
        mails.first(1), 2);
    row("unknown heading that is named", "Kennung;Abteilung\nE100001;x\nE100094;y\n", IdType::ExternalId,
        numbers.first(2), 1, u"kennung"_s);
    // Decorated headings.
    for (const char *heading :
         {"工号", "员工工号", "*工号", "工号（必填）", "【必填】工号", "工號", "員工編號",
          "Employee ID (required)", "Employee ID*", "Employee Number [Required]", "工号/Employee No.",
          "sAMAccountName", "员工UserID", "社員番号"}) {
        row(heading,
            "序号,姓名," + QByteArray(heading) + ",部门\n1,A,E100001,x\n2,B,E100094,x\n3,C,E100024,x\n",
            IdType::ExternalId, numbers, 1);
    }
    for (const char *heading : {"Email Address [Required]", "电子邮件地址", "電子郵件", "E-Mail-Adresse",
                                "工作邮箱（必填）", "邮箱 Email", "Work Email", "mail"}) {
        row(heading,
            "序号,姓名," + QByteArray(heading) +
                "\n1,A,luo@corp.example.com\n2,B,tian@example.com\n3,C,zheng@corp.example.com\n",
            {}, mails, 1);
    }
    for (const char *heading : {"手機號碼", "Mobile Phone", "联系电话", "*手机号码(必填)", "電話番号"}) {
        row(heading,
            "No.,Name," + QByteArray(heading) + "\n1,A,13623606799\n2,B,17785410198\n3,C,15809016996\n", {},
            phones, 1);
    }
    // What stands around a value.
    row("Excel's formula for text",
        "姓名,手机号\nA,=\"13623606799\"\nB,=\"17785410198\"\nC,=\"15809016996\"\n", IdType::Phone, phones,
        1);
    row("apostrophes", "姓名,工号\nA,'E100001\nB,'E100094\nC,'E100024\n", IdType::ExternalId, numbers, 1);
    row("thousands", "name,phone\nA,\"13,623,606,799\"\nB,\"17,785,410,198\"\nC,\"15,809,016,996\"\n",
        IdType::Phone, phones, 1);
    row("German thousands", "name;phone\nA;13.623.606.799\nB;17.785.410.198\nC;15.809.016.996\n",
        IdType::Phone, phones, 1);
    row("thousands in lines", "13,623,606,799\n17,785,410,198\n15,809,016,996\n", IdType::Phone, phones, 0);
    row("prefixes",
        "email\nsmtp:luo@corp.example.com\nSMTP:tian@example.com\nmailto:zheng@corp.example.com\n",
        IdType::Email, mails, 1);
    row("ends of an address list", "luo@corp.example.com;\ntian@example.com,\nzheng@corp.example.com.\n",
        IdType::Email, mails, 0);
    row("names in front",
        "A <luo@corp.example.com>\nB <tian@example.com>\n\"C, D\" <zheng@corp.example.com>\n", IdType::Email,
        mails, 0);
    row("single quotes", "'luo@corp.example.com'\n'tian@example.com'\n", IdType::Email, mails.first(2), 0);
    row("comma in a name", "N, V;luo@corp.example.com\nN, V;tian@example.com\nN, V;zheng@corp.example.com\n",
        {}, mails, 0);
    // Several values in a line.
    row("commas", "luo@corp.example.com, tian@example.com, zheng@corp.example.com", {}, mails, 0);
    row("semicolons", "luo@corp.example.com; tian@example.com; zheng@corp.example.com\n", {}, mails, 0);
    row("spaces", "luo@corp.example.com tian@example.com zheng@corp.example.com\n", {}, mails, 0);
    row("Chinese commas", "13623606799，17785410198，15809016996\n", {}, phones, 0);
    row("enumeration", "13623606799、17785410198、15809016996\n", {}, phones, 0);
    row("ragged lines", "luo@corp.example.com; tian@example.com\nzheng@corp.example.com\n", {}, mails, 0);
    row("names and addresses", "A, B <luo@corp.example.com>; C <tian@example.com>; zheng@corp.example.com",
        {}, mails, 0);
    row("under a heading", "邮箱\nluo@corp.example.com, tian@example.com\nzheng@corp.example.com\n", {},
        mails, 1);
    // Quotation marks that are not meant for the table.
    row("name in marks",
        "name,email\n\"Tiger\" Zhang,luo@corp.example.com\nLi Si,tian@example.com\n\"Wang, Wu\","
        "zheng@corp.example.com\n",
        {}, mails, 1);
    row("inches",
        "name,email\n\"Big\" Tom,luo@corp.example.com\nx,tian@example.com\ny \"z\",zheng@corp.example.com\n",
        {}, mails, 1);
    row("copied from Excel", "昵称\t邮箱\n\"老王\"头\tluo@corp.example.com\n李\ttian@example.com\n", {},
        mails.first(2), 1);
    row("mark before the next row",
        "a\tluo@corp.example.com\n\"b\ttian@example.com\n\"c\" d\tzheng@corp.example.com\n", IdType::Email,
        mails, 0);
    // Joined files.
    row("two marks at the start", "\uFEFF\uFEFF工号,name\nE100001,a\nE100094,b\n", IdType::ExternalId,
        numbers.first(2), 1, u"工号"_s);
    row("joined", "\uFEFF工号,name\nE100001,a\n\uFEFF工号,name\nE100094,b\n", IdType::ExternalId,
        numbers.first(2), 2, u"工号"_s);
    row("joined in quotes",
        "\uFEFF\"email\",\"name\"\n\"luo@corp.example.com\",\"a\"\n\uFEFF\"email\",\"name\"\n"
        "\"tian@example.com\",\"b, c\"\n",
        {}, mails.first(2), 2);
    // No first row is a heading because it looks different.
    row("full-width sign first", "luo＠corp.example.com\ntian@example.com\nzheng@corp.example.com\n",
        IdType::Email, mails, 0);
    row("name in front of the first", "A <luo@corp.example.com>\ntian@example.com\nzheng@corp.example.com\n",
        IdType::Email, mails, 0);
    row("number of another country first", "430495173\n13623606799\n17785410198\n15809016996\n",
        IdType::Phone, QStringList{u"430495173"_s} + phones, 0);
    row("dots first", "136.2360.6799\n17785410198\n15809016996\n", IdType::Phone, phones, 0);
    row("post in the first row", "张三,部门经理,E100001\n李四,助理,E100094\n", IdType::ExternalId,
        numbers.first(2), 0, u"3"_s);
    // Empty columns and rows.
    row("three hundred empty columns",
        "name,email" + QByteArray(300, ',') + "\nA,luo@corp.example.com" + QByteArray(300, ',') + "\n", {},
        mails.first(1), 1);
    row("empty rows at the end", "email\nluo@corp.example.com\n" + QByteArray(300'000, '\n'), {},
        mails.first(1), 1);
    // What the program itself has written.
    row("own export",
        "\uFEFF\"row\",\"identifier\",\"result\",\"duplicateOf\",\"userIds\"\r\n"
        "\"3\",\"luo@corp.example.com\",\"not_found\",\"\",\"\"\r\n\"5\",\"'=equal\",\"duplicate\",\"2\",\"\"\r\n",
        {}, {mails.at(0), u"=equal"_s}, 1);
    // Encodings.
    row("UTF-16 with a zero byte of its own",
        QByteArray::fromHex(
            "d3590d540900ae90b17b0d000a00014e004e09006c0075006f00400063006f00720070002e0065007800"
            "61006d0070006c0065002e0063006f006d000d000a00"),
        IdType::Email, mails.first(1), 1);
    row("GB18030", QByteArray::fromHex("d0d5c3fb2cd3cacfe40ae6c3e6c32c") + "luo@corp.example.com\n", {},
        mails.first(1), 1);
    row("names in GB18030", QByteArray::fromHex("d5c5c8fd2c") + "luo@corp.example.com\n", {}, mails.first(1),
        0);
}

void TestListField::usersAreFound()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const std::optional<IdType>, type);
    QFETCH(const QString, column);
    const ListDraft draft = draftOf(bytes, {.column = column, .idType = type});
    QVERIFY2(!draft.error, draft.error ? qPrintable(errorText(*draft.error)) : "");
    QTEST(looked(draft.list), "values");
    QTEST(draft.sum.headings, "headings");
    QVERIFY(addsUp(draft));
}

void TestListField::rowIsRefusedWithItsReason_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<IdType>("type");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *name, const QByteArray &bytes, IdType type, const QStringList &names) {
        QTest::newRow(name) << bytes << type << names;
    };
    row("floats", "name,phone\nA,13623606799.0\nB,17785410198.0\n", IdType::Phone,
        {u"decimal-number"_s, u"decimal-number"_s});
    row("float of another number", "name,phone\nA,209787138.0\n", IdType::Phone, {u"decimal-number"_s});
    row("two extensions", "name,phone\nA,20978/71380\n", IdType::Phone, {u"several-values"_s});
    row("several phones",
        "name,phone\na,13623606799/17785410198\nb,\"13623606799;17785410198\"\nc,13623606799 17785410198\n"
        "d,\"13623606799\n17785410198\"\n",
        IdType::Phone, QStringList(4, u"several-values"_s));
    row("several addresses",
        "name,email\na,\"luo@x.example;tian@x.example\"\nb,\"luo@x.example\ntian@x.example\"\n"
        "c,luo@x.example tian@x.example\nd,luo@x.example/tian@x.example\n",
        IdType::Email, QStringList(4, u"several-values"_s));
    row("no address", "name,email\nA,\nB,luo@x.example\n", IdType::Email, {u"missing-cell"_s});
    row("total", "name,email\nA,luo@x.example\nTotal: 1,\n", IdType::Email, {u"total-row"_s});
    row("note below", "name,email\nA,luo@x.example\nmade by HR,\n", IdType::Email, {u"missing-cell"_s});
}

void TestListField::rowIsRefusedWithItsReason()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const IdType, type);
    const ListDraft draft = draftOf(bytes, {.idType = type});
    QVERIFY2(!draft.error, draft.error ? qPrintable(errorText(*draft.error)) : "");
    QTEST(reasons(draft.list), "names");
    QVERIFY(addsUp(draft));
}

void TestListField::columnIsAskedFor_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<std::optional<IdType>>("type");
    const auto row = [](const char *name, const QByteArray &bytes, std::optional<IdType> type = {}) {
        QTest::newRow(name) << bytes << type;
    };
    row("two addresses without headings", "m@x.example,luo@x.example\nm@x.example,tian@x.example\n");
    row("one row of a spreadsheet", "m@x.example\tluo@x.example\n");
    row("running number and name", "1,张三\n2,李四\n");
    row("manager's address only", "姓名,上级邮箱\n张三,m@x.example\n");
    row("names and departments", "张三,研发\n李四,市场\n");
    row("no user ID", "序号,工号\n1,E100001\n", IdType::UserId);
    row("no phone", "name,email\nA,luo@x.example\n", IdType::Phone);
    row("running number for a staff number", "序号,姓名\n1,张三\n", IdType::ExternalId);
    row("two columns of one name", "邮箱,邮箱\na@x.example,b@x.example\n");
}

void TestListField::columnIsAskedFor()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const std::optional<IdType>, type);
    const ListDraft draft = draftOf(bytes, {.idType = type});
    QVERIFY(draft.error);
    QCOMPARE(draft.error->code, ErrorCode::ListColumnUnclear);
    QVERIFY(!draft.guess.column);
    QVERIFY(!ListDrafts::withColumn(draft, 1).error);
}

void TestListField::headersAreAsSomebodySays()
{
    const QByteArray list = "kennung\nabteilung\nE100001\n"_ba;
    QCOMPARE(draftOf(list).sum.headings, 0);
    const ListDraft with = draftOf(list, {.header = HeaderChoice::Yes});
    QCOMPARE(with.sum.headings, 1);
    QCOMPARE(with.sum.users, 2);
    const ListDraft without =
        draftOf("邮箱\n"_ba + QByteArrayList(5, "luo@x.example\n").join(), {.header = HeaderChoice::No});
    QCOMPARE(without.sum.headings, 0);
    QCOMPARE(without.sum.refused, 1);
    QCOMPARE(ListDrafts::withHeader(without, HeaderChoice::Auto).sum.headings, 1);
}

void TestListField::samplesTellTheColumns()
{
    const ListDraft draft = draftOf("a,m@x.example,l@x.example\nb,m@x.example,t@x.example\n"_ba);
    const auto sample = ListGuesses::sample(draft.table, draft.guess, 2);
    QCOMPARE(sample.cells.size(), 2);
    QCOMPARE(sample.cells.at(1).verbatim(), u"t@x.example"_s);
    QCOMPARE(sample.idType, std::optional(IdType::Email));
    QCOMPARE(ListGuesses::sample(draft.table, draft.guess, 0).idType, std::nullopt);
}

void TestListField::filesBecomeOneList()
{
    const IdList first = draftOf("邮箱\nLUO@x.example\n\ntian@x.example\n"_ba).list;
    const IdList second = draftOf("luo@x.example\njing@x.example\n"_ba).list;
    const Result<IdList> joined = IdLists::joined({first, second}, {u"a.csv"_s, u"b.csv"_s});
    QVERIFY(joined);
    QCOMPARE(joined->rows.constLast().file, u"b.csv"_s);
    QCOMPARE(joined->rows.constLast().number, 2);
    QCOMPARE(IdLists::sum(*joined),
             (ListSum{.lines = 6, .users = 3, .headings = 1, .blank = 1, .merged = 1}));
}

QTEST_GUILESS_MAIN(TestListField)
#include "tst_listfield.moc"
