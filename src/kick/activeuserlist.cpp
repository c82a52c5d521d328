// SPDX-License-Identifier: Apache-2.0
#include "kick/activeuserlist.h"

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
        m_seen.clear();
        m_hasAgreed = true;
        m_nextPage = 1;
        m_lastPage = 1;
        m_pagesRead = 0;
        ++m_readings;
        askMore();
    }

    void askMore()
    {
        while (!m_isOver && m_nextPage <= m_lastPage && m_gate->isOpen())
            ask(m_nextPage++);
    }

    void ask(qint64 page)
    {
        const ReadGate::Start<Page<User>> start = [client = m_query.client, appId = m_query.appId, page](
                                                      QObject *context, ResultHandler<Page<User>> handler) {
            client->listApplicationActiveUsers(appId, static_cast<int>(page), Client::maximumLimit, context,
                                               std::move(handler));
        };
        m_gate->read<Page<User>>(start, [self = QPointer(this), page](const Result<Page<User>> &users) {
            if (self)
                self->take(page, users);
        });
    }

    void take(qint64 page, const Result<Page<User>> &users)
    {
        if (m_isOver)
            return;
        if (!users) {
            end(users.error());
            return;
        }
        if (page == 1) {
            m_list.totalCount = users->totalCount;
            m_lastPage = (users->totalCount + Client::maximumLimit - 1) / Client::maximumLimit;
            if (m_lastPage > m_query.maximumPages) {
                end(ActiveUserList{.totalCount = users->totalCount});
                return;
            }
        }
        m_hasAgreed = m_hasAgreed && users->totalCount == m_list.totalCount;
        for (const User &user : users->list)
            add(user);
        ++m_pagesRead;
        if (m_progress)
            m_progress({.done = m_pagesRead, .total = m_lastPage});
        if (m_pagesRead < m_lastPage)
            return;
        m_list.isWhole = m_hasAgreed && m_seen.size() == m_list.totalCount;
        if (m_list.isWhole || m_readings == ActiveUserLists::maximumReadings) {
            m_list.userIds = m_seen;
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
        m_seen.insert(user.userId);
        if (!m_query.areUsersWanted || m_known.contains(user.userId))
            return;
        m_known.insert(user.userId);
        m_list.users.append(ListResolutions::brief(m_query.profile, user));
    }

    ReadGate *m_gate;
    ActiveUserQuery m_query;
    ListProgress::Handler m_progress;
    ActiveUserList m_list;
    /// Over all readings, and in this one.
    QSet<QString> m_known;
    QSet<QString> m_seen;
    qint64 m_nextPage = 1;
    qint64 m_lastPage = 1;
    qint64 m_pagesRead = 0;
    int m_readings = 0;
    bool m_hasAgreed = true;
    bool m_isOver = false;
};

} // namespace

PendingCall *ActiveUserLists::read(ReadGate *gate, const ActiveUserQuery &query, QObject *context,
                                   ListProgress::Handler progress, ResultHandler<ActiveUserList> handler)
{
    return new ActiveUserReading(gate, query, context, std::move(progress), std::move(handler));
}
