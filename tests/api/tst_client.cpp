// SPDX-License-Identifier: Apache-2.0
#include "support/sandboxsession.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

using UserPage = Result<Page<User>>;
using ApplicationPage = Result<Page<Application>>;

UserPage listUsers(const SandboxSession &on, const UserQuery &query = {})
{
    QObject context;
    return *answerOf<UserPage>([&](auto handler) { on.client()->listUsers(query, &context, handler); });
}

QList<Application> applications(const SandboxSession &on)
{
    QObject context;
    const auto page = answerOf<ApplicationPage>(
        [&](auto handler) { on.client()->listApplicationSimpleInfo(1, 50, &context, handler); });
    return page && *page ? (*page)->list : QList<Application>();
}

Result<ServerReply> kick(const SandboxSession &on, const KickRequest &request)
{
    QObject context;
    return *answerOf<Result<ServerReply>>(
        [&](auto handler) { on.client()->kickUsers(request, &context, handler); });
}

SessionState sessionState(const SandboxSession &on, const QString &appId, const QString &userId)
{
    QObject context;
    const auto state = answerOf<Result<SessionState>>(
        [&](auto handler) { on.client()->checkSessionStatus(appId, userId, &context, handler); });
    return state && *state ? **state : SessionState::Unknown;
}

/// Takes any answer for one that only tells whether there was an error.
template <typename T>
ResultHandler<T> withoutValue(ResultHandler<bool> handler)
{
    return [handler = std::move(handler)](const Result<T> &result) {
        handler(result ? Result<bool>(true) : Result<bool>(result.error()));
    };
}

/// Gives tokens for as long as it is told, and users to everybody.
class TokenTransport : public Transport
{
public:
    explicit TokenTransport(QByteArray lifetime)
        : m_lifetime(std::move(lifetime))
    {
    }

    PendingCall *send(const HttpRequest &request, QObject *context, Handler handler) override
    {
        const bool isToken = request.url.path().endsWith("get-management-token"_L1);
        m_tokens += isToken ? 1 : 0;
        auto *call = new PendingAnswer<HttpAnswer>(context, std::move(handler));
        call->finishLater(
            {.status = 200,
             .headers = {},
             .body = isToken ? R"({"statusCode":200,"data":{"access_token":"a.b.c","expires_in":)" +
                                   m_lifetime + "}}"
                             : QByteArray(R"({"statusCode":200,"data":{"totalCount":0,"list":[]}})")});
        return call;
    }

    int tokens() const { return m_tokens; }

private:
    QByteArray m_lifetime;
    int m_tokens = 0;
};

} // namespace

Q_DECLARE_METATYPE(AuthScheme)

class TestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEndpointAnswers_data()
    {
        QTest::addColumn<AuthScheme>("auth");
        QTest::newRow("token") << AuthScheme::Token;
        QTest::newRow("signature") << AuthScheme::Signature;
    }

    void everyEndpointAnswers()
    {
        QFETCH(AuthScheme, auth);
        const SandboxSession on({}, auth);
        QObject context;

        const UserPage users = listUsers(on);
        QVERIFY2(users.hasValue(), users ? "" : qPrintable(errorText(users.error())));
        QCOMPARE(users->list.size(), 50);
        QCOMPARE(users->totalCount, 200);
        const User &user = users->list.first();

        const auto same = answerOf<Result<User>>(
            [&](auto handler) { on.client()->getUser(user.userId, IdType::UserId, &context, handler); });
        QCOMPARE((*same)->userId, user.userId);

        const auto batch = answerOf<Result<QList<User>>>([&](auto handler) {
            on.client()->getUserBatch({user.userId, users->list.at(1).userId}, IdType::UserId, &context,
                                      handler);
        });
        QCOMPARE((*batch)->size(), 2);

        const QList<Application> apps = applications(on);
        QCOMPARE(apps.size(), 24);

        const auto full = answerOf<ApplicationPage>(
            [&](auto handler) { on.client()->listApplications(1, 10, &context, handler); });
        QCOMPARE((*full)->list.size(), 10);
        QCOMPARE((*full)->list.first().userPoolId, on.address.poolId);

        const auto used = answerOf<Result<QList<Application>>>(
            [&](auto handler) { on.client()->getUserLoggedinApps(user.userId, &context, handler); });
        QVERIFY((*used).hasValue());

        const auto history = answerOf<Result<Page<LoginRecord>>>([&](auto handler) {
            on.client()->getUserLoginHistory({.userId = user.userId}, &context, handler);
        });
        QVERIFY((*history).hasValue());

        const auto active = answerOf<UserPage>([&](auto handler) {
            on.client()->listApplicationActiveUsers(apps.first().appId, 1, 50, &context, handler);
        });
        QVERIFY((*active)->totalCount > 0);

        const auto settings = answerOf<Result<SecuritySettings>>(
            [&](auto handler) { on.client()->getSecuritySettings(&context, handler); });
        QVERIFY((*settings)->cookieExpiresIn.value_or(0) > 0);

        const User &online = (*active)->list.first();
        QCOMPARE(sessionState(on, apps.first().appId, online.userId), SessionState::Online);
        const Result<ServerReply> reply =
            kick(on, {.identifier = online.userId, .appIds = {apps.first().appId}});
        QVERIFY(reply.hasValue());
        QCOMPARE(reply->message.plain(), u"操作成功"_s);
        QCOMPARE(sessionState(on, apps.first().appId, online.userId), SessionState::Offline);

        const auto audit = answerOf<Result<Page<AuditRecord>>>([&](auto handler) {
            on.client()->getAdminAuditLogs({.requestId = reply->requestId}, &context, handler);
        });
        QCOMPARE((*audit)->list.size(), 1);
        QCOMPARE((*audit)->list.first().resourceType.plain(), u"userLoginState"_s);
    }

    void notFoundIsTheUserOnlyWhereOneIsLookedUp_data()
    {
        using Call = std::function<void(const SandboxSession &, QObject *, const ResultHandler<bool> &)>;
        QTest::addColumn<Call>("call");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *endpoint, ErrorCode code, const Call &call) {
            QTest::newRow(endpoint) << call << code;
        };
        static const QString id = u"6319a1504f3c0f214dd5b7aa"_s;

        row("get-user", ErrorCode::UserNotFound, [](const auto &on, QObject *context, const auto &handler) {
            on.client()->getUser(id, IdType::UserId, context, withoutValue<User>(handler));
        });
        row("get-user-batch", ErrorCode::UserNotFound,
            [](const auto &on, QObject *context, const auto &handler) {
                on.client()->getUserBatch({id}, IdType::UserId, context, withoutValue<QList<User>>(handler));
            });
        row("list-users", ErrorCode::NotFound, [](const auto &on, QObject *context, const auto &handler) {
            on.client()->listUsers({}, context, withoutValue<Page<User>>(handler));
        });
        row("list-applications", ErrorCode::NotFound,
            [](const auto &on, QObject *context, const auto &handler) {
                on.client()->listApplications(1, 10, context, withoutValue<Page<Application>>(handler));
            });
        row("check-session-status", ErrorCode::NotFound,
            [](const auto &on, QObject *context, const auto &handler) {
                on.client()->checkSessionStatus(id, id, context, withoutValue<SessionState>(handler));
            });
        row("kick-users", ErrorCode::NotFound, [](const auto &on, QObject *context, const auto &handler) {
            on.client()->kickUsers({.identifier = id, .appIds = {id}}, context,
                                   withoutValue<ServerReply>(handler));
        });
    }

    void notFoundIsTheUserOnlyWhereOneIsLookedUp()
    {
        using Call = std::function<void(const SandboxSession &, QObject *, const ResultHandler<bool> &)>;
        QFETCH(Call, call);
        const SandboxSession on({u"code-404@%1"_s.arg(QLatin1StringView(QTest::currentDataTag()))});
        QObject context;
        const auto answer =
            answerOf<Result<bool>>([&](auto handler) { call(on, &context, std::move(handler)); });
        QVERIFY(answer && !*answer);
        QCOMPARE(answer->error().kind, ErrorKind::Rejected);
        QTEST(answer->error().code, "code");
    }

    void messageFollowsTheLanguage()
    {
        const SandboxSession on;
        const QString userId = listUsers(on)->list.first().userId;
        const QString appId = applications(on).constFirst().appId;
        on.session->setLanguage(Language::English);
        QCOMPARE(kick(on, {.identifier = userId, .appIds = {appId}})->message.plain(),
                 u"Operation succeeded"_s);
        on.session->setLanguage(Language::Chinese);
        QCOMPARE(kick(on, {.identifier = userId, .appIds = {appId}})->message.plain(), u"操作成功"_s);
    }

    void waitingRequestsShareOneToken()
    {
        const SandboxSession on;
        QObject context;
        int answers = 0;
        for (int i = 0; i < 8; ++i)
            on.client()->listUsers({}, &context,
                                   [&answers](const UserPage &page) { answers += page.hasValue(); });
        QTRY_COMPARE(answers, 8);
        QCOMPARE(on.sandbox->requestCount("get-management-token"), 1);
    }

    void tokenIsUsedAsLongAsItIsGood_data()
    {
        QTest::addColumn<QByteArray>("lifetime");
        for (const char *lifetime :
             {"60", "7200", "1e18", "9223372036854775807", "1e300", "0.5", "\"7200\"", "null"})
            QTest::newRow(lifetime) << QByteArray(lifetime);
    }

    void tokenIsUsedAsLongAsItIsGood()
    {
        QFETCH(QByteArray, lifetime);
        TokenTransport transport(lifetime);
        const QUrl host(u"https://api.example.com"_s);
        Authenticator authenticator({.host = host}, Secret("secret"), &transport);
        Client client(host, &transport, &authenticator);
        QObject context;
        QElapsedTimer time;
        time.start();
        do {
            const auto page =
                answerOf<UserPage>([&](auto handler) { client.listUsers({}, &context, handler); });
            QVERIFY(page && *page);
        } while (time.elapsed() < 200);
        QCOMPARE(transport.tokens(), 1);
    }

    void refusedTokenIsRenewedOnceForReads()
    {
        const SandboxSession on({u"token-expired@list-users"_s});
        QVERIFY(listUsers(on).hasValue());
        QCOMPARE(on.sandbox->requestCount("get-management-token"), 2);
        QCOMPARE(on.sandbox->requestCount("list-users"), 2);
    }

    void refusedTokenIsLeftToTheCallerForKicks()
    {
        const SandboxSession on({u"token-expired"_s});
        const QString userId = listUsers(on)->list.first().userId;
        const KickRequest request{.identifier = userId, .appIds = {applications(on).constFirst().appId}};
        const Result<ServerReply> refused = kick(on, request);
        QVERIFY(!refused.hasValue());
        QVERIFY(refused.error().credentialsRenewed);
        QCOMPARE(on.sandbox->requestCount("kick-users"), 1);
        QVERIFY(kick(on, request).hasValue());
        QCOMPARE(on.sandbox->requestCount("kick-users"), 2);
    }

    void wrongClockIsCorrectedOnce()
    {
        const SandboxSession on({u"clock-skew"_s}, AuthScheme::Signature);
        const QSignalSpy corrected(on.session->authenticator(), &Authenticator::clockCorrected);
        QVERIFY(listUsers(on).hasValue());
        QCOMPARE(corrected.size(), 1);
        QVERIFY(listUsers(on).hasValue());
        QCOMPARE(on.sandbox->requestCount("list-users"), 3);
        QVERIFY(std::chrono::abs(*on.session->authenticator()->clockOffset()) > 5min);
    }

    void wrongKeyHalts()
    {
        SandboxSession on;
        on.open(on.profile(), Secret("0123456789abcdef0123456789abcdef"));
        const UserPage page = listUsers(on);
        QVERIFY(!page.hasValue());
        QCOMPARE(page.error().kind, ErrorKind::Halted);
        QCOMPARE(page.error().code, ErrorCode::CredentialsRejected);
        QVERIFY(!page.error().wasSent);
        QCOMPARE(on.sandbox->requestCount("list-users"), 0);
    }

    void onlyAKickMayHaveBeenCarriedOut()
    {
        const SandboxSession on;
        const QString userId = listUsers(on)->list.first().userId;
        const QString appId = applications(on).constFirst().appId;
        on.sandbox->setFaults({u"code-500@list-users"_s, u"data-null@get-user"_s, u"code-500@kick-users"_s});
        QVERIFY(listUsers(on).error().isRead);
        QObject context;
        const auto user = answerOf<Result<User>>(
            [&](auto handler) { on.client()->getUser(userId, IdType::UserId, &context, handler); });
        QVERIFY(user->error().isRead);
        QVERIFY(!kick(on, {.identifier = userId, .appIds = {appId}}).error().isRead);
    }

    void kickThatGotNoTokenLeavesNothingOpen()
    {
        const SandboxSession on({u"code-500@get-management-token"_s});
        const Result<ServerReply> refused = kick(on, {.identifier = u"u1"_s, .appIds = {u"a1"_s}});
        QVERIFY(refused.error().isRead);
        QCOMPARE(refused.error().kind, ErrorKind::NotSent);
    }

    void unusableKickIsNotSent_data()
    {
        QTest::addColumn<QString>("userId");
        QTest::addColumn<QStringList>("appIds");
        QTest::addColumn<ErrorCode>("code");
        const QString user = u"6319a1504f3c0f214dd5b7aa"_s;
        const QStringList apps{u"62188e71c1a2b3075289c580"_s};

        QTest::newRow("no application") << user << QStringList() << ErrorCode::InvalidAppId;
        QTest::newRow("51 applications")
            << user << apps.first().repeated(51).split(u"c580"_s).mid(0, 51) << ErrorCode::InvalidAppId;
        QTest::newRow("line feed in ID") << user << QStringList{u"a\r\nb"_s} << ErrorCode::InvalidAppId;
        QTest::newRow("blank user") << u" "_s << apps << ErrorCode::InvalidIdentifier;
        QTest::newRow("wildcard") << u"*"_s << apps << ErrorCode::InvalidIdentifier;
    }

    void unusableKickIsNotSent()
    {
        QFETCH(QString, userId);
        QFETCH(QStringList, appIds);
        const SandboxSession on;
        const Result<ServerReply> reply = kick(on, {.identifier = userId, .appIds = appIds});
        QVERIFY(!reply.hasValue());
        QTEST(reply.error().code, "code");
        QCOMPARE(reply.error().kind, ErrorKind::NotSent);
        QVERIFY(on.sandbox->requests().isEmpty());
    }

    void abortedCallAnswersNothing()
    {
        const SandboxSession on({}, AuthScheme::Token, {.users = 200, .latencyMs = 50});
        QObject context;
        bool wasCalled = false;
        const QPointer<PendingCall> call =
            on.client()->listUsers({}, &context, [&wasCalled](const UserPage &) { wasCalled = true; });
        call->abort();
        QVERIFY(call.isNull());
        QVERIFY(listUsers(on).hasValue());
        QVERIFY(!wasCalled);
    }

    void deadContextAnswersNothing()
    {
        const SandboxSession on({}, AuthScheme::Token, {.users = 200, .latencyMs = 50});
        auto context = std::make_unique<QObject>();
        bool wasCalled = false;
        on.client()->listUsers({}, context.get(), [&wasCalled](const UserPage &) { wasCalled = true; });
        context.reset();
        QVERIFY(listUsers(on).hasValue());
        QVERIFY(!wasCalled);
    }

    void sessionMayGoBeforeItsCalls()
    {
        SandboxSession on({}, AuthScheme::Token, {.users = 200, .latencyMs = 50});
        QObject context;
        on.client()->listUsers({}, &context, [](const UserPage &) {});
        on.session.reset();
        QTRY_VERIFY(on.sandbox->requestCount("get-management-token") <= 1);
    }
};

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
