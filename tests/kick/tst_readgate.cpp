// SPDX-License-Identifier: Apache-2.0
#include "kick/pace/readgate.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace std::chrono_literals;

namespace {

/// A read that fails with each of @p errors in turn, at once, and then succeeds.
class Question
{
public:
    explicit Question(QList<Error> errors)
        : m_errors(std::move(errors))
    {
        m_clock.start();
    }

    void ask(ReadGate *gate)
    {
        const ReadGate::Start<int> start = [this](QObject *context, const ResultHandler<int> &handler) {
            m_times << std::chrono::milliseconds(m_clock.elapsed());
            const Result<int> answer = m_errors.isEmpty() ? Result<int>(1) : m_errors.takeFirst();
            QTimer::singleShot(0, context, [handler, answer] { handler(answer); });
        };
        gate->read<int>(start, [this](const Result<int> &answer) { m_isAnswered = answer.hasValue(); });
    }

    bool isAnswered() const { return m_isAnswered; }
    /// When each attempt began, since the question was made.
    const QList<std::chrono::milliseconds> &times() const { return m_times; }

private:
    QList<Error> m_errors;
    QElapsedTimer m_clock;
    QList<std::chrono::milliseconds> m_times;
    bool m_isAnswered = false;
};

Error lost()
{
    return {.kind = ErrorKind::Ambiguous, .code = ErrorCode::ConnectionLost};
}

Error putOff(std::chrono::seconds time)
{
    return {.kind = ErrorKind::RetryLater, .code = ErrorCode::RateLimited, .retryAfter = time};
}

} // namespace

/// Reads that are lost or put off, several at a time.
class TestReadGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lostReadWaitsForTheOneThatWasPutOff()
    {
        ReadGate gate;
        const QSignalSpy opened(&gate, &ReadGate::opened);
        Question slow({putOff(1s)});
        Question unlucky({lost()});
        slow.ask(&gate);
        unlucky.ask(&gate);
        QTRY_VERIFY(!gate.isOpen());
        // Its own pause is a quarter of a second.
        QTRY_COMPARE(unlucky.times().size(), 2);
        QVERIFY2(unlucky.times().last() >= 1s, qPrintable(QString::number(unlucky.times().last().count())));
        QTRY_VERIFY(slow.isAnswered() && unlucky.isAnswered());
        QVERIFY(slow.times().last() >= 1s);
        QVERIFY(gate.isOpen());
        QVERIFY(!opened.isEmpty());
    }

    void theLongerPauseHolds()
    {
        ReadGate gate;
        Question shorter({putOff(1s)});
        Question longer({putOff(2s)});
        shorter.ask(&gate);
        longer.ask(&gate);
        QTRY_VERIFY_WITH_TIMEOUT(shorter.isAnswered() && longer.isAnswered(), 10000);
        QVERIFY2(shorter.times().last() >= 2s, qPrintable(QString::number(shorter.times().last().count())));
        QVERIFY(longer.times().last() >= 2s);
    }

    void aShorterPauseShortensNothing()
    {
        ReadGate gate;
        Question longer({putOff(2s)});
        longer.ask(&gate);
        QTRY_VERIFY(!gate.isOpen());
        Question late({putOff(0s)});
        late.ask(&gate);
        QTRY_VERIFY_WITH_TIMEOUT(longer.isAnswered() && late.isAnswered(), 10000);
        QVERIFY(longer.times().last() >= 2s);
        // It began while the gate was shut, so a little later than the other.
        QVERIFY(late.times().last() + 1s >= 2s);
    }

    void pauseIsWhatTheServerAsksFor_data()
    {
        using Wait = std::chrono::seconds;
        QTest::addColumn<Wait>("retryAfter");
        QTest::addColumn<Wait>("pause");
        QTest::newRow("seconds") << Wait(7) << Wait(7);
        QTest::newRow("at once") << Wait(0) << Wait(0);
        QTest::newRow("in the past") << Wait(-7) << Wait(0);
        QTest::newRow("a day") << Wait(24h) << Wait(15min);
        QTest::newRow("for ever") << Wait::max() << Wait(15min);
        QTest::newRow("since ever") << Wait::min() << Wait(0);
    }

    void pauseIsWhatTheServerAsksFor()
    {
        QFETCH(std::chrono::seconds, retryAfter);
        QFETCH(std::chrono::seconds, pause);
        QCOMPARE(ReadGate::pauseAfter(putOff(retryAfter), 1), std::chrono::milliseconds(pause));
    }
};

QTEST_GUILESS_MAIN(TestReadGate)
#include "tst_readgate.moc"
