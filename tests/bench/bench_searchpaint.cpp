// SPDX-License-Identifier: Apache-2.0
#include "bench/paintwatch.h"
#include "gui/windowfixture.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int rounds = 15;
/// Longer than the two debounces that a text may wait for, so that the next key press sends its search at
/// once.
constexpr std::chrono::milliseconds pauseInTyping = 600ms;

/// Milliseconds of every round; negative where the answer did not come.
struct Times
{
    std::vector<double> network;
    std::vector<double> painted;
};

/// False when an answer did not come.
bool print(const char *what, const Times &times, const char *goal)
{
    std::printf("%s: painted after %.1f ms, round trip %.1f ms, difference %.1f ms, longest %.1f ms; "
                "goal for the difference: %s\n",
                what, PaintTimes::median(times.painted), PaintTimes::median(times.network),
                PaintTimes::median(times.painted) - PaintTimes::median(times.network),
                std::ranges::max(times.painted), goal);
    return std::ranges::min(times.painted) >= 0 && std::ranges::min(times.network) >= 0;
}

Qt::Key keyOf(QChar digit)
{
    return static_cast<Qt::Key>(digit.unicode());
}

/// Milliseconds of the same search without a window.
double roundTrip(Client *client, const QString &keywords)
{
    QElapsedTimer clock;
    clock.start();
    QEventLoop loop;
    client->listUsers({.keywords = keywords}, &loop,
                      [&loop](const Result<Page<User>> &page) { loop.exit(page ? 0 : 1); });
    return PaintTimes::untilQuit(&loop, clock);
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const int users = argc > 1 ? QByteArray(argv[1]).toInt() : 1'000'000;
    const WindowFixture f(Language::English, {}, {.users = users});
    auto *edit = f.find<QLineEdit>("searchEdit");
    PaintWatch watch(f.find<QAbstractItemView>("resultList"), PaintWatch::Rows::Some);

    Times afterPause;
    Times whileTyping;
    for (int round = 0; round < rounds; ++round) {
        // 100, 111, 122 and so on: no two rounds ask for the same, so the sandbox has no answer ready.
        const QString word = u"wang%1"_s.arg(100 + 11 * round);
        edit->setText(word.chopped(2));
        QEventLoop pause;
        QTimer::singleShot(pauseInTyping, &pause, &QEventLoop::quit);
        pause.exec();
        // Neither has it for the window: the blank makes it another search with the same result.
        afterPause.network.push_back(roundTrip(f.session()->client(), word.chopped(1) + u" "_s));
        whileTyping.network.push_back(roundTrip(f.session()->client(), word + u" "_s));
        afterPause.painted.push_back(PaintTimes::keyToPaint(edit, keyOf(word.at(word.size() - 2)), &watch));
        whileTyping.painted.push_back(PaintTimes::keyToPaint(edit, keyOf(word.back()), &watch));
    }
    std::printf("users %d, %d searches, medians\n", users, rounds);
    return print("key press after a pause", afterPause, "30 ms") &&
                   print("key press while typing, debounce included", whileTyping, "debounce + 30 ms")
               ? 0
               : 1;
}
