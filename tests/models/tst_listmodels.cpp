// SPDX-License-Identifier: Apache-2.0
#include "core/list/listdraft.h"
#include "models/list/listplanmodel.h"
#include "models/list/listpreviewmodel.h"
#include "models/list/listrest.h"
#include "models/list/listrowmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

ListUser user(const QString &id, Protection protection = Protection::None)
{
    return {.userId = id,
            .name = ServerText(u"<b>"_s + id),
            .contact = u"138****8000"_s,
            .protection = protection};
}

ListResolution resolution()
{
    ListResolution result{.idType = IdType::Username};
    result.rows = {{.number = 1, .text = ServerText(u"one"_s), .value = u"one"_s, .matches = {user(u"u1"_s)}},
                   {.number = 2,
                    .text = ServerText(u"two"_s),
                    .value = u"two"_s,
                    .matches = {user(u"u2"_s), user(u"u1"_s)}},
                   {.number = 3,
                    .text = ServerText(u"=boss"_s),
                    .value = u"=boss"_s,
                    .matches = {user(u"u3"_s, Protection::Protected)}},
                   {.number = 4, .text = ServerText(u"1.38E+10"_s), .fault = IdFault::SpreadsheetNumber}};
    ListResolutions::settle(result);
    return result;
}

QList<int> numbers(const ListRowModel &model)
{
    QList<int> result;
    for (int row = 0; row < model.rowCount(); ++row)
        result << static_cast<int>(model.row(row).number);
    return result;
}

ListPlan plan()
{
    ListPlan result;
    const QStringList names{u"b"_s, u"a10"_s, u"a9"_s};
    for (const QString &name : names) {
        const bool isOnline = name == "a10"_L1;
        result.items << ListPlanItem{
            .row = result.items.size() + 1,
            .target = {.identifier = u"id-"_s + name,
                       .userId = u"id-"_s + name,
                       .name = ServerText(name),
                       .appIds = {u"x"_s, u"y"_s},
                       .before = isOnline ? QList{SessionState::Online, SessionState::Unknown}
                                          : QList{SessionState::Offline, SessionState::Offline}}};
    }
    return result;
}

} // namespace

/// The tables of a list before it runs.
class ListModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Names are sorted as a language sorts them.
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void previewMarksTheColumn();
    void rowsStandInBuckets();
    void rowsAreFoundByText();
    void rowsAreSorted_data();
    void rowsAreSorted();
    void rowsAreThoseThatAreShown();
    void choiceDecidesARow();
    void protectedUserNeedsAReason();
    void restIsSafeInASpreadsheet();
    void restCanBeReadAgain();
    void planSortsByEveryColumn();
};

void ListModelsTest::previewMarksTheColumn()
{
    const Result<ListText> text =
        ListTexts::fromClipboard(u"Name\tE-mail\n张三\tz@corp.cn\n<b>x\ty@corp.cn\n"_s);
    QVERIFY(text);
    const Result<ListTable> table = ListTables::read(*text, '\t');
    QVERIFY(table);
    ListPreviewModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setTable(*table, ListGuesses::guess(*table));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"✔ E-mail · E-mail"_s);
    QCOMPARE(model.headerData(0, Qt::Vertical).toString(), u"2"_s);
    QCOMPARE(model.index(1, 0).data(Qt::ToolTipRole).toString(), u"&lt;b&gt;x"_s);
    model.setTable(*table, {.column = 0});
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"✔ Column 1 · any type"_s);
}

void ListModelsTest::rowsStandInBuckets()
{
    ListRowModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setResolution(resolution());
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.plannedCount(), 1);
    QCOMPARE(model.index(0, ListRowModel::BucketColumn).data().toString(), u"✔ Found"_s);
    QCOMPARE(model.index(0, ListRowModel::NameColumn).data().toString(), u"<b>u1"_s);
    QCOMPARE(model.index(0, ListRowModel::NameColumn).data(Qt::ToolTipRole).toString(), u"&lt;b&gt;u1"_s);
    QCOMPARE(model.index(1, ListRowModel::NameColumn).data().toString(), QString());
    QVERIFY(!model.index(3, ListRowModel::NoteColumn).data().toString().isEmpty());
    QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains("Found"_L1));
    model.setFilter(ListBucket::Several);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.row(0).number, 2);
    model.setFilter({});
    const QSignalSpy counts(&model, &ListRowModel::countsChanged);
    model.setRemoved({0}, true);
    QCOMPARE(model.plannedCount(), 0);
    QCOMPARE(counts.size(), 1);
    QCOMPARE(model.index(0, ListRowModel::NoteColumn).data().toString(), u"Removed"_s);
}

