// SPDX-License-Identifier: Apache-2.0
#include "kick/plan/listresolver.h"

#include "kick/plan/listlookup.h"
#include "kick/pool/activeuserlist.h"

namespace {

/// The users of an application, who may move while they are read, or those of a selection, who must not.
class UsersLookup : public PendingAnswer<Result<ListResolution>>
{
public:
    UsersLookup(Session *session, const QString &appId, const std::optional<UserQuery> &pool,
                QObject *context, ListProgress::Handler progress, Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_isWholeNeeded(pool.has_value())
    {
        const ActiveUserQuery query{.client = session->client(),
                                    .profile = session->profile(),
                                    .appId = appId,
                                    .pool = pool,
                                    .maximumPages = ListTable::maximumRows / Client::maximumLimit};
        ActiveUserLists::read(&m_gate, query, this, std::move(progress),
                              [this](const Result<ActiveUserList> &list) { take(list); });
    }

private:
    void take(const Result<ActiveUserList> &list)
    {
        if (!list)
            finish(list.error());
        else if (list->users.isEmpty() && list->totalCount > 0)
            finish(Error{.code = ErrorCode::ListTooLong,
                         .detail = ServerText(QString::number(ListTable::maximumRows))});
        else if (m_isWholeNeeded && list->incomplete)
            finish(*list->incomplete);
        else
            finish(ListResolutions::ofUsers(list->users));
    }

    ReadGate m_gate;
    bool m_isWholeNeeded;
};

} // namespace

ListResolver::ListResolver(Session *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

PendingCall *ListResolver::resolve(const IdList &list, QObject *context, ListProgress::Handler progress,
                                   ResultHandler<ListResolution> handler, Uncompared uncompared)
{
    return new ListLookup(m_session, list, uncompared, context, std::move(progress), std::move(handler));
}

PendingCall *ListResolver::resolveOnline(const QString &appId, QObject *context,
                                         ListProgress::Handler progress,
                                         ResultHandler<ListResolution> handler)
{
    return new UsersLookup(m_session, appId, {}, context, std::move(progress), std::move(handler));
}

PendingCall *ListResolver::resolvePool(const PoolSelection &selection, QObject *context,
                                       ListProgress::Handler progress, ResultHandler<ListResolution> handler)
{
    UserQuery query{.department = selection.department};
    if (selection.department.departmentId.isEmpty()) {
        query.filterField = QStringLiteral("status");
        query.filterValue = Users::wireName(selection.status);
    }
    return new UsersLookup(m_session, {}, query, context, std::move(progress), std::move(handler));
}
