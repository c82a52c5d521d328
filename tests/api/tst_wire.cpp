// SPDX-License-Identifier: Apache-2.0
#include "api/authing/wire.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString userId = u"6319a1504f3c0f214dd5b7aa"_s;

Envelope enveloped(const QJsonValue &data)
{
    return {.reply = {}, .data = data};
}

/// As long as a name that a user has typed into a form without a limit.
const QString endless(1'000'000, u'x');

constexpr qsizetype bound = 1024;

} // namespace

/// What a server sends is bounded where it is read.
class TestWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textOfAUserIsBounded_data();
    void textOfAUserIsBounded();
    void othersAreBounded();
    void cutTextEqualsNoIdentifier();
    void longIdIsNone();
    void tokenIsBounded_data();
    void tokenIsBounded();
    void listWithAHoleIsNone_data();
    void listWithAHoleIsNone();
    void countIsBounded_data();
    void countIsBounded();
    void countThatIsNoneIsRefused_data();
    void countThatIsNoneIsRefused();
};

void TestWire::textOfAUserIsBounded_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"name", "nickname", "username", "email", "phone", "phoneCountryCode",
                             "externalId", "lastIp", "lastLoginApp", "device"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestWire::textOfAUserIsBounded()
{
    QFETCH(QString, name);
    const Result<User> user =
        Wire::readUser(enveloped(QJsonObject{{u"userId"_s, userId}, {name, endless}}), {});
    QVERIFY(user.hasValue());
    const QList<QString> texts{user->name.verbatim(),       user->nickname.verbatim(),
                               user->username.verbatim(),   user->email.verbatim(),
                               user->phone.verbatim(),      user->phoneCountryCode.verbatim(),
                               user->externalId.verbatim(), user->lastIp.verbatim(),
                               user->lastLoginApp,          user->device.verbatim()};
    QCOMPARE(texts.join(QString()).size(), bound);
}

void TestWire::othersAreBounded()
{
    const auto page = [](const QJsonObject &item) {
        return enveloped(QJsonObject{{u"totalCount"_s, 1}, {u"list"_s, QJsonArray{item}}});
    };
    const auto application = Wire::readApplicationPage(
        page({{u"appId"_s, u"a"_s}, {u"appName"_s, endless}, {u"userPoolId"_s, endless}}), {});
    QCOMPARE(application->list.first().appName.verbatim().size(), bound);
    QCOMPARE(application->list.first().userPoolId.size(), bound);
    const auto login = Wire::readLoginPage(
        page({{u"appId"_s, endless}, {u"userAgent"_s, endless}, {u"clientIp"_s, endless}}), {});
    QCOMPARE(login->list.first().appId.size(), bound);
    QCOMPARE(login->list.first().userAgent.verbatim().size(), bound);
    QCOMPARE(login->list.first().clientIp.verbatim().size(), bound);
    const auto audit =
        Wire::readAuditPage(page({{u"requestId"_s, endless}, {u"eventDetail"_s, endless}}), {});
    QCOMPARE(audit->list.first().requestId.size(), bound);
    QCOMPARE(audit->list.first().eventDetail.verbatim().size(), 16 * bound);
}

void TestWire::cutTextEqualsNoIdentifier()
{
    QVERIFY(bound > IdTypes::maximumLength);
}

void TestWire::longIdIsNone()
{
    for (const QString &id : {endless, QString(65, u'x'), QString(), u"a b"_s, u"a\r\nb"_s})
        QVERIFY(!Wire::readUser(enveloped(QJsonObject{{u"userId"_s, id}}), {}).hasValue());
}

void TestWire::tokenIsBounded_data()
{
    QTest::addColumn<QJsonObject>("data");
    QTest::addColumn<bool>("isTaken");
    const QString longest(16 * 1024, u't');
    const auto token = [](const QString &text, const QJsonValue &lifetime = 7200) {
        return QJsonObject{{u"access_token"_s, text}, {u"expires_in"_s, lifetime}};
    };
    QTest::newRow("usual") << token(u"t"_s) << true;
    QTest::newRow("longest") << token(longest) << true;
    QTest::newRow("longer") << token(longest + u't') << false;
    QTest::newRow("with a line feed") << token(u"t\nx: y"_s) << false;
    QTest::newRow("for ever") << token(u"t"_s, 1e18) << true;
    QTest::newRow("ended") << token(u"t"_s, 0) << false;
    QTest::newRow("ended long ago") << token(u"t"_s, -1e18) << false;
}

