// SPDX-License-Identifier: Apache-2.0
#include "sandbox/userfixture.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <array>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

QString text(const QJsonObject &user, QLatin1StringView name)
{
    return user.value(name).toString();
}

QJsonObject page(int number, int limit)
{
    return {{u"options"_s,
             QJsonObject{{u"pagination"_s, QJsonObject{{u"page"_s, number}, {u"limit"_s, limit}}}}}};
}

QJsonObject filter(const QString &field, const QString &condition, const QJsonValue &value)
{
    QJsonObject item{{u"field"_s, field}, {u"operator"_s, condition}};
    if (!value.isUndefined())
        item.insert("value"_L1, value);
    QJsonObject body = page(1, 50);
    body.insert("advancedFilter"_L1, QJsonArray{item});
    return body;
}

} // namespace

/// Listing and searching users.
class TestSandboxUsers : public UserFixture
{
    Q_OBJECT

private Q_SLOTS:
    void pagesCoverEveryUserOnce();
    void pagingIsChecked_data();
    void pagingIsChecked();
    void usersAreTheSameForTheSameSeed();
    void theFirstUsersAreComplete();
    void peopleAreBelievable();
    void keywordsSearchTheFieldsAsked_data();
    void keywordsSearchTheFieldsAsked();
    void keywordsIgnoreCase();
    void keywordsSearchFiveFieldsByDefault();
    void conditionsSelect_data();
    void conditionsSelect();
    void conditionsCombine();
    void badConditionsAreNamed();
    void conditionOnApplicationsMeansEverSignedIn();
    void equalPhonesOfTwoCountriesAreBothFound();
    void usersAreSorted_data();
    void usersAreSorted();
};

void TestSandboxUsers::pagesCoverEveryUserOnce()
{
    QSet<QString> ids;
    for (int number = 1; number <= 41; ++number) {
        const SandboxReply reply = list(page(number, 50));
        QCOMPARE(reply.data().value("totalCount"_L1).toInt(), 2000);
        QCOMPARE(reply.list().size(), number <= 40 ? 50 : 0);
        const QJsonArray userList = reply.list();
        for (const auto user : userList)
            ids.insert(text(user.toObject(), "userId"_L1));
    }
    QCOMPARE(ids.size(), 2000);
    QCOMPARE(list({}).list().size(), 10);
}

void TestSandboxUsers::pagingIsChecked_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("chinese");
    QTest::addColumn<QString>("english");
    QTest::newRow("page 0") << 0 << 10 << u"参数 page 格式错误"_s << u"Parameter page is malformed"_s;
    QTest::newRow("limit 0") << 1 << 0 << u"参数 limit 格式错误"_s << u"Parameter limit is malformed"_s;
    const QString tooLarge = u"limit must not be greater than 50"_s;
    QTest::newRow("limit 51") << 1 << 51 << tooLarge << tooLarge;
    QTest::newRow("limit 220") << 1 << 220 << tooLarge << tooLarge;
}

void TestSandboxUsers::pagingIsChecked()
{
    QFETCH(int, number);
    QFETCH(int, limit);
    QFETCH(QString, chinese);
    QFETCH(QString, english);
    const SandboxReply reply = list(page(number, limit));
    QCOMPARE(reply.httpStatus, 200);
    QCOMPARE(reply.statusCode(), 400);
    QCOMPARE(reply.message(), chinese);
    QVERIFY(!reply.envelope.value("requestId"_L1).toString().isEmpty());
    m_client->setLanguage("en-US");
    QCOMPARE(list(page(number, limit)).message(), english);
}

void TestSandboxUsers::usersAreTheSameForTheSameSeed()
{
    const auto firstUsers = [](quint32 seed) {
        Sandbox sandbox({.users = 60, .seed = seed});
        const auto address = sandbox.start();
        SandboxClient client(*address);
        QStringList result;
        const QJsonArray userList = client.post(u"list-users"_s, page(1, 50)).list();
        for (const auto user : userList) {
            for (const QLatin1StringView name :
                 {"userId"_L1, "name"_L1, "phone"_L1, "email"_L1, "createdAt"_L1})
                result.append(text(user.toObject(), name));
        }
        return result;
    };
    const QStringList users = firstUsers(3);
    QCOMPARE(users.size(), 250);
    QCOMPARE(firstUsers(3), users);
    QVERIFY(firstUsers(4) != users);
}

