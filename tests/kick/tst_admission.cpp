// SPDX-License-Identifier: Apache-2.0
#include "kick/single/kickstate.h"
#include "support/journalrows.h"
#include "support/kicktarget.h"
#include "support/listrunfixture.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int longestRunMs = 60'000;

KickResult kick(const SandboxSession &on, const KickPlan &plan)
{
    QObject context;
    return *answerOf<KickResult>(
        [&](auto handler) { on.session->kicker()->start(plan, &context, {}, handler); });
}

User firstUser(const SandboxSession &on)
{
    QObject context;
    const auto users =
        answerOf<Result<Page<User>>>([&](auto handler) { on.client()->listUsers({}, &context, handler); });
    return (*users)->list.first();
}

/// A plan for @p user in one application, by the identifier of @p type.
KickPlan planFor(const SandboxSession &on, const User &user, IdType type)
{
    KickPlan plan = KickPlans::of(type, Users::identifier(user, type).verbatim());
    KickPlans::setUser(&plan, user);
    plan.target.appIds = onlineTarget(on, 1).target.appIds;
    plan.proofLimit = 0s;
    return plan;
}

} // namespace

/// What the rule keeps back reaches neither the server nor the journal, whichever face asks.
class TestAdmission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void planThatMayNotBeSentIsNotSent_data();
    void planThatMayNotBeSentIsNotSent();
    void reasonLetsAProtectedUserBeSent();
    void typedIdentifierIsProtectedToo();
    void movedIdentifierIsNotSent();
    void identifierIsLookedUpBeforeAndAfter();
    void listWithoutTicketIsNotBegun_data();
    void listWithoutTicketIsNotBegun();
    void stepsFollowTheTable_data();
    void stepsFollowTheTable();
};

void TestAdmission::planThatMayNotBeSentIsNotSent_data()
{
    using Change = void (*)(Profile *, const User &);
    QTest::addColumn<Change>("change");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, Change change, ErrorCode code) {
        QTest::newRow(name) << change << code;
    };
    row(
        "oneself", [](Profile *profile, const User &user) { profile->ownUserId = user.userId; },
        ErrorCode::ProtectedSelf);
    row(
        "protected by user ID",
        [](Profile *profile, const User &user) { profile->protectedUsers = {{.userId = user.userId}}; },
        ErrorCode::ProtectedUser);
    row(
        "protected by another identifier",
        [](Profile *profile, const User &user) {
            profile->protectedUsers = {{.userId = u"x"_s, .identifiers = {user.email.verbatim().toUpper()}}};
        },
        ErrorCode::ProtectedUser);
    row(
        "no ticket", [](Profile *profile, const User &) { profile->isTicketRequired = true; },
        ErrorCode::TicketMissing);
    row(
        "no reason", [](Profile *profile, const User &) { profile->isReasonRequired = true; },
        ErrorCode::ReasonMissing);
    row(
        "another pool", [](Profile *profile, const User &) { profile->poolId = u"another"_s; },
        ErrorCode::PoolMismatch);
    row(
        "another pool, where a signature names none",
        [](Profile *profile, const User &) {
            profile->auth = AuthScheme::Signature;
            profile->poolId = u"another"_s;
        },
        ErrorCode::PoolMismatch);
}

void TestAdmission::planThatMayNotBeSentIsNotSent()
{
    using Change = void (*)(Profile *, const User &);
    QFETCH(const Change, change);
    QFETCH(const ErrorCode, code);
    SandboxSession on;
    const User user = firstUser(on);
    KickPlan plan = planFor(on, user, IdType::UserId);
    plan.ticket = u"  "_s;
    plan.reason = u"\t"_s;
    plan.target.overrideReason = u" "_s;
    Profile profile = on.profile();
    change(&profile, user);
    on.open(profile, on.address.secret);
    const KickResult result = kick(on, plan);
    QCOMPARE(result.outcome, KickOutcome::NotSent);
    QCOMPARE(errorCodeName(result.error->code), errorCodeName(code));
    QCOMPARE(result.attempts, 0);
    QCOMPARE(result.journalId, 0);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 0);
}

void TestAdmission::reasonLetsAProtectedUserBeSent()
{
    SandboxSession on;
    const User user = firstUser(on);
    KickPlan plan = planFor(on, user, IdType::UserId);
    plan.target.overrideReason = u"stolen account"_s;
    Profile profile = on.profile();
    profile.ownUserId = user.userId;
    on.open(profile, on.address.secret);
    QCOMPARE(kick(on, plan).outcome, KickOutcome::Accepted);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 1);
}

