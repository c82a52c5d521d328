// SPDX-License-Identifier: Apache-2.0
#include "support/resumedlist.h"

#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Races with one list.
constexpr int racesAList = 10;
/// More than an owner can come to before the next race.
constexpr int usersARace = 100;
constexpr int longestWaitMs = 60'000;
constexpr int exitUsage = 2;

int wantedRaces()
{
    const int given = qEnvironmentVariableIntValue("KICKDESK_RACES");
    return given > 0 ? given : 2 * racesAList;
}

/// How a process is ended.
using End = void (ResumeProcess::*)();

/// Two processes that wait for the same moment.
struct Pair
{
    explicit Pair(const SandboxSession &on)
        : one(std::make_unique<ResumeProcess>(on))
        , other(std::make_unique<ResumeProcess>(on))
    {
    }

    bool haveBegun() const { return one->hasBegun() && other->hasBegun(); }

    void go() const
    {
        one->go();
        other->go();
    }

    std::unique_ptr<ResumeProcess> one;
    std::unique_ptr<ResumeProcess> other;
};

} // namespace

Q_DECLARE_METATYPE(End)

/// Two processes want to go on with the same list at the same moment: one owns it, the other is told who
/// does. When the owner ends, however it ends, one of the next two has the list at once.
class TestRaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneOfTwoOwnsTheList_data();
    void oneOfTwoOwnsTheList();

private:
    /// Lets @p pair go; the one that owns the list. Null, and a warning, when it was not exactly one.
    std::unique_ptr<ResumeProcess> race(Pair pair, const ResumedList &list);
};

void TestRaces::oneOfTwoOwnsTheList_data()
{
    QTest::addColumn<End>("end");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<qint64>("mostRepeats");
    QTest::addColumn<int>("races");

    const auto rows = [](const char *name, End end, int exitCode, qint64 mostRepeats) {
        for (int left = wantedRaces() / 2, list = 1; left > 0; left -= racesAList, ++list)
            QTest::addRow("%s, list %d", name, list)
                << end << exitCode << mostRepeats << std::min(left, racesAList);
    };
    // What is on the wire is waited for, so nothing is sent twice.
    rows("stopped", &ResumeProcess::stop, 128 + SIGTERM, 0);
    // The result of requests on the wire is unknown.
    rows("killed", &ResumeProcess::kill, -1, LaneTransport::maximumInFlight);
}

std::unique_ptr<ResumeProcess> TestRaces::race(Pair pair, const ResumedList &list)
{
    const qint64 before = list.kicks();
    pair.go();
    const auto isDecided = [&pair] { return pair.one->hasEnded() || pair.other->hasEnded(); };
    if (!QTest::qWaitFor(isDecided, longestWaitMs)) {
        qWarning("two owners");
        return nullptr;
    }
    const std::unique_ptr<ResumeProcess> loser = std::move(pair.one->hasEnded() ? pair.one : pair.other);
    std::unique_ptr<ResumeProcess> owner = std::move(pair.one ? pair.one : pair.other);
    const QByteArray told = loser->err();
    const QByteArray expected = "PID " + QByteArray::number(owner->pid()) + ')';
    if (loser->exitCode() != exitUsage || !told.contains("job-owned") || !told.contains(expected)) {
        qWarning("%d: %s instead of %s", loser->exitCode(), told.constData(), expected.constData());
        return nullptr;
    }
    const auto isAtWork = [&] { return owner->hasEnded() || list.kicks() > before; };
    if (!QTest::qWaitFor(isAtWork, longestWaitMs) || owner->hasEnded()) {
        qWarning("no owner: %s", owner->err().constData());
        return nullptr;
    }
    return owner;
}

void TestRaces::oneOfTwoOwnsTheList()
{
    QFETCH(End, end);
    QFETCH(int, exitCode);
    QFETCH(qint64, mostRepeats);
    QFETCH(int, races);

    const int users = races * usersARace;
    ResumedList list(users);
    QVERIFY(list.prepare());
    Pair next(list.on());
    for (int done = 0; done < races; ++done) {
        QTRY_VERIFY_WITH_TIMEOUT(next.haveBegun(), longestWaitMs);
        const std::unique_ptr<ResumeProcess> owner = race(std::exchange(next, Pair(list.on())), list);
        QVERIFY(owner);
        QTRY_VERIFY_WITH_TIMEOUT(next.haveBegun(), longestWaitMs);
        (owner.get()->*end)();
        QTRY_VERIFY_WITH_TIMEOUT(owner->hasEnded(), longestWaitMs);
        QCOMPARE(owner->exitCode(), exitCode);
    }
    next.one->kill();
    next.other->kill();
    QTRY_VERIFY_WITH_TIMEOUT(next.one->hasEnded() && next.other->hasEnded(), longestWaitMs);
    QCOMPARE(list.complete(), 0);
    const QString problem = list.problem(races * mostRepeats);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
    qInfo("%d races, %lld kicks for %d users", races, static_cast<long long>(list.kicks()), users);
}

QTEST_GUILESS_MAIN(TestRaces)
#include "tst_races.moc"