void TestSandboxUsers::theFirstUsersAreComplete()
{
    int complete = 0;
    for (const auto value : std::as_const(m_first)) {
        const QJsonObject user = value.toObject();
        const bool hasAll =
            std::ranges::all_of(std::array{"email"_L1, "phone"_L1, "username"_L1},
                                [&](QLatin1StringView name) { return !text(user, name).isEmpty(); });
        bool isOnline = hasAll;
        for (int app = 0; app < 10 && isOnline; ++app)
            isOnline = m_client->isActive(text(user, "userId"_L1), m_client->appId(app));
        complete += isOnline ? 1 : 0;
        if (complete == 5)
            return;
    }
    QFAIL("fewer than five of the first fifty are complete and online everywhere");
}

void TestSandboxUsers::peopleAreBelievable()
{
    QSet<QString> names;
    QSet<QString> identifiers;
    int withoutEmail = 0;
    int withoutPhone = 0;
    int western = 0;
    int foreign = 0;
    int suspended = 0;
    int users = 0;
    for (int number = 1; number <= 40; ++number) {
        const QJsonArray valueList = list(page(number, 50)).list();
        for (const auto value : valueList) {
            const QJsonObject user = value.toObject();
            ++users;
            names.insert(text(user, "name"_L1));
            for (const QLatin1StringView name : {"userId"_L1, "email"_L1, "username"_L1, "externalId"_L1}) {
                const QString identifier = text(user, name);
                QVERIFY2(identifier.isEmpty() || !identifiers.contains(identifier), qPrintable(identifier));
                identifiers.insert(identifier);
            }
            QCOMPARE(text(user, "userId"_L1).size(), 24);
            withoutEmail += user.value("email"_L1).isNull() ? 1 : 0;
            withoutPhone += user.value("phone"_L1).isNull() ? 1 : 0;
            western += text(user, "name"_L1).contains(u' ') ? 1 : 0;
            const QString code = text(user, "phoneCountryCode"_L1);
            QCOMPARE(code.isEmpty(), user.value("phone"_L1).isNull());
            foreign += !code.isEmpty() && code != "+86"_L1 ? 1 : 0;
            suspended += text(user, "status"_L1) == "Suspended"_L1 ? 1 : 0;
        }
    }
    QCOMPARE(users, 2000);
    QVERIFY(names.size() < 2000);
    QVERIFY(names.size() > 1000);
    for (const int count : {withoutEmail, withoutPhone, western, foreign, suspended})
        QVERIFY2(count > 20 && count < 1000, qPrintable(QString::number(count)));
}

void TestSandboxUsers::keywordsSearchTheFieldsAsked_data()
{
    QTest::addColumn<QString>("searched");
    QTest::addColumn<QString>("member");
    for (const char *const field : {"id", "phone", "email", "name", "username", "externalId"}) {
        const QString name = QString::fromLatin1(field);
        QTest::newRow(field) << name << (name == "id"_L1 ? u"userId"_s : name);
    }
}

void TestSandboxUsers::keywordsSearchTheFieldsAsked()
{
    QFETCH(QString, searched);
    QFETCH(QString, member);
    const QString whole = m_first.at(0).toObject().value(member).toString();
    const QString part = whole.last(std::min<qsizetype>(whole.size(), 5));
    QJsonObject body = page(1, 50);
    body["keywords"_L1] = part;
    body["options"_L1] = QJsonObject{{u"fuzzySearchOn"_s, QJsonArray{searched}},
                                     {u"pagination"_s, QJsonObject{{u"limit"_s, 50}}}};
    const SandboxReply reply = list(body);
    QVERIFY(reply.data().value("totalCount"_L1).toInt() >= 1);
    bool isAmong = false;
    const QJsonArray userList = reply.list();
    for (const auto user : userList) {
        QVERIFY(user.toObject().value(member).toString().contains(part, Qt::CaseInsensitive));
        isAmong = isAmong || user.toObject().value(member).toString() == whole;
    }
    QVERIFY(isAmong);
}

