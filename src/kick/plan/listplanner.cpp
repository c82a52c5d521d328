// SPDX-License-Identifier: Apache-2.0
#include "kick/plan/listplanner.h"

#include "kick/pace/readgate.h"
#include "kick/plan/listsurvey.h"

#include <algorithm>
#include <utility>

namespace {

ListPlanItem itemOf(const ListRow &row, IdType idType, bool isSentAsTyped)
{
    ListPlanItem item{.row = row.number, .target = {.overrideReason = row.overrideReason}, .file = row.file};
    if (row.isLookedUp) {
        const ListUser &user = row.matches.constFirst();
        item.target.identifier = isSentAsTyped ? row.value : user.userId;
        item.target.identifierType = isSentAsTyped ? idType : IdType::UserId;
        item.target.userId = user.userId;
        item.target.name = user.name;
        item.target.contact = user.contact;
        item.target.isIdentityUnverified = user.isIdentityUnverified;
        return item;
    }
    item.target.identifier = row.value;
    item.target.identifierType = idType;
    // A user ID names its user, looked up or not.
    if (idType == IdType::UserId)
        item.target.userId = row.value;
    return item;
}

bool isOffline(SessionState state)
{
    return state == SessionState::Offline;
}

class Planning : public PendingAnswer<Result<PlannedList>>
{
public:
    Planning(Session *session, const ListResolution &resolution, const ListWish &wish, QObject *context,
             ListProgress::Handler progress, Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_session(session)
        , m_progress(std::move(progress))
    {
        const Profile &profile = session->profile();
        m_planned.plan = {.createdAt = QDateTime::currentDateTimeUtc(),
                          .host = profile.host.toString(),
                          .keyId = profile.keyId,
                          .scope = wish.scope};
        for (qsizetype place = 0; place < resolution.rows.size(); ++place) {
            const ListRow &row = resolution.rows.at(place);
            if (!ListResolutions::isPlanned(row))
                continue;
            m_items.append(itemOf(row, resolution.idType.value_or(IdType::UserId),
                                  wish.isSentAsTyped && resolution.idType));
            m_places.append(place);
        }
        m_appIds = wish.appIds;
        m_appIds.removeDuplicates();
        session->checkPool(this, [this](const Result<QString> &poolId) { takePool(poolId); });
    }

private:
    void takePool(const Result<QString> &poolId)
    {
        if (!poolId) {
            finish(poolId.error());
            return;
        }
        m_planned.plan.poolId = *poolId;
        if (m_planned.plan.scope == KickScope::Given) {
            askForSessions();
            return;
        }
        m_session->applicationLister()->list(
            this, [this](const Result<QList<Application>> &applications) { takeApplications(applications); });
    }

    void takeApplications(const Result<QList<Application>> &applications)
    {
        if (!applications) {
            finish(applications.error());
            return;
        }
        for (const Application &application : *applications)
            m_appIds << application.appId;
        m_appIds.removeDuplicates();
        askForSessions();
    }

    void askForSessions()
    {
        QStringList userIds;
        userIds.reserve(m_items.size());
        for (const ListPlanItem &item : std::as_const(m_items))
            userIds << item.target.userId;
        ListSurveys::ask(m_session, &m_gate, userIds, m_appIds, this, m_progress,
                         [this](const ListSessions &sessions) { takeSessions(sessions); });
    }

    void takeSessions(const ListSessions &sessions)
    {
        // A key that was refused here would be refused for the kicks as well.
        const std::optional<Error> &error = sessions.error;
        if (error && error->kind == ErrorKind::Halted && !isNotPermitted(*error)) {
            finish(*error);
            return;
        }
        m_planned.checkError = error;
        m_planned.latency = m_gate.latency();
        for (qsizetype at = 0; at < m_items.size(); ++at) {
            ListPlanItem &item = m_items[at];
            const QList<SessionState> &states = sessions.states.at(at);
            const bool isOfflineEverywhere = !states.isEmpty() && std::ranges::all_of(states, isOffline);
            if (isOfflineEverywhere)
                m_planned.offlineRows.append(item.row);
            take(item, states);
            if (item.target.appIds.isEmpty())
                m_planned.offlinePlaces.append(m_places.at(at));
            else
                m_planned.plan.items.append(item);
        }
        m_planned.plan.items.squeeze();
        // Of a long list this took a while, and so does what its reader does with it.
        finishLater(m_planned);
    }

    void take(ListPlanItem &item, const QList<SessionState> &states)
    {
        if (m_planned.plan.scope != KickScope::Online) {
            item.target.appIds = m_appIds;
            if (!item.target.userId.isEmpty())
                item.target.before = states;
            return;
        }
        for (qsizetype app = 0; app < m_appIds.size(); ++app) {
            if (isOffline(states.at(app)))
                continue;
            item.target.appIds << m_appIds.at(app);
            if (!item.target.userId.isEmpty())
                item.target.before << states.at(app);
        }
    }

    Session *m_session;
    ListProgress::Handler m_progress;
    ReadGate m_gate;
    QStringList m_appIds;
    /// Everybody, until it is known who is online.
    QList<ListPlanItem> m_items;
    /// Where their rows stand in ListResolution::rows.
    QList<qsizetype> m_places;
    PlannedList m_planned;
};

} // namespace

ListPlanner::ListPlanner(Session *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

PendingCall *ListPlanner::plan(const ListResolution &resolution, const ListWish &wish, QObject *context,
                               ListProgress::Handler progress, ResultHandler<PlannedList> handler)
{
    return new Planning(m_session, resolution, wish, context, std::move(progress), std::move(handler));
}
