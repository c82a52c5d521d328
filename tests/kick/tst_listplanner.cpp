// SPDX-License-Identifier: Apache-2.0
#include "api/net/qnamtransport.h"
#include "core/plan/listplancheck.h"
#include "core/plan/listplanfile.h"
#include "kick/plan/listplanner.h"
#include "kick/plan/listsurvey.h"
#include "support/kicktarget.h"
#include "support/resolvedlist.h"

#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

Result<PlannedList> plan(const SandboxSession &on, const ListResolution &resolution, const ListWish &wish)
{
    ListPlanner planner(on.session.get());
    QObject context;
    return *answerOf<Result<PlannedList>>(
        [&](auto handler) { planner.plan(resolution, wish, &context, {}, handler); });
}

Result<ListResolution> everyoneOnline(const SandboxSession &on, const QString &appId,
                                      const ListProgress::Handler &progress = {})
{
    ListResolver resolver(on.session.get());
    QObject context;
    return *answerOf<Result<ListResolution>>(
        [&](auto handler) { resolver.resolveOnline(appId, &context, progress, handler); });
}

/// The first @p count users of the sandbox as a list.
ListResolution firstUsers(const SandboxSession &on, qsizetype count)
{
    QList<ListUser> users;
    const QList<User> all = everyone(on);
    for (const User &user : all.first(count))
        users << ListUsers::of({}, user);
    return ListResolutions::ofUsers(users);
}

/// True when the states of @p planned are what the sandbox says; a dozen users stand for all.
bool areTrue(const SandboxSession &on, const PlannedList &planned)
{
    const ListPlanItems &items = planned.plan.items;
    const qsizetype step = std::max<qsizetype>(1, items.size() / 12);
    for (qsizetype at = 0; at < items.size(); at += step) {
        const ListPlanItem item = items.at(at);
        if (item.target.before != sessionStates(on.client(), {.target = item.target}))
            return false;
    }
    return true;
}

bool isUnknown(SessionState state)
{
    return state == SessionState::Unknown;
}

} // namespace

/// A list becomes a plan, over real HTTP.
class TestListPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyoneOnlineIsPlanned();
    void listThatMovesIsReadAgain();
    void fewUsersAreAskedForSingly();
    void manyUsersAreReadFromTheList();
    void listThatCannotBeReadIsNotNeeded_data();
    void listThatCannotBeReadIsNotNeeded();
    void unansweredSampleIsADisagreement();
    void withoutChecksNothingIsOffline();
    void onlineTakesWhereTheUserIsOnline();
    void everywhereTakesEveryApplication();
    void typedRowsAreSentAsTyped();
    void refusedRowsAreLeftOut();
    void otherPoolIsRefused();
    void planComesBackFromAFile();
};

void TestListPlanner::everyoneOnlineIsPlanned()
{
    const SandboxSession on;
    const KickPlan target = onlineTarget(on, 2);
    const Result<ListResolution> resolution = everyoneOnline(on, target.target.appIds.constFirst());
    QVERIFY2(resolution.hasValue(), resolution ? "" : qPrintable(errorText(resolution.error())));
    QVERIFY(resolution->rows.size() > 20);

    const Result<PlannedList> planned = plan(on, *resolution, {.appIds = target.target.appIds});
    QVERIFY2(planned.hasValue(), planned ? "" : qPrintable(errorText(planned.error())));
    QCOMPARE(planned->plan.items.size(), resolution->rows.size());
    QCOMPARE(planned->plan.poolId, on.address.poolId);
    QVERIFY(areTrue(on, *planned));
    for (const ListPlanItem &item : planned->plan.items) {
        QCOMPARE(item.target.appIds, target.target.appIds);
        QCOMPARE(item.target.before.constFirst(), SessionState::Online);
    }
}

