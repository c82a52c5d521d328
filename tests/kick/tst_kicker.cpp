// SPDX-License-Identifier: Apache-2.0
#include "api/net/httpdate.h"
#include "api/net/qnamtransport.h"
#include "kick/pool/signins.h"
#include "support/kicktarget.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

KickResult kick(const SandboxSession &on, const KickPlan &target)
{
    QObject context;
    return *answerOf<KickResult>(
        [&](auto handler) { on.session->kicker()->start(target, &context, {}, handler); });
}

/// The first user and so many applications.
KickPlan someone(const SandboxSession &on, qsizetype applications = 2)
{
    QObject context;
    const auto users =
        answerOf<Result<Page<User>>>([&](auto handler) { on.client()->listUsers({}, &context, handler); });
    const auto apps = answerOf<Result<QList<Application>>>(
        [&](auto handler) { on.session->applicationLister()->list(&context, handler); });
    KickPlan target{.target = {.identifier = (*users)->list.first().userId}};
    for (const Application &application : (*apps)->mid(0, applications))
        target.target.appIds << application.appId;
    return target;
}

/// Dates the answers to kicks an hour later than they are: as they look to a computer whose clock was set
/// back while the kick was on the wire.
class MovedClock : public Transport
{
public:
    PendingCall *send(const HttpRequest &request, QObject *context, Handler handler) override
    {
        const bool isKick = request.url.path().endsWith("kick-users"_L1);
        return m_network.send(request, context, [isKick, handler](HttpAnswer answer) {
            for (NameValue &header : answer.headers) {
                if (isKick && header.name == "date")
                    header.value = HttpDates::format(HttpDates::parse(header.value).addSecs(3600));
            }
            handler(answer);
        });
    }

private:
    QnamTransport m_network;
};

/// Remembers which requests want a connection that has carried nothing before.
class WatchedRequests : public Transport
{
public:
    PendingCall *send(const HttpRequest &request, QObject *context, Handler handler) override
    {
        m_isAlone[request.url.path().section(u'/', -1)] << request.hasOwnConnection;
        return m_network.send(request, context, std::move(handler));
    }

    QList<bool> isAlone(const QString &endpoint) const { return m_isAlone.value(endpoint); }

private:
    QnamTransport m_network;
    QHash<QString, QList<bool>> m_isAlone;
};

KickResult kickThrough(Transport *transport, const SandboxSession &on, const KickPlan &plan)
{
    Authenticator authenticator(on.profile(), on.address.secret, transport);
    Client client(on.address.host, transport, &authenticator);
    Resolver resolver(&client);
    Verifier verifier(&client);
    Kicker kicker({.client = &client,
                   .authenticator = &authenticator,
                   .resolver = &resolver,
                   .verifier = &verifier,
                   .journal = &on.journal},
                  on.profile());
    QObject context;
    return *answerOf<KickResult>([&](auto handler) { kicker.start(plan, &context, {}, handler); });
}

} // namespace

class TestKicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clockSetWhileItIsOnTheWireHidesNoSignIn();
    void whatProvesHasAConnectionOfItsOwn();
    void signInOfTheSameSecondCounts_data();
    void signInOfTheSameSecondCounts();
    void acceptedKickHasTheServersWords()
    {
        const SandboxSession on;
        const KickResult result = kick(on, someone(on));
        QCOMPARE(result.outcome, KickOutcome::Accepted);
        QCOMPARE(result.reply.message.plain(), u"操作成功"_s);
        QCOMPARE(result.reply.statusCode, 200);
        QVERIFY(!result.reply.requestId.isEmpty());
        QCOMPARE(result.attempts, 1);
        QCOMPARE(on.sandbox->requestCount("kick-users"), 1);
    }

    void fiftyOneApplicationsAreTwoRequests()
    {
        const SandboxSession on({}, AuthScheme::Token, {.users = 200, .applications = 60});
        const KickResult result = kick(on, someone(on, 51));
        QCOMPARE(result.outcome, KickOutcome::Accepted);
        QCOMPARE(result.attempts, 2);
        QList<qsizetype> sizes;
        for (const SandboxRequest &request : on.sandbox->requests()) {
            if (request.endpoint == "kick-users")
                sizes << QJsonDocument::fromJson(request.body)["appIds"_L1].toArray().size();
        }
        QCOMPARE(sizes, QList<qsizetype>({50, 1}));
    }

    void outcomeAndAttempts_data()
    {
        QTest::addColumn<KickOutcome>("outcome");
        QTest::addColumn<int>("attempts");

        QTest::newRow("token-expired") << KickOutcome::Accepted << 2;
        QTest::newRow("success-false") << KickOutcome::Rejected << 1;
        QTest::newRow("code-403") << KickOutcome::Rejected << 1;
        QTest::newRow("code-500") << KickOutcome::Unknown << 1;
        QTest::newRow("close-no-answer") << KickOutcome::Unknown << 1;
        QTest::newRow("503") << KickOutcome::Rejected << 3;
        QTest::newRow("key-revoked") << KickOutcome::Rejected << 1;
        QTest::newRow("429-retry-huge") << KickOutcome::Rejected << 1;
    }

    void outcomeAndAttempts()
    {
        QFETCH(KickOutcome, outcome);
        QFETCH(int, attempts);
        const SandboxSession on({QString::fromLatin1(QTest::currentDataTag())});
        const KickResult result = kick(on, someone(on));
        QCOMPARE(KickOutcomes::wireName(result.outcome), KickOutcomes::wireName(outcome));
        QCOMPARE(result.attempts, attempts);
        // An attempt that gets no token any more never leaves.
        QVERIFY(on.sandbox->requestCount("kick-users") <= attempts);
        QCOMPARE(result.error.has_value(), outcome != KickOutcome::Accepted);
    }

    void attemptsAreSignedAnew()
    {
        const SandboxSession on({u"503"_s}, AuthScheme::Signature);
        QCOMPARE(kick(on, someone(on)).attempts, 3);
        QSet<QByteArray> nonces;
        for (const SandboxRequest &request : on.sandbox->requests()) {
            for (const auto &[name, value] : request.headers) {
                if (request.endpoint == "kick-users" && name.toLower() == "x-authing-signature-nonce")
                    nonces << value;
            }
        }
        QCOMPARE(nonces.size(), 3);
    }

    void unreachableHostIsNotSent()
    {
        SandboxSession on;
        const KickPlan target = someone(on);
        on.sandbox.reset();
        const KickResult result = kick(on, target);
        QCOMPARE(result.outcome, KickOutcome::NotSent);
        QCOMPARE(result.error->code, ErrorCode::ConnectionRefused);
    }
};

/// The user signs in right after the kick, whose result is unknown.
void TestKicker::clockSetWhileItIsOnTheWireHidesNoSignIn()
{
    const SandboxSession on;
    KickPlan plan = onlineTarget(on);
    plan.proofLimit = std::chrono::seconds(2);
    on.sandbox->setFaults({u"code-500"_s, u"relogin"_s});
    MovedClock transport;
    const KickResult result = kickThrough(&transport, on, plan);
    QCOMPARE(result.outcome, KickOutcome::Unknown);
    QCOMPARE(result.attempts, 1);
    QVERIFY(result.relogin);
}

/// A surplus answer on a connection would be taken for that of the next request.
void TestKicker::whatProvesHasAConnectionOfItsOwn()
{
    const SandboxSession on;
    KickPlan plan = onlineTarget(on);
    plan.proofLimit = std::chrono::seconds(2);
    WatchedRequests transport;
    QCOMPARE(kickThrough(&transport, on, plan).outcome, KickOutcome::Verified);
    QCOMPARE(transport.isAlone(u"kick-users"_s), QList<bool>(1, true));
    QCOMPARE(transport.isAlone(u"check-session-status"_s), QList<bool>(plan.target.appIds.size(), true));
    QCOMPARE(transport.isAlone(u"get-user-login-history"_s), QList<bool>(1, true));
}

void TestKicker::signInOfTheSameSecondCounts_data()
{
    QTest::addColumn<QTime>("signIn");
    QTest::addColumn<bool>("counts");
    QTest::newRow("before") << QTime(7, 59, 59) << false;
    QTest::newRow("before, to the millisecond") << QTime(8, 0, 0, 499) << false;
    // A server that tells no milliseconds tells the beginning of the second.
    QTest::newRow("in the same second") << QTime(8, 0, 0) << true;
    QTest::newRow("at the same time") << QTime(8, 0, 0, 500) << true;
    QTest::newRow("after") << QTime(8, 0, 1) << true;
}

void TestKicker::signInOfTheSameSecondCounts()
{
    QFETCH(QTime, signIn);
    QFETCH(bool, counts);
    const QDate day(2026, 11, 24);
    SignIns signIns;
    signIns.records.append({.appId = {}, .appName = {}, .clientIp = {}, .userAgent = {}, .time = {}});
    signIns.records.first().time = QDateTime(day, signIn, Qt::UTC);
    QCOMPARE(signIns.firstSince(QDateTime(day, QTime(8, 0, 0, 500), Qt::UTC)).has_value(), counts);
}

QTEST_GUILESS_MAIN(TestKicker)
#include "tst_kicker.moc"
