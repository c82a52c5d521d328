// SPDX-License-Identifier: Apache-2.0
#include "kick/pace/requestgate.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

namespace {

/// A call that is on the wire as long as it lives.
class CallOnTheWire : public QObject
{
public:
    CallOnTheWire(RequestGate::Pass pass, QObject *parent)
        : QObject(parent)
        , m_pass(std::move(pass))
    {
    }

private:
    RequestGate::Pass m_pass;
};

void failOnce(const RequestGate::Pass &pass)
{
    pass->settle(Error{.kind = ErrorKind::Ambiguous, .code = ErrorCode::ConnectionLost});
}

} // namespace

/// The gate through which the requests of a list leave.
class TestRequestGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callThatBreaksItMayBeDeletedByTheReceiver();
    void brokenGateLetsNothingThrough();
};

void TestRequestGate::callThatBreaksItMayBeDeletedByTheReceiver()
{
    RequestGate gate;
    QSignalSpy broken(&gate, &RequestGate::broken);
    // The owner of the calls, as a verification owns its questions.
    QPointer<QObject> owner = new QObject;
    QPointer<CallOnTheWire> last;
    int left = Pacer::maximumFailures;
    for (int call = 0; call < Pacer::maximumFailures; ++call) {
        gate.enter(RequestGate::Purpose::Check, owner, [&](const RequestGate::Pass &pass) {
            failOnce(pass);
            if (--left == 0)
                last = new CallOnTheWire(pass, owner);
        });
    }
    connect(&gate, &RequestGate::broken, this, [&] { delete owner; });

    QTRY_VERIFY(last);
    // Its destructor gives the pass back; deleting it once more from in there would be one time too many.
    delete last;
    QVERIFY(owner);
    QCOMPARE(broken.count(), 0);
    QTRY_VERIFY(!owner);
    QCOMPARE(broken.count(), 1);
}

void TestRequestGate::brokenGateLetsNothingThrough()
{
    RequestGate gate;
    const QSignalSpy broken(&gate, &RequestGate::broken);
    int passed = 0;
    for (int call = 0; call < 2 * Pacer::maximumFailures; ++call) {
        gate.enter(RequestGate::Purpose::Check, &gate, [&](const RequestGate::Pass &pass) {
            failOnce(pass);
            ++passed;
        });
    }
    QTRY_COMPARE(broken.count(), 1);
    const int passedBefore = passed;
    QVERIFY(passedBefore < 2 * Pacer::maximumFailures);
    QTest::qWait(0);
    QCOMPARE(passed, passedBefore);
}

QTEST_GUILESS_MAIN(TestRequestGate)
#include "tst_requestgate.moc"
