// SPDX-License-Identifier: Apache-2.0
#include "kick/run/listverifier.h"
#include "support/journalrows.h"
#include "support/listrunfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int users = 1000;
constexpr int longestRunMs = 120'000;

PendingCall *answerWith(const QJsonObject &data, QObject *context, Transport::Handler handler)
{
    const QJsonDocument answer(QJsonObject{{u"statusCode"_s, 200}, {u"data"_s, data}});
    auto *call = new PendingAnswer<HttpAnswer>(context, std::move(handler));
    call->finishLater({.status = 200, .headers = {}, .body = answer.toJson()});
    return call;
}

/// The list of online users is empty, although every single check says online.
class LyingTransport : public Transport
{
public:
    PendingCall *send(const HttpRequest &request, QObject *context, Handler handler) override
    {
        const bool isList = request.url.path().endsWith("list-application-active-users"_L1);
        const QJsonObject data = isList ? QJsonObject{{u"totalCount"_s, 0}, {u"list"_s, QJsonArray()}}
                                        : QJsonObject{{u"active"_s, true}};
        return answerWith(data, context, std::move(handler));
    }
};

/// Sixty are online on two pages, of which the second tells @p secondTotal; those asked about singly are not.
class TwoPages : public Transport
{
public:
    explicit TwoPages(int secondTotal)
        : m_secondTotal(secondTotal)
    {
    }

    PendingCall *send(const HttpRequest &request, QObject *context, Handler handler) override
    {
        QJsonObject data{{u"active"_s, false}};
        if (request.url.path().endsWith("list-application-active-users"_L1)) {
            const QJsonObject body = QJsonDocument::fromJson(request.body).object();
            const int page = body["options"_L1]["pagination"_L1]["page"_L1].toInt();
            QJsonArray list;
            for (int user = (page - 1) * Client::maximumLimit;
                 user < std::min(page * Client::maximumLimit, online); ++user)
                list.append(QJsonObject{{u"userId"_s, u"online%1"_s.arg(user)}});
            data = {{u"totalCount"_s, page == 1 ? online : m_secondTotal}, {u"list"_s, list}};
        }
        return answerWith(data, context, std::move(handler));
    }

    static constexpr int online = 60;

private:
    int m_secondTotal;
};

/// What the list of @p transport proves about users who are not in it.
std::optional<ActiveSweepAnswer> sweep(Transport *transport)
{
    Authenticator authenticator({.auth = AuthScheme::Signature}, Secret("secret"), transport);
    Client client(QUrl(u"https://api.example.com"_s), transport, &authenticator);
    RequestGate gate;
    ReadGate reads;
    QStringList userIds;
    for (int user = 0; user < users; ++user)
        userIds << Sandbox::userId({.users = users}, user);
    QObject context;
    return answerOf<ActiveSweepAnswer>([&](auto handler) {
        ActiveSweeps::sweep(
            {.client = &client, .gate = &gate, .reads = &reads, .appId = u"app"_s, .userIds = userIds},
            &context, handler);
    });
}

} // namespace

/// The proof of a long list, by set difference.
class TestListVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longListIsProvedByFewQuestions();
    void whoIsStillOnlineIsNotOverlooked();
    void unreadableListIsAskedSingly_data();
    void unreadableListIsAskedSingly();
    void lyingListIsNotTrusted();
    void pagesThatDisagreeProveNothing();
    void listWithGapsIsNoProof();
    void modeIsDecidedByTheQuestions_data();
    void modeIsDecidedByTheQuestions();
    void shortListIsAskedSingly();
    void firstUsersNeedNoProofThatIsForbidden_data();
    void firstUsersNeedNoProofThatIsForbidden();
};

