// SPDX-License-Identifier: Apache-2.0
#include "api/authing/wire.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// JSON of the server to values.
class TestWireForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAreReadInEveryUsualForm_data()
    {
        QTest::addColumn<QJsonValue>("time");
        QTest::addColumn<bool>("isReadable");
        QTest::newRow("UTC") << QJsonValue(u"2026-11-24T08:00:00.000Z"_s) << true;
        QTest::newRow("with a zone") << QJsonValue(u"2026-11-24T16:00:00.000+0800"_s) << true;
        QTest::newRow("without a zone") << QJsonValue(u"2026-11-24T08:00:00"_s) << true;
        QTest::newRow("milliseconds") << QJsonValue(1795507200000.0) << true;
        QTest::newRow("milliseconds as text") << QJsonValue(u"1795507200000"_s) << true;
        QTest::newRow("seconds") << QJsonValue(1795507200.0) << true;
        QTest::newRow("of a header") << QJsonValue(u"Tue, 24 Nov 2026 08:00:00 GMT"_s) << true;
        QTest::newRow("null") << QJsonValue() << false;
        QTest::newRow("missing") << QJsonValue(QJsonValue::Undefined) << false;
        QTest::newRow("words") << QJsonValue(u"just now"_s) << false;
        QTest::newRow("empty") << QJsonValue(QString()) << false;
        QTest::newRow("a small number") << QJsonValue(8.0) << false;
        QTest::newRow("a huge number") << QJsonValue(1e18) << false;
        QTest::newRow("an object") << QJsonValue(QJsonObject()) << false;
    }

    /// The tests run in a zone eight hours east.
    void timesAreReadInEveryUsualForm()
    {
        QFETCH(QJsonValue, time);
        QFETCH(bool, isReadable);
        QJsonObject record{{u"appId"_s, u"app"_s}};
        if (!time.isUndefined())
            record.insert("time"_L1, time);
        const Envelope envelope{.reply = {},
                                .data = QJsonObject{{u"totalCount"_s, 1}, {u"list"_s, QJsonArray{record}}}};
        const Result<Page<LoginRecord>> page = Wire::readLoginPage(envelope, {});
        QVERIFY(page.hasValue());
        const QDateTime read = page->list.first().time;
        QCOMPARE(read.isValid(), isReadable);
        if (isReadable)
            QCOMPARE(read, QDateTime(QDate(2026, 11, 24), QTime(8, 0), Qt::UTC));
    }

    void kickAlwaysSaysTheTypeOfItsUserId_data()
    {
        QTest::addColumn<IdType>("type");
        for (const IdType type : IdTypes::all())
            QTest::newRow(qPrintable(IdTypes::wireName(type))) << type;
    }

    void kickAlwaysSaysTheTypeOfItsUserId()
    {
        QFETCH(IdType, type);
        const QByteArray body = Wire::kickUsersBody(
            {.identifier = u"x"_s, .identifierType = type, .appIds = {u"app"_s}, .nonce = {}});
        const QByteArray expected = "\"userIdType\":\"" + IdTypes::wireName(type).toLatin1() + '"';
        QVERIFY2(body.contains(expected), body.constData());
    }
};

QTEST_GUILESS_MAIN(TestWireForms)
#include "tst_wireforms.moc"