void TestWire::tokenIsBounded()
{
    QFETCH(QJsonObject, data);
    QFETCH(bool, isTaken);
    const auto token = Wire::readManagementToken(enveloped(data), {});
    QCOMPARE(token.hasValue(), isTaken);
    if (isTaken)
        QVERIFY(token->lifetime > 0s && token->lifetime <= 366 * 24h);
}

void TestWire::listWithAHoleIsNone_data()
{
    QTest::addColumn<QJsonValue>("item");
    QTest::addColumn<bool>("isReadable");
    QTest::newRow("item") << QJsonValue(QJsonObject{{u"userId"_s, userId}, {u"appId"_s, u"a"_s}}) << true;
    QTest::newRow("nothing") << QJsonValue() << false;
    QTest::newRow("text") << QJsonValue(u"a"_s) << false;
    QTest::newRow("list") << QJsonValue(QJsonArray{u"a"_s}) << false;
    QTest::newRow("without its ID") << QJsonValue(QJsonObject{{u"name"_s, u"a"_s}}) << false;
    QTest::newRow("with an ID that is none")
        << QJsonValue(QJsonObject{{u"userId"_s, u"a b"_s}, {u"appId"_s, u"a b"_s}}) << false;
}

void TestWire::listWithAHoleIsNone()
{
    QFETCH(QJsonValue, item);
    QFETCH(bool, isReadable);
    const QJsonObject good{{u"userId"_s, userId}, {u"appId"_s, u"b"_s}};
    const QJsonArray list{good, item, good};
    QCOMPARE(Wire::readUsers(enveloped(list), {}).hasValue(), isReadable);
    QCOMPARE(Wire::readApplications(enveloped(list), {}).hasValue(), isReadable);
    const Envelope page = enveloped(QJsonObject{{u"totalCount"_s, 3}, {u"list"_s, list}});
    QCOMPARE(Wire::readUserPage(page, {}).hasValue(), isReadable);
    QCOMPARE(Wire::readApplicationPage(page, {}).hasValue(), isReadable);
    // Sign-ins and what administrators did have no ID of their own.
    QCOMPARE(Wire::readLoginPage(page, {}).hasValue(), item.isObject());
    QCOMPARE(Wire::readAuditPage(page, {}).hasValue(), item.isObject());
}

void TestWire::countIsBounded_data()
{
    QTest::addColumn<qint64>("told");
    QTest::addColumn<qint64>("taken");
    const qint64 most = 1'000'000'000;
    QTest::newRow("none") << qint64(0) << qint64(0);
    QTest::newRow("usual") << qint64(1'234'567) << qint64(1'234'567);
    QTest::newRow("most") << most << most;
    QTest::newRow("one more") << most + 1 << most;
    QTest::newRow("more than a window can show") << qint64(5'000'000'000) << most;
    QTest::newRow("the largest number") << std::numeric_limits<qint64>::max() << most;
}

void TestWire::countIsBounded()
{
    QFETCH(qint64, told);
    QFETCH(qint64, taken);
    const Envelope page = enveloped(QJsonObject{{u"totalCount"_s, told}, {u"list"_s, QJsonArray()}});
    QCOMPARE(Wire::readUserPage(page, {})->totalCount, taken);
    QCOMPARE(Wire::readApplicationPage(page, {})->totalCount, taken);
    QCOMPARE(Wire::readLoginPage(page, {})->totalCount, taken);
    QCOMPARE(Wire::readAuditPage(page, {})->totalCount, taken);
}

void TestWire::countThatIsNoneIsRefused_data()
{
    QTest::addColumn<QJsonValue>("count");
    QTest::newRow("negative") << QJsonValue(-1);
    QTest::newRow("fraction") << QJsonValue(1.5);
    QTest::newRow("more than fits") << QJsonValue(1e300);
    QTest::newRow("text") << QJsonValue(u"1"_s);
    QTest::newRow("missing") << QJsonValue(QJsonValue::Undefined);
}

void TestWire::countThatIsNoneIsRefused()
{
    QFETCH(QJsonValue, count);
    const QJsonObject data{{u"totalCount"_s, count}, {u"list"_s, QJsonArray()}};
    QVERIFY(!Wire::readUserPage(enveloped(data), {}).hasValue());
}

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
