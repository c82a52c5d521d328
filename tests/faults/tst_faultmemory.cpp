// SPDX-License-Identifier: Apache-2.0
#include "support/kicktarget.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Kibibytes: the most that this process has held since the last resetPeak().
qint64 peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:");
    return at < 0 ? -1 : text.mid(at + 6, text.indexOf("kB", at) - at - 6).trimmed().toLongLong();
}

bool resetPeak()
{
    QFile references(u"/proc/self/clear_refs"_s);
    return references.open(QIODevice::WriteOnly) && references.write("5") == 1;
}

} // namespace

/// An answer of any size costs little memory. The sandbox that sends it lives in the same process and is
/// counted in.
class TestFaultMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answerOfAnySizeTakesLittleMemory_data();
    void answerOfAnySizeTakesLittleMemory();
    void peakIsSeen();
};

void TestFaultMemory::answerOfAnySizeTakesLittleMemory_data()
{
    QTest::addColumn<int>("limitMiB");
    for (const char *fault : {"gzip-bomb", "bad-gzip", "infinite-body", "huge-message"})
        QTest::newRow(fault) << 32;
    // Qt keeps headers until they are whole or the deadline ends them: 32 MB come.
    for (const char *fault : {"huge-header", "many-headers"})
        QTest::newRow(fault) << 128;
}

void TestFaultMemory::answerOfAnySizeTakesLittleMemory()
{
    QFETCH(int, limitMiB);
    const SandboxSession on({}, AuthScheme::Token, {.users = 50});
    KickPlan target = onlineTarget(on);
    target.proofLimit = 2s;
    on.client()->setDeadline(2s);
    QObject context;
    const auto kick = [&] {
        return answerOf<KickResult>(
            [&](auto handler) { on.session->kicker()->start(target, &context, {}, handler); });
    };
    // What is needed for any kick is there before.
    const auto first = kick();
    QVERIFY(first && first->outcome == KickOutcome::Verified);
    on.sandbox->setFaults({QString::fromLatin1(QTest::currentDataTag())});
    QVERIFY(resetPeak());
    const qint64 before = peakMemory();
    QVERIFY(before > 0);
    const auto result = kick();
    QVERIFY(result.has_value());
    QCOMPARE(KickOutcomes::wireName(result->outcome), u"verified"_s);
    const qint64 growth = (peakMemory() - before) / 1024;
    QVERIFY2(growth <= limitMiB, qPrintable(u"%1 MiB"_s.arg(growth)));
}

void TestFaultMemory::peakIsSeen()
{
    QVERIFY(resetPeak());
    const qint64 before = peakMemory();
    const QByteArray bytes(qsizetype{64} * 1024 * 1024, 'x');
    QVERIFY(bytes.endsWith('x'));
    QVERIFY(peakMemory() - before > qint64{60} * 1024);
}

QTEST_GUILESS_MAIN(TestFaultMemory)
#include "tst_faultmemory.moc"
