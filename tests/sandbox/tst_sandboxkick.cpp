// SPDX-License-Identifier: Apache-2.0
#include "sandbox/sessionfixture.h"

#include <QDateTime>
#include <QSet>
#include <QTest>
#include <QUuid>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto unknownUser = "6319a1504f3c0f214dd5b7aa"_L1;
constexpr auto unknownApp = "62188e71c1a2b3075289c580"_L1;

qint64 totalCount(const SandboxReply &reply)
{
    return reply.data().value("totalCount"_L1).toInteger();
}

} // namespace

/// Kicks and what they leave in the audit log.
class TestSandboxKick : public SessionFixture
{
    Q_OBJECT

private Q_SLOTS:
    void aKickEndsTheSessionsBeforeItAnswers();
    void aKickTakesEveryIdType_data();
    void aKickTakesEveryIdType();
    void aKickOfSomeoneOfflineSucceeds();
    void aBadKickIsRefused_data();
    void aBadKickIsRefused();
    void aKickIsAudited();
    void auditEntriesAreFiltered();
};

void TestSandboxKick::aKickEndsTheSessionsBeforeItAnswers()
{
    QVERIFY(m_client->isActive(m_userId, m_apps.at(0)));
    const SandboxReply reply = m_client->kick(m_userId, {m_apps.at(0)});
    QCOMPARE(reply.httpStatus, 200);
    QCOMPARE(reply.statusCode(), 200);
    QCOMPARE(reply.apiCode(), 20001);
    QCOMPARE(reply.message(), u"操作成功"_s);
    QCOMPARE(reply.envelope.value("data"_L1), QJsonValue(QJsonObject{{u"success"_s, true}}));
    QVERIFY(!QUuid(reply.envelope.value("requestId"_L1).toString()).isNull());
    QVERIFY(!m_client->isActive(m_userId, m_apps.at(0)));
    QVERIFY(m_client->isActive(m_userId, m_apps.at(1)));
    m_client->setLanguage("en-US");
    QCOMPARE(m_client->kick(m_userId, m_apps).message(), u"Operation succeeded"_s);
    QVERIFY(!m_client->isActive(m_userId, m_apps.at(1)));
}

void TestSandboxKick::aKickTakesEveryIdType_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("member");
    QTest::newRow("user_id") << u"user_id"_s << u"userId"_s;
    QTest::newRow("phone") << u"phone"_s << u"phone"_s;
    QTest::newRow("email") << u"email"_s << u"email"_s;
    QTest::newRow("username") << u"username"_s << u"username"_s;
    QTest::newRow("external_id") << u"external_id"_s << u"externalId"_s;
}

void TestSandboxKick::aKickTakesEveryIdType()
{
    QFETCH(QString, type);
    QFETCH(QString, member);
    QCOMPARE(m_client->kick(m_user.value(member).toString(), m_apps, type).statusCode(), 200);
    QVERIFY(!m_client->isActive(m_userId, m_apps.at(0)));
}

void TestSandboxKick::aKickOfSomeoneOfflineSucceeds()
{
    m_client->kick(m_userId, m_apps);
    const SandboxReply again = m_client->kick(m_userId, m_apps);
    QCOMPARE(again.data().value("success"_L1).toBool(), true);
}

void TestSandboxKick::aBadKickIsRefused_data()
{
    QTest::addColumn<QJsonObject>("change");
    QTest::addColumn<int>("statusCode");
    QTest::addColumn<int>("apiCode");
    QTest::addColumn<QString>("chinese");
    QTest::addColumn<QString>("english");
    const auto row = [](const char *name, const QJsonObject &change, int statusCode, int apiCode,
                        const QString &chinese, const QString &english) {
        QTest::newRow(name) << change << statusCode << apiCode << chinese << english;
    };
    QJsonArray many;
    for (int i = 0; i < 51; ++i)
        many.append(unknownApp);
    const QString badApps = u"参数 appIds 格式错误"_s;
    const QString badAppsEnglish = u"Parameter appIds is malformed"_s;
    const QString badUser = u"参数 userId 格式错误"_s;
    const QString badUserEnglish = u"Parameter userId is malformed"_s;
    row("no applications", {{u"appIds"_s, QJsonArray()}}, 400, 0, badApps, badAppsEnglish);
    row("applications missing", {{u"appIds"_s, QJsonValue()}}, 400, 0, badApps, badAppsEnglish);
    row("one text", {{u"appIds"_s, unknownApp}}, 400, 0, badApps, badAppsEnglish);
    row("51 applications", {{u"appIds"_s, many}}, 400, 0, badApps, badAppsEnglish);
    row("no texts", {{u"appIds"_s, QJsonArray{1}}}, 400, 0, badApps, badAppsEnglish);
    row("empty user", {{u"userId"_s, QString()}}, 400, 0, badUser, badUserEnglish);
    row("numeric user", {{u"userId"_s, 5}}, 400, 0, badUser, badUserEnglish);
    row("unknown user", {{u"userId"_s, unknownUser}}, 404, 2004, u"用户不存在"_s, u"User does not exist"_s);
    row("unknown application", {{u"appIds"_s, QJsonArray{unknownApp}}}, 404, 2011, u"应用不存在"_s,
        u"Application does not exist"_s);
    row("unknown type", {{u"options"_s, QJsonObject{{u"userIdType"_s, u"nick"_s}}}}, 400, 0,
        u"参数 userIdType 格式错误"_s, u"Parameter userIdType is malformed"_s);
}

