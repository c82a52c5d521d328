// SPDX-License-Identifier: Apache-2.0
#include "support/journalrows.h"
#include "support/listrunfixture.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int longestRunMs = 60'000;

JobOptions quick(std::chrono::seconds proofLimit = 2s)
{
    return {.proofLimit = proofLimit};
}

} // namespace

class TestListRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyoneIsProvedOffline();
    void everyFaultHasItsOutcome_data();
    void everyFaultHasItsOutcome();
    void randomFaultsCostFewRequests();
    void outageHalts_data();
    void outageHalts();
    void refusedKeyHaltsAndAnotherGoesOn();
    void refusedProofIsTakenUpByAnotherKey();
    void pauseSendsNothing();
    void onlyTheFailedAreRetried();
    void firstUsersAreATrial();
    void firstUsersAskWhereSomebodyWatches();
    void protectedUserIsSkipped();
    void secondRunnerSeesTheOwner();
    void hundredApplicationsAreTwoRequestsEach();
};

void TestListRunner::everyoneIsProvedOffline()
{
    const SandboxSession on;
    ListRunFixture run(on);
    run.start({.plan = listPlan(on, 40)});
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QVERIFY(!run.end()->error);
    QVERIFY(run.end()->isFinished);
    QCOMPARE(run.summary().count(KickOutcome::Verified), 40);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 40);
    QCOMPARE(run.items().size(), 40);
    const JournalRows rows = JournalRows::read(on.journal.file());
    QVERIFY(rows.isIntact);
    QCOMPARE(rows.items.size(), 40);
}

void TestListRunner::everyFaultHasItsOutcome_data()
{
    QTest::addColumn<KickOutcome>("outcome");

    QTest::newRow("token-expired") << KickOutcome::Verified;
    QTest::newRow("success-false") << KickOutcome::Rejected;
    QTest::newRow("code-404") << KickOutcome::Rejected;
    QTest::newRow("user-gone") << KickOutcome::Skipped;
    QTest::newRow("app-gone") << KickOutcome::Rejected;
    QTest::newRow("session-stays") << KickOutcome::StillOnline;
    QTest::newRow("check-unavailable") << KickOutcome::Accepted;
    QTest::newRow("captive-portal") << KickOutcome::StillOnline;
    QTest::newRow("half-body") << KickOutcome::Verified;
}

void TestListRunner::everyFaultHasItsOutcome()
{
    QFETCH(KickOutcome, outcome);

    const SandboxSession on;
    ListRunFixture run(on);
    const ListPlan plan = listPlan(on, 12);
    on.sandbox->setFaults({QString::fromLatin1(QTest::currentDataTag())});
    run.start({.plan = plan, .options = quick()});
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QVERIFY(run.end()->isFinished);
    for (const KickResult &result : run.items())
        QCOMPARE(KickOutcomes::wireName(result.outcome), KickOutcomes::wireName(outcome));
    QCOMPARE(run.summary().count(outcome), 12);
    const JournalRows rows = JournalRows::read(on.journal.file());
    QVERIFY(rows.isIntact);
    const qsizetype requests = on.sandbox->requestCount("kick-users");
    // A kick may be written while the server closes the connection: it has its row, and the server never
    // reads it.
    const bool isConnectionClosed = QByteArrayView(QTest::currentDataTag()) == "half-body";
    QVERIFY2(rows.attempts.size() == requests || (isConnectionClosed && rows.attempts.size() > requests),
             qPrintable(QString::number(rows.attempts.size() - requests)));
    for (const JournalRows::Item &item : rows.items)
        QCOMPARE(item.outcome, KickOutcomes::wireName(outcome));
}

void TestListRunner::randomFaultsCostFewRequests()
{
    const SandboxSession on({u"close-no-answer:5"_s});
    ListRunFixture run(on);
    run.start({.plan = listPlan(on, 100), .options = quick()});
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QVERIFY(run.end()->isFinished);
    QCOMPARE(run.summary().count(KickOutcome::Verified), 100);
    QVERIFY2(on.sandbox->requestCount("kick-users") <= 110,
             qPrintable(QString::number(on.sandbox->requestCount("kick-users"))));
}

