// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/sandboxsession.h"

#include <algorithm>

/// What the sandbox itself says about the sessions of a target.
inline QList<SessionState> sessionStates(Client *client, const KickPlan &target)
{
    QObject context;
    QList<SessionState> result;
    for (const QString &appId : target.target.appIds) {
        const auto state = answerOf<Result<SessionState>>([&](auto handler) {
            client->checkSessionStatus(appId, target.target.identifier, &context, handler);
        });
        result << (state && *state ? **state : SessionState::Unknown);
    }
    return result;
}

/// The first user of the sandbox, who is online in the first applications, and so many of those, checked.
inline KickPlan onlineTarget(const SandboxSession &on, qsizetype applications = 2)
{
    QObject context;
    const auto users =
        answerOf<Result<Page<User>>>([&](auto handler) { on.client()->listUsers({}, &context, handler); });
    const auto apps = answerOf<Result<QList<Application>>>(
        [&](auto handler) { on.session->applicationLister()->list(&context, handler); });
    if (!users || !*users || !apps || !*apps || (*apps)->size() < applications)
        qFatal("The sandbox could not be read");
    KickPlan target{.target = {.identifier = (*users)->list.first().userId}};
    target.target.userId = target.target.identifier;
    for (const Application &application : (*apps)->first(applications))
        target.target.appIds << application.appId;
    const QList<SessionState> states = sessionStates(on.client(), target);
    if (!std::ranges::all_of(states, [](SessionState state) { return state == SessionState::Online; }))
        qFatal("The sandbox's first user is not online everywhere");
    target.target.before = states;
    return target;
}
