// SPDX-License-Identifier: Apache-2.0
#include "core/async/paging.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What one page says.
struct Told
{
    qint64 totalCount = 0;
    QString ids;
};

} // namespace
Q_DECLARE_METATYPE(Told)

/// When a list that comes page by page is whole.
class TestPaging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAgreeingPagesAreWhole_data();
    void onlyAgreeingPagesAreWhole();
    void missingItemsAreNamed();
    void recordsWithoutAnIdAreToldApart();
};

void TestPaging::onlyAgreeingPagesAreWhole_data()
{
    QTest::addColumn<QList<Told>>("pages");
    QTest::addColumn<bool>("isWhole");
    const auto row = [](const char *name, const QList<Told> &pages, bool isWhole) {
        QTest::newRow(name) << pages << isWhole;
    };
    row("empty", {{0, {}}}, true);
    row("one page", {{2, u"ab"_s}}, true);
    row("two pages", {{3, u"ab"_s}, {3, u"c"_s}}, true);
    row("a short page in the middle", {{3, u"a"_s}, {3, u"bc"_s}}, true);
    row("empty second page", {{3, u"ab"_s}, {3, {}}}, false);
    row("shrinking number", {{3, u"ab"_s}, {2, u"c"_s}}, false);
    row("growing number", {{3, u"ab"_s}, {4, u"c"_s}}, false);
    row("first page twice", {{4, u"ab"_s}, {4, u"ab"_s}}, false);
    row("one item twice", {{3, u"ab"_s}, {3, u"b"_s}}, false);
    row("none of five", {{5, {}}, {5, {}}, {5, {}}}, false);
    row("more than were told", {{1, u"ab"_s}}, false);
}

void TestPaging::onlyAgreeingPagesAreWhole()
{
    QFETCH(QList<Told>, pages);
    QFETCH(bool, isWhole);
    Paging paging(2);
    for (const Told &page : pages) {
        QVERIFY(!paging.isRead());
        paging.take(page.totalCount, page.ids.split(QString(), Qt::SkipEmptyParts));
    }
    QVERIFY(paging.isRead());
    QCOMPARE(paging.isWhole(), isWhole);
}

void TestPaging::missingItemsAreNamed()
{
    Paging paging(2);
    paging.take(3, {u"a"_s, u"b"_s});
    paging.take(3, {});
    const Error error = paging.incomplete();
    QCOMPARE(error.code, ErrorCode::PagesIncomplete);
    QVERIFY2(errorText(error).contains("2 / 3"_L1), qPrintable(errorText(error)));
    paging.begin();
    QVERIFY(!paging.isRead());
}

void TestPaging::recordsWithoutAnIdAreToldApart()
{
    const QDateTime time = QDateTime::fromString(u"2026-11-24T08:00:00Z"_s, Qt::ISODate);
    const LoginRecord record{.appId = u"app"_s, .appName = {}, .clientIp = {}, .userAgent = {}, .time = time};
    LoginRecord later = record;
    later.time = time.addMSecs(1);
    LoginRecord elsewhere = record;
    elsewhere.clientIp = ServerText(u"203.0.113.7"_s);
    QCOMPARE(Paging::id(record), Paging::id(LoginRecord(record)));
    QVERIFY(Paging::id(record) != Paging::id(later));
    QVERIFY(Paging::id(record) != Paging::id(elsewhere));
}

QTEST_GUILESS_MAIN(TestPaging)
#include "tst_paging.moc"
