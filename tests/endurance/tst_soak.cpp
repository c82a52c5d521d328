// SPDX-License-Identifier: Apache-2.0
#include "core/program/memorypools.h"
#include "endurance/processmeter.h"
#include "endurance/soakwork.h"
#include "support/sandboxprocess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <array>
#include <cstdio>
#include <future>
#include <malloc.h>
#include <memory>
#include <span>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int usualSeconds = 30;
/// From so long a run on, it is long enough for the strict bound and for faults that need a deadline.
constexpr auto longRun = 1800s;
constexpr auto longestWarmUp = 600s;

constexpr double mostMegabytesAnHour = 1.0;
/// In the first half minute caches still fill, which comes to a hundred megabytes an hour; three kilobytes
/// that leak with every user come to more than this.
constexpr double mostInAShortRun = 400.0;
constexpr qint64 mostLogBytes = qint64{32} << 20;
constexpr int mostThreads = 24;
/// Database and log, for each connection that there may be at the same time.
constexpr int mostJournalFiles = 12;
/// What the two connections keep open when nothing is asked.
constexpr int mostSockets = 2 * QnamTransport::maximumConnections;
constexpr qint64 fewestPoints = 4;

/// One list, and which of the two pools it is of.
struct Step
{
    int users = 0;
    bool isOfBusyPool = false;
};
/// Lists that prove user by user, and one that proves by difference; in a short run that one comes first.
constexpr std::array longRound{Step{600}, Step{150}, Step{40, true}};
constexpr std::array shortRound{Step{600}, Step{15, true}, Step{25}, Step{25}, Step{25}, Step{25},
                                Step{25},  Step{25},       Step{25}, Step{25}, Step{25}, Step{25}};

constexpr double kilobytesAMegabyte = 1024.0;
/// After a deadline the connection's manager is replaced, and the old one goes a minute later.
constexpr int settleMs = 75'000;

std::chrono::seconds wantedTime()
{
    const int given = qEnvironmentVariableIntValue("KICKDESK_SOAK_SECONDS");
    return std::chrono::seconds(given > 0 ? given : usualSeconds);
}

/// The faults of a pool: one of five hits a twentieth of the requests of each kind.
QStringList faults(const QStringList &ofKicks, const QStringList &ofReads)
{
    QStringList result;
    const auto add = [&result](const QStringList &names, const QString &endpoint) {
        for (const QString &name : names)
            result << u"--fault"_s << u"%1@%2:1"_s.arg(name, endpoint);
    };
    add(ofKicks, u"kick-users"_s);
    for (const QString &endpoint :
         {u"check-session-status"_s, u"list-users"_s, u"get-user"_s, u"get-user-batch"_s,
          u"get-user-login-history"_s, u"list-application-active-users"_s})
        add(ofReads, endpoint);
    return result;
}

/// Answers that are lost or damaged, or come too slowly where there is time to wait for a deadline.
QStringList lossyFaults(bool isLongRun)
{
    const QString slow = isLongRun ? u"slow-headers"_s : u"bad-utf8"_s;
    return faults({u"reset-before"_s, u"close-no-answer"_s, u"truncated-json"_s, u"half-body"_s, slow},
                  {u"reset-after"_s, u"chunk-truncated"_s, u"garbage"_s, u"bad-gzip"_s, slow});
}

/// The server asks for patience, which makes lists slow.
QStringList busyFaults()
{
    return faults({u"429"_s, u"429-retry-seconds"_s, u"503"_s, u"busy-1000"_s, u"code-500"_s},
                  {u"429"_s, u"503"_s, u"busy-1000"_s, u"502"_s, u"partial-status"_s});
}

double megabytes(qint64 kilobytes)
{
    return static_cast<double>(kilobytes) / kilobytesAMegabyte;
}

} // namespace

/// Lists one after the other, in one process that lives all the time, while a twentieth of the requests goes
/// wrong: memory, descriptors and threads stay as they are. scripts/soak does it for hours.
class TestSoak : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trendIsTheSlope();
    void meterSeesWhatIsHeld();
    void nothingGrowsWithTime();

