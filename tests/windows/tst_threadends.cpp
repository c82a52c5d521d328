// SPDX-License-Identifier: Apache-2.0
#include <QRegularExpression>
#include <QTest>
#include <QThread>

#include <array>
#include <atomic>
#include <memory>

using namespace Qt::Literals::StringLiterals;

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

} // namespace

/// What a thread has of its own lives until its destructors have run.
class TestThreadEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void destructorsRunBeforeTheMemoryGoes();
    void expressionThatNeedsAStackIsMatchedInAThread();
};

void TestThreadEnds::destructorsRunBeforeTheMemoryGoes()
{
    constexpr int threads = 50;
    for (int i = 0; i < threads; ++i) {
        const std::unique_ptr<QThread> thread(QThread::create([] { marked.use(); }));
        thread->start();
        QVERIFY(thread->wait());
    }
    // Waiting for a QThread is not waiting for the last of its end.
    QTRY_COMPARE(wholeAtTheEnd + brokenAtTheEnd, threads);
    QCOMPARE(brokenAtTheEnd, 0);
}

void TestThreadEnds::expressionThatNeedsAStackIsMatchedInAThread()
{
    // So deep that the small stack which every match has is not enough.
    const QString text = QString(20'000, u'(') + QString(20'000, u')');
    for (int i = 0; i < 20; ++i) {
        bool isMatched = false;
        const std::unique_ptr<QThread> thread(QThread::create([&] {
            const QRegularExpression nested(u"(\\((?1)*\\))"_s);
            isMatched = nested.match(text.mid(18'000, 4'000)).hasMatch();
        }));
        thread->start();
        QVERIFY(thread->wait());
        QVERIFY(isMatched);
    }
}

QTEST_GUILESS_MAIN(TestThreadEnds)
#include "tst_threadends.moc"
