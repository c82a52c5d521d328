// SPDX-License-Identifier: Apache-2.0
#include "kick/plan/listsurvey.h"

#include "kick/pool/activeuserlist.h"

#include <QPointer>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace {

constexpr qsizetype smallestSample = 20;
/// One in so many users.
constexpr qsizetype sampleStep = 100;

/// One survey, application after application.
class ListSurvey : public PendingAnswer<ListSessions>
{
public:
    ListSurvey(Session *session, ReadGate *gate, const QStringList &userIds, const QStringList &appIds,
               QObject *context, ListProgress::Handler progress, Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_session(session)
        , m_gate(gate)
        , m_userIds(userIds)
        , m_appIds(appIds)
        , m_progress(std::move(progress))
    {
        m_sessions.states.fill(QList<SessionState>(appIds.size(), SessionState::Unknown), userIds.size());
        for (qsizetype user = 0; user < userIds.size(); ++user) {
            if (!userIds.at(user).isEmpty())
                m_users.append(user);
        }
        connect(gate, &ReadGate::opened, this, &ListSurvey::askMore);
        QTimer::singleShot(0, this, &ListSurvey::beginApplication);
    }

private:
    enum class Phase {
        Paging,
        Sampling,
        Singly,
    };

    void beginApplication()
    {
        tell();
        if (m_app == m_appIds.size() || m_users.isEmpty() || m_isOver) {
            m_isOver = true;
            finish(m_sessions);
            return;
        }
        const qsizetype calls = m_users.size() - ListSurveys::sampleSize(m_users.size());
        if (calls <= 1 || m_isPagingForbidden) {
            askSingly(Phase::Singly, m_users);
            return;
        }
        m_phase = Phase::Paging;
        const ActiveUserQuery query{.client = m_session->client(),
                                    .profile = {},
                                    .appId = m_appIds.at(m_app),
                                    .maximumPages = calls - 1};
        ActiveUserLists::read(m_gate, query, this, {},
                              [this](const Result<ActiveUserList> &list) { takeList(list); });
    }

    void takeList(const Result<ActiveUserList> &list)
    {
        if (!list) {
            m_isPagingForbidden = m_isPagingForbidden || isNotPermitted(list.error());
            if (mustStop(list.error()))
                return;
        }
        if (!list || !list->isWhole) {
            askSingly(Phase::Singly, m_users);
            return;
        }
        m_online.clear();
        for (const ListUser &user : list->users)
            m_online.insert(user.userId);
        QList<qsizetype> sample;
        const qsizetype size = ListSurveys::sampleSize(m_users.size());
        for (qsizetype at = 0; at < size; ++at)
            sample.append(m_users.at(at * m_users.size() / size));
        askSingly(Phase::Sampling, sample);
    }

    void askSingly(Phase phase, const QList<qsizetype> &users)
    {
        m_phase = phase;
        m_asking = users;
        m_next = 0;
        m_answered = 0;
        m_doesSampleAgree = true;
        askMore();
    }

    void askMore()
    {
        while (!m_isOver && m_phase != Phase::Paging && m_next < m_asking.size() && m_gate->isOpen())
            ask(m_asking.at(m_next++));
    }

    void ask(qsizetype user)
    {
        const ReadGate::Start<SessionState> start =
            [client = m_session->client(), appId = m_appIds.at(m_app),
             userId = m_userIds.at(user)](QObject *context, ResultHandler<SessionState> handler) {
                client->checkSessionStatus(appId, userId, context, std::move(handler));
            };
        m_gate->read<SessionState>(start, [self = QPointer(this), user](const Result<SessionState> &state) {
            if (self && !self->m_isOver)
                self->take(user, state);
        });
    }

    void take(qsizetype user, const Result<SessionState> &state)
    {
        if (!state && mustStop(state.error()))
            return;
        m_sessions.states[user][m_app] = state ? *state : SessionState::Unknown;
        const SessionState listed =
            m_online.contains(m_userIds.at(user)) ? SessionState::Online : SessionState::Offline;
        m_doesSampleAgree = m_doesSampleAgree && state && *state == listed;
        tell();
        if (++m_answered < m_asking.size())
            return;
        if (m_phase == Phase::Sampling && !m_doesSampleAgree) {
            askSingly(Phase::Singly, m_users);
            return;
        }
        if (m_phase == Phase::Sampling)
            takeOnline();
        endApplication();
    }

    /// What the list says of those who were not asked for singly.
    void takeOnline()
    {
        for (const qsizetype user : std::as_const(m_users)) {
            const bool isOnline = m_online.contains(m_userIds.at(user));
            m_sessions.states[user][m_app] = isOnline ? SessionState::Online : SessionState::Offline;
        }
    }

    void endApplication()
    {
        ++m_app;
        m_answered = 0;
        beginApplication();
    }

    /// Notes @p error, and ends the survey where the next question would meet it as well.
    bool mustStop(const Error &error)
    {
        if (!m_sessions.error)
            m_sessions.error = error;
        const bool isCheckForbidden = isNotPermitted(error) && m_phase != Phase::Paging;
        const bool isHalted = error.kind == ErrorKind::Halted && !isNotPermitted(error);
        if (!isCheckForbidden && !isHalted && !m_gate->isBroken())
            return false;
        m_isOver = true;
        finish(m_sessions);
        return true;
    }

    void tell()
    {
        if (m_progress)
            m_progress(
                {.done = m_app * m_users.size() + m_answered, .total = m_appIds.size() * m_users.size()});
    }

    Session *m_session;
    ReadGate *m_gate;
    QStringList m_userIds;
    QStringList m_appIds;
    ListProgress::Handler m_progress;
    ListSessions m_sessions;
    /// Places in m_userIds of those who can be asked for.
    QList<qsizetype> m_users;
    /// The application under way.
    qsizetype m_app = 0;
    Phase m_phase = Phase::Paging;
    QSet<QString> m_online;
    QList<qsizetype> m_asking;
    qsizetype m_next = 0;
    qsizetype m_answered = 0;
    bool m_doesSampleAgree = true;
    bool m_isPagingForbidden = false;
    bool m_isOver = false;
};

} // namespace

qsizetype ListSurveys::sampleSize(qsizetype users)
{
    return std::min(users, std::max(smallestSample, (users + sampleStep - 1) / sampleStep));
}

PendingCall *ListSurveys::ask(Session *session, ReadGate *gate, const QStringList &userIds,
                              const QStringList &appIds, QObject *context, ListProgress::Handler progress,
                              const std::function<void(const ListSessions &)> &handler)
{
    return new ListSurvey(session, gate, userIds, appIds, context, std::move(progress), handler);
}