void TestListVerifier::longListIsProvedByFewQuestions()
{
    const SandboxSession on({}, AuthScheme::Token, {.users = 3000, .applications = 1});
    ListRunFixture run(on);
    const ListPlan plan = listPlan(on, users);
    const qint64 pagesBefore = on.sandbox->requestCount("list-application-active-users");
    run.start({.plan = plan, .options = {.proofLimit = 5s, .proof = ProofMode::List, .cap = users}});
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QVERIFY(run.end()->isFinished);
    QCOMPARE(run.summary().count(KickOutcome::Verified), users);
    const qint64 pages = on.sandbox->requestCount("list-application-active-users") - pagesBefore;
    const qint64 questions = on.sandbox->requestCount("check-session-status");
    QVERIFY(pages > 0);
    // The first users are a trial and are asked about singly.
    QVERIFY2(pages + questions <= users / 10, qPrintable(u"%1 + %2"_s.arg(pages).arg(questions)));
    QVERIFY(questions >= ActiveSweeps::fewestSamples);
    QCOMPARE(run.summary().proof, ProofMode::List);
    QVERIFY(run.summary().samples >= ActiveSweeps::fewestSamples);
    QVERIFY(JournalRows::read(on.journal.file()).isIntact);
}

void TestListVerifier::whoIsStillOnlineIsNotOverlooked()
{
    const SandboxSession on({u"session-stays:30"_s}, AuthScheme::Token, {.users = 3000, .applications = 1});
    ListRunFixture run(on);
    run.start(
        {.plan = listPlan(on, users),
         .options = {.proofLimit = 1s, .proof = ProofMode::List, .cap = users, .canary = Canary::None}});
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QVERIFY(run.end()->isFinished);
    QSet<QString> stillOnline;
    for (const KickResult &result : run.items()) {
        if (result.outcome == KickOutcome::StillOnline)
            stillOnline.insert(QString::number(result.journalId));
        else
            QCOMPARE(result.outcome, KickOutcome::Verified);
    }
    QVERIFY(stillOnline.size() > 10);
    QCOMPARE(run.summary().count(KickOutcome::StillOnline), stillOnline.size());
    QCOMPARE(run.summary().count(KickOutcome::Verified), users - stillOnline.size());
}

void TestListVerifier::unreadableListIsAskedSingly_data()
{
    QTest::addColumn<QString>("fault");

    QTest::newRow("forbidden") << u"code-403@list-application-active-users"_s;
    QTest::newRow("broken") << u"half-body@list-application-active-users"_s;
}

void TestListVerifier::unreadableListIsAskedSingly()
{
    QFETCH(QString, fault);

    const SandboxSession on({}, AuthScheme::Token, {.users = 3000, .applications = 1});
    const ListPlan plan = listPlan(on, users);
    on.sandbox->setFaults({fault});
    ListRunFixture run(on);
    run.start(
        {.plan = plan,
         .options = {.proofLimit = 60s, .proof = ProofMode::List, .cap = users, .canary = Canary::None}});
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QVERIFY(run.end()->isFinished);
    QCOMPARE(run.summary().count(KickOutcome::Verified), users);
    QVERIFY(on.sandbox->requestCount("check-session-status") >= users);
}

void TestListVerifier::lyingListIsNotTrusted()
{
    LyingTransport transport;
    const auto answer = sweep(&transport);
    QVERIFY(answer);
    QVERIFY(answer->offline.isEmpty());
    QVERIFY(!answer->isTrusted);
}

void TestListVerifier::pagesThatDisagreeProveNothing()
{
    TwoPages agreeing(TwoPages::online);
    const auto proved = sweep(&agreeing);
    QVERIFY(proved);
    QCOMPARE(proved->offline.size(), users);
    // Somebody signed in between the pages, and may be any of those who are missing.
    TwoPages disagreeing(TwoPages::online + 1);
    const auto unproved = sweep(&disagreeing);
    QVERIFY(unproved);
    QVERIFY(unproved->offline.isEmpty());
}