private:
    void open(bool isLongRun, Journal *journal);
    void sample();
    void rest();
    QString problemAtRest() const;
    void print() const;
    qint64 logBytes() const { return QFileInfo(m_journalFile + u"-wal"_s).size(); }
    std::chrono::milliseconds elapsed() const { return std::chrono::milliseconds(m_clock.elapsed()); }

    QElapsedTimer m_clock;
    QString m_journalFile;
    std::unique_ptr<SandboxProcess> m_lossyPool;
    std::unique_ptr<SandboxProcess> m_busyPool;
    std::unique_ptr<SoakWork> m_lossyWork;
    std::unique_ptr<SoakWork> m_busyWork;
    /// When the connections were open and no list had run.
    int m_threads = 0;
    /// Between lists, the first and the last time.
    std::optional<ProcessSample> m_first;
    ProcessSample m_last;
    /// Since the last line of the table.
    ProcessSample m_most;
    qint64 m_mostLogBytes = 0;
    int m_mostThreads = 0;
    /// What this process has. Its share of what it shares with others also tells how many others there are.
    Trend m_resident;
    Trend m_proportional;
    Trend m_used;
};

void TestSoak::trendIsTheSlope()
{
    Trend trend;
    QCOMPARE(trend.slope(), 0.0);
    for (int x = 0; x < 100; ++x)
        trend.add(x, 5000.0 + 3.0 * x + (x % 2 == 0 ? 1.0 : -1.0));
    QVERIFY2(std::abs(trend.slope() - 3.0) < 0.01, qPrintable(QString::number(trend.slope())));
    QCOMPARE(trend.points(), 100);
}

void TestSoak::meterSeesWhatIsHeld()
{
    constexpr qint64 held = 8192;
    const QString name = QCoreApplication::applicationFilePath();
    const ProcessSample before = ProcessSample::now(name);
    const QByteArray memory(held * 1024, 'x');
    QFile journal(name);
    QVERIFY(journal.open(QIODevice::ReadOnly));
    QFile file(QStringLiteral(KICKDESK_CLI));
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::promise<void> end;
    std::thread thread([waited = end.get_future()] { waited.wait(); });
    const ProcessSample with = ProcessSample::now(name);
    end.set_value();
    thread.join();
    QVERIFY(with.residentKilobytes - before.residentKilobytes >= held);
    QVERIFY(with.usedKilobytes - before.usedKilobytes >= held);
    QCOMPARE(with.files, before.files + 1);
    QCOMPARE(with.journalFiles, before.journalFiles + 1);
    QCOMPARE(with.threads, before.threads + 1);
    QVERIFY(!memory.isEmpty());
}

void TestSoak::sample()
{
    const ProcessSample now = ProcessSample::now(m_journalFile);
    m_most.raiseTo(now);
    m_mostThreads = std::max(m_mostThreads, now.threads);
    m_mostLogBytes = std::max(m_mostLogBytes, logBytes());
}

/// Between two lists, when what was deleted later is gone.
void TestSoak::rest()
{
    const auto isSettled = [this] {
        const ProcessSample now = ProcessSample::now(m_journalFile);
        return now.threads == m_threads && (!m_first || now.files == m_first->files);
    };
    (void)QTest::qWaitFor(isSettled, settleMs);
    // What glibc keeps for later is no leak.
    malloc_trim(0);
    m_last = ProcessSample::now(m_journalFile);
    sample();
    if (!m_first)
        m_first = m_last;
    const std::chrono::seconds warmUp = std::min<std::chrono::seconds>(wantedTime() / 3, longestWarmUp);
    if (elapsed() < warmUp)
        return;
    const double hours = std::chrono::duration<double, std::ratio<3600>>(elapsed()).count();
    m_resident.add(hours, megabytes(m_last.residentKilobytes));
    m_proportional.add(hours, megabytes(m_last.proportionalKilobytes));
    m_used.add(hours, megabytes(m_last.usedKilobytes));
}

QString TestSoak::problemAtRest() const
{
    if (m_last.files != m_first->files)
        return u"%1 files, %2 at first"_s.arg(QString::number(m_last.files), QString::number(m_first->files));
    if (m_last.threads != m_threads)
        return u"%1 threads, %2 at first"_s.arg(QString::number(m_last.threads), QString::number(m_threads));
    if (m_last.journalFiles > mostJournalFiles)
        return u"%1 descriptors of the journal"_s.arg(m_last.journalFiles);
    if (m_last.sockets > mostSockets)
        return u"%1 sockets"_s.arg(m_last.sockets);
    if (m_mostThreads > mostThreads)
        return u"%1 threads while a list ran"_s.arg(m_mostThreads);
    if (m_mostLogBytes > mostLogBytes)
        return u"a log of %1 bytes"_s.arg(m_mostLogBytes);
    return {};
}

