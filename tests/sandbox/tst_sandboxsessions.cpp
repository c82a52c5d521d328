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

QJsonArray dataArray(const SandboxReply &reply)
{
    return reply.envelope.value("data"_L1).toArray();
}

qint64 totalCount(const SandboxReply &reply)
{
    return reply.data().value("totalCount"_L1).toInteger();
}

} // namespace

/// Sessions, sign-in history and applications.
class TestSandboxSessions : public SessionFixture
{
    Q_OBJECT

private Q_SLOTS:
    void aBadCheckIsRefused_data();
    void aBadCheckIsRefused();
    void loggedInAppsHoldEveryOnlineApp();
    void historyIsNewestFirst();
    void historyIsFiltered();
    void badHistoryRequestsAreRefused();
    void activeUsersAreThoseOnline();
    void activeUsersShrinkWithEachKick();
    void badActiveUserRequestsAreRefused();
    void applicationsComeInPages();
    void applicationsAreFiltered();
    void fullApplicationsNameThePool();
    void oneApplicationIsDescribed();
    void settingsTellHowLongSessionsLast();
    void settingsHaveWhatTheTypesRequire();
    void accessibleAppsHoldEveryUsedOne();
    void identitiesOfTheUserAreListed();
    void signInsAreUserActions();
    void userActionsAreFiltered();
};

void TestSandboxSessions::aBadCheckIsRefused_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("statusCode");
    QTest::addColumn<QString>("message");
    QTest::newRow("nothing") << QJsonObject() << 400
                             << u"appId should not be empty,userId should not be empty"_s;
    QTest::newRow("no user") << QJsonObject{{u"appId"_s, unknownApp}} << 400
                             << u"userId should not be empty"_s;
    QTest::newRow("unknown application")
        << QJsonObject{{u"appId"_s, unknownApp}, {u"userId"_s, unknownUser}} << 404 << u"应用不存在"_s;
}

void TestSandboxSessions::aBadCheckIsRefused()
{
    QFETCH(QJsonObject, body);
    QFETCH(int, statusCode);
    QFETCH(QString, message);
    const SandboxReply reply = m_client->post(u"check-session-status"_s, body);
    QCOMPARE(reply.statusCode(), statusCode);
    QCOMPARE(reply.message(), message);
    const SandboxReply noUser =
        m_client->post(u"check-session-status"_s, {{u"appId"_s, m_apps.at(0)}, {u"userId"_s, unknownUser}});
    QCOMPARE(noUser.apiCode(), 2004);
}

void TestSandboxSessions::loggedInAppsHoldEveryOnlineApp()
{
    const SandboxReply reply = m_client->get(u"get-user-loggedin-apps"_s, {{u"userId"_s, m_userId}});
    QCOMPARE(reply.statusCode(), 200);
    QSet<QString> used;
    const QJsonArray appList = dataArray(reply);
    for (const auto app : appList) {
        used.insert(app.toObject().value("appId"_L1).toString());
        QVERIFY(!app.toObject().value("appName"_L1).toString().isEmpty());
    }
    for (int i = 0; i < 24; ++i) {
        const QString appId = m_client->appId(i);
        QVERIFY(used.contains(appId) || !m_client->isActive(m_userId, appId));
    }
    QVERIFY(used.size() < 24);
    QCOMPARE(m_client->get(u"get-user-loggedin-apps"_s, {{u"userId"_s, QString()}}).message(),
             u"参数 userId 格式错误"_s);
    QCOMPARE(m_client->get(u"get-user-loggedin-apps"_s, {{u"userId"_s, unknownUser}}).apiCode(), 2004);
}

void TestSandboxSessions::historyIsNewestFirst()
{
    const SandboxReply reply =
        m_client->get(u"get-user-login-history"_s, {{u"userId"_s, m_userId}, {u"limit"_s, u"50"_s}});
    QCOMPARE(reply.statusCode(), 200);
    QCOMPARE(totalCount(reply), m_user.value("loginsCount"_L1).toInteger());
    QStringList times;
    const QJsonArray rowList = reply.list();
    for (const auto row : rowList) {
        times.append(row.toObject().value("time"_L1).toString());
        QVERIFY(!row.toObject().value("clientIp"_L1).toString().isEmpty());
    }
    QVERIFY(times.size() > 5);
    QCOMPARE(times.constFirst(), m_user.value("lastLogin"_L1).toString());
    QVERIFY(std::ranges::is_sorted(times, std::ranges::greater()));
}

