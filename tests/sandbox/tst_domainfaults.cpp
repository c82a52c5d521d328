// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faultfixture.h"
#include "sandbox/rawclient.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLocale>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

/// Every fault of what the pool holds and allows.
class TestDomainFaults : public FaultFixture
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenExpiresOnce();
    void aRevokedKeyStaysRevoked();
    void aReplayIsRefusedOncePerBody();
    void sessionsStay();
    void sessionsEndLate();
    void usersSignInAgainAtOnce();
    void usersSignInAgainAfterTheCheck();
    void goneUsersAreNotFound();
    void goneApplicationsAreNotFound();
    void checksAreForbidden();
    void lookUpsAreForbidden();
    void anotherPoolAnswers();
    void thereAreManyApplications();
    void namesAreTreacherous_data();
    void namesAreTreacherous();
};

void TestDomainFaults::aTokenExpiresOnce()
{
    m_client->token();
    m_sandbox->setFaults({u"token-expired"_s});
    const SandboxReply refused = m_client->kick(m_userId, {m_appId});
    QCOMPARE(refused.statusCode(), 401);
    QCOMPARE(refused.apiCode(), 2020);
    // The same token stays refused; a new one works.
    QCOMPARE(m_client->kick(m_userId, {m_appId}).apiCode(), 2020);
    m_client->forgetToken();
    QCOMPARE(m_client->kick(m_userId, {m_appId}).statusCode(), 200);
    QCOMPARE(m_client->kick(m_userId, {m_appId}).statusCode(), 200);
}

void TestDomainFaults::aRevokedKeyStaysRevoked()
{
    m_client->token();
    m_sandbox->setFaults({u"key-revoked"_s});
    QCOMPARE(m_client->get(u"get-security-settings"_s).statusCode(), 200);
    QCOMPARE(m_client->kick(m_userId, {m_appId}).statusCode(), 401);
    QCOMPARE(m_client->get(u"get-security-settings"_s).statusCode(), 401);
    m_client->forgetToken();
    QVERIFY(m_client->token().isEmpty());
    m_sandbox->setFaults({});
    QVERIFY(isActive());
}

void TestDomainFaults::aReplayIsRefusedOncePerBody()
{
    m_client->token();
    m_sandbox->setFaults({u"nonce-replay"_s});
    QCOMPARE(m_client->kick(m_userId, {m_appId}).apiCode(), 1306);
    QVERIFY(isActive());
    QCOMPARE(m_client->kick(m_userId, {m_appId}).statusCode(), 200);
    QVERIFY(!isActive());
}

void TestDomainFaults::sessionsStay()
{
    m_sandbox->setFaults({u"session-stays"_s});
    QCOMPARE(m_client->kick(m_userId, {m_appId}).data().value("success"_L1).toBool(), true);
    QVERIFY(isActive());
}

void TestDomainFaults::sessionsEndLate()
{
    m_sandbox->setFaults({u"session-slow"_s});
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_client->kick(m_userId, {m_appId}).data().value("success"_L1).toBool(), true);
    QVERIFY(isActive());
    QTRY_VERIFY_WITH_TIMEOUT(!isActive(), 10'000);
    QVERIFY(timer.elapsed() > 4000);
}

void TestDomainFaults::usersSignInAgainAtOnce()
{
    const auto newest = [this] {
        return m_client->get(u"get-user-login-history"_s, {{u"userId"_s, m_userId}}).list().at(0).toObject();
    };
    const QJsonObject before = newest();
    const qint64 kicked = QDateTime::currentMSecsSinceEpoch();
    m_sandbox->setFaults({u"relogin"_s});
    QCOMPARE(m_client->kick(m_userId, {m_appId}).statusCode(), 200);
    QVERIFY(isActive());
    const QJsonObject after = newest();
    QCOMPARE(after.value("appId"_L1).toString(), m_appId);
    QVERIFY(after.value("clientIp"_L1) != before.value("clientIp"_L1));
    QVERIFY(after.value("userAgent"_L1) != before.value("userAgent"_L1));
    const QDateTime time = QDateTime::fromString(after.value("time"_L1).toString(), Qt::ISODateWithMs);
    QVERIFY(time.toMSecsSinceEpoch() >= kicked);
    const SandboxReply user = m_client->get(u"get-user"_s, {{u"userId"_s, m_userId}});
    QCOMPARE(user.data().value("lastLogin"_L1), after.value("time"_L1));
    QCOMPARE(user.data().value("lastIp"_L1), after.value("clientIp"_L1));
}

