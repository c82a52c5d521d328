// SPDX-License-Identifier: Apache-2.0
#include "store/history/journalaudit.h"
#include "support/journalfindings.h"
#include "support/journalsample.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace JournalFindings;

/// What a check of the journal finds, and what it must not find.
class TestJournalAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyJournalIsIntact();
    void writtenJournalIsIntact();
    void openKicksAreIntact();
    void strangeTextsAreIntact_data();
    void strangeTextsAreIntact();
    void changedRowIsNamed_data();
    void changedRowIsNamed();
    void changedListIsNamed_data();
    void changedListIsNamed();
    void changedEventIsNamed_data();
    void changedEventIsNamed();
    void stopsWhenNobodyWantsIt();
};

void TestJournalAudit::emptyJournalIsIntact()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.db"_s);
    QVERIFY(Database::open(file, Database::Access::ReadWrite));
    const JournalVerdict verdict = verdictOf(file);
    QVERIFY(verdict.isIntact());
    QCOMPARE(verdict.chain.eventCount, 0);
}

void TestJournalAudit::writtenJournalIsIntact()
{
    const QTemporaryDir folder;
    Journal journal(folder.filePath(u"journal.db"_s));
    for (int i = 0; i < 3; ++i)
        QVERIFY(JournalSamples::write(&journal) > 0);
    const JournalVerdict verdict = verdictOf(journal.file());
    QVERIFY2(verdict.isIntact(), qPrintable(verdict.alteredTable));
    QCOMPARE(verdict.chain.eventCount, 12);
    QCOMPARE(verdict.chain.head.size(), 64);
}

void TestJournalAudit::openKicksAreIntact()
{
    const QTemporaryDir folder;
    Journal journal(folder.filePath(u"journal.db"_s));
    const SampleKick unresolved{
        .identifier = u"13800138000"_s, .identifierType = IdType::Phone, .userId = {}};
    QVERIFY(JournalSamples::begin(&journal, unresolved));
    const auto begun = JournalSamples::begin(&journal, unresolved);
    const auto intended = JournalSamples::intend(&journal, begun->key);
    QVERIFY(verdictOf(journal.file()).isIntact());
    QVERIFY(JournalSamples::answer(&journal, intended->key));
    QVERIFY(verdictOf(journal.file()).isIntact());
}

void TestJournalAudit::strangeTextsAreIntact_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("zero") << u"0"_s;
    QTest::newRow("number") << u"1.38E+10"_s;
    QTest::newRow("quotes") << u"'; DROP TABLE items; --\"\\"_s;
    QTest::newRow("line feeds") << u"one\ntwo\r\nthree\ttab"_s;
    QTest::newRow("NUL") << u"a"_s + QChar(u'\0') + u"b"_s;
    QTest::newRow("lone high surrogate") << u"a"_s + QChar(0xD83D) + u"b"_s;
    QTest::newRow("lone low surrogate") << u"a"_s + QChar(0xDE00);
    QTest::newRow("not a character") << u"a"_s + QChar(0xFFFF) + QChar(0xFFFE);
    QTest::newRow("emoji and direction marks") << u"😀\u202eabc\u2066"_s;
    QTest::newRow("byte order mark") << u"\ufeffname"_s;
    QTest::newRow("long") << QString(100'000, u'张');
}

void TestJournalAudit::strangeTextsAreIntact()
{
    QFETCH(QString, text);
    const QTemporaryDir folder;
    Journal journal(folder.filePath(u"journal.db"_s));
    const SampleKick kick{.name = text, .ticket = text, .reason = text, .requestId = text, .errorCode = text};
    QVERIFY(JournalSamples::write(&journal, kick) > 0);
    const JournalVerdict verdict = verdictOf(journal.file());
    QVERIFY2(verdict.isIntact(), qPrintable(u"%1 %2"_s.arg(verdict.alteredTable).arg(verdict.alteredId)));
}

