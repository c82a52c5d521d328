// SPDX-License-Identifier: Apache-2.0
#include "kick/run/listrunopening.h"
#include "store/journal/listsourcefile.h"
#include "support/answerof.h"
#include "support/listrunfixture.h"

#include <QDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestRunMs = 60'000;

} // namespace

/// Which lists a connection may go on with.
class ListRunOpeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listOfAnotherServerIsNotResumed();
    void rowsOfTheSourceAreWrittenFirst();
    void rowsThatCannotBeKeptAreTold();
    void wrongPlanSendsNothing_data();
    void wrongPlanSendsNothing();
    void builtInSandboxIsFoundAgain();
};

/// Every sandbox has the same pool ID, the same key and the same users.
void ListRunOpeningTest::listOfAnotherServerIsNotResumed()
{
    SandboxSession on;
    on.sandbox->setFaults({u"key-revoked"_s});
    auto run = std::make_unique<ListRunFixture>(on);
    run->start({.plan = listPlan(on, 12)});
    QTRY_VERIFY_WITH_TIMEOUT(run->end(), longestRunMs);
    QVERIFY(!run->end()->isFinished);
    run.reset();

    const SandboxSession other;
    QCOMPARE(other.address.poolId, on.address.poolId);
    QCOMPARE(other.address.keyId, on.address.keyId);
    const QString host = on.profile().host.toString();
    on.open(other.profile(), other.address.secret);
    ListRunFixture second(on);
    second.runner().resume(0);
    QTRY_VERIFY_WITH_TIMEOUT(second.end(), longestRunMs);
    QVERIFY(second.end()->error);
    QCOMPARE(second.end()->error->code, ErrorCode::ListOfOtherPool);
    QVERIFY2(errorText(*second.end()->error).contains(host), qPrintable(errorText(*second.end()->error)));
    QCOMPARE(other.sandbox->requestCount("kick-users"), 0);

    on.sandbox->setFaults({});
    on.open(on.profile(), on.address.secret);
    ListRunFixture third(on);
    third.runner().resume(0);
    QTRY_VERIFY_WITH_TIMEOUT(third.end(), longestRunMs);
    QVERIFY(third.end()->isFinished);
    QCOMPARE(third.summary().count(KickOutcome::Verified), 12);
}

/// They are on the disk before the first request, so that no crash leaves a user without them.
void ListRunOpeningTest::rowsOfTheSourceAreWrittenFirst()
{
    const SandboxSession on;
    const auto written = [&on](const std::function<QByteArray()> &source) {
        return answerOf<Result<OpenedListRun>>([&](const auto &handler) {
            ListRunOpenings::write(on.session.get(), {.plan = listPlan(on, 3), .source = source},
                                   on.session.get(), handler);
        });
    };
    const auto with = written([] { return QByteArray("rows\n"); });
    QVERIFY(with && *with);
    QVERIFY(ListSourceFiles::exists(on.journal.file(), (*with)->record.jobId));
    const auto without = written({});
    QVERIFY(without && *without);
    QVERIFY(!ListSourceFiles::exists(on.journal.file(), (*without)->record.jobId));
    QVERIFY(!(*with)->isSourceLost && !(*without)->isSourceLost);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 0);
}

/// A list whose rows cannot be kept is run all the same, and the summary says so.
void ListRunOpeningTest::rowsThatCannotBeKeptAreTold()
{
    const SandboxSession on;
    // Nothing can be written where a folder is.
    QVERIFY(QDir().mkpath(ListSourceFiles::file(on.journal.file(), 1)));
    ListRunFixture run(on);
    run.start({.plan = listPlan(on, 3), .source = [] { return QByteArray("rows\n"); }});
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QVERIFY(run.end()->isFinished && run.end()->jobId == 1);
    QVERIFY(run.summary().isSourceLost);
    ListRunFixture second(on);
    second.start({.plan = listPlan(on, 3), .source = [] { return QByteArray("rows\n"); }});
    QTRY_VERIFY_WITH_TIMEOUT(second.end(), longestRunMs);
    QVERIFY(!second.summary().isSourceLost);
}

void ListRunOpeningTest::wrongPlanSendsNothing_data()
{
    QTest::addColumn<std::function<void(ListRunWish *)>>("change");
    QTest::addColumn<ErrorCode>("code");
    using Change = std::function<void(ListRunWish *)>;

    QTest::newRow("too old") << Change([](ListRunWish *wish) {
        wish->plan.createdAt = wish->plan.createdAt.addSecs(-86'500);
    }) << ErrorCode::PlanTooOld;
    QTest::newRow("another pool") << Change([](ListRunWish *wish) { wish->plan.poolId = u"another"_s; })
                                  << ErrorCode::PlanOfOtherPool;
    QTest::newRow("another host") << Change([](ListRunWish *wish) {
        wish->plan.host = u"https://a.example"_s;
    }) << ErrorCode::PlanOfOtherPool;
    QTest::newRow("too many users") << Change([](ListRunWish *wish) { wish->options.cap = 9; })
                                    << ErrorCode::ListOverCap;
}

void ListRunOpeningTest::wrongPlanSendsNothing()
{
    QFETCH(std::function<void(ListRunWish *)>, change);
    QFETCH(ErrorCode, code);

    const SandboxSession on;
    ListRunWish wish{.plan = listPlan(on, 10), .options = {.proofLimit = std::chrono::seconds(2)}};
    change(&wish);
    ListRunFixture run(on);
    run.start(wish);
    QTRY_VERIFY_WITH_TIMEOUT(run.end(), longestRunMs);
    QCOMPARE(errorCodeName(run.end()->error->code), errorCodeName(code));
    QCOMPARE(run.end()->jobId, 0);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 0);
}

/// With the same data at the same place, while no other program has it.
void ListRunOpeningTest::builtInSandboxIsFoundAgain()
{
    const QTemporaryDir folder;
    QVERIFY(folder.isValid());
    SandboxOptions options{.users = 50};
    options.usualPort = Sandbox::usualPort(options, folder.path());
    auto first = std::make_unique<Sandbox>(options);
    const Result<SandboxAddress> before = first->start();
    QVERIFY(before);
    QCOMPARE(before->host.port(), int{options.usualPort});
    Sandbox second(options);
    const Result<SandboxAddress> beside = second.start();
    QVERIFY(beside);
    QVERIFY(beside->host != before->host);
    first.reset();
    Sandbox third(options);
    const Result<SandboxAddress> again = third.start();
    QVERIFY(again);
    QCOMPARE(again->host, before->host);
    // Other data are another server.
    QVERIFY(Sandbox::usualPort({.users = 51}, u"/one"_s) != Sandbox::usualPort(options, u"/one"_s));
    QVERIFY(Sandbox::usualPort(options, u"/one"_s) != Sandbox::usualPort(options, u"/another"_s));
}

QTEST_GUILESS_MAIN(ListRunOpeningTest)
#include "tst_listrunopening.moc"
