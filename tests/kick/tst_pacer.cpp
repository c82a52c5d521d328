// SPDX-License-Identifier: Apache-2.0
#include "kick/pace/pacer.h"
#include "kick/pace/requestgate.h"
#include "support/answerof.h"

#include <QTest>
#include <queue>

#include <algorithm>
#include <deque>
#include <random>
#include <vector>

using namespace std::chrono_literals;

namespace {

using Seconds = std::chrono::duration<double>;

struct Server
{
    /// Requests a second; it holds the rest of a burst's worth.
    double limit = 40;
    std::chrono::milliseconds burst = 100ms;
    std::chrono::milliseconds latency = 30ms;
    std::optional<std::chrono::seconds> retryAfter;
};

/// A server with a limit, and the requests that a pacer lets through to it, in a time of their own.
class Course
{
public:
    explicit Course(const Server &server, const PaceLimits &limits = {})
        : m_server(server)
        , m_pacer(limits, [this] { return m_now; })
        , m_filled(m_now)
        , m_tokens(capacity())
    {
    }

    void setLimit(double limit) { m_server.limit = limit; }
    Pacer &pacer() { return m_pacer; }

    /// Sends as fast as the pacer lets it; counts anew.
    void run(std::chrono::milliseconds time)
    {
        m_good = 0;
        m_refused = 0;
        for (const Pacer::Time end = m_now + time; m_now < end; m_now += 1ms) {
            answer();
            for (auto wait = m_pacer.wait(); wait && *wait <= 0s; wait = m_pacer.wait())
                send();
        }
    }

    qint64 good() const { return m_good; }
    qint64 refused() const { return m_refused; }
    double refusedPart() const
    {
        return static_cast<double>(m_refused) / static_cast<double>(std::max(qint64(1), m_good + m_refused));
    }

private:
    struct Answer
    {
        Pacer::Time at;
        Pacer::Time begun;
        bool isGood = false;
        bool operator>(const Answer &other) const { return at > other.at; }
    };

    void answer()
    {
        while (!m_answers.empty() && m_answers.top().at <= m_now) {
            const Answer next = m_answers.top();
            m_answers.pop();
            if (next.isGood)
                m_pacer.end(next.begun, Pacer::Verdict::Good);
            else
                m_pacer.end(next.begun, Pacer::Verdict::SlowDown, m_server.retryAfter);
        }
    }

    void send()
    {
        const Pacer::Time begun = m_pacer.begin();
        m_tokens = std::min(capacity(), m_tokens + (Seconds(m_now - m_filled).count() * m_server.limit));
        m_filled = m_now;
        const bool isGood = m_tokens >= 1;
        m_tokens -= isGood ? 1 : 0;
        (isGood ? m_good : m_refused) += 1;
        const auto late = m_server.latency * std::uniform_real_distribution<>(1, 1.3)(m_random);
        m_answers.push({.at = m_now + std::chrono::duration_cast<Pacer::Clock::duration>(late),
                        .begun = begun,
                        .isGood = isGood});
    }

    double capacity() const { return std::max(1.0, m_server.limit * Seconds(m_server.burst).count()); }

    Server m_server;
    Pacer::Time m_now{1h};
    Pacer m_pacer;
    Pacer::Time m_filled;
    double m_tokens;
    qint64 m_good = 0;
    qint64 m_refused = 0;
    std::mt19937 m_random{1};
    std::priority_queue<Answer, std::vector<Answer>, std::greater<>> m_answers;
};

} // namespace

class TestPacer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsALimitThatNobodyTold_data();
    void findsALimitThatNobodyTold();
    void opensWithTheRequestsOnTheWire();
    void followsALimitThatRises();
    void followsALimitThatFalls();
    void keepsToWhatWasAskedFor();
    void halvesOnce();
    void waitsAsLongAsTheServerAsks_data();
    void waitsAsLongAsTheServerAsks();
    void gateKeepsThePauseOfTheServer();
    void gateTellsWhoIsNext();
    void keepsToTheRequestsInFlight();
    void breaksAfterTwentyFailures();
    void goodAnswerMakesUpForFailures();
};

