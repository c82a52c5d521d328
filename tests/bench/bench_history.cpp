// SPDX-License-Identifier: Apache-2.0
#include "store/history/historyreader.h"
#include "support/answerof.h"
#include "support/journalsample.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Milliseconds to the answer, or -1.
double timeOf(HistoryReader *reader, const HistoryFilter &filter)
{
    QElapsedTimer clock;
    clock.start();
    QObject context;
    const auto page = answerOf<Result<HistorySlice>>(
        [&](const auto &handler) { reader->page(filter, 0, 100, &context, handler); },
        std::chrono::seconds(120));
    return page && *page ? static_cast<double>(clock.nsecsElapsed()) / 1e6 : -1;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const qint64 kicks = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"journal.db"_s);
    QElapsedTimer clock;
    clock.start();
    if (!JournalSamples::fill(file, kicks))
        return 1;
    std::printf("%lld kicks, made in %.1f s\n", static_cast<long long>(kicks),
                static_cast<double>(clock.elapsed()) / 1000);

    clock.restart();
    HistoryReader reader(file);
    const double first = timeOf(&reader, {});
    std::printf("open and first page        %8.1f ms; goal: 300 ms\n", first);
    const auto print = [&reader](const char *what, const HistoryFilter &filter) {
        std::printf("%-26s %8.1f ms\n", what, timeOf(&reader, filter));
    };
    print("first page again", {});
    print("text found among the last", {.text = u"INC-"_s});
    print("text found once", {.text = u"INC-77777"_s});
    print("text found nowhere", {.text = u"found nowhere"_s});
    print("rare outcome", {.outcome = KickOutcome::Unknown});
    print("outcome found nowhere", {.outcome = KickOutcome::Rejected});
    print("one user", {.userId = u"000000000000000000000011"_s});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    print("a day", {.since = now.addDays(-2), .until = now.addDays(-1)});
    print("before everything", {.until = now.addYears(-1)});
    return first >= 0 ? 0 : 1;
}
