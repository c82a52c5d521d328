// SPDX-License-Identifier: Apache-2.0
#include "core/plan/jsonarrayreader.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Parts
{
    QByteArrayList elements;
    std::optional<QByteArray> object;
};

/// Reads no more than @p mostBytes of @p json.
Parts parts(QByteArray json, qint64 mostBytes = 1'000'000)
{
    QBuffer buffer(&json);
    buffer.open(QIODevice::ReadOnly);
    JsonArrayReader reader(&buffer, "list", mostBytes);
    Parts result;
    while (const auto element = reader.next())
        result.elements << *element;
    result.object = reader.object();
    return result;
}

} // namespace

/// An object comes apart where its array is, and nowhere else.
class TestJsonArrayReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrayIsFound_data();
    void arrayIsFound();
    void nothingElseIsTakenForIt_data();
    void nothingElseIsTakenForIt();
    void gapsAreElements();
    void partsAreFoundAcrossBlocks();
    void cutTextHasNoObject();
};

void TestJsonArrayReader::arrayIsFound_data()
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

void TestJsonArrayReader::arrayIsFound()
{
    QFETCH(const QByteArray, json);
    QJsonObject whole = QJsonDocument::fromJson(json).object();
    const QJsonArray list = whole.value("list"_L1).toArray();
    const Parts found = parts(json);
    QVERIFY(found.object.has_value());
    QCOMPARE(found.elements.size(), list.size());
    for (qsizetype at = 0; at < list.size(); ++at) {
        const QByteArray element = '[' + found.elements.at(at) + ']';
        QCOMPARE(QJsonDocument::fromJson(element).array(), QJsonArray{list.at(at)});
    }
    whole.insert("list"_L1, QJsonArray());
    QCOMPARE(QJsonDocument::fromJson(*found.object).object(), whole);
}

void TestJsonArrayReader::nothingElseIsTakenForIt_data()
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

void TestJsonArrayReader::nothingElseIsTakenForIt()
{
    QFETCH(const QByteArray, json);
    const Parts found = parts(json);
    QVERIFY(!found.object);
    QVERIFY(found.elements.isEmpty());
}

void TestJsonArrayReader::gapsAreElements()
{
    // What stands between two commas, or before the end, is counted and left to its reader.
    QCOMPARE(parts(R"({"list":[1,,2,]})").elements, (QByteArrayList{"1", "", "2", ""}));
}

void TestJsonArrayReader::partsAreFoundAcrossBlocks()
{
    // Each block of the device ends somewhere else in what is repeated.
    const QByteArray element = R"({"a":"\\\"],[","b":[1,{}]})";
    QByteArrayList elements(10'000, element);
    const QByteArray json = R"({"x":"list","list":[)" + elements.join(',') + R"(],"y":"]"})";
    QVERIFY(json.size() > 200'000);
    const Parts found = parts(json);
    QCOMPARE(found.elements, elements);
    QCOMPARE(*found.object, QByteArray(R"({"x":"list","list":[],"y":"]"})"));
}

void TestJsonArrayReader::cutTextHasNoObject()
{
    const QByteArray json = R"({"a":"\"","list":[{"b":"\\"},"x\""],"c":{}})";
    const qsizetype end = json.indexOf("],") + 1;
    for (qsizetype size = 0; size < end; ++size) {
        QVERIFY2(!parts(json.first(size)).object, qPrintable(QString::number(size)));
        QVERIFY2(!parts(json, size).object, qPrintable(QString::number(size)));
    }
    QVERIFY(parts(json.first(end)).object);
}

QTEST_GUILESS_MAIN(TestJsonArrayReader)
#include "tst_jsonarrayreader.moc"
