// SPDX-License-Identifier: Apache-2.0
#include "bench/paintwatch.h"
#include "gui/windowfixture.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QTimer>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int usualUsers = 100'000;
constexpr int rounds = 36;
/// What the server takes for each answer.
constexpr int latencyMs = 30;
constexpr std::array names{"wang"_L1, "li"_L1, "chen"_L1, "liu"_L1};
/// Longer than the two debounces that a text may wait for, so that the next key press sends its search at
/// once.
constexpr std::chrono::milliseconds pauseInTyping = 600ms;

/// The value that @p percent of @p values do not exceed.
double within(std::size_t percent, std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at((values.size() - 1) * percent / 100);
}

/// Milliseconds of every round; negative where the answer did not come.
struct Times
{
    std::vector<double> network;
    std::vector<double> painted;
};

/// False when an answer did not come.
bool print(const char *what, const Times &times)
{
    std::printf("%s: median %.1f ms, 95 of 100 within %.1f ms, less the server's %d ms; "
                "without a window %.1f ms\n",
                what, within(50, times.painted) - latencyMs, within(95, times.painted) - latencyMs, latencyMs,
                within(50, times.network) - latencyMs);
    return std::ranges::min(times.painted) >= 0 && std::ranges::min(times.network) >= 0;
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

Qt::Key keyOf(QChar character)
{
    return static_cast<Qt::Key>(character.toUpper().unicode());
}

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const int users = argc > 1 ? QByteArray(argv[1]).toInt() : usualUsers;
    const WindowFixture f(Language::English, {}, {.users = users, .latencyMs = latencyMs});
    auto *edit = f.find<QLineEdit>("searchEdit");
    PaintWatch watch(f.find<QAbstractItemView>("resultList"), PaintWatch::Rows::Some);

    Times afterPause;
    Times whileTyping;
    for (int round = 0; round < rounds; ++round) {
        // wang11, li11, and so on to liu99: no two rounds ask for the same, so the sandbox has no answer
        // ready.
        const int place = round % static_cast<int>(names.size());
        const int digit = 1 + round / static_cast<int>(names.size());
        const QString word = names.at(static_cast<std::size_t>(place)) + QString::number(11 * digit);
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
    std::printf("%d users, %d searches\n", users, rounds);
    const bool isAnswered = print("key press after a pause", afterPause);
    return print("key press while typing, debounce included", whileTyping) && isAnswered ? 0 : 1;
}