void TestDomainFaults::usersSignInAgainAfterTheCheck()
{
    m_sandbox->setFaults({u"relogin-later"_s});
    QCOMPARE(m_client->kick(m_userId, {m_appId}).statusCode(), 200);
    QVERIFY(!isActive());
    QVERIFY(isActive());
}

void TestDomainFaults::goneUsersAreNotFound()
{
    m_sandbox->setFaults({u"user-gone"_s});
    QCOMPARE(m_client->kick(m_userId, {m_appId}).apiCode(), 2004);
    QCOMPARE(m_client->get(u"get-user"_s, {{u"userId"_s, m_userId}}).apiCode(), 2004);
    // The search still shows what is gone.
    QCOMPARE(m_client->post(u"list-users"_s).statusCode(), 200);
}

void TestDomainFaults::goneApplicationsAreNotFound()
{
    m_sandbox->setFaults({u"app-gone"_s});
    QCOMPARE(m_client->kick(m_userId, {m_appId}).apiCode(), 2011);
    m_sandbox->setFaults({});
    QVERIFY(isActive());
}

void TestDomainFaults::checksAreForbidden()
{
    m_sandbox->setFaults({u"check-unavailable"_s});
    const SandboxReply reply =
        m_client->post(u"check-session-status"_s, {{u"userId"_s, m_userId}, {u"appId"_s, m_appId}});
    QCOMPARE(reply.httpStatus, 200);
    QCOMPARE(reply.statusCode(), 403);
    QCOMPARE(m_client->kick(m_userId, {m_appId}).statusCode(), 200);
}

void TestDomainFaults::lookUpsAreForbidden()
{
    m_sandbox->setFaults({u"search-forbidden"_s});
    QCOMPARE(m_client->post(u"list-users"_s).statusCode(), 403);
    QCOMPARE(m_client->get(u"get-user"_s, {{u"userId"_s, m_userId}}).statusCode(), 403);
    QCOMPARE(m_client->get(u"get-user-batch"_s, {{u"userIds"_s, m_userId}}).statusCode(), 403);
    QCOMPARE(m_client->kick(m_userId, {m_appId}).statusCode(), 200);
}

void TestDomainFaults::anotherPoolAnswers()
{
    m_sandbox->setFaults({u"pool-mismatch"_s});
    m_client->forgetToken();
    const QByteArray claims =
        QByteArray::fromBase64(m_client->token().split('.').at(1), QByteArray::Base64UrlEncoding);
    const QString claimed =
        QJsonDocument::fromJson(claims).object().value("scoped_userpool_id"_L1).toString();
    QVERIFY(claimed != m_address.poolId);
    const SandboxReply applications = m_client->get(u"list-applications"_s, {{u"limit"_s, u"1"_s}});
    QCOMPARE(applications.list().at(0).toObject().value("userPoolId"_L1).toString(), claimed);
}

void TestDomainFaults::thereAreManyApplications()
{
    m_sandbox->setFaults({u"apps-51"_s});
    const auto page = [this](int number) {
        return m_client->get(u"list-application-simple-info"_s,
                             {{u"limit"_s, u"50"_s}, {u"page"_s, QString::number(number)}});
    };
    QVERIFY(page(1).data().value("totalCount"_L1).toInt() > 50);
    const QString last = page(2).list().at(0).toObject().value("appId"_L1).toString();
    const QString userId = m_client->user(0).value("userId"_L1).toString();
    QVERIFY(m_client->isActive(userId, last));
    QCOMPARE(m_client->kick(userId, {last}).statusCode(), 200);
    QVERIFY(!m_client->isActive(userId, last));
}

void TestDomainFaults::namesAreTreacherous_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<int>("count");
    QTest::newRow("same-name") << u"张伟"_s << 3;
    QTest::newRow("confusable-name") << u"lice Chen"_s << 3;
    QTest::newRow("rtl-name") << QString(QChar(0x202e)) << 1;
    QTest::newRow("markup-name") << u"<"_s << 2;
}

void TestDomainFaults::namesAreTreacherous()
{
    QFETCH(QString, content);
    QFETCH(int, count);
    m_sandbox->setFaults({QString::fromLatin1(QTest::currentDataTag())});
    int among = 0;
    for (int i = 0; i < 8; ++i)
        among += m_client->user(i).value("name"_L1).toString().contains(content) ? 1 : 0;
    QVERIFY(among >= count);
    const SandboxReply found = m_client->post(u"list-users"_s, {{u"keywords"_s, content}});
    QVERIFY(found.data().value("totalCount"_L1).toInt() >= count);
    QVERIFY(found.list().at(0).toObject().value("name"_L1).toString().contains(content));
}

QTEST_GUILESS_MAIN(TestDomainFaults)
#include "tst_domainfaults.moc"
