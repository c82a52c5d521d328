// SPDX-License-Identifier: Apache-2.0
#include "store/history/listqueries.h"
#include "support/journalrows.h"
#include "support/listrunfixture.h"
#include "support/processtimer.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int longestRunMs = 60'000;
constexpr int users = 12;

/// The states of the items that have been tried and have no outcome.
QSet<QString> statesOfTheTried(const JournalRows &rows)
{
    QSet<QString> states;
    for (const JournalRows::Item &item : rows.items) {
        if (item.attempts > 0 && item.outcome.isEmpty())
            states.insert(item.state);
    }
    return states;
}

} // namespace

/// A user whom a run leaves for another run does not look like one who is done with, in history and counts.
class TestOpenItems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopsWithinASecondAndIsGoneOnWith();
    void refusedKeyLeavesThemPending();
    void waitingForTheServerLeavesThemPending();
    void whatNobodyKnowsStaysUnknown();
};

void TestOpenItems::stopsWithinASecondAndIsGoneOnWith()
{
    const SandboxSession on({}, AuthScheme::Token, {.users = 200, .latencyMs = 50});
    auto run = std::make_unique<ListRunFixture>(on);
    run->start({.plan = listPlan(on, 60), .options = {.proofLimit = 2s}});
    QTRY_VERIFY_WITH_TIMEOUT(run->summary().done() >= 5, longestRunMs);
    ProcessTimer time;
    time.start();
    run->runner().stop();
    QTRY_VERIFY_WITH_TIMEOUT(run->end(), longestRunMs);
    QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed())));
    QVERIFY(run->end()->isStopped && !run->end()->error && !run->end()->isFinished);
    const qint64 jobId = run->end()->jobId;
    run.reset();
    // What was ready to leave has stayed here, the journal says so, and it does not count.
    const JournalRows rows = JournalRows::read(on.journal.file());
    const qint64 keptBack = std::ranges::count(rows.attempts, u"not_sent"_s, &JournalRows::Attempt::state);
    QVERIFY(keptBack > 0);
    QCOMPARE(on.sandbox->requestCount("kick-users"), rows.attempts.size() - keptBack);
    const auto database = Database::open(on.journal.file(), Database::Access::ReadOnly);
    const auto open = ListQueries::openItems(**database, jobId, -1, 60);
    const auto isKeptBack = [](const ListItem &item) {
        return item.state == ItemState::Pending && item.attempts == 1 && !item.hasLeft &&
               item.groups.isEmpty();
    };
    QCOMPARE(std::ranges::count_if(*open, isKeptBack), keptBack);

    ListRunFixture second(on);
    second.runner().resume(0);
    QTRY_VERIFY_WITH_TIMEOUT(second.end(), longestRunMs);
    QVERIFY(second.end()->isFinished);
    QCOMPARE(second.summary().count(KickOutcome::Verified), 60);
    // What was answered when the stop came is not sent again.
    QCOMPARE(on.sandbox->requestCount("kick-users"), 60);
}

void TestOpenItems::refusedKeyLeavesThemPending()
{
    SandboxSession on;
    on.sandbox->setFaults({u"key-revoked@kick-users"_s});
    ListRunFixture run(on);
    run.start({.plan = listPlan(on, users), .options = {.proofLimit = 2s}});
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QCOMPARE(run.end()->error->kind, ErrorKind::Halted);
    const JournalRows rows = JournalRows::read(on.journal.file());
    QCOMPARE(statesOfTheTried(rows), QSet{u"pending"_s});
    QVERIFY(rows.isIntact);
}

void TestOpenItems::waitingForTheServerLeavesThemPending()
{
    SandboxSession on;
    on.sandbox->setFaults({u"429-retry-seconds@kick-users"_s});
    ListRunFixture run(on);
    run.start({.plan = listPlan(on, users), .options = {.proofLimit = 2s}});
    const auto isRefused = [&on] {
        const QList<JournalRows::Item> items = JournalRows::read(on.journal.file()).items;
        return std::ranges::any_of(items, [](const auto &item) { return item.state == "retry_at"_L1; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isRefused(), longestRunMs);
    run.runner().stop();
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QVERIFY(run.end()->isStopped);
    const JournalRows rows = JournalRows::read(on.journal.file());
    QCOMPARE(statesOfTheTried(rows), QSet{u"pending"_s});
    QVERIFY(rows.isIntact);
}

void TestOpenItems::whatNobodyKnowsStaysUnknown()
{
    SandboxSession on;
    on.sandbox->setFaults({u"reset-before@kick-users"_s});
    ListRunFixture run(on);
    run.start({.plan = listPlan(on, 1), .options = {.proofLimit = 2s}});
    QTRY_VERIFY_WITH_TIMEOUT(on.sandbox->requestCount("check-session-status") > 0, longestRunMs);
    on.sandbox->setFaults({u"key-revoked@kick-users"_s});
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QCOMPARE(run.end()->error->kind, ErrorKind::Halted);
    const JournalRows rows = JournalRows::read(on.journal.file());
    QCOMPARE(rows.attempts.size(), 2);
    QCOMPARE(rows.attempts.constLast().state, u"rejected"_s);
    QCOMPARE(statesOfTheTried(rows), QSet{u"unknown"_s});
}

QTEST_GUILESS_MAIN(TestOpenItems)
#include "tst_openitems.moc"