void TestAdmission::typedIdentifierIsProtectedToo()
{
    SandboxSession on;
    const User user = firstUser(on);
    Profile profile = on.profile();
    profile.protectedUsers = {{.userId = user.userId, .identifiers = {user.email.verbatim()}}};
    on.open(profile, on.address.secret);
    KickPlan plan = KickPlans::of(IdType::Email, user.email.verbatim());
    plan.target.appIds = onlineTarget(on, 1).target.appIds;
    QCOMPARE(kick(on, plan).error->code, ErrorCode::ProtectedUser);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 0);
}

void TestAdmission::movedIdentifierIsNotSent()
{
    const SandboxSession on;
    KickPlan plan = planFor(on, firstUser(on), IdType::Email);
    plan.target.userId = u"000000000000000000000000"_s;
    const KickResult result = kick(on, plan);
    QCOMPARE(result.outcome, KickOutcome::NotSent);
    QCOMPARE(result.error->code, ErrorCode::OtherUserReturned);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 0);
}

void TestAdmission::identifierIsLookedUpBeforeAndAfter()
{
    const SandboxSession on;
    const User user = firstUser(on);
    const KickPlan byEmail = planFor(on, user, IdType::Email);
    const KickPlan byId = planFor(on, user, IdType::UserId);
    const qint64 before = on.sandbox->requestCount("get-user");
    QCOMPARE(kick(on, byId).outcome, KickOutcome::Accepted);
    QCOMPARE(on.sandbox->requestCount("get-user"), before);
    QCOMPARE(kick(on, byEmail).outcome, KickOutcome::Accepted);
    // Before the kick, and after it.
    QCOMPARE(on.sandbox->requestCount("get-user"), before + 2);
}

void TestAdmission::listWithoutTicketIsNotBegun_data()
{
    QTest::addColumn<bool>("isTicket");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("ticket") << true << ErrorCode::TicketMissing;
    QTest::newRow("reason") << false << ErrorCode::ReasonMissing;
}

void TestAdmission::listWithoutTicketIsNotBegun()
{
    QFETCH(const bool, isTicket);
    QFETCH(const ErrorCode, code);
    SandboxSession on;
    Profile profile = on.profile();
    (isTicket ? profile.isTicketRequired : profile.isReasonRequired) = true;
    on.open(profile, on.address.secret);
    ListRunFixture run(on);
    run.start({.plan = listPlan(on, 3)});
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QCOMPARE(errorCodeName(run.end()->error->code), errorCodeName(code));
    QCOMPARE(run.end()->jobId, 0);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 0);
}

void TestAdmission::stepsFollowTheTable_data()
{
    using Step = KickState::Step;
    QTest::addColumn<Step>("from");
    QTest::addColumn<Step>("to");
    QTest::addColumn<bool>("isLegal");
    const auto row = [](const char *name, Step from, Step to, bool isLegal) {
        QTest::newRow(name) << from << to << isLegal;
    };
    row("the rule is asked first", Step::New, Step::Admitting, true);
    row("nothing is sent before the rule is asked", Step::New, Step::Sending, false);
    row("nothing is written before the rule is asked", Step::New, Step::Opening, false);
    row("a single kick is written down", Step::Admitting, Step::Opening, true);
    row("a lost kick is looked at first", Step::Admitting, Step::Checking, true);
    row("a refused kick ends", Step::Admitting, Step::Ended, true);
    row("what could not be written is not sent", Step::Opening, Step::Ended, true);
    row("another group", Step::Sending, Step::Sending, true);
    row("sent again after a pause", Step::Waiting, Step::Sending, true);
    row("no proof without an answer", Step::Waiting, Step::Proving, false);
    row("sent again after a check", Step::Checking, Step::Sending, true);
    row("a proof is the end of sending", Step::Proving, Step::Sending, false);
    row("a proof is written down", Step::Proving, Step::Recording, true);
    row("nothing is sent after the end is written down", Step::Recording, Step::Sending, false);
    row("the end is the end", Step::Ended, Step::Ended, false);
    row("nothing follows the end", Step::Ended, Step::Sending, false);
}

void TestAdmission::stepsFollowTheTable()
{
    using Step = KickState::Step;
    QFETCH(const Step, from);
    QFETCH(const Step, to);
    QFETCH(const bool, isLegal);
    QCOMPARE(KickState::mayFollow(from, to), isLegal);
}

QTEST_GUILESS_MAIN(TestAdmission)
#include "tst_admission.moc"
