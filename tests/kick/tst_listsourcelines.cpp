// SPDX-License-Identifier: Apache-2.0
#include "core/list/listdelimiter.h"
#include "kick/plan/listsourcelines.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Read
{
    ListSourceTable table;
    IdList list;
};

/// @p text as the source step reads it.
Read read(const QString &file, const QByteArray &text)
{
    const ListText utf8{.utf8 = text};
    const ListTable table = ListDelimiters::cut(utf8, ListDelimiters::guess(utf8)).value();
    const ListGuess guess = ListGuesses::guess(table);
    const IdList list = IdLists::read(table, guess, guess.idType).value();
    return {
        .table = {.file = file, .table = table, .headingRow = guess.headingRow, .rowCount = list.rows.size()},
        .list = list};
}

/// Every usable text is a user of that name; those in @p offline are planned nowhere.
struct Planned
{
    ListResolution resolution;
    ListPlanItems items;
};

Planned planned(const IdList &list, const QStringList &unknown, const QStringList &removed,
                const QStringList &offline)
{
    Planned result{.resolution = {.idType = list.idType}};
    for (const IdListRow &row : list.rows) {
        ListRow found{
            .number = row.number, .text = row.text, .value = row.value, .fault = row.fault, .file = row.file};
        if (!row.fault && !unknown.contains(row.value))
            found.matches = {{.userId = u"id-"_s + row.value}};
        found.isRemoved = removed.contains(row.value);
        result.resolution.rows.append(found);
    }
    ListResolutions::settle(result.resolution);
    for (const ListRow &row : std::as_const(result.resolution.rows)) {
        if (ListResolutions::isPlanned(row) && !offline.contains(row.value))
            result.items << ListPlanItem{.row = row.number,
                                         .target = {.identifier = row.matches.constFirst().userId,
                                                    .userId = row.matches.constFirst().userId,
                                                    .appIds = {u"a"_s}}};
    }
    return result;
}

QStringList fates(const QByteArray &lines)
{
    QStringList result;
    for (const QByteArray &line : lines.split('\n')) {
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        if (row.isEmpty())
            continue;
        QString fate =
            u"%1%2"_s.arg(row.value("file"_L1).toString(), QString::number(row.value("row"_L1).toInteger()));
        if (row.contains("heading"_L1))
            fate += u" heading"_s;
        if (row.contains("at"_L1))
            fate += u" at %1"_s.arg(row.value("at"_L1).toInteger());
        for (const auto &name : {"result"_L1, "reason"_L1}) {
            if (row.contains(name))
                fate += u' ' + row.value(name).toString();
        }
        result << fate;
    }
    return result;
}

} // namespace

/// Each row of a spreadsheet knows its user.
class ListSourceLinesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowHasItsFate();
    void filesOfOneNameAreToldApart();
    void cellsStayAsTheyAre();
};

void ListSourceLinesTest::everyRowHasItsFate()
{
    const Read source =
        read(u"a.csv"_s, "Leavers\nname,email\nA,a@x.example\n,\nB,b@x.example\nC,c@x.example\n"
                         "A,a@x.example\nD,d@x.example\nE,1.38E+10\nF,f@x.example\nG,c@x.example\n");
    const Planned plan = planned(source.list, {u"b@x.example"_s}, {u"d@x.example"_s}, {u"c@x.example"_s});
    QCOMPARE(plan.items.size(), 2);
    const QByteArray lines = ListSourceLines::of({source.table}, plan.resolution, plan.items);
    QCOMPARE(fates(lines),
             QStringList({u"1"_s, u"2 heading"_s, u"3 at 0"_s, u"4"_s, u"5 not_found"_s, u"6 offline"_s,
                          u"7 at 0 duplicate"_s, u"8 removed"_s, u"9 malformed spreadsheet-number"_s,
                          u"10 at 1"_s, u"11 duplicate"_s}));
}

void ListSourceLinesTest::filesOfOneNameAreToldApart()
{
    // Both have rows with the same numbers, and the second one begins where the first one has blank rows.
    const Read first = read(u"list.csv"_s, "name,email\nA,a@x.example\n\n\n\n");
    const Read second = read(u"list.csv"_s, "Title\n\nname,email\nB,b@x.example\nA,a@x.example\n");
    const IdList joined = IdLists::joined({first.list, second.list}, {u"list.csv"_s, u"list.csv"_s}).value();
    const Planned plan = planned(joined, {}, {}, {});
    const QByteArray lines = ListSourceLines::of({first.table, second.table}, plan.resolution, plan.items);
    QCOMPARE(fates(lines),
             QStringList({u"list.csv1 heading"_s, u"list.csv2 at 0"_s, u"list.csv1"_s, u"list.csv2"_s,
                          u"list.csv3 heading"_s, u"list.csv4 at 1"_s, u"list.csv5 at 0 duplicate"_s}));
}

void ListSourceLinesTest::cellsStayAsTheyAre()
{
    const Read source =
        read({}, "email,x\na@x.example,\" =1+1 \"\nb@x.example,\"two\nlines\"\nc@x.example,007\n");
    const Planned plan = planned(source.list, {}, {}, {});
    QStringList cells;
    const QByteArray lines = ListSourceLines::of({source.table}, plan.resolution, plan.items);
    for (const QByteArray &line : lines.trimmed().split('\n'))
        cells << QJsonDocument::fromJson(line).object().value("cells"_L1).toArray().at(1).toString();
    QCOMPARE(cells, QStringList({u"x"_s, u" =1+1 "_s, u"two\nlines"_s, u"007"_s}));
}

QTEST_GUILESS_MAIN(ListSourceLinesTest)
#include "tst_listsourcelines.moc"
