// SPDX-License-Identifier: Apache-2.0
#include "support/journalrows.h"
#include "support/kicktarget.h"

#include <QElapsedTimer>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Stage = KickProgress::Stage;

/// Far longer than anything that a stop may wait for.
constexpr auto longDeadline = 30s;
/// A stop waits for the disk only.
constexpr std::chrono::milliseconds soon = 5s;

} // namespace

Q_DECLARE_METATYPE(Stage)
Q_DECLARE_METATYPE(KickOutcome)
Q_DECLARE_METATYPE(ItemState)

/// Kicker::stop(): the request on the wire may still be answered, nothing follows it, and what is told
/// afterwards is what is known.
class TestKickStop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopEndsTheKickWhereItIs_data();
    void stopEndsTheKickWhereItIs();
    void requestOnTheWireIsStillAnswered();
    void secondGroupDoesNotFollow();
    void stopBeforeTheFirstAttemptSendsNothing();
};

void TestKickStop::stopEndsTheKickWhereItIs_data()
{
    QTest::addColumn<QStringList>("faults");
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<KickOutcome>("outcome");
    QTest::addColumn<ItemState>("item");
    QTest::addColumn<bool>("isAtOnce");
    const auto rows = [](const char *name, const QStringList &faults, Stage stage, KickOutcome outcome,
                         ItemState item) {
        QTest::addRow("%s", name) << faults << stage << outcome << item << false;
        QTest::addRow("%s, by whoever is told of it", name) << faults << stage << outcome << item << true;
    };

    rows("pause after a refusal for now", {u"429-retry-seconds"_s}, Stage::Waiting, KickOutcome::Rejected,
         ItemState::Rejected);
    rows("pause after nobody knew", {u"reset-before"_s}, Stage::Waiting, KickOutcome::Unknown,
         ItemState::Unknown);
    rows("check after nobody knew", {u"close-no-answer"_s, u"never@check-session-status"_s}, Stage::Checking,
         KickOutcome::Unknown, ItemState::Unknown);
    rows("proof that does not come", {u"never@check-session-status"_s}, Stage::Proving, KickOutcome::Accepted,
         ItemState::Accepted);
    rows("proof of a session that stays", {u"session-stays"_s}, Stage::Proving, KickOutcome::Accepted,
         ItemState::Accepted);
}

void TestKickStop::stopEndsTheKickWhereItIs()
{
    QFETCH(QStringList, faults);
    QFETCH(Stage, stage);
    QFETCH(KickOutcome, outcome);
    QFETCH(ItemState, item);
    QFETCH(bool, isAtOnce);

    const SandboxSession on;
    KickPlan target = onlineTarget(on);
    target.proofLimit = longDeadline;
    on.sandbox->setFaults(faults);
    on.client()->setDeadline(longDeadline);
    QObject context;
    QElapsedTimer sinceStop;
    const auto progress = [&](const KickProgress &now) {
        if (now.stage != stage || sinceStop.isValid())
            return;
        sinceStop.start();
        if (isAtOnce)
            on.session->kicker()->stop();
        else
            QTimer::singleShot(0, &context, [&on] { on.session->kicker()->stop(); });
    };
    const auto result = answerOf<KickResult>(
        [&](auto handler) { on.session->kicker()->start(target, &context, progress, handler); });
    QVERIFY(result.has_value());
    QVERIFY(sinceStop.isValid());
    QVERIFY2(sinceStop.elapsed() < soon.count(), qPrintable(QString::number(sinceStop.elapsed())));
    QVERIFY(result->isInterrupted);
    QCOMPARE(KickOutcomes::wireName(result->outcome), KickOutcomes::wireName(outcome));
    QCOMPARE(result->attempts, 1);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 1);
    const JournalRows rows = JournalRows::read(on.journal.file());
    QVERIFY(rows.isIntact);
    QCOMPARE(rows.attempts.size(), 1);
    QCOMPARE(rows.items.first().state, ItemStates::name(item));
    QCOMPARE(rows.items.first().outcome, KickOutcomes::wireName(outcome));
}

void TestKickStop::requestOnTheWireIsStillAnswered()
{
    // The answer takes longer than the stop.
    const SandboxSession on({}, AuthScheme::Token, {.users = 50, .latencyMs = 300});
    KickPlan target = onlineTarget(on);
    QObject context;
    std::optional<KickResult> result;
    on.session->kicker()->start(target, &context, {}, [&result](const KickResult &end) { result = end; });
    QTRY_COMPARE(on.sandbox->requestCount("kick-users"), 1);
    QVERIFY(!result);
    const qint64 checks = on.sandbox->requestCount("check-session-status");
    on.session->kicker()->stop();
    QTRY_VERIFY(result.has_value());
    QVERIFY(result->isInterrupted);
    QCOMPARE(KickOutcomes::wireName(result->outcome), u"accepted"_s);
    QCOMPARE(result->reply.statusCode, 200);
    QCOMPARE(on.sandbox->requestCount("check-session-status"), checks);
    const JournalRows rows = JournalRows::read(on.journal.file());
    QCOMPARE(rows.attempts.first().state, u"accepted"_s);
    QCOMPARE(rows.items.first().state, u"accepted"_s);
}

void TestKickStop::secondGroupDoesNotFollow()
{
    const SandboxSession on({u"apps-51"_s}, AuthScheme::Token, {.users = 50, .latencyMs = 100});
    KickPlan target = onlineTarget(on, 51);
    QObject context;
    std::optional<KickResult> result;
    on.session->kicker()->start(target, &context, {}, [&result](const KickResult &end) { result = end; });
    QTRY_COMPARE(on.sandbox->requestCount("kick-users"), 1);
    on.session->kicker()->stop();
    QTRY_VERIFY(result.has_value());
    QCOMPARE(result->attempts, 1);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 1);
    // Neither success nor refusal: some of it was never asked for.
    QCOMPARE(KickOutcomes::wireName(result->outcome), u"unknown"_s);
    QVERIFY(result->isInterrupted);
}

void TestKickStop::stopBeforeTheFirstAttemptSendsNothing()
{
    const SandboxSession on;
    const KickPlan target = onlineTarget(on);
    QObject context;
    std::optional<KickResult> result;
    on.session->kicker()->start(target, &context, {}, [&result](const KickResult &end) { result = end; });
    on.session->kicker()->stop();
    QTRY_VERIFY(result.has_value());
    QCOMPARE(KickOutcomes::wireName(result->outcome), u"not_sent"_s);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 0);
    QCOMPARE(JournalRows::read(on.journal.file()).items.first().state, u"not_sent"_s);
}

QTEST_GUILESS_MAIN(TestKickStop)
#include "tst_kickstop.moc"
