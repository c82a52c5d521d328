// SPDX-License-Identifier: Apache-2.0
#include "core/plan/listplanitems.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

ListPlanItem user(int number)
{
    ListPlanItem item{.row = number + 1,
                      .target = {.identifier = u"6319a150%1"_s.arg(number, 16, 10, QLatin1Char('0'))}};
    item.target.userId = item.target.identifier;
    item.target.name = ServerText(u"欧阳璐"_s);
    item.target.contact = u"138****8000"_s;
    item.target.appIds = QStringList{u"62188e71c1a2b3075289c580"_s, u"62188e71c1a2b3075289c581"_s};
    item.target.before = {SessionState::Online, SessionState::Unknown};
    return item;
}

} // namespace

/// Users in one piece of memory are those that were put there.
class TestListPlanItems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usersComeBack_data();
    void usersComeBack();
    void applicationsAreKeptOnce();
    void usersThatAreThereTwiceAreFound();
    void manyTakeLittleMemory();
};

void TestListPlanItems::usersComeBack_data()
{
    QTest::addColumn<ListPlanItem>("item");
    QTest::newRow("nothing") << ListPlanItem{};
    QTest::newRow("found") << user(7);
    ListPlanItem item{.row = qint64{1} << 40,
                      .target = {.identifier = u"13800138000"_s, .identifierType = IdType::Phone}};
    item.target.appIds = QStringList{u"app"_s};
    QTest::newRow("as typed, far down") << item;
    item = user(8);
    item.target.identifierType = IdType::SyncRelation;
    item.target.identifier = u"wechat:relation"_s;
    item.target.before = {SessionState::Offline, SessionState::Online};
    item.target.overrideReason = u"stolen 笔记本 😀"_s;
    QTest::newRow("protected, by another identifier") << item;
    item.target.isIdentityUnverified = true;
    QTest::newRow("by an identity that nobody saw") << item;
    item.target.name = ServerText(u"a\0b\u202E\n"_s);
    QTest::newRow("hostile name") << item;
}

void TestListPlanItems::usersComeBack()
{
    QFETCH(const ListPlanItem, item);
    ListPlanItems items;
    items << user(1) << item << user(2);
    QCOMPARE(items.size(), 3);
    QCOMPARE(items.at(0), user(1));
    QCOMPARE(items.at(1), item);
    QCOMPARE(items.at(2), user(2));
    qsizetype count = 0;
    for (const ListPlanItem &each : items)
        QCOMPARE(each, items.at(count++));
    QCOMPARE(count, 3);
}

void TestListPlanItems::applicationsAreKeptOnce()
{
    ListPlanItem other = user(2);
    other.target.appIds.removeLast();
    ListPlanItems items;
    items << user(1) << other << user(3) << other;
    QCOMPARE(items.appIds(), user(1).target.appIds);
    QVERIFY(items.at(2).target.appIds.isSharedWith(items.at(0).target.appIds));
    QCOMPARE(items.at(3).target.appIds, other.target.appIds);
}

void TestListPlanItems::usersThatAreThereTwiceAreFound()
{
    ListPlanItems items;
    QVERIFY(!items.hasUserTwice());
    ListPlanItem longer = user(1);
    longer.target.identifier += u'0';
    ListPlanItem phone = user(1);
    phone.target.identifierType = IdType::Phone;
    items << user(2) << user(1) << longer << phone;
    QVERIFY(!items.hasUserTwice());
    ListPlanItem again = user(2);
    again.row = 9;
    items << again;
    QVERIFY(items.hasUserTwice());
}

void TestListPlanItems::manyTakeLittleMemory()
{
    constexpr int users = 10'000;
    // As texts of their own they take 300.
    constexpr qsizetype mostBytes = 100;
    ListPlanItems items;
    for (int number = 0; number < users; ++number)
        items << user(number);
    items.squeeze();
    QVERIFY2(items.byteCount() < users * mostBytes, qPrintable(QString::number(items.byteCount())));
    QVERIFY(!items.hasUserTwice());
    QCOMPARE(items.constLast(), user(users - 1));
}

QTEST_GUILESS_MAIN(TestListPlanItems)
#include "tst_listplanitems.moc"
