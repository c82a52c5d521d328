// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTest>
#include <QTestEventLoop>

#include <chrono>
#include <functional>
#include <optional>

/// Starts an asynchronous call and waits for its answer; nothing when it did not come in time.
template <typename Answer>
std::optional<Answer> answerOf(const std::function<void(std::function<void(const Answer &)>)> &start,
                               std::chrono::milliseconds timeout = std::chrono::seconds(20))
{
    std::optional<Answer> answer;
    // Unlike QTest::qWait(), which sleeps between two looks, it hears of everything at once, as the program
    // does.
    QTestEventLoop loop;
    start([&](const Answer &given) {
        answer.emplace(given);
        loop.exitLoop();
    });
    if (!answer)
        loop.enterLoopMSecs(static_cast<int>(timeout.count()));
    return answer;
}
