// SPDX-License-Identifier: Apache-2.0
#include "store/history/historyreader.h"
#include "support/answerof.h"
#include "support/journalsample.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

/// The figures of the day.
class TestHistoryCount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsHowKicksEnded();
};

void TestHistoryCount::countsHowKicksEnded()
{
    const QTemporaryDir folder;
    Journal journal(folder.filePath(u"journal.db"_s));
    HistoryReader reader(journal.file());
    qint64 last = 0;
    for (const KickOutcome outcome : {KickOutcome::Verified, KickOutcome::Verified, KickOutcome::Unknown})
        QVERIFY((last = JournalSamples::write(&journal, {.outcome = outcome})) > 0);
    QVERIFY(JournalSamples::execute(
        journal.file(), uR"(UPDATE items SET relogin = '{"time":""}', apps = '[{"after":"online"}]' )"
                        "WHERE id = 1"_s));
    const auto intended = JournalSamples::begin(&journal);
    QVERIFY(JournalSamples::intend(&journal, intended->key));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const HistoryScope all{
        .since = now.addSecs(-60), .host = u"https://api.authing.cn"_s, .keyId = u"key1"_s, .without = {}};
    QObject context;
    const auto count = [&](const HistoryScope &scope) {
        QList<HistoryTally> tallies = **answerOf<Result<QList<HistoryTally>>>(
            [&](const auto &handler) { reader.count(scope, &context, handler); });
        std::ranges::sort(tallies, {}, [](const HistoryTally &tally) {
            return std::pair(tally.outcome, tally.hasSignedInAgain);
        });
        return tallies;
    };
    const auto tally = [](KickOutcome outcome, qint64 number, bool isAnyOnline, bool hasSignedInAgain) {
        return HistoryTally{.outcome = outcome,
                            .isAnyOnline = isAnyOnline,
                            .hasSignedInAgain = hasSignedInAgain,
                            .count = number};
    };
    QList<HistoryTally> expected{tally(KickOutcome::Verified, 1, false, false),
                                 tally(KickOutcome::Verified, 1, true, true)};
    const auto known = count(all);
    QCOMPARE(known.first(2), expected);
    // One ended so, one was never concluded.
    QCOMPARE(known.size(), 4);
    QVERIFY(std::ranges::all_of(known.sliced(2), [](const HistoryTally &each) {
        return each.outcome == KickOutcome::Unknown && each.count == 1;
    }));
    QVERIFY(JournalSamples::execute(
        journal.file(),
        u"UPDATE items SET error_code = 'rate-limited', outcome = 'rejected' WHERE id = 2"_s));
    const auto postponed = count(all);
    QCOMPARE(std::ranges::count(postponed, true, &HistoryTally::isPostponed), 1);
    QVERIFY(std::ranges::any_of(postponed, [](const HistoryTally &each) {
        return each.isPostponed && each.outcome == KickOutcome::Rejected;
    }));
    HistoryScope part = all;
    part.without = {1, last};
    QCOMPARE(count(part).size(), 2);
    // Kicks through another key, in another pool or before.
    part = all;
    part.keyId = u"key2"_s;
    QCOMPARE(count(part), QList<HistoryTally>());
    part = all;
    part.host = u"http://127.0.0.1:4000"_s;
    QCOMPARE(count(part), QList<HistoryTally>());
    part = all;
    part.since = now.addSecs(60);
    QCOMPARE(count(part), QList<HistoryTally>());
}

QTEST_GUILESS_MAIN(TestHistoryCount)
#include "tst_historycount.moc"
