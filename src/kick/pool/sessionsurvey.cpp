// SPDX-License-Identifier: Apache-2.0
#include "kick/pool/sessionsurvey.h"

#include <utility>

namespace {

constexpr int maximumInFlight = 4;

bool wouldRepeat(const Error &error)
{
    return isNotPermitted(error) || error.kind == ErrorKind::NotSent || error.kind == ErrorKind::Halted ||
           error.code == ErrorCode::Deadline;
}

/// The questions of one survey: each is a child, so that aborting the survey aborts them all.
class SurveyCall : public PendingAnswer<SessionSurvey>
{
public:
    SurveyCall(Client *client, QString userId, QStringList appIds, QObject *context, Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_client(client)
        , m_userId(std::move(userId))
        , m_appIds(std::move(appIds))
    {
        for (const QString &appId : std::as_const(m_appIds))
            m_survey.states.insert(appId, SessionState::Unknown);
        askMore();
    }

private:
    void askMore()
    {
        while (m_inFlight < maximumInFlight && m_next < m_appIds.size()) {
            const QString appId = m_appIds.at(m_next++);
            ++m_inFlight;
            m_client->checkSessionStatus(
                appId, m_userId, this,
                [this, appId](const Result<SessionState> &state) { take(appId, state); });
        }
        if (m_inFlight == 0)
            finish(m_survey);
    }

    void take(const QString &appId, const Result<SessionState> &state)
    {
        --m_inFlight;
        if (state) {
            m_survey.states.insert(appId, *state);
        } else {
            if (!m_survey.error)
                m_survey.error = state.error();
            if (wouldRepeat(state.error()))
                m_next = m_appIds.size();
        }
        askMore();
    }

    Client *m_client;
    QString m_userId;
    QStringList m_appIds;
    qsizetype m_next = 0;
    int m_inFlight = 0;
    SessionSurvey m_survey;
};

} // namespace

PendingCall *SessionSurveys::ask(Client *client, const QString &userId, const QStringList &appIds,
                                 QObject *context, const std::function<void(const SessionSurvey &)> &handler)
{
    return new SurveyCall(client, userId, appIds, context, handler);
}
