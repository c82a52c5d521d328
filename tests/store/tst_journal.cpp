// SPDX-License-Identifier: Apache-2.0
#include "store/journalfixture.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const JournalItem known{.userId = u"13800138000"_s,
                        .userIdType = IdType::Phone,
                        .targetUserId = u"u-1"_s,
                        .targetName = ServerText(u"张三"_s),
                        .targetContact = u"138****8000"_s,
                        .appIds = {u"app-1"_s, u"app-2"_s}};
const JournalItem unresolved{
    .userId = u"13800138000"_s, .userIdType = IdType::Username, .appIds = {u"app-1"_s}};

} // namespace

/// What the journal keeps, and what it lets nobody change.
class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStepIsOnDiskWhenItIsAnswered()
    {
        JournalFixture on;
        const auto begun = on.begin(known);
        QCOMPARE(on.sql(u"SELECT state FROM items"_s).toString(), u"pending"_s);
        const auto sent = on.intent(begun->key);
        QCOMPARE(on.sql(u"SELECT state FROM items"_s).toString(), u"intent"_s);
        QCOMPARE(on.sql(u"SELECT nonce FROM attempts"_s).toString(), u"nonce"_s);
        on.answer(sent->key);
        QCOMPARE(on.sql(u"SELECT state FROM attempts"_s).toString(), u"accepted"_s);
        on.outcome(begun->key, known, KickOutcome::Verified);
        QCOMPARE(on.sql(u"SELECT outcome FROM items"_s).toString(), u"verified"_s);
        QCOMPARE(on.sql(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
        QCOMPARE(on.sql(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
    }

    void phonesAreMasked()
    {
        JournalFixture on;
        on.kick(known);
        QCOMPARE(on.sql(u"SELECT user_id FROM items"_s).toString(), u"138****8000"_s);
        QCOMPARE(on.sql(u"SELECT count(*) FROM events WHERE data LIKE '%13800138000%'"_s).toInt(), 0);
    }

    void unresolvedIdentifierIsKeptUntilItsOutcome()
    {
        JournalFixture on;
        const auto begun = on.begin(unresolved);
        QCOMPARE(on.sql(u"SELECT user_id FROM items"_s).toString(), u"13800138000"_s);
        QVERIFY(on.verify().isIntact());
        on.outcome(begun->key, unresolved, KickOutcome::Unknown);
        QCOMPARE(on.sql(u"SELECT user_id FROM items"_s).toString(), u"138****8000"_s);
        QCOMPARE(on.sql(u"SELECT count(*) FROM events WHERE data LIKE '%13800138000%'"_s).toInt(), 0);
        QVERIFY(on.verify().isIntact());
    }

    void untouchedJournalIsIntact()
    {
        JournalFixture on;
        QVERIFY(on.verify().isIntact());
        for (int i = 0; i < 5; ++i)
            on.kick(known);
        const JournalVerdict verdict = on.verify();
        QVERIFY(verdict.isIntact());
        QCOMPARE(verdict.chain.eventCount, 20);
        QCOMPARE(QString::fromLatin1(verdict.chain.head),
                 on.sql(u"SELECT hash FROM events ORDER BY seq DESC"_s).toString());
    }

    void alterationIsNamed_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("table");
        QTest::addColumn<qint64>("number");

        const auto row = [](const char *statement, const char *table, qint64 number) {
            QTest::newRow(statement) << QString::fromLatin1(statement) << QString::fromLatin1(table)
                                     << number;
        };
        row("UPDATE items SET outcome = 'rejected' WHERE id = 2", "items", 2);
        row("UPDATE items SET target_name = 'x' WHERE id = 3", "items", 3);
        row("UPDATE items SET user_id = 'x' WHERE id = 1", "items", 1);
        row("UPDATE items SET app_ids = '[]' WHERE id = 1", "items", 1);
        row("UPDATE items SET apps = '' WHERE id = 1", "items", 1);
        row("DELETE FROM attempts WHERE id = 2", "attempts", 2);
        row("DELETE FROM attempts WHERE id = 3", "attempts", 3);
        row("UPDATE attempts SET nonce = 'x' WHERE id = 1", "attempts", 1);
        row("UPDATE jobs SET ticket = 'x' WHERE id = 2", "jobs", 2);
        row("UPDATE jobs SET os_user = 'x' WHERE id = 3", "jobs", 3);
        row("INSERT INTO attempts (item_id, group_index, nonce, body_hash, state, started_at) "
            "VALUES (1, 0, 'n', 'h', 'accepted', 0)",
            "attempts", 4);
        row("UPDATE events SET data = '{}' WHERE seq = 5", "", 5);
        row("UPDATE events SET at = at + 1 WHERE seq = 1", "", 1);
        row("UPDATE events SET hash = '' WHERE seq = 7", "", 7);
        row("DELETE FROM events WHERE seq = 6", "", 7);
    }

    void alterationIsNamed()
    {
        QFETCH(QString, statement);
        QFETCH(QString, table);
        QFETCH(qint64, number);
        JournalFixture on;
        for (int i = 0; i < 3; ++i)
            on.kick(known, {.osUser = u"agent"_s, .ticket = u"INC-1"_s});
        on.sql(u"PRAGMA foreign_keys = OFF"_s);
        on.sql(statement);
        const JournalVerdict verdict = on.verify();
        QVERIFY(!verdict.isIntact());
        QCOMPARE(verdict.alteredTable, table);
        QCOMPARE(table.isEmpty() ? verdict.chain.firstAlteredSeq.value_or(0) : verdict.alteredId, number);
    }

    void removedTailIsNotSeenWithoutAHead()
    {
        // What the documents say of a chain without a key.
        JournalFixture on;
        on.kick(known);
        const QByteArray head = on.verify().chain.head;
        on.sql(u"PRAGMA foreign_keys = OFF"_s);
        on.kick(known);
        for (const QString &table : {u"jobs"_s, u"items"_s, u"attempts"_s})
            on.sql(u"DELETE FROM %1 WHERE id = 2"_s.arg(table));
        on.sql(u"DELETE FROM events WHERE seq > 4"_s);
        QVERIFY(on.verify().isIntact());
        QCOMPARE(on.verify().chain.head, head);
    }

    void twoJournalsShareOneFile()
    {
        JournalFixture on;
        Journal other(on.file());
        QObject context;
        constexpr int each = 25;
        int answers = 0;
        for (int i = 0; i < each; ++i) {
            for (Journal *journal : {&on.journal(), &other}) {
                journal->begin({}, known, &context, [&answers](const Result<JournalReceipt> &written) {
                    answers += written ? 1 : 0;
                });
            }
        }
        QTRY_COMPARE_WITH_TIMEOUT(answers, 2 * each, 20000);
        QCOMPARE(on.sql(u"SELECT count(*) FROM items"_s).toInt(), 2 * each);
        QVERIFY(on.verify().isIntact());
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
