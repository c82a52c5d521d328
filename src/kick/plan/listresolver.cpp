// SPDX-License-Identifier: Apache-2.0
#include "kick/plan/listresolver.h"

#include "kick/plan/listlookup.h"
#include "kick/pool/activeuserlist.h"

namespace {

class OnlineLookup : public PendingAnswer<Result<ListResolution>>
{
public:
    OnlineLookup(Session *session, const QString &appId, QObject *context, ListProgress::Handler progress,
                 Handler handler)
        : PendingAnswer(context, std::move(handler))
    {
        const ActiveUserQuery query{.client = session->client(),
                                    .profile = session->profile(),
                                    .appId = appId,
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
        else
            finish(ListResolutions::ofUsers(list->users));
    }

    ReadGate m_gate;
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
    return new OnlineLookup(m_session, appId, context, std::move(progress), std::move(handler));
}
