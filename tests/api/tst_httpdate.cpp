// SPDX-License-Identifier: Apache-2.0
#include "api/net/httpdate.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(std::optional<std::chrono::seconds>)

class TestHttpDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formatsAndParses()
    {
        const QDateTime time(QDate(2026, 11, 24), QTime(8, 0), Qt::UTC);
        QCOMPARE(HttpDates::format(time), "Tue, 24 Nov 2026 08:00:00 GMT");
        QCOMPARE(HttpDates::parse("Tue, 24 Nov 2026 08:00:00 GMT"), time);
        QCOMPARE(HttpDates::parse(HttpDates::format(time.toLocalTime())), time);
    }

    void nonsenseIsNoDate_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("words") << QByteArray("yesterday");
        QTest::newRow("long year") << QByteArray("Tue, 24 Nov 2026026 00:00 GMT");
        QTest::newRow("before the era") << QByteArray("Tue, 23 Nov -126 08:00:00 GMT");
        QTest::newRow("thirteenth month") << QByteArray("Tue, 24 Foo 2026 08:00:00 GMT");
    }

    void nonsenseIsNoDate()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!HttpDates::parse(text).isValid());
    }

    void retryAfterIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<std::optional<std::chrono::seconds>>("wait");
        using Wait = std::optional<std::chrono::seconds>;

        QTest::newRow("missing") << QByteArray() << Wait();
        QTest::newRow("seconds") << QByteArray(" 7 ") << Wait(7s);
        QTest::newRow("date") << QByteArray("Tue, 24 Nov 2026 08:00:30 GMT") << Wait(30s);
        QTest::newRow("past date") << QByteArray("Tue, 24 Nov 2026 07:00:00 GMT") << Wait(0s);
        QTest::newRow("negative") << QByteArray("-1") << Wait();
        QTest::newRow("fraction") << QByteArray("1.5") << Wait();
        QTest::newRow("a week") << QByteArray("604800") << Wait(24h);
        QTest::newRow("the largest number") << QByteArray("9223372036854775807") << Wait(24h);
        QTest::newRow("more than fits") << QByteArray(40, '9') << Wait(24h);
        QTest::newRow("far date") << QByteArray("Fri, 31 Dec 9999 23:59:59 GMT") << Wait(24h);
    }

    void retryAfterIsRead()
    {
        QFETCH(QByteArray, text);
        using Wait = std::optional<std::chrono::seconds>;
        QFETCH(Wait, wait);
        QCOMPARE(HttpDates::retryAfter(text, "Tue, 24 Nov 2026 08:00:00 GMT"), wait);
    }
};

QTEST_APPLESS_MAIN(TestHttpDate)
#include "tst_httpdate.moc"