void TestSandboxSessions::historyIsFiltered()
{
    const auto rows = [this](const SandboxClient::Parameters &extra) {
        return m_client->get(u"get-user-login-history"_s,
                             SandboxClient::Parameters{{u"userId"_s, m_userId}, {u"limit"_s, u"50"_s}} +
                                 extra);
    };
    const QJsonObject newest = rows({}).list().at(0).toObject();
    const SandboxReply ofApp = rows({{u"appId"_s, newest.value("appId"_L1).toString()}});
    QVERIFY(totalCount(ofApp) >= 1);
    const QJsonArray rowList = ofApp.list();
    for (const auto row : rowList)
        QCOMPARE(row.toObject().value("appId"_L1), newest.value("appId"_L1));
    const QDateTime time = QDateTime::fromString(newest.value("time"_L1).toString(), Qt::ISODateWithMs);
    const QString milliseconds = QString::number(time.toMSecsSinceEpoch());
    QCOMPARE(totalCount(rows({{u"start"_s, milliseconds}, {u"end"_s, milliseconds}})), 1);
    QCOMPARE(totalCount(rows({{u"end"_s, u"1"_s}})), 0);
    QCOMPARE(totalCount(rows({{u"clientIp"_s, u"192.0.2.1"_s}})), 0);
}

void TestSandboxSessions::badHistoryRequestsAreRefused()
{
    const auto message = [this](const SandboxClient::Parameters &parameters) {
        return m_client->get(u"get-user-login-history"_s, parameters).message();
    };
    QCOMPARE(message({{u"userId"_s, m_userId}, {u"page"_s, u"0"_s}}), u"参数 page 格式错误"_s);
    QCOMPARE(message({{u"userId"_s, m_userId}, {u"limit"_s, u"0"_s}}), u"参数 limit 格式错误"_s);
    QCOMPARE(message({{u"userId"_s, m_userId}, {u"limit"_s, u"220"_s}}), u"limit must less than 50"_s);
    QCOMPARE(message({}), u"参数 userId 格式错误"_s);
    QCOMPARE(message({{u"userId"_s, unknownUser}}), u"用户不存在"_s);
}

void TestSandboxSessions::activeUsersAreThoseOnline()
{
    QSet<QString> active;
    qint64 total = 1;
    for (int page = 1; active.size() < total; ++page) {
        const QJsonObject paging{{u"page"_s, page}, {u"limit"_s, 50}};
        const SandboxReply reply = m_client->post(
            u"list-application-active-users"_s,
            {{u"appId"_s, m_apps.at(0)}, {u"options"_s, QJsonObject{{u"pagination"_s, paging}}}});
        total = totalCount(reply);
        QVERIFY(!reply.list().isEmpty());
        const QJsonArray userList = reply.list();
        for (const auto user : userList)
            active.insert(user.toObject().value("userId"_L1).toString());
    }
    QVERIFY(total > 17 && total < 400);
    const QJsonObject pagination{{u"pagination"_s, QJsonObject{{u"limit"_s, 50}}}};
    const QJsonArray userList = m_client->post(u"list-users"_s, {{u"options"_s, pagination}}).list();
    for (const auto user : userList) {
        const QString userId = user.toObject().value("userId"_L1).toString();
        QCOMPARE(active.contains(userId), m_client->isActive(userId, m_apps.at(0)));
    }
}

void TestSandboxSessions::activeUsersShrinkWithEachKick()
{
    const auto count = [this] {
        return totalCount(m_client->post(u"list-application-active-users"_s, {{u"appId"_s, m_apps.at(0)}}));
    };
    const qint64 before = count();
    m_client->kick(m_userId, m_apps);
    QCOMPARE(count(), before - 1);
    m_client->kick(m_userId, m_apps);
    QCOMPARE(count(), before - 1);
}

void TestSandboxSessions::badActiveUserRequestsAreRefused()
{
    const auto post = [this](const QJsonObject &body) {
        return m_client->post(u"list-application-active-users"_s, body);
    };
    QCOMPARE(post({}).message(), u"appId should not be empty"_s);
    QCOMPARE(post({{u"appId"_s, unknownApp}}).apiCode(), 2011);
    const QJsonObject tooMany{{u"pagination"_s, QJsonObject{{u"limit"_s, 51}}}};
    QCOMPARE(post({{u"appId"_s, m_apps.at(0)}, {u"options"_s, tooMany}}).message(),
             u"limit must not be greater than 50"_s);
    // A page far behind the end is empty, and that is no fault.
    const QJsonObject far{{u"pagination"_s, QJsonObject{{u"page"_s, 100'000'000}, {u"limit"_s, 50}}}};
    const SandboxReply behind = post({{u"appId"_s, m_apps.at(0)}, {u"options"_s, far}});
    QCOMPARE(behind.statusCode(), 200);
    QVERIFY(behind.list().isEmpty());
}