void TestListPlanner::listThatMovesIsReadAgain()
{
    const SandboxSession on({}, AuthScheme::Token, {.users = 12'000, .latencyMs = 10});
    const KickPlan target = onlineTarget(on, 1);
    const QString appId = target.target.appIds.constFirst();
    // A user goes offline while the pages are read. There are many, because the kick has to open a connection
    // first.
    bool hasKicked = false;
    QObject context;
    const auto kick = [&](const ListProgress &progress) {
        if (std::exchange(hasKicked, true))
            return;
        QVERIFY(progress.total > 2 * QnamTransport::maximumConnections);
        on.client()->kickUsers({.identifier = target.target.identifier, .appIds = {appId}}, &context,
                               [](const auto &) {});
    };
    const Result<ListResolution> resolution = everyoneOnline(on, appId, kick);
    QVERIFY(resolution.hasValue());
    const qsizetype users = resolution->rows.size();
    const qint64 pages = (users + Client::maximumLimit - 1) / Client::maximumLimit;
    QVERIFY(on.sandbox->requestCount("list-application-active-users") > pages);
    // The list keeps every user who was online at any time.
    const auto after = answerOf<Result<Page<User>>>(
        [&](auto handler) { on.client()->listApplicationActiveUsers(appId, 1, 1, &context, handler); });
    QVERIFY(users >= (*after)->totalCount);
}

void TestListPlanner::fewUsersAreAskedForSingly()
{
    const SandboxSession on;
    const QStringList appIds = onlineTarget(on, 2).target.appIds;
    const qint64 before = on.sandbox->requestCount("check-session-status");
    const Result<PlannedList> planned = plan(on, firstUsers(on, 10), {.appIds = appIds});
    QVERIFY(planned.hasValue());
    QCOMPARE(on.sandbox->requestCount("check-session-status") - before, 20);
    QCOMPARE(on.sandbox->requestCount("list-application-active-users"), 0);
    QVERIFY(areTrue(on, *planned));
}

void TestListPlanner::manyUsersAreReadFromTheList()
{
    const SandboxSession on;
    const QStringList appIds = onlineTarget(on, 2).target.appIds;
    const qint64 before = on.sandbox->requestCount("check-session-status");
    const Result<PlannedList> planned = plan(on, firstUsers(on, 200), {.appIds = appIds});
    QVERIFY(planned.hasValue());
    QCOMPARE(on.sandbox->requestCount("check-session-status") - before, 2 * ListSurveys::sampleSize(200));
    QVERIFY(on.sandbox->requestCount("list-application-active-users") >= 2);
    QVERIFY(areTrue(on, *planned));
    QVERIFY(!planned->checkError);
}

void TestListPlanner::listThatCannotBeReadIsNotNeeded_data()
{
    QTest::addColumn<QString>("fault");
    QTest::newRow("forbidden") << u"code-403@list-application-active-users"_s;
    QTest::newRow("damaged") << u"truncated-json@list-application-active-users"_s;
    QTest::newRow("refused") << u"code-400@list-application-active-users"_s;
}

void TestListPlanner::listThatCannotBeReadIsNotNeeded()
{
    QFETCH(const QString, fault);
    const SandboxSession on({fault});
    const QStringList appIds = onlineTarget(on, 1).target.appIds;
    const qint64 before = on.sandbox->requestCount("check-session-status");
    const Result<PlannedList> planned = plan(on, firstUsers(on, 60), {.appIds = appIds});
    QVERIFY(planned.hasValue());
    QCOMPARE(on.sandbox->requestCount("check-session-status") - before, 60);
    QVERIFY(areTrue(on, *planned));
}

void TestListPlanner::unansweredSampleIsADisagreement()
{
    const SandboxSession on;
    const QStringList appIds = onlineTarget(on, 1).target.appIds;
    on.sandbox->setFaults({u"code-400@check-session-status"_s});
    const qint64 before = on.sandbox->requestCount("check-session-status");
    const Result<PlannedList> planned = plan(on, firstUsers(on, 60), {.appIds = appIds});
    QVERIFY(planned.hasValue());
    QCOMPARE(on.sandbox->requestCount("check-session-status") - before, ListSurveys::sampleSize(60) + 60);
    QVERIFY(planned->checkError.has_value());
    for (const ListPlanItem &item : planned->plan.items)
        QVERIFY(std::ranges::all_of(item.target.before, isUnknown));
}

void TestListPlanner::withoutChecksNothingIsOffline()
{
    const SandboxSession on;
    on.sandbox->setFaults({u"check-unavailable"_s});
    const Result<PlannedList> planned = plan(on, firstUsers(on, 10), {.scope = KickScope::Online});
    QVERIFY2(planned.hasValue(), planned ? "" : qPrintable(errorText(planned.error())));
    QCOMPARE(planned->checkError->code, ErrorCode::Forbidden);
    QCOMPARE(planned->plan.items.size(), 10);
    QVERIFY(planned->offlineRows.isEmpty());
    for (const ListPlanItem &item : planned->plan.items)
        QVERIFY(std::ranges::all_of(item.target.before, isUnknown));
    // A key that may not ask is not asked again and again.
    QVERIFY(on.sandbox->requestCount("check-session-status") < 20);
}

void TestListPlanner::onlineTakesWhereTheUserIsOnline()
{
    const SandboxSession on;
    const Result<PlannedList> planned = plan(on, firstUsers(on, 30), {.scope = KickScope::Online});
    QVERIFY(planned.hasValue());
    QVERIFY(!planned->plan.items.isEmpty());
    QVERIFY(!planned->offlineRows.isEmpty());
    QCOMPARE(planned->plan.items.size() + planned->offlineRows.size(), 30);
    QVERIFY(areTrue(on, *planned));
    for (const ListPlanItem &item : planned->plan.items) {
        QVERIFY(!planned->offlineRows.contains(item.row));
        QVERIFY(!item.target.before.contains(SessionState::Offline));
    }
}

void TestListPlanner::everywhereTakesEveryApplication()
{
    const SandboxSession on;
    const Result<PlannedList> planned = plan(on, firstUsers(on, 5), {.scope = KickScope::Everywhere});
    QVERIFY(planned.hasValue());
    QCOMPARE(planned->plan.items.size(), 5);
    QCOMPARE(planned->plan.items.constFirst().target.appIds.size(), SandboxOptions{}.applications);
    QVERIFY(areTrue(on, *planned));
    const ListPlanSummary summary = ListPlans::summary(planned->plan);
    QCOMPARE(summary.kickRequests, 5);
    QCOMPARE(summary.applications, SandboxOptions{}.applications);
    QVERIFY(summary.liveSessions > 0);
    QCOMPARE(summary.uncheckedSessions, 0);
}

void TestListPlanner::typedRowsAreSentAsTyped()
{
    const SandboxSession on({u"search-forbidden"_s});
    const Result<ListResolution> phones = resolve(on, {u"138 0013 8000"_s}, IdType::Phone);
    const Result<PlannedList> planned = plan(on, *phones, {.appIds = {u"62188e71c1a2b3075289c580"_s}});
    QVERIFY(planned.hasValue());
    const ListPlanItem item = planned->plan.items.constFirst();
    QCOMPARE(item.target.identifier, u"13800138000"_s);
    QCOMPARE(item.target.identifierType, IdType::Phone);
    QVERIFY(item.target.userId.isEmpty());
    QVERIFY(item.target.before.isEmpty());

    const Result<ListResolution> ids = resolve(on, {u"6319a1504f3c0f214dd5b7aa"_s}, IdType::UserId);
    const Result<PlannedList> plannedIds = plan(on, *ids, {.appIds = {u"62188e71c1a2b3075289c580"_s}});
    QCOMPARE(plannedIds->plan.items.constFirst().target.userId, u"6319a1504f3c0f214dd5b7aa"_s);
}

void TestListPlanner::refusedRowsAreLeftOut()
{
    const SandboxSession on;
    const QString known = everyone(on).constFirst().userId;
    ListResolution list = *resolve(on, {u"nobody-of-that-name"_s, {}, known, known, u"*"_s}, IdType::UserId);
    const ListWish wish{.appIds = onlineTarget(on, 1).target.appIds};
    QCOMPARE(plan(on, list, wish)->plan.items.size(), 1);
    QCOMPARE(plan(on, list, wish)->plan.items.constFirst().row, 3);
    ListResolutions::setRemoved(list, 2, true);
    QVERIFY(plan(on, list, wish)->plan.items.isEmpty());
}

void TestListPlanner::otherPoolIsRefused()
{
    SandboxSession on;
    const ListResolution list = firstUsers(on, 1);
    Profile profile = on.profile();
    profile.poolId = u"62f20932716fbcc10d966ee5"_s;
    on.open(profile, on.address.secret);
    const Result<PlannedList> planned = plan(on, list, {.scope = KickScope::Everywhere});
    QVERIFY(!planned.hasValue());
    QCOMPARE(planned.error().code, ErrorCode::PoolMismatch);
}

void TestListPlanner::planComesBackFromAFile()
{
    const SandboxSession on;
    const Result<PlannedList> planned = plan(on, firstUsers(on, 30), {.scope = KickScope::Online});
    const QString file = on.folder.filePath(u"plan.json"_s);
    QVERIFY(!ListPlanFiles::save(planned->plan, file));
    const Result<ListPlan> read = ListPlanFiles::load(file);
    QVERIFY(read.hasValue());
    QCOMPARE(ListPlanFiles::write(*read), ListPlanFiles::write(planned->plan));
    QVERIFY(!ListPlans::problem(*read, on.profile(), on.address.poolId, QDateTime::currentDateTimeUtc()));
}

QTEST_GUILESS_MAIN(TestListPlanner)
#include "tst_listplanner.moc"