void TestSandboxUsers::keywordsIgnoreCase()
{
    const QString username = text(m_first.at(0).toObject(), "username"_L1);
    QCOMPARE(list({{u"keywords"_s, username.toUpper()}}).data(), list({{u"keywords"_s, username}}).data());
    QCOMPARE(list({{u"keywords"_s, u"no such person"_s}}).data().value("totalCount"_L1).toInt(), 0);
}

void TestSandboxUsers::keywordsSearchFiveFieldsByDefault()
{
    const QJsonObject user = m_first.at(0).toObject();
    for (const QLatin1StringView name : {"phone"_L1, "email"_L1, "name"_L1, "username"_L1})
        QVERIFY(list({{u"keywords"_s, text(user, name)}}).data().value("totalCount"_L1).toInt() >= 1);
    QCOMPARE(list({{u"keywords"_s, text(user, "externalId"_L1)}}).data().value("totalCount"_L1).toInt(), 0);
}

void TestSandboxUsers::conditionsSelect_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    const QJsonObject user = m_first.at(0).toObject();
    const QJsonObject other = m_first.at(3).toObject();
    const auto value = [&user](QLatin1StringView name) { return user.value(name); };
    QTest::newRow("id") << filter(u"id"_s, u"EQUAL"_s, value("userId"_L1)) << 1 << 1;
    QTest::newRow("phone") << filter(u"phone"_s, u"EQUAL"_s, value("phone"_L1)) << 1 << 1;
    QTest::newRow("email") << filter(u"email"_s, u"EQUAL"_s, value("email"_L1)) << 1 << 1;
    QTest::newRow("username") << filter(u"username"_s, u"EQUAL"_s, value("username"_L1)) << 1 << 1;
    QTest::newRow("externalId") << filter(u"externalId"_s, u"EQUAL"_s, value("externalId"_L1)) << 1 << 1;
    QTest::newRow("name") << filter(u"name"_s, u"EQUAL"_s, value("name"_L1)) << 1 << 50;
    QTest::newRow("unknown") << filter(u"phone"_s, u"EQUAL"_s, u"00000000000"_s) << 0 << 0;
    QTest::newRow("not equal") << filter(u"id"_s, u"NOT_EQUAL"_s, value("userId"_L1)) << 1999 << 1999;
    QTest::newRow("contains") << filter(u"email"_s, u"CONTAINS"_s, u"@example.com"_s) << 100 << 1000;
    QTest::newRow("not contains") << filter(u"email"_s, u"NOT_CONTAINS"_s, u"@example.com"_s) << 1000 << 1900;
    QTest::newRow("in") << filter(u"id"_s, u"IN"_s, QJsonArray{value("userId"_L1), other.value("userId"_L1)})
                        << 2 << 2;
    QTest::newRow("null") << filter(u"email"_s, u"IS_NULL"_s, QJsonValue::Undefined) << 100 << 600;
    QTest::newRow("not null") << filter(u"email"_s, u"NOT_NULL"_s, QJsonValue::Undefined) << 1400 << 1900;
    QTest::newRow("status") << filter(u"status"_s, u"EQUAL"_s, u"Suspended"_s) << 20 << 200;
    QTest::newRow("greater") << filter(u"loginsCount"_s, u"GREATER"_s, 10) << 100 << 1999;
    QTest::newRow("lesser") << filter(u"loginsCount"_s, u"LESSER"_s, 0) << 20 << 300;
    QTest::newRow("between") << filter(u"loginsCount"_s, u"BETWEEN"_s, QJsonArray{10, 20}) << 100 << 1900;
    QTest::newRow("custom field") << filter(u"costCentre"_s, u"EQUAL"_s, u"42"_s) << 0 << 0;
    QTest::newRow("no custom field") << filter(u"costCentre"_s, u"IS_NULL"_s, QJsonValue::Undefined) << 2000
                                     << 2000;
}

void TestSandboxUsers::conditionsSelect()
{
    QFETCH(QJsonObject, body);
    QFETCH(int, least);
    QFETCH(int, most);
    const SandboxReply reply = list(body);
    QCOMPARE(reply.statusCode(), 200);
    const int count = reply.data().value("totalCount"_L1).toInt();
    QVERIFY2(count >= least && count <= most, qPrintable(QString::number(count)));
}