void TestListRunner::outageHalts_data()
{
    QTest::addColumn<QStringList>("faults");

    QTest::newRow("nobody answers") << QStringList{u"close-no-answer"_s,
                                                   u"close-no-answer@check-session-status"_s,
                                                   u"close-no-answer@get-user-login-history"_s};
    QTest::newRow("everything is busy") << QStringList{u"503"_s, u"503@check-session-status"_s};
}

void TestListRunner::outageHalts()
{
    QFETCH(QStringList, faults);

    const SandboxSession on;
    ListRunFixture run(on);
    const ListPlan plan = listPlan(on, 60);
    on.sandbox->setFaults(faults);
    run.start({.plan = plan, .options = quick()});
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QVERIFY(run.end()->error);
    QCOMPARE(errorCodeName(run.end()->error->code), errorCodeName(ErrorCode::TooManyFailures));
    QVERIFY(!run.end()->isFinished);
    const JournalRows rows = JournalRows::read(on.journal.file());
    QVERIFY(rows.isIntact);
    for (const JournalRows::Item &item : rows.items)
        QVERIFY(item.attempts <= AttemptCount::maximum);
    // One that is written into a connection that the server is closing never arrives.
    QVERIFY(on.sandbox->requestCount("kick-users") <= rows.attempts.size());
}

void TestListRunner::refusedKeyHaltsAndAnotherGoesOn()
{
    // Fewer than are proved together.
    constexpr int users = 400;
    SandboxSession on({}, AuthScheme::Token, {.users = users, .latencyMs = 20});
    const ListPlan plan = listPlan(on, users);
    auto run = std::make_unique<ListRunFixture>(on);
    run->start({.plan = plan, .options = quick()});
    QTRY_VERIFY_WITH_TIMEOUT(run->summary().done() >= 10, longestRunMs);
    const qint64 sent = on.sandbox->requestCount("kick-users");
    on.sandbox->setFaults({u"key-revoked"_s});
    QTRY_VERIFY_WITH_TIMEOUT(run->end(), longestRunMs);
    QCOMPARE(run->end()->error->kind, ErrorKind::Halted);
    QVERIFY(on.sandbox->requestCount("kick-users") - sent <= qint64{2} * on.session->capacity());
    const qint64 done = run->summary().done();
    QVERIFY(done < users);
    for (const KickResult &result : run->items())
        QCOMPARE(result.outcome, KickOutcome::Verified);
    const qint64 jobId = run->end()->jobId;
    run.reset();

    // The secret of another key, as far as the sandbox is concerned.
    on.sandbox->setFaults({});
    on.open(on.profile(), on.address.secret);
    ListRunFixture second(on);
    second.runner().resume(jobId);
    QTRY_VERIFY_WITH_TIMEOUT(second.end(), longestRunMs);
    QVERIFY(second.end()->isFinished);
    QCOMPARE(second.items().size(), users - done);
    QCOMPARE(second.summary().count(KickOutcome::Verified), users);
    QVERIFY(JournalRows::read(on.journal.file()).isIntact);
}

