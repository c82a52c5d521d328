// SPDX-License-Identifier: Apache-2.0
#include "store/journalfixture.h"
#include "support/answer.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

JournalItem item(const QString &userId, const QString &name)
{
    return {.userId = userId, .targetUserId = userId, .targetName = ServerText(name), .appIds = {u"app-1"_s}};
}

HistoryPage page(HistoryReader &reader, const HistoryFilter &filter, qint64 before = 0, int limit = 50)
{
    QObject context;
    const auto answer = answerOf<Result<HistoryPage>>(
        [&](const auto &handler) { reader.page(filter, before, limit, &context, handler); });
    if (!answer || !*answer)
        qFatal("The history could not be read");
    return **answer;
}

QList<qint64> ids(const HistoryPage &page)
{
    QList<qint64> result;
    for (const HistoryItem &item : page.items)
        result.append(item.id);
    return result;
}

} // namespace

/// What is read of the journal, and how fast.
class TestHistoryReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingJournalIsEmpty()
    {
        QTemporaryDir folder;
        HistoryReader reader(folder.filePath(u"journal.db"_s));
        const HistoryPage all = page(reader, {});
        QVERIFY(all.items.isEmpty());
        QVERIFY(all.isLast);
    }

    void newestComesFirst()
    {
        JournalFixture on;
        for (int i = 0; i < 5; ++i)
            on.kick(item(u"u-%1"_s.arg(i), u"name"_s));
        HistoryReader reader(on.file());
        const HistoryPage first = page(reader, {}, 0, 2);
        QCOMPARE(ids(first), QList<qint64>({5, 4}));
        QVERIFY(!first.isLast);
        QCOMPARE(ids(page(reader, {}, 4, 2)), QList<qint64>({3, 2}));
        const HistoryPage last = page(reader, {}, 2, 2);
        QCOMPARE(ids(last), QList<qint64>({1}));
        QVERIFY(last.isLast);
    }

    void itemHasEveryFact()
    {
        JournalFixture on;
        on.kick(item(u"u-1"_s, u"张三"_s), {.profile = u"prod"_s,
                                            .host = u"https://h"_s,
                                            .poolId = u"p"_s,
                                            .osUser = u"agent"_s,
                                            .operatorName = u"李四"_s,
                                            .ticket = u"INC-1"_s,
                                            .reason = u"left"_s});
        HistoryReader reader(on.file());
        const HistoryItem found = page(reader, {}).items.constFirst();
        QCOMPARE(found.item.targetName.plain(), u"张三"_s);
        QCOMPARE(found.job.ticket, u"INC-1"_s);
        QCOMPARE(found.job.operatorName, u"李四"_s);
        QCOMPARE(found.outcome, KickOutcome::Verified);
        QCOMPARE(found.apps.constFirst().after, SessionState::Offline);
        QCOMPARE(found.reply.requestId, u"r-1"_s);
        QCOMPARE(found.attempts, 1);
        QObject context;
        const auto attempts = answerOf<Result<QList<HistoryAttempt>>>(
            [&](const auto &handler) { reader.attempts(found.id, &context, handler); });
        QCOMPARE((*attempts)->constFirst().nonce, u"nonce"_s);
        QCOMPARE((*attempts)->constFirst().state, ItemState::Accepted);
    }

    void filters_data()
    {
        QTest::addColumn<HistoryFilter>("filter");
        QTest::addColumn<QList<qint64>>("expected");

        QTest::newRow("name") << HistoryFilter{.text = u"ZHANG"_s} << QList<qint64>{1};
        QTest::newRow("part of a ticket") << HistoryFilter{.text = u"c-2"_s} << QList<qint64>{2};
        QTest::newRow("percent sign is no wildcard") << HistoryFilter{.text = u"%"_s} << QList<qint64>{3};
        QTest::newRow("underscore is no wildcard") << HistoryFilter{.text = u"_"_s} << QList<qint64>{};
        QTest::newRow("outcome") << HistoryFilter{.outcome = KickOutcome::Rejected} << QList<qint64>{2};
        QTest::newRow("no outcome yet") << HistoryFilter{.outcome = KickOutcome::Unknown} << QList<qint64>{4};
        QTest::newRow("user") << HistoryFilter{.user = u"u-3"_s} << QList<qint64>{3};
        QTest::newRow("target") << HistoryFilter{.targetUserId = u"u-1"_s} << QList<qint64>{1};
        QTest::newRow("past") << HistoryFilter{.until = QDateTime::currentDateTimeUtc().addDays(-1)}
                              << QList<qint64>{};
        QTest::newRow("today") << HistoryFilter{.since = QDateTime::currentDateTimeUtc().addDays(-1)}
                               << QList<qint64>{4, 3, 2, 1};
    }

    void filters()
    {
        QFETCH(HistoryFilter, filter);
        QFETCH(QList<qint64>, expected);
        JournalFixture on;
        on.kick(item(u"u-1"_s, u"Zhang San"_s), {.ticket = u"INC-1"_s});
        on.kick(item(u"u-2"_s, u"Li Si"_s), {.ticket = u"INC-2"_s}, KickOutcome::Rejected);
        on.kick(item(u"u-3"_s, u"100 %"_s));
        on.intent(on.begin(item(u"u-4"_s, u"Wang Wu"_s))->key);
        HistoryReader reader(on.file());
        QCOMPARE(ids(page(reader, filter)), expected);
    }

    void writesOfOthersAreSeen()
    {
        JournalFixture on;
        HistoryReader reader(on.file());
        QVERIFY(page(reader, {}).items.isEmpty());
        on.kick(item(u"u-1"_s, u"name"_s));
        QCOMPARE(page(reader, {}).items.size(), 1);
    }

    void summaryCountsOutcomes()
    {
        JournalFixture on;
        on.kick(item(u"u-1"_s, u"a"_s));
        on.kick(item(u"u-2"_s, u"b"_s));
        on.kick(item(u"u-3"_s, u"c"_s), {}, KickOutcome::Unknown);
        HistoryReader reader(on.file());
        QObject context;
        const auto summary = answerOf<Result<HistorySummary>>([&](const auto &handler) {
            reader.summary(QDateTime::currentDateTimeUtc().addDays(-1), &context, handler);
        });
        QCOMPARE((*summary)->value(KickOutcome::Verified), 2);
        QCOMPARE((*summary)->value(KickOutcome::Unknown), 1);
    }

    void aMillionRowsOpenAtOnce()
    {
        JournalFixture on;
        on.kick(item(u"u-1"_s, u"name"_s));
        on.sql(uR"(WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
                   INSERT INTO items (id, job_id, created_at, user_id, user_id_type, target_user_id, target_name,
                                      target_contact, app_ids, override_reason, state, outcome, changed_at)
                   SELECT i, 1, i, 'u-' || i, 'user_id', 'u-' || i, 'name ' || i, '', '["app-1"]', '', 'verified',
                          'verified', i FROM n)"_s);
        HistoryReader reader(on.file());
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 3; ++i) {
            QElapsedTimer timer;
            timer.start();
            QCOMPARE(ids(page(reader, {})).constFirst(), 1'000'000);
            best = std::min(best, timer.elapsed());
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(page(reader, {.text = u"name 77777"_s}, 0, 50).items.size(), 11);
        qInfo("first page of a million: %lld ms; text search: %lld ms", best, timer.elapsed());
        QVERIFY(best < 300);
    }
};

QTEST_GUILESS_MAIN(TestHistoryReader)
#include "tst_historyreader.moc"
