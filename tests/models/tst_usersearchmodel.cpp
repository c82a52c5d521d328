// SPDX-License-Identifier: Apache-2.0
#include "models/user/usersearchmodel.h"
#include "support/sandboxsession.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// A sandbox and a model on it.
struct Fixture
{
    explicit Fixture(const QStringList &faults = {})
        : pool(faults)
        , model(pool.client())
        , searched(&model, &UserSearchModel::searched)
    {
    }

    SandboxSession pool;
    UserSearchModel model;
    QSignalSpy searched;
};

User hostileUser()
{
    User user;
    user.userId = u"6319a1504f3c0f214dd5b7aa"_s;
    user.name = ServerText(u"<b>%1</b>\u202E"_s);
    user.phone = ServerText(u"13800138000"_s);
    user.email = ServerText(u"zhangsan@corp.cn"_s);
    user.status = UserStatus::Suspended;
    return user;
}

} // namespace

class UserSearchModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheRulesOfAModel();
    void fetchesAPageAtATime();
    void countsOnlyTheNewestSearch();
    void findsNobody();
    void keepsTheErrorAndTriesAgain();
    void keepsTheRowsWhenALaterPageFails();
    void showsUsersFoundInAnotherWay();
    void saysARowInOneSentence();
    void makesTheViewsReadAgain();
    void marksNamesThatCanBeConfused();
};