void TestListRunner::refusedProofIsTakenUpByAnotherKey()
{
    SandboxSession on;
    const ListPlan plan = listPlan(on, 12);
    on.sandbox->setFaults({u"key-revoked@check-session-status"_s});
    auto run = std::make_unique<ListRunFixture>(on);
    run->start({.plan = plan, .options = quick()});
    QTRY_VERIFY_WITH_TIMEOUT(run->end(), longestRunMs);
    QCOMPARE(run->end()->error->kind, ErrorKind::Halted);
    QCOMPARE(run->items().size(), 0);
    const qint64 sent = on.sandbox->requestCount("kick-users");
    QVERIFY(sent > 0);
    run.reset();

    on.sandbox->setFaults({});
    on.open(on.profile(), on.address.secret);
    ListRunFixture second(on);
    second.runner().resume(0);
    QTRY_VERIFY_WITH_TIMEOUT(second.end(), longestRunMs);
    QVERIFY(second.end()->isFinished);
    QCOMPARE(second.summary().count(KickOutcome::Verified), 12);
    // Those that were kicked are only looked at; a kick may have been on its way with the refused key as
    // well.
    const JournalRows rows = JournalRows::read(on.journal.file());
    QVERIFY(rows.isIntact);
    const auto count = [&rows](const QString &state) {
        return std::ranges::count(rows.attempts, state, &JournalRows::Attempt::state);
    };
    QCOMPARE(count(u"accepted"_s), 12);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 12 + count(u"rejected"_s));
}

void TestListRunner::pauseSendsNothing()
{
    const SandboxSession on({}, AuthScheme::Token, {.users = 200, .latencyMs = 20});
    ListRunFixture run(on);
    run.start({.plan = listPlan(on, 60), .options = quick()});
    QTRY_VERIFY_WITH_TIMEOUT(run.summary().done() >= 5, longestRunMs);
    run.runner().pause();
    // What was on the wire is answered, and nothing has changed while somebody looked several times.
    qint64 known = -1;
    int looks = 0;
    const auto isQuiet = [&] {
        const auto isAnswered = [](const JournalRows::Attempt &attempt) { return attempt.answeredAt > 0; };
        const qint64 answered =
            std::ranges::count_if(JournalRows::read(on.journal.file()).attempts, isAnswered);
        const bool isSame = std::exchange(known, answered) == answered;
        looks = isSame && answered == on.sandbox->requestCount("kick-users") ? looks + 1 : 0;
        return looks >= 5;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isQuiet(), longestRunMs);
    const qint64 sent = on.sandbox->requestCount("kick-users");
    QCOMPARE(run.summary().state, RunState::Paused);
    // No user reads as being sent.
    QCOMPARE(run.summary().sending, 0);
    // Some turns of the loop in which it could have sent.
    QSignalSpy ticks(on.session.get(), &QObject::destroyed);
    QVERIFY(!ticks.wait(300));
    QCOMPARE(on.sandbox->requestCount("kick-users"), sent);
    run.runner().goOn();
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QVERIFY(run.end()->isFinished);
    QCOMPARE(run.summary().count(KickOutcome::Verified), 60);
}

void TestListRunner::onlyTheFailedAreRetried()
{
    const SandboxSession on;
    ListRunFixture first(on);
    on.sandbox->setFaults({u"success-false:50"_s});
    first.start({.plan = listPlan(on, 40), .options = quick()});
    QTRY_VERIFY_WITH_TIMEOUT(first.end(), longestRunMs);
    const qint64 rejected = first.summary().count(KickOutcome::Rejected);
    QVERIFY(rejected > 0 && rejected < 40);
    on.sandbox->setFaults({});
    ListRunFixture second(on);
    second.runner().retry(first.end()->jobId);
    QTRY_VERIFY_WITH_TIMEOUT(second.end(), longestRunMs);
    QVERIFY(second.end()->isFinished);
    QCOMPARE(second.items().size(), rejected);
    QCOMPARE(second.summary().count(KickOutcome::Verified), 40);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 40 + rejected);
    QVERIFY(JournalRows::read(on.journal.file()).isIntact);
}

