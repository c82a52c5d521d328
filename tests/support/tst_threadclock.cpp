// SPDX-License-Identifier: Apache-2.0
#include "support/measuredapplication.h"
#include "support/threadclock.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <ctime>
#include <functional>
#include <sched.h>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

namespace {

using TestApplication = MeasuredApplication<QCoreApplication>;

/// Too long on any machine.
constexpr auto frozen = TestApplication::bound * TestApplication::mostCrowding + TestApplication::bound / 2;

/// An event that does what it is told.
class Worker : public QObject
{
public:
    explicit Worker(std::function<void()> work)
        : m_work(std::move(work))
    {
    }

    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        m_work();
        return true;
    }

private:
    std::function<void()> m_work;
};

std::chrono::nanoseconds processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

void compute(std::chrono::nanoseconds howLong)
{
    const auto end = processorTime() + howLong;
    while (processorTime() < end) {
    }
}

/// Threads that leave this one little of the one processor that all of them share.
class BusyProcessor
{
public:
    BusyProcessor()
    {
        sched_getaffinity(0, sizeof m_before, &m_before);
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(sched_getcpu(), &one);
        sched_setaffinity(0, sizeof one, &one);
        constexpr int competitors = 8;
        for (int i = 0; i < competitors; ++i) {
            m_threads.emplace_back([this] {
                while (!m_isOver) {
                }
            });
        }
    }
    ~BusyProcessor()
    {
        m_isOver = true;
        for (std::thread &thread : m_threads)
            thread.join();
        sched_setaffinity(0, sizeof m_before, &m_before);
    }
    Q_DISABLE_COPY_MOVE(BusyProcessor)

private:
    cpu_set_t m_before{};
    std::atomic<bool> m_isOver = false;
    std::vector<std::thread> m_threads;
};

TestApplication *application()
{
    return static_cast<TestApplication *>(QCoreApplication::instance());
}

void handle(const std::function<void()> &work)
{
    Worker worker(work);
    QCoreApplication::postEvent(&worker, new QEvent(QEvent::User));
    QCoreApplication::sendPostedEvents(&worker);
}

} // namespace

/// What tests of a quick program measure with: a freeze is seen, a busy machine is not.
class TestThreadClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { application()->forget(); }
    void eventThatWaitsIsLong();
    void eventThatComputesIsLong();
    void busyMachineMakesNoEventLong();
    void neverGoesBack();
};

void TestThreadClock::initTestCase()
{
    if (!ThreadClock().isExact())
        QSKIP("this system does not tell how long a thread waited for a processor");
}

void TestThreadClock::eventThatWaitsIsLong()
{
    QSemaphore neverFree;
    handle([&neverFree] { QVERIFY(!neverFree.tryAcquire(1, static_cast<int>(frozen.count()))); });
    QVERIFY2(!application()->isQuick(), application()->longest().constData());
}

void TestThreadClock::eventThatComputesIsLong()
{
    handle([] { compute(frozen); });
    QVERIFY2(!application()->isQuick(), application()->longest().constData());
}

void TestThreadClock::busyMachineMakesNoEventLong()
{
    QElapsedTimer wall;
    ThreadTimer own;
    {
        const BusyProcessor busy;
        wall.start();
        own.start();
        handle([] { compute(50ms); });
    }
    QVERIFY2(
        own.elapsed() < wall.elapsed() / 2,
        qPrintable(
            QStringLiteral("%1 of %2").arg(QString::number(own.elapsed()), QString::number(wall.elapsed()))));
    QVERIFY2(application()->isQuick(), application()->longest().constData());
}

void TestThreadClock::neverGoesBack()
{
    const BusyProcessor busy;
    ThreadClock clock;
    std::chrono::nanoseconds last = clock.now();
    for (int i = 0; i < 20'000; ++i) {
        const std::chrono::nanoseconds now = clock.now();
        // Processors agree about the time to some microseconds; a lost turn is milliseconds.
        QVERIFY2(now >= last - 1ms, qPrintable(QString::number((last - now).count())));
        last = now;
    }
}

int main(int argc, char *argv[])
{
    TestApplication application(argc, argv);
    TestThreadClock test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_threadclock.moc"