void UserSearchModelTest::keepsTheRulesOfAModel()
{
    Fixture f;
    // The tester fetches whatever it may by itself.
    const QAbstractItemModelTester tester(&f.model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    f.model.search({});
    QTRY_COMPARE(f.model.rowCount(), 200);
    f.model.search(u"a"_s);
    f.model.search(u"1"_s);
    QTRY_VERIFY(!f.model.isLoading());
    f.model.setUsers({hostileUser()});
    f.model.clear();
    QCOMPARE(f.model.rowCount(), 0);
}

void UserSearchModelTest::fetchesAPageAtATime()
{
    Fixture f;
    f.model.search({});
    QVERIFY(f.model.isLoading());
    QTRY_COMPARE(f.searched.count(), 1);
    QCOMPARE(f.model.totalCount(), 200);
    QCOMPARE(f.model.rowCount(), 50);
    for (int rows = 100; rows <= 200; rows += 50) {
        QVERIFY(f.model.canFetchMore({}));
        f.model.fetchMore({});
        QVERIFY(!f.model.canFetchMore({}));
        QTRY_COMPARE(f.model.rowCount(), rows);
    }
    QVERIFY(!f.model.canFetchMore({}));
    QSet<QString> ids;
    for (int row = 0; row < f.model.rowCount(); ++row)
        ids.insert(f.model.user(row).userId);
    QCOMPARE(ids.size(), 200);
}

void UserSearchModelTest::countsOnlyTheNewestSearch()
{
    Fixture f;
    f.model.search({});
    QTRY_COMPARE(f.searched.count(), 1);
    const QString wanted = f.model.user(7).userId;
    f.model.search(u"a"_s);
    f.model.search(u"no such user at all"_s);
    f.model.search(wanted);
    QTRY_VERIFY(!f.model.isLoading());
    QCOMPARE(f.searched.count(), 2);
    QCOMPARE(f.model.rowCount(), 1);
    QCOMPARE(f.model.user(0).userId, wanted);
}

void UserSearchModelTest::findsNobody()
{
    Fixture f;
    f.model.search(u"no such user at all"_s);
    QTRY_COMPARE(f.searched.count(), 1);
    QCOMPARE(f.model.rowCount(), 0);
    QCOMPARE(f.model.totalCount(), 0);
    QVERIFY(!f.model.error());
    QVERIFY(!f.model.canFetchMore({}));
}

void UserSearchModelTest::keepsTheErrorAndTriesAgain()
{
    Fixture f({u"code-403@list-users"_s});
    f.model.search(u"a"_s);
    QTRY_COMPARE(f.searched.count(), 1);
    QVERIFY(f.model.error());
    QCOMPARE(f.model.error()->code, ErrorCode::Forbidden);
    QCOMPARE(f.model.rowCount(), 0);
    f.pool.sandbox->setFaults({});
    f.model.retry();
    QTRY_COMPARE(f.searched.count(), 2);
    QVERIFY(!f.model.error());
    QVERIFY(f.model.rowCount() > 0);
}

void UserSearchModelTest::keepsTheRowsWhenALaterPageFails()
{
    Fixture f;
    f.model.search({});
    QTRY_COMPARE(f.model.rowCount(), 50);
    f.pool.sandbox->setFaults({u"half-body@list-users"_s});
    f.model.fetchMore({});
    QTRY_VERIFY(f.model.error());
    QCOMPARE(f.model.rowCount(), 50);
    QVERIFY(!f.model.canFetchMore({}));
    f.pool.sandbox->setFaults({});
    f.model.retry();
    QTRY_COMPARE(f.model.rowCount(), 100);
}

void UserSearchModelTest::showsUsersFoundInAnotherWay()
{
    Fixture f;
    f.model.search(u"a"_s);
    f.model.setUsers({hostileUser()});
    QVERIFY(!f.model.isLoading());
    QCOMPARE(f.model.rowCount(), 1);
    const QModelIndex index = f.model.index(0);
    QCOMPARE(index.data().toString(), u"<b>%1</b>[U+202E]"_s);
    QCOMPARE(index.data(UserSearchModel::ContactRole).toString(), u"138****8000 · z***n@corp.cn"_s);
    QCOMPARE(index.data(UserSearchModel::StatusRole).toInt(), static_cast<int>(UserStatus::Suspended));
    QCOMPARE(index.data(UserSearchModel::UserIdRole).toString(), u"6319a1504f3c0f214dd5b7aa"_s);
    f.model.clear();
    QCOMPARE(f.model.rowCount(), 0);
}

void UserSearchModelTest::saysARowInOneSentence()
{
    Fixture f;
    f.model.setUsers({hostileUser()});
    QCOMPARE(
        f.model.index(0).data(Qt::AccessibleTextRole).toString(),
        u"<b>%1</b>[U+202E], invisible characters, 138****8000 · z***n@corp.cn, user ID 6319a1504f3c0f214dd5b7aa, Suspended, "
        "never signed in"_s);
}

void UserSearchModelTest::makesTheViewsReadAgain()
{
    Fixture f;
    f.model.setUsers({hostileUser()});
    const QSignalSpy changed(&f.model, &UserSearchModel::dataChanged);
    f.model.retranslate();
    QCOMPARE(changed.count(), 1);
}

void UserSearchModelTest::marksNamesThatCanBeConfused()
{
    Fixture f;
    User first = hostileUser();
    first.name = ServerText(u"Alice Chen"_s);
    User second = first;
    second.userId = u"6319a1504f3c0f214dd5b7ab"_s;
    second.name = ServerText(u"\u0410lice Chen"_s);
    User third = second;
    third.userId = u"6319a1504f3c0f214dd5b7ac"_s;
    f.model.setUsers({first});
    QCOMPARE(f.model.nameMark(first), NameMark::None);
    f.model.setUsers({first, second, third});
    const auto mark = [&f](int row) {
        return static_cast<NameMark>(f.model.index(row).data(UserSearchModel::NameMarkRole).toInt());
    };
    QCOMPARE(mark(0), NameMark::Alike);
    QCOMPARE(mark(1), NameMark::Same);
    QCOMPARE(mark(2), NameMark::Same);
    QVERIFY(f.model.index(0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .startsWith("Alice Chen, look-alike name, "_L1));
    f.model.clear();
    QCOMPARE(f.model.nameMark(first), NameMark::None);
}

QTEST_GUILESS_MAIN(UserSearchModelTest)
#include "tst_usersearchmodel.moc"
