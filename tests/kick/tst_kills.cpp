// SPDX-License-Identifier: Apache-2.0
#include "core/types.h"
#include "store/database.h"
#include "store/journalaudit.h"
#include "support/jobrun.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QSqlQuery>
#include <QTest>
#include <QVariant>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Kills in a row with one sandbox and one journal.
constexpr int killsARound = 100;
constexpr int usersARound = 1000;

/// Requests that a process is given before it is killed, at most.
constexpr int longestLife = 40;

constexpr int longestWaitMs = 60'000;
constexpr int roundTimeMs = 600'000;

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

/// `kickdesk-cli bulk resume` as a process of its own.
class Process
{
public:
    explicit Process(const SandboxSession &on)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"KICKDESK_DATA_DIR"_s, on.folder.path());
        m_process.setProcessEnvironment(environment);
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.start(QStringLiteral(KICKDESK_CLI),
                        {u"--json"_s, u"--host"_s, on.address.host.toString(), u"--key-id"_s,
                         on.address.keyId, u"--auth"_s, u"signature"_s, u"--secret-stdin"_s, u"bulk"_s,
                         u"resume"_s});
        m_process.write(on.address.secret.reveal() + '\n');
        m_process.closeWriteChannel();
    }

    bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }
    int exitCode() const { return m_process.exitCode(); }
    QByteArray err() { return m_process.readAllStandardError(); }
    void kill() { m_process.kill(); }

private:
    QProcess m_process;
};

qint64 allRequests(const SandboxSession &on)
{
    qint64 result = 0;
    for (const char *endpoint : {"kick-users", "check-session-status", "get-user-login-history"})
        result += on.sandbox->requestCount(endpoint);
    return result;
}

/// What SQLite itself says of the file.
QString integrity(const QString &file)
{
    const auto database = Database::open(file, Database::Access::ReadOnly);
    if (!database)
        return errorCodeName(database.error().code);
    QSqlQuery query((*database)->connection());
    return query.exec(u"PRAGMA integrity_check"_s) && query.next() ? query.value(0).toString() : QString();
}

/// One round: a list that is written down, and the processes that run it and are killed.
class Round
{
public:
    explicit Round(quint32 seed)
        : m_on({}, AuthScheme::Signature, {.users = usersARound, .latencyMs = 2})
        , m_random(seed)
    {
    }

    const SandboxSession &on() const { return m_on; }

    /// Writes the list down without sending anything.
    bool prepare()
    {
        JobRun run(m_on);
        run.runner().pause();
        run.start({.plan = listPlan(m_on, usersARound), .options = {.proofLimit = 60s, .cap = usersARound}});
        if (!QTest::qWaitFor([&run] { return run.summary().state == RunState::Paused; }, longestWaitMs))
            return false;
        run.runner().stop();
        return QTest::qWaitFor([&run] { return run.end().has_value(); }, longestWaitMs);
    }

    /// Lets a process live for a while and kills it; false when it had come to its end by itself.
    bool kill()
    {
        const qint64 last = allRequests(m_on) + m_random.bounded(longestLife);
        Process process(m_on);
        const auto isOver = [&] { return process.hasEnded() || allRequests(m_on) > last; };
        if (!QTest::qWaitFor(isOver, longestWaitMs) || process.hasEnded()) {
            qWarning("%s", process.err().constData());
            return false;
        }
        process.kill();
        return QTest::qWaitFor([&process] { return process.hasEnded(); }, longestWaitMs);
    }

    /// Lets a process come to its end; its exit code.
    int complete()
    {
        Process process(m_on);
        return QTest::qWaitFor([&process] { return process.hasEnded(); }, roundTimeMs) ? process.exitCode()
                                                                                       : -1;
    }

private:
    SandboxSession m_on;
    QRandomGenerator m_random;
};

