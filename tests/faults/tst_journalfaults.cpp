// SPDX-License-Identifier: Apache-2.0
#include "faults/failingvfs.h"
#include "support/journalrows.h"
#include "support/kicktarget.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto longestKick = 20s;

/// Every call takes a minute; ctest takes a sample.
#ifdef KICKDESK_EVERY_CALL
constexpr int step = 1;
#else
constexpr int step = 4;
#endif

struct Run
{
    std::optional<KickResult> result;
    QList<SandboxRequest> kicks;
    JournalRows journal;
    bool wasHit = false;
};

bool isGood(KickOutcome outcome)
{
    return outcome == KickOutcome::Accepted || outcome == KickOutcome::Verified;
}

} // namespace

Q_DECLARE_METATYPE(DiskFault)

/// Every call of the file system under the journal fails in turn while a user is kicked. Whatever fails: no
/// request without its intent on disk, no success without its outcome on disk, and an end in good time.
class TestJournalFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { FailingVfs::uninstall(); }
    void driverUsesTheFailingFileSystem();
    void diskThatFillsUpAfterTheIntentIsTold_data();
    void diskThatFillsUpAfterTheIntentIsTold();
    void everyCallFailsInTurn_data();
    void everyCallFailsInTurn();

private:
    Run kick(const QString &file, DiskFault fault, int number);
    QString check(const Run &run, qsizetype itemsBefore) const;

    std::unique_ptr<SandboxSession> m_on;
    KickPlan m_target;
};

void TestJournalFaults::initTestCase()
{
    QVERIFY(FailingVfs::install());
    m_on =
        std::make_unique<SandboxSession>(QStringList(), AuthScheme::Signature, SandboxOptions{.users = 50});
    m_target = onlineTarget(*m_on);
    m_target.proofLimit = 0s;
}

Run TestJournalFaults::kick(const QString &file, DiskFault fault, int number)
{
    const qsizetype before = m_on->sandbox->requests().size();
    Run run;
    {
        Journal journal(file);
        Session session(m_on->profile(AuthScheme::Signature), m_on->address.secret, &journal);
        QObject context;
        FailingVfs::arm(fault, number);
        run.result = answerOf<KickResult>(
            [&](auto handler) { session.kicker()->start(m_target, &context, {}, handler); }, longestKick);
        run.wasHit = FailingVfs::disarm();
    }
    for (const SandboxRequest &request : m_on->sandbox->requests().sliced(before)) {
        if (request.endpoint == "kick-users")
            run.kicks << request;
    }
    FailingVfs::uninstall();
    run.journal = JournalRows::read(file);
    FailingVfs::install();
    return run;
}

/// What is wrong with @p run; empty when nothing is.
QString TestJournalFaults::check(const Run &run, qsizetype itemsBefore) const
{
    if (!run.result)
        return u"no end"_s;
    for (const SandboxRequest &request : run.kicks) {
        const QByteArray hash = QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toHex();
        const bool isWritten =
            std::ranges::any_of(run.journal.attempts, [&](const JournalRows::Attempt &attempt) {
                return attempt.bodyHash == hash &&
                       request.headers.contains(
                           std::pair(QByteArray("x-authing-signature-nonce"), attempt.nonce));
            });
        if (!isWritten)
            return u"a request without its intent"_s;
    }
    const bool hasOutcome = run.journal.items.size() > itemsBefore &&
                            run.journal.items.last().outcome == KickOutcomes::wireName(run.result->outcome);
    if (isGood(run.result->outcome) && !hasOutcome)
        return u"success without its outcome on disk"_s;
    if (run.result->outcome == KickOutcome::NotSent && !run.kicks.isEmpty())
        return u"a request that is told as not sent"_s;
    if (run.kicks.size() > 1)
        return u"more than one request"_s;
    if (run.journal.items.size() < itemsBefore)
        return u"history lost"_s;
    if (!run.journal.items.isEmpty() && !run.journal.isIntact)
        return u"history altered"_s;
    if (!run.wasHit && run.result->outcome != KickOutcome::Accepted)
        return u"no success without a fault"_s;
    return {};
}

void TestJournalFaults::driverUsesTheFailingFileSystem()
{
    const QTemporaryDir folder;
    const int before = FailingVfs::callCount();
    const Run run = kick(folder.filePath(u"journal.db"_s), DiskFault::IoError, 1);
    QVERIFY(FailingVfs::callCount() > before);
    QVERIFY(run.wasHit);
    QCOMPARE(run.result->outcome, KickOutcome::NotSent);
    QCOMPARE(run.result->error->code, ErrorCode::JournalUnavailable);
    QCOMPARE(run.kicks.size(), 0);
}

