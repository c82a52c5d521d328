// SPDX-License-Identifier: Apache-2.0
#include "core/plan/listplanfile.h"
#include "store/history/journalaudit.h"
#include "store/journal/database.h"
#include "support/resumedlist.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestWaitMs = 60'000;
constexpr int usersARound = 60;
/// So many are kicked at most before the journal is touched; the rest of the list comes behind it.
constexpr int latestMoment = 35;

enum class Attack {
    Move,
    Delete,
    Empty,
    Cut,
    Replace,
    RollBack,
    RollBackInPlace,
};

constexpr std::array attacks{Attack::Move,    Attack::Delete,   Attack::Empty,          Attack::Cut,
                             Attack::Replace, Attack::RollBack, Attack::RollBackInPlace};

QByteArray nameOf(Attack attack)
{
    switch (attack) {
    case Attack::Move:
        return "moved";
    case Attack::Delete:
        return "deleted";
    case Attack::Empty:
        return "emptied";
    case Attack::Cut:
        return "cut";
    case Attack::Replace:
        return "replaced";
    case Attack::RollBack:
        return "rolled back";
    case Attack::RollBackInPlace:
        return "rolled back in place";
    }
    return {};
}

/// What the name of the journal is followed by.
const QList<QStringList> victims{{QString()}, {u"-wal"_s}, {u"-shm"_s}, {QString(), u"-wal"_s, u"-shm"_s}};

/// 0 for each combination once.
int wantedMoments()
{
    return qEnvironmentVariableIntValue("KICKDESK_MOMENTS");
}

quint32 firstSeed()
{
    return static_cast<quint32>(std::max(1, qEnvironmentVariableIntValue("KICKDESK_MOMENTS_SEED")));
}

QByteArray contentOf(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool overwrite(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

bool put(const QString &name, const QByteArray &bytes)
{
    const QString made = name + u".made"_s;
    QFile::remove(made);
    return overwrite(made, bytes) && (QFile::remove(name), QFile::rename(made, name));
}

/// Does to @p file what @p attack says; @p older is what was in it a while ago, @p foreign of another
/// journal.
bool strike(Attack attack, const QString &file, const QByteArray &older, const QByteArray &foreign)
{
    switch (attack) {
    case Attack::Move:
        return QFile::rename(file, file + u".moved"_s);
    case Attack::Delete:
        return QFile::remove(file);
    case Attack::Empty:
        return overwrite(file, {});
    case Attack::Cut: {
        QFile cut(file);
        return cut.resize(cut.size() / 2);
    }
    case Attack::Replace:
        return put(file, foreign);
    case Attack::RollBack:
        return put(file, older);
    case Attack::RollBackInPlace:
        return overwrite(file, older);
    }
    return false;
}

/// The nonces of the requests that are on record in @p file.
QSet<QByteArray> recorded(const QString &file)
{
    QSet<QByteArray> result;
    if (!QFile::exists(file))
        return result;
    const auto database = Database::open(file, Database::Access::ReadOnly);
    if (!database)
        return result;
    SqlStatement query = (*database)->connection().prepare(u"SELECT nonce FROM attempts"_s);
    while (query.next())
        result.insert(query.utf8(0));
    return result;
}

} // namespace

/// Somebody touches the files of the journal while a process runs a list: each kick that left is on record,
/// or the process has stopped and said so; and an altered past is never called intact.
class TestJournalMoments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingLeavesUnrecordedInSilence_data();
    void nothingLeavesUnrecordedInSilence();

private:
    QSet<QByteArray> sent() const;
    /// A plan of users of the pool as a file, and how the command runs it.
    QStringList runCommand() const;

    std::unique_ptr<SandboxSession> m_on;
    QString m_plan;
    QHash<QString, QByteArray> m_foreign;
};

void TestJournalMoments::initTestCase()
{
    m_on = std::make_unique<SandboxSession>(QStringList(), AuthScheme::Signature,
                                            SandboxOptions{.users = usersARound * 4, .latencyMs = 10});
    m_plan = m_on->folder.filePath(u"plan.json"_s);
    QVERIFY(!ListPlanFiles::save(listPlan(*m_on, usersARound), m_plan));
    // A whole journal of somebody else, made by the same program.
    const QTemporaryDir other;
    {
        Journal journal(other.filePath(u"journal.db"_s));
        QObject context;
        for (int i = 0; i < usersARound; ++i) {
            const JournalItem item{.target = {.identifier = u"user%1"_s.arg(i)}};
            const auto written = answerOf<Result<JournalReceipt>>(
                [&](auto handler) { journal.begin({}, item, &context, handler); });
            QVERIFY(written && *written);
        }
        for (const QString &suffix : victims.last())
            m_foreign.insert(suffix, contentOf(journal.file() + suffix));
    }
}