void TestListRunner::firstUsersAreATrial()
{
    const SandboxSession on({u"session-stays"_s});
    JobOptions options = quick(1s);
    options.canary = Canary::Automatic;
    auto run = std::make_unique<ListRunFixture>(on);
    run->start({.plan = listPlan(on, 101), .options = options});
    QTRY_VERIFY_WITH_TIMEOUT(run->end(), longestRunMs);
    QCOMPARE(run->end()->error->code, ErrorCode::CanaryFailed);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 5);
    run.reset();

    on.sandbox->setFaults({});
    ListRunFixture second(on);
    second.runner().resume(0);
    QTRY_VERIFY_WITH_TIMEOUT(second.end(), longestRunMs);
    QVERIFY(second.end()->isFinished);
    QCOMPARE(second.summary().count(KickOutcome::Verified), 96);
    QCOMPARE(second.summary().count(KickOutcome::StillOnline), 5);
}

void TestListRunner::firstUsersAskWhereSomebodyWatches()
{
    const SandboxSession on;
    JobOptions options = quick();
    options.canary = Canary::Ask;
    ListRunFixture run(on);
    QSignalSpy asked(&run.runner(), &ListRunner::canaryEnded);
    run.start({.plan = listPlan(on, 101), .options = options});
    QTRY_COMPARE_WITH_TIMEOUT(asked.count(), 1, longestRunMs);
    QCOMPARE(run.summary().state, RunState::AskingAfterCanary);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 5);
    run.runner().goOn();
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QCOMPARE(run.summary().count(KickOutcome::Verified), 101);
    QCOMPARE(asked.count(), 1);
}

void TestListRunner::protectedUserIsSkipped()
{
    SandboxSession on;
    ListPlan plan = listPlan(on, 3);
    Profile profile = on.profile();
    profile.ownUserId = plan.items.at(0).target.identifier;
    profile.protectedUsers = {{.userId = plan.items.at(1).target.identifier, .identifiers = {}}};
    on.open(profile, on.address.secret);
    ListPlanItem overridden = plan.items.at(1);
    overridden.target.overrideReason = u"stolen account"_s;
    ListPlanItems items;
    items << plan.items.at(0) << overridden << plan.items.at(2);
    plan.items = items;
    ListRunFixture run(on);
    run.start({.plan = plan, .options = quick()});
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QCOMPARE(run.summary().count(KickOutcome::Skipped), 1);
    QVERIFY(std::ranges::any_of(run.items(), [](const KickResult &result) {
        return result.error && result.error->code == ErrorCode::ProtectedSelf;
    }));
    QCOMPARE(run.summary().count(KickOutcome::Verified), 2);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 2);
    QVERIFY(JournalRows::read(on.journal.file()).isIntact);
}

void TestListRunner::secondRunnerSeesTheOwner()
{
    const SandboxSession on({}, AuthScheme::Token, {.users = 200, .latencyMs = 50});
    ListRunFixture first(on);
    first.start({.plan = listPlan(on, 40), .options = quick()});
    QTRY_VERIFY_WITH_TIMEOUT(first.summary().done() >= 2, longestRunMs);
    ListRunFixture second(on);
    second.runner().resume(first.summary().jobId);
    QTRY_VERIFY_WITH_TIMEOUT(second.end(), longestRunMs);
    QCOMPARE(second.end()->error->code, ErrorCode::ListOwned);
    const QString owner = second.end()->error->detail.plain();
    QVERIFY2(owner.contains(QString::number(QCoreApplication::applicationPid())), qPrintable(owner));
    QTRY_VERIFY_WITH_TIMEOUT(first.end(), longestRunMs);
    QVERIFY(first.end()->isFinished);
    QCOMPARE(first.summary().count(KickOutcome::Verified), 40);
}

void TestListRunner::hundredApplicationsAreTwoRequestsEach()
{
    const SandboxSession on({}, AuthScheme::Token, {.users = 200, .applications = 60});
    ListRunFixture run(on);
    run.start({.plan = listPlan(on, 3, 60), .options = quick(0s)});
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QVERIFY(run.end()->isFinished);
    QCOMPARE(run.summary().count(KickOutcome::Accepted), 3);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 6);
    QCOMPARE(on.sandbox->requestCount("check-session-status"), 0);
}

QTEST_GUILESS_MAIN(TestListRunner)
#include "tst_listrunner.moc"