void TestJournalFaults::diskThatFillsUpAfterTheIntentIsTold_data()
{
    QTest::addColumn<bool>("isAnswered");
    QTest::addColumn<QString>("attempt");
    QTest::newRow("while the request is under way") << false << u"intent"_s;
    QTest::newRow("while the proof is looked for") << true << u"accepted"_s;
}

void TestJournalFaults::diskThatFillsUpAfterTheIntentIsTold()
{
    QFETCH(bool, isAnswered);
    QFETCH(QString, attempt);
    const SandboxSession on({}, AuthScheme::Token, {.users = 50, .latencyMs = 100});
    const KickPlan target = onlineTarget(on);
    QObject context;
    std::optional<KickResult> result;
    const auto progress = [isAnswered](const KickProgress &now) {
        if (isAnswered && now.stage == KickProgress::Stage::Proving)
            FailingVfs::arm(DiskFault::FullForGood, 1);
    };
    on.session->kicker()->start(target, &context, progress,
                                [&result](const KickResult &end) { result = end; });
    QTRY_COMPARE(on.sandbox->requestCount("kick-users"), 1);
    if (!isAnswered)
        FailingVfs::arm(DiskFault::FullForGood, 1);
    QTRY_VERIFY(result.has_value());
    QVERIFY(FailingVfs::disarm());
    QCOMPARE(KickOutcomes::wireName(result->outcome), u"unknown"_s);
    QVERIFY(result->journalError.has_value());
    QCOMPARE(errorCodeName(result->error->code), u"journal-incomplete"_s);
    QVERIFY(!errorText(*result->error).contains("nothing was sent"_L1));
    const JournalRows rows = JournalRows::read(on.journal.file());
    QVERIFY(rows.isIntact);
    QCOMPARE(rows.attempts.size(), 1);
    QCOMPARE(rows.attempts.first().state, attempt);
    QCOMPARE(rows.items.first().outcome, QString());
}

void TestJournalFaults::everyCallFailsInTurn_data()
{
    QTest::addColumn<DiskFault>("fault");
    QTest::addColumn<bool>("hasHistory");
    const auto rows = [](const char *name, DiskFault fault) {
        QTest::addRow("%s, new journal", name) << fault << false;
        QTest::addRow("%s, journal with history", name) << fault << true;
    };
    rows("i/o error", DiskFault::IoError);
    rows("i/o error for good", DiskFault::IoErrorForGood);
    rows("disk full", DiskFault::Full);
    rows("disk full for good", DiskFault::FullForGood);
    rows("short write", DiskFault::ShortWrite);
    rows("failing sync", DiskFault::Sync);
}

void TestJournalFaults::everyCallFailsInTurn()
{
    QFETCH(DiskFault, fault);
    QFETCH(bool, hasHistory);
    const QTemporaryDir folder;
    const QString history = folder.filePath(u"history.db"_s);
    constexpr int never = 1'000'000;
    QCOMPARE(kick(history, fault, never).result->outcome, KickOutcome::Accepted);

    int number = 0;
    int notSent = 0;
    for (bool wasHit = true; wasHit; number += step) {
        QVERIFY2(number < 2000, "no end");
        const QString file = folder.filePath(u"journal.db"_s);
        for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s, u".head"_s})
            QFile::remove(file + suffix);
        if (hasHistory)
            QVERIFY(QFile::copy(history, file));
        const Run run = kick(file, fault, number + 1);
        const QString problem = check(run, hasHistory ? 1 : 0);
        QVERIFY2(problem.isEmpty(), qPrintable(u"call %1: %2"_s.arg(QString::number(number + 1), problem)));
        // A fault of the disk is no damage: nothing is put aside for it.
        QCOMPARE(QDir(folder.path()).entryList({u"*.damaged-*"_s}), QStringList());
        wasHit = run.wasHit;
        notSent += run.kicks.isEmpty() ? 1 : 0;
    }
    qInfo("about %d calls, %d kicks not sent", number, notSent);
    QVERIFY(number > step);
    QVERIFY(notSent > 0);
}

QTEST_GUILESS_MAIN(TestJournalFaults)
#include "tst_journalfaults.moc"
