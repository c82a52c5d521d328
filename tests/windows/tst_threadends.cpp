// SPDX-License-Identifier: Apache-2.0
#include <QTest>
#include <QThread>

#include <array>
#include <atomic>
#include <memory>

namespace {

std::atomic<int> wholeAtTheEnd = 0;
std::atomic<int> brokenAtTheEnd = 0;

/// Knows in its destructor whether its memory is still its own.
class Marked
{
public:
    Marked() { m_marks.fill(mark); }
    ~Marked()
    {
        bool isWhole = true;
        for (const volatile quint64 &found : m_marks)
            isWhole = isWhole && found == mark;
        ++(isWhole ? wholeAtTheEnd : brokenAtTheEnd);
    }
    void use() { m_isUsed = true; }

private:
    static constexpr quint64 mark = 0x5ca1ab1e0ddba11;
    std::array<quint64, 16> m_marks{};
    bool m_isUsed = false;
};

thread_local Marked marked;

/// Is made after the other and so ends before it. What it fills would be the memory of the other, were that
/// free.
class Filler
{
public:
    ~Filler()
    {
        constexpr int blocks = 64;
        std::array<std::unique_ptr<std::array<quint64, sizeof(Marked) / 8 + 2>>, blocks> filled;
        for (auto &block : filled) {
            block = std::make_unique<std::array<quint64, sizeof(Marked) / 8 + 2>>();
            block->fill(0);
        }
    }
    void use() { m_isUsed = true; }

private:
    bool m_isUsed = false;
};

thread_local Filler filler;

} // namespace

/// What a thread has of its own lives until its destructors have run.
class TestThreadEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void destructorsRunBeforeTheMemoryGoes();
};

void TestThreadEnds::destructorsRunBeforeTheMemoryGoes()
{
    constexpr int threads = 50;
    for (int i = 0; i < threads; ++i) {
        const std::unique_ptr<QThread> thread(QThread::create([] {
            marked.use();
            filler.use();
        }));
        thread->start();
        QVERIFY(thread->wait());
    }
    // Waiting for a QThread is not waiting for the last of its end.
    QTRY_COMPARE(wholeAtTheEnd + brokenAtTheEnd, threads);
    QCOMPARE(brokenAtTheEnd, 0);
}

QTEST_GUILESS_MAIN(TestThreadEnds)
#include "tst_threadends.moc"