/// The kicks as the sandbox received them.
struct Wire
{
    explicit Wire(const SandboxSession &on)
    {
        for (const SandboxRequest &request : on.sandbox->requests()) {
            if (request.endpoint != "kick-users")
                continue;
            ++kicks;
            for (const auto &[name, value] : request.headers) {
                if (name.toLower() == "x-authing-signature-nonce")
                    nonces.insert(value);
            }
        }
    }

    qsizetype kicks = 0;
    QSet<QByteArray> nonces;
};

} // namespace

class TestKills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostOrDoneUnrecorded_data();
    void nothingIsLostOrDoneUnrecorded();
    void lostKickIsLookedAtFirst();
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

    Round round(seed);
    const SandboxSession &on = round.on();
    const QString file = on.journal.file();
    QVERIFY(round.prepare());
    QCOMPARE(on.sandbox->requestCount("kick-users"), 0);
    for (int kill = 0; kill < kills; ++kill) {
        QVERIFY(round.kill());
        QCOMPARE(integrity(file), u"ok"_s);
    }
    QCOMPARE(round.complete(), 0);

    const auto database = Database::open(file, Database::Access::ReadOnly);
    QVERIFY(database);
    QVERIFY(JournalAudit::verify(**database).isIntact());
    QSqlQuery query((*database)->connection());
    QVERIFY(query.exec(u"SELECT COUNT(*) FROM items WHERE outcome = 'verified'"_s) && query.next());
    QCOMPARE(query.value(0).toInt(), usersARound);

    const Wire wire(on);
    QSet<QByteArray> recorded;
    QVERIFY(query.exec(u"SELECT nonce FROM attempts"_s));
    while (query.next())
        recorded.insert(query.value(0).toByteArray());
    QCOMPARE(wire.nonces.size(), wire.kicks);
    QVERIFY(recorded.contains(wire.nonces));
    // Each user once, and again at most for what was on the wire when a process was killed.
    QVERIFY(wire.kicks >= usersARound);
    QVERIFY2(wire.kicks <= usersARound + kills * LaneTransport::maximumLanes,
             qPrintable(QString::number(wire.kicks)));

    Session clean(on.profile(), on.address.secret, &on.journal);
    const QStringList appIds = listPlan(on, 1).items.first().appIds;
    for (int place = 0; place < usersARound; place += 7) {
        QObject context;
        const QString userId = Sandbox::userId({.users = usersARound}, place);
        const auto state = answerOf<Result<SessionState>>([&](auto handler) {
            clean.client()->checkSessionStatus(appIds.first(), userId, &context, handler);
        });
        QVERIFY(state && *state);
        QCOMPARE(**state, SessionState::Offline);
    }
    qInfo("%d kills, %lld kicks for %d users", kills, static_cast<long long>(wire.kicks), usersARound);
}

void TestKills::lostKickIsLookedAtFirst()
{
    const SandboxSession on;
    auto run = std::make_unique<JobRun>(on);
    const ListPlan plan = listPlan(on, 1);
    // It arrives, but nobody is told, and nobody answers the question what became of it.
    on.sandbox->setFaults({u"half-body"_s, u"never@check-session-status"_s});
    run->start({.plan = plan, .options = {.proofLimit = 2s}});
    QTRY_COMPARE_WITH_TIMEOUT(on.sandbox->requestCount("check-session-status"), 1, longestWaitMs);
    run->runner().stop();
    QTRY_VERIFY_WITH_TIMEOUT(run->end(), longestWaitMs);
    QVERIFY(run->items().isEmpty());
    run.reset();

    on.sandbox->setFaults({});
    JobRun second(on);
    second.runner().resume(0);
    QTRY_VERIFY_WITH_TIMEOUT(second.end(), longestWaitMs);
    QCOMPARE(second.summary().count(KickOutcome::Verified), 1);
    QCOMPARE(on.sandbox->requestCount("kick-users"), 1);
}

QTEST_GUILESS_MAIN(TestKills)
#include "tst_kills.moc"