void ListModelsTest::rowsAreFoundByText()
{
    ListRowModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setResolution(resolution());
    model.setSearch(u"ONE"_s);
    QCOMPARE(numbers(model), QList<int>{1});
    model.setSearch(u"<b>u"_s);
    QCOMPARE(numbers(model), QList<int>({1, 3}));
    model.setSearch(u"8000"_s);
    QCOMPARE(numbers(model), QList<int>({1, 3}));
    model.setFilter(ListBucket::Protected);
    QCOMPARE(numbers(model), QList<int>{3});
    model.setFilter({});
    model.setSearch(u"<b>u2"_s);
    QCOMPARE(model.rowCount(), 0);
    // Who is meant is known now, and can be found.
    model.setSearch(u"two"_s);
    model.choose(0, u"u2"_s);
    model.setSearch(u"<b>u2"_s);
    QCOMPARE(numbers(model), QList<int>{2});
    model.setSearch({});
    QCOMPARE(model.rowCount(), 4);
}

void ListModelsTest::rowsAreSorted_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QList<int>>("falling");
    QTest::newRow("number") << int(ListRowModel::NumberColumn) << QList{4, 3, 2, 1};
    QTest::newRow("text") << int(ListRowModel::TextColumn) << QList{2, 1, 4, 3};
    QTest::newRow("bucket") << int(ListRowModel::BucketColumn) << QList{4, 2, 3, 1};
    QTest::newRow("name") << int(ListRowModel::NameColumn) << QList{3, 1, 2, 4};
    QTest::newRow("contact") << int(ListRowModel::ContactColumn) << QList{1, 3, 2, 4};
    QTest::newRow("last sign-in") << int(ListRowModel::LastLoginColumn) << QList{3, 1, 2, 4};
    QTest::newRow("note") << int(ListRowModel::NoteColumn) << QList{4, 2, 3, 1};
}

void ListModelsTest::rowsAreSorted()
{
    QFETCH(int, column);
    QFETCH(QList<int>, falling);
    ListRowModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    ListResolution list = resolution();
    list.rows[2].matches[0].lastLogin = QDateTime::currentDateTimeUtc();
    model.setResolution(list);
    model.sort(column, Qt::DescendingOrder);
    QTRY_VERIFY(!model.isSorting());
    QCOMPARE(numbers(model), falling);
    // The view's rows are meant, wherever they stand in the list.
    model.setRemoved({0}, true);
    QVERIFY(model.row(0).isRemoved && model.row(0).number == falling.constFirst());
    model.setSearch(u"one"_s);
    QCOMPARE(numbers(model), QList<int>{1});
}

void ListModelsTest::rowsAreThoseThatAreShown()
{
    ListRowModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setResolution(resolution());
    model.setFilter(ListBucket::Protected);
    model.setOverrideReason({0}, u"CISO"_s);
    QCOMPARE(model.plannedCount(), 2);
    model.setRemoved({0}, true);
    QCOMPARE(model.plannedCount(), 1);
    model.setFilter({});
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.index(row, 0).data(ListRowModel::IsRemovedRole).toBool(), row == 2);
}

void ListModelsTest::choiceDecidesARow()
{
    ListRowModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setResolution(resolution());
    model.choose(1, u"nobody"_s);
    QCOMPARE(model.row(1).bucket, ListBucket::Several);
    model.choose(1, u"u1"_s);
    QCOMPARE(model.row(1).bucket, ListBucket::Duplicate);
    model.setResolution(resolution());
    model.choose(1, u"u2"_s);
    QCOMPARE(model.row(1).bucket, ListBucket::Found);
    QCOMPARE(model.plannedCount(), 2);
}