void TestSoak::print() const
{
    SoakCounts counts = m_lossyWork->counts();
    counts += m_busyWork->counts();
    std::printf(
        "%6lld %6lld %8lld %6lld %6lld %7lld %6lld %7.2f %7.2f %7.2f %7.2f %5d %5d %7d %7d %6.2f %8.1f\n",
        static_cast<long long>(m_clock.elapsed() / 1000), static_cast<long long>(counts.lists),
        static_cast<long long>(counts.verified), static_cast<long long>(counts.told),
        static_cast<long long>(counts.singleKicks), static_cast<long long>(counts.reads),
        static_cast<long long>(counts.failedReads), megabytes(m_last.usedKilobytes),
        megabytes(m_last.residentKilobytes), megabytes(m_last.proportionalKilobytes),
        megabytes(m_most.residentKilobytes), m_last.files, m_last.journalFiles, m_last.sockets,
        m_last.threads, megabytes(m_mostLogBytes / 1024), megabytes(QFileInfo(m_journalFile).size() / 1024));
    std::fflush(stdout);
}

void TestSoak::open(bool isLongRun, Journal *journal)
{
    const int users = isLongRun ? 200'000 : 20'000;
    const QStringList options{u"--users"_s, QString::number(users), u"--apps"_s, u"4"_s};
    m_lossyPool = std::make_unique<SandboxProcess>(options + lossyFaults(isLongRun));
    m_busyPool = std::make_unique<SandboxProcess>(options + busyFaults());
    m_lossyWork = std::make_unique<SoakWork>(m_lossyPool->profile(), m_lossyPool->secret(), journal, users);
    m_busyWork = std::make_unique<SoakWork>(m_busyPool->profile(), m_busyPool->secret(), journal, users);
    m_threads = ProcessSample::now(m_journalFile).threads;
}

void TestSoak::nothingGrowsWithTime()
{
    const bool isLongRun = wantedTime() >= longRun;
    const std::span<const Step> round =
        isLongRun ? std::span<const Step>(longRound) : std::span<const Step>(shortRound);
    const QTemporaryDir folder;
    m_journalFile = folder.filePath(u"journal.db"_s);
    Journal journal(m_journalFile);
    open(isLongRun, &journal);
    m_clock.start();
    QTimer sampling;
    connect(&sampling, &QTimer::timeout, this, &TestSoak::sample);
    sampling.start(2s);
    std::printf(
        "second  lists verified   told  kicks   reads failed    used     RSS     PSS highest files of it sockets "
        "threads    WAL  journal (MB)\n");
    auto nextLine = 0s;
    for (std::size_t list = 0; elapsed() < wantedTime(); ++list) {
        const Step &step = round[list % round.size()];
        SoakWork *work = step.isOfBusyPool ? m_busyWork.get() : m_lossyWork.get();
        const QString problem = work->runList(step.users);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        // To rest may take a minute where deadlines are met.
        if (isLongRun && (list + 1) % round.size() != 0)
            continue;
        rest();
        QVERIFY2(problemAtRest().isEmpty(), qPrintable(problemAtRest()));
        if (elapsed() < nextLine && elapsed() < wantedTime())
            continue;
        print();
        m_most = {};
        nextLine = std::chrono::duration_cast<std::chrono::seconds>(elapsed()) + 60s;
    }
    QVERIFY(m_lossyWork->isJournalIntact());
    const double slope = m_resident.slope();
    qInfo("%lld points between lists: %.3f MB more in an hour (in use: %.3f MB, PSS: %.3f MB)",
          static_cast<long long>(m_resident.points()), slope, m_used.slope(), m_proportional.slope());
    QVERIFY(m_resident.points() >= fewestPoints);
    QVERIFY2(slope < (isLongRun ? mostMegabytesAnHour : mostInAShortRun), qPrintable(QString::number(slope)));
    m_lossyWork.reset();
    m_busyWork.reset();
}

int main(int argc, char *argv[])
{
    // As the window does it.
    MemoryPools::share();
    QCoreApplication application(argc, argv);
    TestSoak test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_soak.moc"
