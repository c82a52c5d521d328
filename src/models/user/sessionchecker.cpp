// SPDX-License-Identifier: Apache-2.0
#include "models/user/sessionchecker.h"

#include <algorithm>

namespace {

/// Failures that every further check would meet as well.
bool concernsAll(const Error &error)
{
    return error.kind == ErrorKind::Halted || error.kind == ErrorKind::NotSent || isNotPermitted(error);
}

} // namespace

SessionChecker::SessionChecker(Client *client, ApplicationModel *model, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_model(model)
{
}

void SessionChecker::check(const QString &userId, const QStringList &appIds)
{
    if (userId != m_userId)
        stop();
    m_userId = userId;
    for (const QString &appId : appIds) {
        m_model->setChecking(appId);
        // An answer under way may be older than the reason for asking again.
        if (const auto call = m_calls.take(appId))
            call->abort();
        if (!m_waiting.contains(appId))
            m_waiting.append(appId);
    }
    startNext();
}

void SessionChecker::drop(const QString &appId)
{
    m_waiting.removeAll(appId);
    if (const auto call = m_calls.take(appId))
        call->abort();
    startNext();
}

void SessionChecker::stop()
{
    m_waiting.clear();
    for (const auto &call : std::as_const(m_calls)) {
        if (call)
            call->abort();
    }
    m_calls.clear();
}

void SessionChecker::startNext()
{
    while (m_calls.size() < maximumInFlight && !m_waiting.isEmpty()) {
        const QString appId = takeNext();
        m_calls.insert(appId, m_client->checkSessionStatus(appId, m_userId, this,
                                                           [this, appId](const Result<SessionState> &answer) {
                                                               finish(appId, answer);
                                                           }));
    }
}

void SessionChecker::finish(const QString &appId, const Result<SessionState> &answer)
{
    m_calls.remove(appId);
    if (answer) {
        m_model->setState(appId, *answer);
    } else {
        m_model->setError(appId, answer.error());
        if (concernsAll(answer.error())) {
            for (const QString &waiting : std::as_const(m_waiting))
                m_model->setError(waiting, answer.error());
            m_waiting.clear();
        }
    }
    startNext();
}

QString SessionChecker::takeNext()
{
    const auto isPreferred = [this](const QString &appId) { return m_preferred.contains(appId); };
    const auto found = std::find_if(m_waiting.cbegin(), m_waiting.cend(), isPreferred);
    return m_waiting.takeAt(found == m_waiting.cend() ? 0 : found - m_waiting.cbegin());
}