void TestJournalAudit::changedRowIsNamed_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("table");
    QTest::addColumn<qint64>("row");

    const auto add = [](const QString &statement, const char *table, qint64 row) {
        QTest::newRow(qPrintable(statement)) << statement << QString::fromLatin1(table) << row;
    };
    for (const char *column : {"profile", "host", "key_id", "pool_id", "os_user", "operator", "ticket",
                               "reason", "created_at", "finished_at"})
        add(u"UPDATE jobs SET %1 = '0' WHERE id = 2"_s.arg(QLatin1StringView(column)), "jobs", 2);
    for (const char *column : {"job_id",          "created_at",
                               "user_id",         "user_id_type",
                               "target_user_id",  "target_name",
                               "target_contact",  "app_ids",
                               "override_reason", "state",
                               "outcome",         "apps",
                               "attempts",        "relogin",
                               "request_id",      "error_code",
                               "status_code",     "api_code",
                               "message",         "changed_at",
                               "http_status",     "identity_unverified"})
        add(u"UPDATE items SET %1 = '7' WHERE id = 2"_s.arg(QLatin1StringView(column)), "items", 2);
    for (const char *column :
         {"item_id", "group_index", "nonce", "body_hash", "state", "started_at", "answered_at", "request_id",
          "error_code", "status_code", "api_code", "message", "http_status"})
        add(u"UPDATE attempts SET %1 = '1' WHERE id = 2"_s.arg(QLatin1StringView(column)), "attempts", 2);
    add(u"UPDATE items SET status_code = 200.4 WHERE id = 2"_s, "items", 2);
    add(u"UPDATE jobs SET finished_at = NULL WHERE id = 2"_s, "jobs", 2);
    add(u"UPDATE items SET message = CAST(message AS BLOB) WHERE id = 2"_s, "items", 2);
    for (const char *table : {"jobs", "items", "attempts"}) {
        const auto name = QLatin1StringView(table);
        add(u"DELETE FROM %1 WHERE id = 2"_s.arg(name), table, 2);
        add(u"DELETE FROM %1 WHERE id = 3"_s.arg(name), table, 3);
        add(u"UPDATE %1 SET id = 9 WHERE id = 3"_s.arg(name), table, 3);
        add(u"UPDATE %1 SET id = -3 WHERE id = 3"_s.arg(name), table, -3);
    }
    add(u"INSERT INTO jobs (id, created_at, finished_at, profile, host, key_id, pool_id, os_user, operator, ticket, "
        "reason) SELECT 7, created_at, finished_at, profile, host, key_id, pool_id, os_user, operator, ticket, "
        "reason FROM jobs WHERE id = 2"_s,
        "jobs", 7);
    add(u"INSERT INTO items (job_id, created_at, user_id, user_id_type, target_user_id, target_name, "
        "target_contact, app_ids, override_reason, state, changed_at) VALUES "
        "(1, 1, '', '', '', '', '', '', '', '', 1)"_s,
        "items", 4);
    add(u"INSERT INTO attempts (id, item_id, group_index, nonce, body_hash, state, started_at) VALUES "
        "(0, 1, 0, '', '', '', 1)"_s,
        "attempts", 0);
}

void TestJournalAudit::changedRowIsNamed()
{
    QFETCH(QString, statement);
    QFETCH(QString, table);
    QFETCH(qint64, row);
    const QTemporaryDir folder;
    Journal journal(folder.filePath(u"journal.db"_s));
    for (int i = 0; i < 3; ++i)
        QVERIFY(JournalSamples::write(&journal) > 0);
    QVERIFY(verdictOf(journal.file()).isIntact());
    QVERIFY(JournalSamples::execute(journal.file(), statement));
    const JournalVerdict verdict = verdictOf(journal.file());
    QVERIFY(verdict.isReadable);
    QVERIFY(!verdict.isIntact());
    QCOMPARE(verdict.alteredTable, table);
    QCOMPARE(verdict.alteredId, row);
    QVERIFY(!verdict.chain.firstAlteredSeq);
}

