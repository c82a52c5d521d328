// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTest>

#include <chrono>
#include <functional>
#include <optional>

/// Starts an asynchronous call and waits for its answer; nothing when it did not come in time.
template <typename Answer>
std::optional<Answer> answerOf(const std::function<void(std::function<void(const Answer &)>)> &start,
                               std::chrono::milliseconds timeout = std::chrono::seconds(20))
{
    std::optional<Answer> answer;
    start([&answer](const Answer &given) { answer.emplace(given); });
    (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, static_cast<int>(timeout.count()));
    return answer;
}
