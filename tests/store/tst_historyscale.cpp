// SPDX-License-Identifier: Apache-2.0
#include "store/history/historyreader.h"
#include "support/answerof.h"
#include "support/journalsample.h"
#include "support/processtimer.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kicks = 200'000;
/// Goals are for a million on an office computer (see tests/bench/bench_history); this is five times less on
/// whatever runs the tests.
constexpr qint64 longestFirstPageMs = 300;
constexpr qint64 longestSearchMs = 3000;

} // namespace

/// The history is as quick with many kicks as with few.
class TestHistoryScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(JournalSamples::fill(m_file, kicks)); }
    void firstPageComesAtOnce();
    void lastPageComesAtOnce();
    void textIsFound();
    void newSearchDoesNotWaitForTheOld();

private:
    Result<HistorySlice> page(HistoryReader *reader, const HistoryFilter &filter, qint64 before = 0)
    {
        QObject context;
        return *answerOf<Result<HistorySlice>>(
            [&](const auto &handler) { reader->page(filter, before, 100, &context, handler); });
    }

    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(u"journal.db"_s);
};

void TestHistoryScale::firstPageComesAtOnce()
{
    ProcessTimer time;
    time.start();
    HistoryReader reader(m_file);
    const auto first = page(&reader, {});
    QVERIFY2(time.elapsed() < longestFirstPageMs, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(first->items.size(), 100);
    QCOMPARE(first->items.first().itemId, kicks);
}

void TestHistoryScale::lastPageComesAtOnce()
{
    HistoryReader reader(m_file);
    ProcessTimer time;
    time.start();
    QCOMPARE(page(&reader, {}, 101)->items.last().itemId, 1);
    QVERIFY2(time.elapsed() < longestFirstPageMs, qPrintable(QString::number(time.elapsed())));
}

void TestHistoryScale::textIsFound()
{
    HistoryReader reader(m_file);
    ProcessTimer time;
    time.start();
    const auto found = page(&reader, {.text = u"request-17"_s, .outcome = KickOutcome::Unknown});
    QVERIFY2(time.elapsed() < longestSearchMs, qPrintable(QString::number(time.elapsed())));
    QVERIFY(!found->items.isEmpty());
    for (const HistoryItem &item : found->items)
        QVERIFY(item.reply.requestId.startsWith("request-17"_L1));
}

void TestHistoryScale::newSearchDoesNotWaitForTheOld()
{
    HistoryReader reader(m_file);
    const HistoryFilter nowhere{.text = u"found nowhere"_s};
    ProcessTimer time;
    time.start();
    QVERIFY(page(&reader, nowhere)->items.isEmpty());
    const qint64 whole = time.elapsed();
    time.start();
    constexpr int stale = 20;
    for (int i = 0; i < stale; ++i)
        reader.page(nowhere, 0, 100, this, [](const Result<HistorySlice> &) {})->abort();
    QCOMPARE(page(&reader, {})->items.size(), 100);
    QVERIFY2(time.elapsed() < longestFirstPageMs + whole, qPrintable(QString::number(time.elapsed())));
}

QTEST_GUILESS_MAIN(TestHistoryScale)
#include "tst_historyscale.moc"