void TestJournalAudit::changedListIsNamed_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<qint64>("row");

    const auto add = [](const char *name, const QString &statement, qint64 row) {
        QTest::newRow(name) << statement << row;
    };
    add("first", u"UPDATE items SET target_name = 'x' WHERE id = 1"_s, 1);
    add("as in the row before", u"UPDATE items SET app_ids = '[]' WHERE id = 3"_s, 3);
    add("last of an event", u"UPDATE items SET source_row = 9 WHERE id = 4"_s, 4);
    add("sent", u"UPDATE items SET attempts = 0 WHERE id = 2"_s, 2);
    add("first removed", u"DELETE FROM items WHERE id = 1"_s, 1);
    add("last of an event removed", u"DELETE FROM items WHERE id = 4"_s, 4);
    add("last of all removed", u"DELETE FROM items WHERE id = 6"_s, 6);
    add("renumbered", u"UPDATE items SET id = 9 WHERE id = 6"_s, 6);
    add("one more",
        u"INSERT INTO items (job_id, created_at, user_id, user_id_type, target_user_id, target_name, "
        "target_contact, app_ids, override_reason, state, changed_at) SELECT job_id, created_at, user_id, "
        "user_id_type, target_user_id, target_name, target_contact, app_ids, override_reason, state, "
        "changed_at FROM items WHERE id = 6"_s,
        7);
}

void TestJournalAudit::changedListIsNamed()
{
    QFETCH(QString, statement);
    QFETCH(qint64, row);
    const QTemporaryDir folder;
    Journal journal(folder.filePath(u"journal.db"_s));
    QVERIFY(JournalSamples::writeList(&journal, {4, 2}));
    const JournalVerdict before = verdictOf(journal.file());
    QVERIFY2(before.isIntact(), qPrintable(u"%1 %2"_s.arg(before.alteredTable).arg(before.alteredId)));
    // The list, its users twice, and one intent.
    QCOMPARE(before.chain.eventCount, 4);
    QVERIFY(JournalSamples::execute(journal.file(), statement));
    const JournalVerdict verdict = verdictOf(journal.file());
    QCOMPARE(verdict.alteredTable, u"items"_s);
    QCOMPARE(verdict.alteredId, row);
}

void TestJournalAudit::changedEventIsNamed_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<qint64>("event");

    for (const char *column : {"at", "kind", "job_id", "item_id", "attempt_id", "data", "hash"}) {
        const QString statement =
            u"UPDATE events SET %1 = '17' WHERE seq = 5"_s.arg(QLatin1StringView(column));
        QTest::newRow(column) << statement << qint64(5);
    }
    QTest::newRow("removed") << u"DELETE FROM events WHERE seq = 5"_s << qint64(6);
    QTest::newRow("first removed") << u"DELETE FROM events WHERE seq = 1"_s << qint64(2);
    QTest::newRow("renumbered") << u"UPDATE events SET seq = 99 WHERE seq = 12"_s << qint64(99);
    QTest::newRow("inserted")
        << u"INSERT INTO events SELECT 13, at, kind, job_id, item_id, attempt_id, data, hash "
           "FROM events WHERE seq = 12"_s
        << qint64(13);
    QTest::newRow("inserted before")
        << u"INSERT INTO events SELECT 0, at, kind, job_id, item_id, attempt_id, "
           "data, hash FROM events WHERE seq = 12"_s
        << qint64(0);
}

void TestJournalAudit::changedEventIsNamed()
{
    QFETCH(QString, statement);
    QFETCH(qint64, event);
    const QTemporaryDir folder;
    Journal journal(folder.filePath(u"journal.db"_s));
    for (int i = 0; i < 3; ++i)
        QVERIFY(JournalSamples::write(&journal) > 0);
    QVERIFY(JournalSamples::execute(journal.file(), statement));
    const JournalVerdict verdict = verdictOf(journal.file());
    QVERIFY(verdict.isReadable);
    QVERIFY(!verdict.isIntact());
    QCOMPARE(verdict.chain.firstAlteredSeq, std::optional(event));
}

void TestJournalAudit::stopsWhenNobodyWantsIt()
{
    const QTemporaryDir folder;
    Journal journal(folder.filePath(u"journal.db"_s));
    QVERIFY(JournalSamples::write(&journal) > 0);
    const auto database = Database::open(journal.file(), Database::Access::ReadOnly);
    QVERIFY(!JournalAudit::verify(**database, [] { return false; }).isReadable);
}

QTEST_GUILESS_MAIN(TestJournalAudit)
#include "tst_journalaudit.moc"
