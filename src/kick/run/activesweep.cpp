// SPDX-License-Identifier: Apache-2.0
#include "kick/run/activesweep.h"

#include "kick/pool/activeuserlist.h"

#include <algorithm>
#include <utility>

namespace {

/// What another reading would meet as well.
bool isFinal(const Error &error)
{
    return error.kind == ErrorKind::Halted || error.kind == ErrorKind::Rejected;
}

class ActiveSweep : public PendingAnswer<ActiveSweepAnswer>
{
public:
    ActiveSweep(ActiveSweepQuery query, QObject *context, Handler handler)
        : PendingAnswer(context, std::move(handler))
        , m_query(std::move(query))
    {
        const ActiveUserQuery list{.client = m_query.client,
                                   .appId = m_query.appId,
                                   .areUsersWanted = false,
                                   .maximumPages = m_query.userIds.size() / ActiveSweeps::usersAPage};
        ActiveUserLists::read(m_query.reads, list, this, {}, [this](const Result<ActiveUserList> &read) {
            if (!read)
                finish({.isTrusted = !isFinal(read.error())});
            else if (!read->isWhole)
                finish({});
            else
                take(*read);
        });
    }

private:
    void take(const ActiveUserList &list)
    {
        QStringList absent;
        for (const QString &userId : std::as_const(m_query.userIds)) {
            if (!list.userIds.contains(userId))
                absent.append(userId);
        }
        m_answer.offline = QSet<QString>(absent.cbegin(), absent.cend());
        askSome(absent);
    }

    /// Spread over all of them, as neighbours may have been on one page.
    void askSome(const QStringList &absent)
    {
        const qsizetype wanted = std::max(ActiveSweeps::fewestSamples, absent.size() / 100);
        const qsizetype step = std::max(qsizetype(1), absent.size() / wanted);
        QStringList samples;
        for (qsizetype at = 0; at < absent.size(); at += step)
            samples.append(absent.at(at));
        m_open = samples.size();
        m_answer.samples = samples.size();
        if (m_open == 0) {
            finish(m_answer);
            return;
        }
        for (const QString &userId : std::as_const(samples))
            ask(userId);
    }

    void ask(const QString &userId)
    {
        m_query.gate->enter(RequestGate::Purpose::Check, this, [this, userId](const RequestGate::Pass &pass) {
            m_query.client->checkSessionStatus(m_query.appId, userId, this,
                                               [this, pass](const Result<SessionState> &state) {
                                                   pass->settle(state ? std::nullopt
                                                                      : std::optional(state.error()));
                                                   compare(state);
                                               },
                                               {.isProof = true, .received = [pass] { pass->giveBack(); }});
        });
    }

    void compare(const Result<SessionState> &state)
    {
        --m_open;
        if (!state || *state != SessionState::Offline) {
            // Without an answer nothing is wrong with the list; it only cannot be relied on this time.
            finish({.isTrusted = !state});
            return;
        }
        if (m_open == 0)
            finish(m_answer);
    }

    ActiveSweepQuery m_query;
    ActiveSweepAnswer m_answer;
    qsizetype m_open = 0;
};

} // namespace

PendingCall *ActiveSweeps::sweep(const ActiveSweepQuery &query, QObject *context,
                                 PendingAnswer<ActiveSweepAnswer>::Handler handler)
{
    return new ActiveSweep(query, context, std::move(handler));
}
