// SPDX-License-Identifier: Apache-2.0
#include "core/jsonparts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// An object comes apart where its array is, and nowhere else.
class TestJsonParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrayIsFound_data();
    void arrayIsFound();
    void nothingElseIsTakenForIt_data();
    void nothingElseIsTakenForIt();
    void noMoreThanAllowed();
    void cutTextHasNoParts();
};

void TestJsonParts::arrayIsFound_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *json) { QTest::newRow(name) << QByteArray(json); };
    row("empty", R"({"list":[]})");
    row("empty with spaces", "{\"list\" : [ \n ]}");
    row("one", R"({"list":[1]})");
    row("objects", R"({"a":1,"list":[{"b":[1,2]},{"c":"],["}],"d":[3]})");
    row("brackets in strings", R"({"list":["]","[,","\\","\"]\",",{}],"x":"]"})");
    row("name as a value", R"({"a":"list","list":[1,2]})");
    row("name further inside", R"({"a":{"list":[9]},"list":[1,[2,[3]],{}]})");
    row("spaces", "\n{ \"list\" :\t[ 1 ,\r\n {} , null ] }\n");
}

void TestJsonParts::arrayIsFound()
{
    QFETCH(const QByteArray, json);
    QJsonObject whole = QJsonDocument::fromJson(json).object();
    const QJsonArray list = whole.value("list"_L1).toArray();
    const auto parts = JsonParts::split(json, "list", 10);
    QVERIFY(parts.has_value());
    QCOMPARE(parts->elements.size(), list.size());
    for (qsizetype at = 0; at < list.size(); ++at) {
        const QByteArray element = '[' + parts->elements.at(at).toByteArray() + ']';
        QCOMPARE(QJsonDocument::fromJson(element).array(), QJsonArray{list.at(at)});
    }
    whole.insert("list"_L1, QJsonArray());
    QCOMPARE(QJsonDocument::fromJson(parts->object).object(), whole);
}

void TestJsonParts::nothingElseIsTakenForIt_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *json) { QTest::newRow(name) << QByteArray(json); };
    row("nothing", "");
    row("no member", R"({"a":[1]})");
    row("object", R"({"list":{"a":[1]}})");
    row("text", R"({"list":"[1]"})");
    row("only further inside", R"({"a":{"list":[1]}})");
    row("only as a value", R"({"a":"list"})");
    row("longer name", R"({"list2":[1]})");
    row("escaped name", R"({"\u006cist":[1]})");
}

void TestJsonParts::nothingElseIsTakenForIt()
{
    QFETCH(const QByteArray, json);
    QVERIFY(!JsonParts::split(json, "list", 10));
}

void TestJsonParts::noMoreThanAllowed()
{
    QVERIFY(JsonParts::split(R"({"list":[1,2,3]})", "list", 3));
    QVERIFY(!JsonParts::split(R"({"list":[1,2,3]})", "list", 2));
    // What stands between two commas, or before the end, is counted and left to its reader.
    QCOMPARE(JsonParts::split(R"({"list":[1,,2,]})", "list", 4)->elements.size(), 4);
}

void TestJsonParts::cutTextHasNoParts()
{
    const QByteArray json = R"({"a":"\"","list":[{"b":"\\"},"x\""],"c":{}})";
    const qsizetype end = json.indexOf("],") + 1;
    for (qsizetype size = 0; size < end; ++size)
        QVERIFY2(!JsonParts::split(json.first(size), "list", 10), qPrintable(QString::number(size)));
    QVERIFY(JsonParts::split(json.first(end), "list", 10));
}

QTEST_GUILESS_MAIN(TestJsonParts)
#include "tst_jsonparts.moc"