void TestSandboxUsers::conditionsCombine()
{
    const QString name = text(m_first.at(0).toObject(), "name"_L1);
    QJsonObject body = filter(u"status"_s, u"EQUAL"_s, u"Suspended"_s);
    body["keywords"_L1] = name;
    const int suspended = list(body).data().value("totalCount"_L1).toInt();
    body["advancedFilter"_L1] = QJsonArray();
    const int all = list(body).data().value("totalCount"_L1).toInt();
    QVERIFY(suspended < all);
}

void TestSandboxUsers::badConditionsAreNamed()
{
    QCOMPARE(list(filter(u"status"_s, u"EQUAL"_s, u"Asleep"_s)).message(), u"参数 status 格式错误"_s);
    QCOMPARE(list(filter(u"email"_s, u"LIKE"_s, u"x"_s)).message(), u"参数 operator 格式错误"_s);
    QCOMPARE(list(filter(u"id"_s, u"IN"_s, u"x"_s)).message(), u"参数 id 格式错误"_s);
    QCOMPARE(list(filter(u"id"_s, u"IN"_s, u"x"_s)).statusCode(), 400);
}

void TestSandboxUsers::conditionOnApplicationsMeansEverSignedIn()
{
    const QString app = m_client->appId(12);
    const SandboxReply reply = list(filter(u"loggedInApps"_s, u"IN"_s, QJsonArray{app}));
    QVERIFY(reply.data().value("totalCount"_L1).toInt() > 100);
    const QString userId = text(reply.list().at(0).toObject(), "userId"_L1);
    const QJsonArray apps = m_client->get(u"get-user-loggedin-apps"_s, {{u"userId"_s, userId}})
                                .envelope.value("data"_L1)
                                .toArray();
    QVERIFY(std::ranges::any_of(
        apps, [&app](const auto &entry) { return entry.toObject().value("appId"_L1).toString() == app; }));
}

void TestSandboxUsers::equalPhonesOfTwoCountriesAreBothFound()
{
    const QJsonObject one = m_first.at(40).toObject();
    const QJsonObject two = m_first.at(41).toObject();
    QCOMPARE(text(one, "phone"_L1), text(two, "phone"_L1));
    QVERIFY(text(one, "phoneCountryCode"_L1) != text(two, "phoneCountryCode"_L1));
    const SandboxReply reply = list(filter(u"phone"_s, u"EQUAL"_s, one.value("phone"_L1)));
    QCOMPARE(reply.data().value("totalCount"_L1).toInt(), 2);
}

void TestSandboxUsers::usersAreSorted_data()
{
    QTest::addColumn<QString>("field");
    for (const char *const field : {"createdAt", "lastLogin", "loginsCount", "username", "email"})
        QTest::newRow(field) << QString::fromLatin1(field);
}

void TestSandboxUsers::usersAreSorted()
{
    QFETCH(QString, field);
    for (const bool isDescending : {false, true}) {
        const QJsonObject sort{{u"field"_s, field}, {u"order"_s, isDescending ? u"desc"_s : u"asc"_s}};
        const SandboxReply reply = list(
            {{u"options"_s, QJsonObject{{u"sort"_s, QJsonArray{sort}},
                                        {u"pagination"_s, QJsonObject{{u"page"_s, 20}, {u"limit"_s, 50}}}}}});
        QCOMPARE(reply.list().size(), 50);
        QList<QVariant> values;
        const QJsonArray userList = reply.list();
        for (const auto user : userList)
            values.append(user.toObject().value(field).toVariant());
        QVERIFY(std::ranges::is_sorted(values, [isDescending](const QVariant &left, const QVariant &right) {
            const QPartialOrdering order = QVariant::compare(left, right);
            return isDescending ? order == QPartialOrdering::Greater : order == QPartialOrdering::Less;
        }));
    }
    const QJsonObject bad{{u"field"_s, u"shoeSize"_s}, {u"order"_s, u"asc"_s}};
    QCOMPARE(list({{u"options"_s, QJsonObject{{u"sort"_s, QJsonArray{bad}}}}}).message(),
             u"参数 sort 格式错误"_s);
}

QTEST_GUILESS_MAIN(TestSandboxUsers)
#include "tst_sandboxusers.moc"