void TestSandboxSessions::applicationsComeInPages()
{
    const auto page = [this](int number, int limit) {
        return m_client->get(u"list-application-simple-info"_s,
                             {{u"page"_s, QString::number(number)}, {u"limit"_s, QString::number(limit)}});
    };
    QSet<QString> ids;
    QSet<QString> names;
    for (int number = 1; number <= 3; ++number) {
        QCOMPARE(totalCount(page(number, 10)), 24);
        const QJsonArray appList = page(number, 10).list();
        for (const auto app : appList) {
            ids.insert(app.toObject().value("appId"_L1).toString());
            names.insert(app.toObject().value("appName"_L1).toString());
        }
    }
    QCOMPARE(ids.size(), 24);
    for (const QString &id : std::as_const(ids))
        QCOMPARE(id.size(), 24);
    QVERIFY(names.contains(u"OA 门户"_s) && names.contains(u"GitLab"_s));
    QCOMPARE(page(0, 10).message(), u"参数 page 格式错误"_s);
    QCOMPARE(page(1, 51).message(), u"limit must less than 50"_s);
}

void TestSandboxSessions::applicationsAreFiltered()
{
    const auto count = [this](const QString &name, const QString &value) {
        return totalCount(m_client->get(u"list-application-simple-info"_s, {{name, value}}));
    };
    QCOMPARE(count(u"keywords"_s, u"gitlab"_s), 1);
    QCOMPARE(count(u"keywords"_s, u"nothing like it"_s), 0);
    // The official client sends false by default.
    QCOMPARE(count(u"isIntegrateApp"_s, u"false"_s), 24);
    const qint64 integrated = count(u"isIntegrateApp"_s, u"true"_s);
    QVERIFY(integrated > 0);
    QCOMPARE(count(u"isSelfBuiltApp"_s, u"true"_s), 24 - integrated);
}

void TestSandboxSessions::fullApplicationsNameThePool()
{
    const SandboxReply reply = m_client->get(u"list-applications"_s, {{u"limit"_s, u"1"_s}});
    QCOMPARE(reply.list().at(0).toObject().value("userPoolId"_L1).toString(), m_address.poolId);
}

void TestSandboxSessions::oneApplicationIsDescribed()
{
    for (const QString &endpoint : {u"get-application-simple-info"_s, u"get-application"_s}) {
        const SandboxReply reply = m_client->get(endpoint, {{u"appId"_s, m_apps.at(1)}});
        QCOMPARE(reply.data().value("appName"_L1).toString(), u"GitLab"_s);
        const SandboxReply unknown = m_client->get(endpoint, {{u"appId"_s, unknownApp}});
        QCOMPARE(unknown.statusCode(), 404);
        QCOMPARE(unknown.apiCode(), 2011);
        QCOMPARE(m_client->get(endpoint).message(), u"参数 appId 格式错误"_s);
    }
}

void TestSandboxSessions::settingsTellHowLongSessionsLast()
{
    const QJsonObject data = m_client->get(u"get-security-settings"_s).data();
    QCOMPARE(data.value("cookieSettings"_L1)["cookieExpiresIn"_L1].toInt(), 1'209'600);
    QCOMPARE(data.value("authingTokenExpiresIn"_L1).toInt(), 1'296'000);
}

void TestSandboxSessions::settingsHaveWhatTheTypesRequire()
{
    const QJsonObject data = m_client->get(u"get-security-settings"_s).data();
    for (const auto &name : {"authingTokenExpiresIn"_L1, "verifyCodeLength"_L1, "verifyCodeMaxAttempts"_L1})
        QVERIFY2(data.value(name).isDouble(), name.data());
    for (const auto &name : {"registerDisabled"_L1, "completePasswordAfterPassCodeLogin"_L1,
                             "loginRequireEmailVerified"_L1, "enableLoginAccountSwitch"_L1})
        QVERIFY2(data.value(name).isBool(), name.data());
    for (const auto &name :
         {"changeEmailStrategy"_L1, "changePhoneStrategy"_L1, "registerAnomalyDetection"_L1,
          "loginAnomalyDetection"_L1, "selfUnlockAccount"_L1, "qrcodeLoginStrategy"_L1})
        QVERIFY2(!data.value(name).toObject().isEmpty(), name.data());
}

