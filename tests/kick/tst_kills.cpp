// SPDX-License-Identifier: Apache-2.0
#include "support/resumedlist.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Kills in a row with one sandbox and one journal.
constexpr int killsARound = 100;
constexpr int usersARound = 1000;

/// Requests that a process is given before it is killed, at most.
constexpr int longestLife = 40;

constexpr int longestWaitMs = 60'000;

int wantedKills()
{
    const int given = qEnvironmentVariableIntValue("KICKDESK_KILLS");
    return given > 0 ? given : 200;
}

/// Runs side by side have different ones.
quint32 firstSeed()
{
    return static_cast<quint32>(std::max(1, qEnvironmentVariableIntValue("KICKDESK_KILLS_SEED")));
}

/// Lets a process run @p list for a while and kills it; false when it had come to its end by itself.
bool kill(const ResumedList &list, QRandomGenerator *random)
{
    const qint64 last = list.requests() + random->bounded(longestLife);
    ResumeProcess process(list.on());
    process.go();
    const auto isOver = [&] { return process.hasEnded() || list.requests() > last; };
    if (!QTest::qWaitFor(isOver, longestWaitMs) || process.hasEnded()) {
        qWarning("%s", process.err().constData());
        return false;
    }
    process.kill();
    return QTest::qWaitFor([&process] { return process.hasEnded(); }, longestWaitMs);
}

} // namespace

class TestKills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostOrDoneUnrecorded_data();
    void nothingIsLostOrDoneUnrecorded();
    void lostKickIsLookedAtFirst();
    void lostKicksTakeNothingFromTheBudget();
};

void TestKills::nothingIsLostOrDoneUnrecorded_data()
{
    QTest::addColumn<int>("kills");
    QTest::addColumn<quint32>("seed");

    quint32 seed = firstSeed();
    for (int left = wantedKills(); left > 0; left -= killsARound, ++seed)
        QTest::addRow("round %u", seed) << std::min(left, killsARound) << seed;
}

void TestKills::nothingIsLostOrDoneUnrecorded()
{
    QFETCH(int, kills);
    QFETCH(quint32, seed);

    ResumedList list(usersARound);
    QRandomGenerator random(seed);
    QVERIFY(list.prepare());
    QCOMPARE(list.kicks(), 0);
    for (int done = 0; done < kills; ++done) {
        QVERIFY(kill(list, &random));
        QCOMPARE(list.integrity(), u"ok"_s);
    }
    QCOMPARE(list.complete(), 0);
    // Each user once, and again at most for what was on the wire when a process was killed.
    const QString problem = list.problem(qint64{kills} * LaneTransport::maximumInFlight);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    qInfo("%d kills, %lld kicks for %d users", kills, static_cast<long long>(list.kicks()), usersARound);
}

void TestKills::lostKickIsLookedAtFirst()
{
    const SandboxSession on;
    auto run = std::make_unique<ListRunFixture>(on);
    const ListPlan plan = listPlan(on, 1);
    // It arrives, but its answer is lost, and so is the answer to every check.
    on.sandbox->setFaults({u"half-body"_s, u"never@check-session-status"_s});
    run->start({.plan = plan, .options = {.proofLimit = 2s}});
    QTRY_COMPARE_WITH_TIMEOUT(on.sandbox->requestCount("check-session-status"), 1, longestWaitMs);
    run->runner().stop();
    QTRY_VERIFY_WITH_TIMEOUT(run->end(), longestWaitMs);
    QVERIFY(run->items().isEmpty());
    run.reset();

    on.sandbox->setFaults({});
    ListRunFixture second(on);
    second.runner().resume(0);
    QTRY_VERIFY_WITH_TIMEOUT(second.end(), longestWaitMs);
    QCOMPARE(second.summary().count(KickOutcome::Verified), 1);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 1);
}

void TestKills::lostKicksTakeNothingFromTheBudget()
{
    // A tenth of them may be repeated where the server fails, which is less than are on the wire at once.
    constexpr int users = 40;
    const SandboxSession on({u"never"_s});
    auto run = std::make_unique<ListRunFixture>(on);
    // Who was online is unknown, so a session that is gone proves nothing.
    ListPlan plan = listPlan(on, users);
    for (const ListPlanItem &planned : std::exchange(plan.items, {})) {
        ListPlanItem item = planned;
        item.target.before.fill(SessionState::Unknown);
        plan.items.append(item);
    }
    run->start({.plan = plan, .options = {.proofLimit = 60s, .canary = Canary::None}});
    QTRY_COMPARE_WITH_TIMEOUT(on.sandbox->requestCount("kick-users"), on.session->capacity(), longestWaitMs);
    run.reset();

    on.sandbox->setFaults({});
    ListRunFixture second(on);
    second.runner().resume(0);
    QTRY_VERIFY_WITH_TIMEOUT(second.end(), longestWaitMs);
    QCOMPARE(second.summary().count(KickOutcome::Verified), users);
}

QTEST_GUILESS_MAIN(TestKills)
#include "tst_kills.moc"