void TestPacer::findsALimitThatNobodyTold_data()
{
    QTest::addColumn<Server>("server");

    for (const int limit : {40, 200, 1000}) {
        for (const auto latency : {5ms, 30ms, 100ms}) {
            // More than the requests on the wire can carry.
            if (limit * latency > 60s)
                continue;
            for (const auto burst : {100ms, 1000ms}) {
                for (const int retryAfter : {0, 1}) {
                    const Server server{.limit = static_cast<double>(limit),
                                        .burst = burst,
                                        .latency = latency,
                                        .retryAfter = retryAfter > 0
                                                          ? std::optional(std::chrono::seconds(retryAfter))
                                                          : std::nullopt};
                    QTest::addRow("%d/s, %d ms, bursts of %d ms, Retry-After %d", limit,
                                  static_cast<int>(latency.count()), static_cast<int>(burst.count()),
                                  retryAfter)
                        << server;
                }
            }
        }
    }
}

void TestPacer::findsALimitThatNobodyTold()
{
    QFETCH(Server, server);

    Course course(server);
    course.run(10s);
    course.run(30s);
    const auto used = [&course, &server](double seconds) {
        return static_cast<double>(course.good()) / (seconds * server.limit);
    };
    QVERIFY2(used(30) >= 0.9, qPrintable(QString::number(used(30))));
    QVERIFY2(course.refusedPart() <= 0.02, qPrintable(QString::number(course.refusedPart())));
    course.run(120s);
    QVERIFY2(used(120) >= 0.94, qPrintable(QString::number(used(120))));
    QVERIFY2(course.refusedPart() <= 0.02, qPrintable(QString::number(course.refusedPart())));
}

void TestPacer::opensWithTheRequestsOnTheWire()
{
    // 64 on the wire of a server that takes 30 ms: more than 2,000 a second, within the first half second.
    Course course({.limit = 1'000'000});
    course.run(500ms);
    QVERIFY2(course.good() >= 700, qPrintable(QString::number(course.good())));
    QCOMPARE(course.refused(), 0);
}

void TestPacer::followsALimitThatRises()
{
    Course course({.limit = 40});
    course.run(20s);
    course.setLimit(150);
    course.run(90s);
    course.run(10s);
    QVERIFY2(course.good() >= 10 * 150 * 8 / 10, qPrintable(QString::number(course.good())));
}

void TestPacer::followsALimitThatFalls()
{
    Course course({.limit = 400, .retryAfter = 1s});
    course.run(30s);
    course.setLimit(100);
    course.run(20s);
    course.run(30s);
    QVERIFY2(course.good() >= 30 * 100 * 9 / 10, qPrintable(QString::number(course.good())));
    QVERIFY2(course.refusedPart() <= 0.02, qPrintable(QString::number(course.refusedPart())));
}

void TestPacer::keepsToWhatWasAskedFor()
{
    Course course({.limit = 1000}, {.ratePerSecond = 25});
    course.run(10s);
    course.run(10s);
    QVERIFY2(course.good() >= 240 && course.good() <= 251, qPrintable(QString::number(course.good())));
}

void TestPacer::halvesOnce()
{
    Pacer::Time now{1h};
    Pacer pacer({.ratePerSecond = 50, .maximumInFlight = 10}, [&now] { return now; });
    now += 1s;
    pacer.end(pacer.begin(), Pacer::Verdict::SlowDown);
    std::vector<Pacer::Time> begun;
    for (int request = 0; request < 4; ++request) {
        now += 1s;
        begun.push_back(pacer.begin());
    }
    now += 1s;
    const double before = pacer.rate();
    for (const Pacer::Time time : begun)
        pacer.end(time, Pacer::Verdict::SlowDown);
    // Those that had left already say nothing about the halved rate.
    QCOMPARE(pacer.rate(), before / 2);
    now += 1s;
    pacer.end(pacer.begin(), Pacer::Verdict::SlowDown);
    QCOMPARE(pacer.rate(), before / 4);
}

void TestPacer::waitsAsLongAsTheServerAsks_data()
{
    QTest::addColumn<std::chrono::seconds>("asked");
    QTest::addColumn<std::chrono::seconds>("waited");

    QTest::newRow("seconds") << 7s << 7s;
    QTest::newRow("a day") << std::chrono::seconds(24h) << std::chrono::seconds(15min);
}