void TestSandboxKick::aBadKickIsRefused()
{
    QFETCH(QJsonObject, change);
    QFETCH(int, statusCode);
    QFETCH(int, apiCode);
    QFETCH(QString, chinese);
    QFETCH(QString, english);
    QJsonObject body{{u"userId"_s, m_userId}, {u"appIds"_s, QJsonArray::fromStringList(m_apps)}};
    for (auto at = change.constBegin(); at != change.constEnd(); ++at)
        body.insert(at.key(), at.value());
    const SandboxReply reply = m_client->post(u"kick-users"_s, body);
    QCOMPARE(reply.httpStatus, 200);
    QCOMPARE(reply.statusCode(), statusCode);
    QCOMPARE(reply.apiCode(), apiCode);
    QCOMPARE(reply.message(), chinese);
    QVERIFY(!reply.envelope.contains("data"_L1));
    QVERIFY(m_client->isActive(m_userId, m_apps.at(0)));
    m_client->setLanguage("en-US");
    QCOMPARE(m_client->post(u"kick-users"_s, body).message(), english);
}

void TestSandboxKick::aKickIsAudited()
{
    const QString requestId = m_client->kick(m_userId, m_apps).envelope.value("requestId"_L1).toString();
    m_client->kick(m_userId, {m_apps.at(0)});
    const SandboxReply reply = m_client->post(u"get-admin-audit-logs"_s, {{u"requestId"_s, requestId}});
    QCOMPARE(totalCount(reply), 1);
    const QJsonObject entry = reply.list().at(0).toObject();
    QCOMPARE(entry.value("requestId"_L1).toString(), requestId);
    QCOMPARE(entry.value("resourceType"_L1).toString(), u"userLoginState"_s);
    QVERIFY(entry.value("operationParam"_L1).toString().contains(m_userId));
    QCOMPARE(entry.value("eventDetail"_L1).toString(),
             u"强制下线用户「%1」"_s.arg(m_user.value("name"_L1).toString()));
    const QString timestamp = entry.value("timestamp"_L1).toString();
    QVERIFY2(timestamp.endsWith("+0800"_L1), qPrintable(timestamp));
    const QDateTime time = QDateTime::fromString(timestamp, Qt::ISODateWithMs);
    QVERIFY(qAbs(time.secsTo(QDateTime::currentDateTimeUtc())) < 60);
}

void TestSandboxKick::auditEntriesAreFiltered()
{
    m_client->kick(m_userId, m_apps);
    m_client->kick(m_userId, m_apps);
    const auto count = [this](const QJsonObject &body) {
        return totalCount(m_client->post(u"get-admin-audit-logs"_s, body));
    };
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QCOMPARE(count({}), 2);
    QCOMPARE(count({{u"resourceType"_s, u"userLoginState"_s}}), 2);
    QCOMPARE(count({{u"resourceType"_s, u"user"_s}}), 0);
    QCOMPARE(count({{u"success"_s, false}}), 0);
    QCOMPARE(count({{u"start"_s, now - 60'000}, {u"end"_s, now + 60'000}}), 2);
    QCOMPARE(count({{u"start"_s, now + 60'000}}), 0);
    const SandboxReply page = m_client->post(
        u"get-admin-audit-logs"_s, {{u"pagination"_s, QJsonObject{{u"page"_s, 2}, {u"limit"_s, 1}}}});
    QCOMPARE(page.list().size(), 1);
    const SandboxReply bad =
        m_client->post(u"get-admin-audit-logs"_s, {{u"pagination"_s, QJsonObject{{u"limit"_s, 51}}}});
    QCOMPARE(bad.message(), u"limit must not be greater than 50"_s);
}

QTEST_GUILESS_MAIN(TestSandboxKick)
#include "tst_sandboxkick.moc"