void TestSandboxSessions::accessibleAppsHoldEveryUsedOne()
{
    const QJsonArray accessible =
        dataArray(m_client->get(u"get-user-accessible-apps"_s, {{u"userId"_s, m_userId}}));
    QStringList ids;
    for (const auto app : accessible) {
        ids << app.toObject().value("appId"_L1).toString();
        const QString strategy = app.toObject().value("appDefaultLoginStrategy"_L1).toString();
        QVERIFY2(strategy == "ALLOW_ALL"_L1 || strategy == "DENY_ALL"_L1, qPrintable(strategy));
    }
    const QJsonArray used = dataArray(m_client->get(u"get-user-loggedin-apps"_s, {{u"userId"_s, m_userId}}));
    QVERIFY(!used.isEmpty());
    for (const auto app : used)
        QVERIFY(ids.contains(app.toObject().value("appId"_L1).toString()));
    QCOMPARE(m_client->get(u"get-user-accessible-apps"_s).message(), u"参数 userId 格式错误"_s);
}

void TestSandboxSessions::identitiesOfTheUserAreListed()
{
    const SandboxReply user =
        m_client->get(u"get-user"_s, {{u"userId"_s, m_userId}, {u"withIdentities"_s, u"true"_s}});
    const QJsonArray identities = user.data().value("identities"_L1).toArray();
    QVERIFY(!identities.isEmpty());
    const QJsonArray listed =
        dataArray(m_client->get(u"get-user-logged-in-identities"_s, {{u"userId"_s, m_userId}}));
    QCOMPARE(listed.size(), identities.size());
    for (qsizetype at = 0; at < listed.size(); ++at) {
        QCOMPARE(listed.at(at)["identityId"_L1], identities.at(at)["identityId"_L1]);
        QCOMPARE(listed.at(at)["idpId"_L1], identities.at(at)["extIdpId"_L1]);
        QVERIFY(!listed.at(at)["idpName"_L1].toString().isEmpty());
    }
    QCOMPARE(m_client->get(u"get-user-logged-in-identities"_s, {{u"userId"_s, unknownUser}}).apiCode(), 2004);
}

void TestSandboxSessions::signInsAreUserActions()
{
    const QJsonObject page{{u"limit"_s, 50}};
    const SandboxReply log =
        m_client->post(u"get-user-action-logs"_s, {{u"userId"_s, m_userId}, {u"pagination"_s, page}});
    const SandboxReply history =
        m_client->get(u"get-user-login-history"_s, {{u"userId"_s, m_userId}, {u"limit"_s, u"50"_s}});
    QVERIFY(totalCount(history) > 5);
    QCOMPARE(totalCount(log), totalCount(history));
    for (qsizetype at = 0; at < log.list().size(); ++at) {
        const QJsonObject row = log.list().at(at).toObject();
        QCOMPARE(row.value("userId"_L1).toString(), m_userId);
        QCOMPARE(row.value("eventType"_L1).toString(), u"login"_s);
        QCOMPARE(row.value("appId"_L1), history.list().at(at)["appId"_L1]);
        QCOMPARE(row.value("clientIp"_L1), history.list().at(at)["clientIp"_L1]);
        QVERIFY(!row.value("requestId"_L1).toString().isEmpty());
    }
}

void TestSandboxSessions::userActionsAreFiltered()
{
    const auto rows = [this](const QJsonObject &body) {
        return m_client->post(u"get-user-action-logs"_s, body);
    };
    const SandboxReply all = rows({});
    QCOMPARE(all.list().size(), 10);
    QVERIFY(totalCount(all) > totalCount(rows({{u"userId"_s, m_userId}})));
    const QJsonObject newest = all.list().first().toObject();
    QCOMPARE(totalCount(rows({{u"requestId"_s, newest.value("requestId"_L1)}})), 1);
    QVERIFY(newest.value("timestamp"_L1).toString() >= all.list().last()["timestamp"_L1].toString());
    QCOMPARE(totalCount(rows({{u"eventType"_s, u"logout"_s}})), 0);
    QCOMPARE(totalCount(rows({{u"success"_s, false}})), 0);
    QCOMPARE(totalCount(rows({{u"userId"_s, unknownUser}})), 0);
    QCOMPARE(rows({{u"pagination"_s, QJsonObject{{u"page"_s, 0}}}}).message(), u"参数 page 格式错误"_s);
}

QTEST_GUILESS_MAIN(TestSandboxSessions)
#include "tst_sandboxsessions.moc"
