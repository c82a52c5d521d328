// SPDX-License-Identifier: Apache-2.0
#include "kick/single/returnwatch.h"

#include <QPointer>

#include <algorithm>
#include <utility>

ReturnWatch::ReturnWatch(Client *client, const ReturnWatchRequest &request, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_request(request)
    , m_end(request.duration)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ReturnWatch::look);
    m_next.start(request.first);
}

std::chrono::seconds ReturnWatch::remaining() const
{
    constexpr qint64 millisecondsASecond = 1000;
    return std::chrono::seconds(m_isRunning ? m_end.remainingTime() / millisecondsASecond : 0);
}

void ReturnWatch::stop()
{
    if (!std::exchange(m_isRunning, false))
        return;
    m_next.stop();
    m_calls.reset();
    Q_EMIT ended();
}

void ReturnWatch::look()
{
    if (m_end.hasExpired()) {
        stop();
        return;
    }
    // Calls end with their context.
    m_calls = std::make_unique<QObject>();
    m_onlineAppId.clear();
    const qsizetype count = std::min(maximumChecks, m_request.appIds.size());
    m_openChecks = static_cast<int>(count);
    for (qsizetype i = 0; i < count; ++i) {
        const QString appId = m_request.appIds.at(m_nextApp++ % m_request.appIds.size());
        m_client->checkSessionStatus(
            appId, m_request.userId, m_calls.get(),
            [this, appId](const Result<SessionState> &state) { takeState(appId, state); },
            {.isProof = true, .received = {}});
    }
    if (count == 0)
        askHistory();
}

void ReturnWatch::takeState(const QString &appId, const Result<SessionState> &state)
{
    --m_openChecks;
    if (!state && isRefused(state.error()))
        return;
    if (state && *state == SessionState::Online)
        m_onlineAppId = appId;
    if (m_openChecks == 0)
        askHistory();
}

void ReturnWatch::askHistory()
{
    SignInLists::ask({.client = m_client, .userId = m_request.userId, .since = m_request.since},
                     m_calls.get(), [this](const SignIns &signIns) { takeHistory(signIns); });
}

void ReturnWatch::takeHistory(const SignIns &signIns)
{
    UserReturn back{.signIn = {}, .appId = m_onlineAppId};
    // What is known must be told even where the key cannot read the history.
    if (signIns.error && m_onlineAppId.isEmpty() && isRefused(*signIns.error))
        return;
    // The sign-in that the watch begins after is no news.
    const auto isLater = [this](const LoginRecord &record) { return record.time > m_request.since; };
    const auto first = std::ranges::find_if(signIns.records, isLater);
    if (first != signIns.records.end())
        back.signIn = *first;
    if (!back.signIn && back.appId.isEmpty()) {
        m_next.start(m_request.interval);
        return;
    }
    m_isRunning = false;
    const QPointer<ReturnWatch> self(this);
    Q_EMIT returned(back);
    if (self)
        Q_EMIT ended();
}

/// Ends the watch where the key has no permission: it will have none 15 seconds later.
bool ReturnWatch::isRefused(const Error &error)
{
    if (error.kind != ErrorKind::Halted && !isNotPermitted(error))
        return false;
    m_error = error;
    m_isRunning = false;
    m_calls.reset();
    Q_EMIT ended();
    return true;
}