void TestPacer::waitsAsLongAsTheServerAsks()
{
    QFETCH(std::chrono::seconds, asked);
    QFETCH(std::chrono::seconds, waited);

    Pacer::Time now{1h};
    Pacer pacer({}, [&now] { return now; });
    const Pacer::Time begun = pacer.begin();
    now += 1s;
    pacer.end(begun, Pacer::Verdict::SlowDown, asked);
    QCOMPARE(pacer.wait().value(), Pacer::Clock::duration(waited));
    now += waited;
    QCOMPARE(pacer.wait().value(), Pacer::Clock::duration(0s));
}

void TestPacer::gateKeepsThePauseOfTheServer()
{
    RequestGate gate;
    QObject context;
    auto pass = answerOf<RequestGate::Pass>(
        [&](auto handler) { gate.enter(RequestGate::Purpose::Kick, &context, handler); });
    QVERIFY(pass);
    (*pass)->settle(Error{.kind = ErrorKind::RetryLater, .code = ErrorCode::RateLimited, .retryAfter = 7min});
    pass.reset();
    QVERIFY(gate.pacer().shutUntil() > Pacer::Clock::now() + 6min);
}

void TestPacer::gateTellsWhoIsNext()
{
    RequestGate gate;
    QObject context;
    QList<int> told;
    std::deque<RequestGate::Pass> passes;
    const auto enter = [&](int number) {
        gate.enter(
            RequestGate::Purpose::Kick, &context,
            [&passes](const RequestGate::Pass &pass) { passes.push_back(pass); },
            [&told, number] { told.append(number); });
    };
    for (int number = 0; number < 20; ++number)
        enter(number);
    QTRY_COMPARE(passes.size(), 8U);
    // Half as many as are on the wire, in their order.
    QCOMPARE(told, (QList<int>{8, 9, 10, 11}));

    // One has come back, and the server takes one more: two leave, and two come near.
    passes.front()->settle({});
    passes.pop_front();
    QTRY_COMPARE(passes.size(), 9U);
    QCOMPARE(told, (QList<int>{8, 9, 10, 11, 12, 13}));

    // No request leaves while the agent pauses or the server asks for a pause.
    gate.holdKicks(true);
    passes.front()->settle({});
    passes.pop_front();
    QCoreApplication::processEvents();
    QCOMPARE(told.size(), 6);
    passes.front()->settle(
        Error{.kind = ErrorKind::RetryLater, .code = ErrorCode::RateLimited, .retryAfter = 7min});
    passes.pop_front();
    gate.holdKicks(false);
    QCoreApplication::processEvents();
    QCOMPARE(told.size(), 6);
}

void TestPacer::keepsToTheRequestsInFlight()
{
    Pacer::Time now{1h};
    Pacer pacer({.maximumInFlight = 2}, [&now] { return now; });
    const Pacer::Time begun = pacer.begin();
    now += 1s;
    (void)pacer.begin();
    now += 1s;
    QVERIFY(!pacer.wait());
    pacer.end(begun, Pacer::Verdict::None);
    QCOMPARE(pacer.wait().value(), Pacer::Clock::duration(0s));
}

void TestPacer::breaksAfterTwentyFailures()
{
    QCOMPARE(Pacer::maximumFailures, 20);
    Pacer::Time now{1h};
    Pacer pacer({}, [&now] { return now; });
    for (int failure = 1; failure <= Pacer::maximumFailures; ++failure) {
        QVERIFY(!pacer.isBroken());
        now += 1s;
        pacer.end(pacer.begin(), failure % 2 == 0 ? Pacer::Verdict::Failed : Pacer::Verdict::SlowDown);
    }
    QVERIFY(pacer.isBroken());
    now += 1h;
    QVERIFY(!pacer.wait());
}

void TestPacer::goodAnswerMakesUpForFailures()
{
    Pacer::Time now{1h};
    Pacer pacer({}, [&now] { return now; });
    for (int request = 0; request < 100; ++request) {
        now += 1s;
        pacer.end(pacer.begin(), request % 19 == 0 ? Pacer::Verdict::Good : Pacer::Verdict::Failed);
    }
    QVERIFY(!pacer.isBroken());
    QVERIFY(pacer.isServing());
    now += 10s;
    QVERIFY(!pacer.isServing());
}

QTEST_GUILESS_MAIN(TestPacer)
#include "tst_pacer.moc"