void ListModelsTest::protectedUserNeedsAReason()
{
    ListRowModel model;
    model.setResolution(resolution());
    QCOMPARE(model.row(2).bucket, ListBucket::Protected);
    model.setOverrideReason({0, 2}, u"CISO"_s);
    QCOMPARE(model.plannedCount(), 2);
    QVERIFY(model.row(0).overrideReason.isEmpty());
    QCOMPARE(model.index(2, ListRowModel::NoteColumn).data().toString(), u"Taken all the same: CISO"_s);
}

void ListModelsTest::restIsSafeInASpreadsheet()
{
    const QByteArray text = ListRests::csv(resolution());
    QVERIFY(text.startsWith("\xEF\xBB\xBF\"row\""));
    QCOMPARE(text.count("\r\n"), 4);
    QVERIFY2(!text.contains("\"=boss\""), text.constData());
    ListResolution several = resolution();
    for (ListRow &row : several.rows)
        row.file = u"a.csv"_s;
    QCOMPARE(ListRests::csv(several).count("\"a.csv\"\r\n"), 3);
    ListRowModel model;
    model.setResolution(several);
    QCOMPARE(model.index(0, ListRowModel::NoteColumn).data().toString(), u"a.csv"_s);
    QVERIFY2(text.contains("\"several\"") && text.contains("\"u2 u1\""), text.constData());
}

/// What is left over of one list is the next one: row numbers are no identifiers, and what a spreadsheet is
/// kept from counting does not count as a part of the identifier.
void ListModelsTest::restCanBeReadAgain()
{
    ListResolution left{.idType = {}};
    const QStringList texts{u"nobody.one"_s, u"+86 99999999999"_s,    u"-dash.name"_s,
                            u"=equal"_s,     u"123456789012345678"_s, u"0012345"_s};
    for (const QString &text : texts)
        left.rows.append({.number = left.rows.size() + 2, .text = ServerText(text), .value = text});
    ListResolutions::settle(left);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"rest.csv"_s);
    QVERIFY(!ListRests::save(left, file));
    // A spreadsheet keeps their digits.
    const QByteArray text = ListRests::csv(left);
    QVERIFY2(text.contains("\"'123456789012345678\"") && text.contains("\"'0012345\""), text.constData());
    const ListDraft draft = ListDrafts::ofFile(file);
    QVERIFY2(!draft.error, qPrintable(draft.error ? errorCodeName(draft.error->code) : QString()));
    QCOMPARE(draft.guess.column, std::optional<qsizetype>(1));
    QStringList values;
    for (const IdListRow &row : draft.list.rows)
        values << row.value;
    QCOMPARE(values, texts);
}

void ListModelsTest::planSortsByEveryColumn()
{
    ListPlanModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setPlan(plan());
    const QPersistentModelIndex kept = model.index(0, ListPlanModel::NameColumn);
    const auto names = [&model] {
        QStringList result;
        for (int row = 0; row < model.rowCount(); ++row)
            result << model.index(row, ListPlanModel::NameColumn).data().toString();
        return result;
    };
    model.sort(ListPlanModel::NameColumn, Qt::AscendingOrder);
    QTRY_VERIFY(!model.isSorting());
    QCOMPARE(names(), QStringList({u"a9"_s, u"a10"_s, u"b"_s}));
    QCOMPARE(kept.data().toString(), u"b"_s);
    model.sort(ListPlanModel::OnlineColumn, Qt::DescendingOrder);
    QTRY_VERIFY(!model.isSorting());
    QCOMPARE(names().constFirst(), u"a10"_s);
    model.sort(ListPlanModel::RowColumn, Qt::AscendingOrder);
    QTRY_VERIFY(!model.isSorting());
    QCOMPARE(names(), QStringList({u"b"_s, u"a10"_s, u"a9"_s}));
    QCOMPARE(model.index(1, ListPlanModel::OnlineColumn).data().toString(), u"● 1 online"_s);
}

QTEST_GUILESS_MAIN(ListModelsTest)
#include "tst_listmodels.moc"
