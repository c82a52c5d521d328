// SPDX-License-Identifier: Apache-2.0
#include "kick/pool/activeuserlist.h"

#include "core/async/paging.h"

#include <QPointer>
#include <QSet>

#include <utility>

namespace {

class ActiveUserReading : public PendingAnswer<Result<ActiveUserList>>
{
public:
    ActiveUserReading(ReadGate *gate, ActiveUserQuery query, QObject *context, ListProgress::Handler progress,
                      Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_gate(gate)
        , m_query(std::move(query))
        , m_progress(std::move(progress))
    {
        connect(gate, &ReadGate::opened, this, &ActiveUserReading::askMore);
        begin();
    }

private:
    /// The first page alone: it tells how many there are.
    void begin()
    {
        m_paging.begin();
        m_nextPage = 1;
        ++m_readings;
        askMore();
    }

    void askMore()
    {
        while (!m_isOver && m_nextPage <= m_paging.lastPage() && m_gate->isOpen())
            ask(m_nextPage++);
    }

    void ask(qint64 page)
    {
        const ReadGate::Start<Page<User>> start = [query = m_query, page = static_cast<int>(page)](
                                                      QObject *context, ResultHandler<Page<User>> handler) {
            if (!query.pool) {
                query.client->listApplicationActiveUsers(query.appId, page, Client::maximumLimit, context,
                                                         std::move(handler));
                return;
            }
            UserQuery users = *query.pool;
            users.page = page;
            users.limit = Client::maximumLimit;
            query.client->listUsers(users, context, std::move(handler));
        };
        m_gate->read<Page<User>>(start, [self = QPointer(this)](const Result<Page<User>> &users) {
            if (self)
                self->take(users);
        });
    }

    void take(const Result<Page<User>> &users)
    {
        if (m_isOver)
            return;
        if (!users) {
            end(users.error());
            return;
        }
        m_paging.take(*users);
        m_list.totalCount = m_paging.totalCount();
        if (m_paging.lastPage() > m_query.maximumPages && m_paging.totalCount() > 0) {
            end(ActiveUserList{.totalCount = m_paging.totalCount()});
            return;
        }
        for (const User &user : users->list)
            add(user);
        if (m_progress)
            m_progress({.done = m_paging.pagesRead(), .total = m_paging.lastPage()});
        if (!m_paging.isRead())
            return;
        m_list.isWhole = m_paging.isWhole();
        m_list.incomplete = m_list.isWhole ? std::nullopt : std::optional(m_paging.incomplete());
        if (m_list.isWhole || m_readings == ActiveUserLists::maximumReadings) {
            m_list.userIds = m_paging.ids();
            end(m_list);
        } else {
            begin();
        }
    }

    void end(const Result<ActiveUserList> &answer)
    {
        m_isOver = true;
        finish(answer);
    }

    void add(const User &user)
    {
        if (!m_query.areUsersWanted || m_known.contains(user.userId))
            return;
        m_known.insert(user.userId);
        m_list.users.append(ListUsers::of(m_query.profile, user));
    }

    ReadGate *m_gate;
    ActiveUserQuery m_query;
    ListProgress::Handler m_progress;
    ActiveUserList m_list;
    /// Over all readings.
    QSet<QString> m_known;
    Paging m_paging{Client::maximumLimit};
    qint64 m_nextPage = 1;
    int m_readings = 0;
    bool m_isOver = false;
};

} // namespace

PendingCall *ActiveUserLists::read(ReadGate *gate, const ActiveUserQuery &query, QObject *context,
                                   ListProgress::Handler progress, ResultHandler<ActiveUserList> handler)
{
    return new ActiveUserReading(gate, query, context, std::move(progress), std::move(handler));
}
