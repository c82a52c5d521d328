// SPDX-License-Identifier: Apache-2.0
#include "support/listrunfixture.h"

#include <QSet>

#include <limits>

ListPlan listPlan(const SandboxSession &on, int users, qsizetype applications)
{
    QObject context;
    const auto apps = answerOf<Result<QList<Application>>>(
        [&](auto handler) { on.session->applicationLister()->list(&context, handler); });
    ListPlan plan{.createdAt = QDateTime::currentDateTimeUtc(),
                  .host = on.address.host.toString(),
                  .keyId = on.address.keyId,
                  .poolId = on.address.poolId};
    const auto online = answerOf<Result<Page<User>>>([&](auto handler) {
        on.client()->listApplicationActiveUsers((*apps)->first().appId, 1, Client::maximumLimit, &context,
                                                handler);
    });
    QStringList userIds;
    for (const User &user : (*online)->list)
        userIds << user.userId;
    const QSet<QString> known(userIds.cbegin(), userIds.cend());
    for (int place = 0; userIds.size() < users; ++place) {
        const QString userId = Sandbox::userId({.users = std::numeric_limits<int>::max()}, place);
        if (!known.contains(userId))
            userIds << userId;
    }
    for (const QString &userId : userIds.first(users)) {
        ListPlanItem item{.row = plan.items.size() + 1, .target = {.identifier = userId}};
        item.target.userId = item.target.identifier;
        for (const Application &application : (*apps)->first(applications)) {
            item.target.appIds << application.appId;
            item.target.before << (known.contains(userId) ? SessionState::Online : SessionState::Unknown);
        }
        plan.items.append(item);
    }
    return plan;
}

ListRunFixture::ListRunFixture(const SandboxSession &on)
    : m_listRunner(on.session.get(), m_board)
{
    connect(&m_listRunner, &ListRunner::finished, this, [this](const ListRunEnd &end) { m_end = end; });
    m_listRunner.setItemSink([this](const ListItem &, const KickResult &result) { m_items.append(result); });
}
