// SPDX-License-Identifier: Apache-2.0
#include "kick/listplanner.h"
#include "kick/listresolver.h"
#include "support/kicktarget.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

Result<PlannedList> plan(const SandboxSession &on, const ListResolution &resolution, const ListWish &wish)
{
    ListPlanner planner(on.session.get());
    QObject context;
    return *answerOf<Result<PlannedList>>(
        [&](auto handler) { planner.plan(resolution, wish, &context, {}, handler); });
}

Result<ListResolution> everyoneOnline(const SandboxSession &on, const QString &appId)
{
    ListResolver resolver(on.session.get());
    QObject context;
    return *answerOf<Result<ListResolution>>(
        [&](auto handler) { resolver.resolveOnline(appId, &context, {}, handler); });
}

} // namespace

/// A list becomes a plan, over real HTTP.
class TestListPlanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyoneOnlineIsPlanned();
};

void TestListPlanner::everyoneOnlineIsPlanned()
{
    const SandboxSession on;
    const KickTarget target = onlineTarget(on, 2);
    const QString appId = target.appIds.constFirst();
    const Result<ListResolution> resolution = everyoneOnline(on, appId);
    QVERIFY2(resolution.hasValue(), resolution ? "" : qPrintable(errorText(resolution.error())));
    QVERIFY(resolution->rows.size() > 20);

    const Result<PlannedList> planned = plan(on, *resolution, {.appIds = target.appIds});
    QVERIFY2(planned.hasValue(), planned ? "" : qPrintable(errorText(planned.error())));
    QCOMPARE(planned->plan.items.size(), resolution->rows.size());
    QCOMPARE(planned->plan.poolId, on.address.poolId);
    for (const ListPlanItem &item : planned->plan.items) {
        QCOMPARE(item.appIds, target.appIds);
        KickTarget asked{.userId = item.userId, .appIds = item.appIds};
        QCOMPARE(item.before, sessionStates(on.client(), asked));
        QCOMPARE(item.before.constFirst(), SessionState::Online);
    }
}

QTEST_GUILESS_MAIN(TestListPlanner)
#include "tst_listplanner.moc"