QSet<QByteArray> TestJournalMoments::sent() const
{
    QSet<QByteArray> result;
    for (const SandboxRequest &request : m_on->sandbox->requests()) {
        if (request.endpoint != "kick-users")
            continue;
        for (const auto &[name, value] : request.headers) {
            if (name.toLower() == "x-authing-signature-nonce")
                result.insert(value);
        }
    }
    return result;
}

QStringList TestJournalMoments::runCommand() const
{
    return {u"bulk"_s,
            u"run"_s,
            m_plan,
            u"--yes"_s,
            u"--expect-count"_s,
            QString::number(usersARound),
            u"--verify"_s,
            u"0"_s,
            u"--max-in-flight"_s,
            u"2"_s};
}

void TestJournalMoments::nothingLeavesUnrecordedInSilence_data()
{
    QTest::addColumn<Attack>("attack");
    QTest::addColumn<QStringList>("victim");
    QTest::addColumn<quint32>("seed");
    const int once = static_cast<int>(attacks.size()) * static_cast<int>(victims.size());
    const int wanted = wantedMoments() > 0 ? wantedMoments() : once;
    for (int number = 0; number < wanted; ++number) {
        const Attack attack = attacks.at(static_cast<std::size_t>(number) % attacks.size());
        const QStringList victim = victims.at(number / static_cast<int>(attacks.size()) % victims.size());
        const quint32 seed = firstSeed() + static_cast<quint32>(number);
        QTest::addRow("%s %s, seed %u",
                      victim.size() > 1 ? "all" : qPrintable(u"journal.db"_s + victim.first()),
                      nameOf(attack).constData(), seed)
            << attack << victim << seed;
    }
}

void TestJournalMoments::nothingLeavesUnrecordedInSilence()
{
    QFETCH(Attack, attack);
    QFETCH(QStringList, victim);
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.db"_s);
    const QSet<QByteArray> sentBefore = sent();
    const qint64 kicksBefore = m_on->sandbox->requestCount("kick-users");
    const auto kicks = [&] { return m_on->sandbox->requestCount("kick-users") - kicksBefore; };

    ResumeProcess process(*m_on, folder.path(), runCommand());
    process.go();
    const int olderAt = static_cast<int>(random.bounded(latestMoment / 2));
    const int moment = olderAt + static_cast<int>(random.bounded(1, latestMoment / 2));
    QTRY_VERIFY_WITH_TIMEOUT(kicks() > olderAt || process.hasEnded(), longestWaitMs);
    QHash<QString, QByteArray> older;
    for (const QString &suffix : victim)
        older.insert(suffix, contentOf(file + suffix));
    QTRY_VERIFY_WITH_TIMEOUT(kicks() > moment || process.hasEnded(), longestWaitMs);
    QVERIFY2(!process.hasEnded(), process.err().constData());
    for (const QString &suffix : victim)
        QVERIFY(strike(attack, file + suffix, older.value(suffix), m_foreign.value(suffix)));
    QTRY_VERIFY_WITH_TIMEOUT(process.hasEnded(), longestWaitMs);

    const QByteArray words = process.err();
    const QSet<QByteArray> missing = (sent() - sentBefore) - recorded(file);
    const bool isAside = !QDir(folder.path()).entryList({u"*.damaged-*"_s}).isEmpty();
    // Halted, where requests had left, or nothing sent for want of a journal.
    const bool isHalted = process.exitCode() == 5 || process.exitCode() == 7;
    // SQLite has the index mapped: when it is cut between two looks, the system ends the process.
    const bool isEnded = process.exitCode() == -1 && victim.contains(u"-shm"_s);
    const bool hasStopped = isEnded || (isHalted && words.contains("history"));
    const QByteArray facts = QByteArray::number(missing.size()) + " missing, exit code " +
                             QByteArray::number(process.exitCode()) + ": " + words;
    QVERIFY2(missing.isEmpty() || hasStopped, facts.constData());
    if (isAside)
        return;
    ResumeProcess verification(*m_on, folder.path(), {u"history"_s, u"verify"_s});
    verification.go();
    QTRY_VERIFY_WITH_TIMEOUT(verification.hasEnded(), longestWaitMs);
    QVERIFY2(missing.isEmpty() || verification.exitCode() != 0, facts.constData());
}

QTEST_GUILESS_MAIN(TestJournalMoments)
#include "tst_journalmoments.moc"