/// The server's list of who is online lacks some users, whom its kicks do not reach.
void TestListVerifier::listWithGapsIsNoProof()
{
    const SandboxSession on({}, AuthScheme::Token, {.users = 3000, .applications = 1});
    const ListPlan plan = listPlan(on, users);
    on.sandbox->setFaults({u"list-gaps"_s});
    ListRunFixture run(on);
    run.start({.plan = plan, .options = {.proofLimit = 1s, .cap = users, .canary = Canary::None}});
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QVERIFY(run.end()->isFinished);
    QCOMPARE(run.summary().proof, ProofMode::Each);
    QVERIFY2(run.summary().count(KickOutcome::StillOnline) > 5,
             qPrintable(QString::number(run.summary().count(KickOutcome::StillOnline))));
    QCOMPARE(run.summary().count(KickOutcome::Verified) + run.summary().count(KickOutcome::StillOnline),
             users);
    on.sandbox->setFaults({});
    qint64 offline = 0;
    QObject context;
    for (const ListPlanItem &item : plan.items) {
        const auto state = answerOf<Result<SessionState>>([&](auto handler) {
            on.client()->checkSessionStatus(item.target.appIds.first(), item.target.userId, &context,
                                            handler);
        });
        offline += **state == SessionState::Offline ? 1 : 0;
    }
    QCOMPARE(run.summary().count(KickOutcome::Verified), offline);
    // Each user may have come back.
    QCOMPARE(on.sandbox->requestCount("get-user-login-history"), users);
}

void TestListVerifier::modeIsDecidedByTheQuestions_data()
{
    QTest::addColumn<ProofMode>("wanted");
    QTest::addColumn<qint64>("questions");
    QTest::addColumn<ProofMode>("decided");
    const qint64 most = ProofModes::mostQuestions;
    QTest::newRow("few") << ProofMode::Auto << qint64(1) << ProofMode::Each;
    QTest::newRow("as many as are asked") << ProofMode::Auto << most << ProofMode::Each;
    QTest::newRow("one more") << ProofMode::Auto << most + 1 << ProofMode::List;
    QTest::newRow("each, however many") << ProofMode::Each << most * 10 << ProofMode::Each;
    QTest::newRow("by list, however few") << ProofMode::List << qint64(1) << ProofMode::List;
}

void TestListVerifier::modeIsDecidedByTheQuestions()
{
    QFETCH(ProofMode, wanted);
    QFETCH(qint64, questions);
    QFETCH(ProofMode, decided);
    QCOMPARE(ProofModes::decided(wanted, questions), decided);
    QCOMPARE(ProofModes::fromWireName(ProofModes::wireName(wanted)), wanted);
}

void TestListVerifier::shortListIsAskedSingly()
{
    const SandboxSession on;
    ListRunFixture run(on);
    const ListPlan plan = listPlan(on, 60);
    const qint64 pagesBefore = on.sandbox->requestCount("list-application-active-users");
    run.start({.plan = plan, .options = {.proofLimit = 5s}});
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QCOMPARE(run.summary().count(KickOutcome::Verified), 60);
    QCOMPARE(on.sandbox->requestCount("list-application-active-users"), pagesBefore);
    QVERIFY(on.sandbox->requestCount("check-session-status") >= 60);
    QCOMPARE(run.summary().proof, ProofMode::Each);
    for (const KickResult &result : run.items())
        QCOMPARE(Proofs::mode(result.apps), ProofMode::Each);
}

void TestListVerifier::firstUsersNeedNoProofThatIsForbidden_data()
{
    QTest::addColumn<QString>("fault");
    for (const char *fault : {"code-402", "code-403"})
        QTest::newRow(fault) << QString::fromLatin1(fault);
}

void TestListVerifier::firstUsersNeedNoProofThatIsForbidden()
{
    QFETCH(QString, fault);
    const SandboxSession on({fault + u"@check-session-status"_s});
    ListRunFixture run(on);
    run.start({.plan = listPlan(on, 101), .options = {.proofLimit = 1s, .canary = Canary::Automatic}});
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QVERIFY(!run.end()->error);
    QCOMPARE(run.summary().count(KickOutcome::Accepted), 101);
}

QTEST_GUILESS_MAIN(TestListVerifier)

#include "tst_listverifier.moc"
