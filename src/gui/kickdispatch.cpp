// SPDX-License-Identifier: Apache-2.0
#include "gui/kickdispatch.h"

KickDispatch::KickDispatch(Session *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

void KickDispatch::send(const KickPlan &plan)
{
    if (isBusy())
        return;
    if (plan.user && plan.userIdType != IdType::UserId)
        lookUp(plan);
    else
        kick(plan);
}

void KickDispatch::lookUp(const KickPlan &plan)
{
    m_call = m_session->resolver()->resolve(
        plan.userIdType, plan.userId, this, [this, plan](const Result<User> &found) {
            m_call.clear();
            if (!found)
                refuse(found.error());
            else if (found->userId != plan.user->userId)
                refuse({.kind = ErrorKind::NotSent, .code = ErrorCode::OtherUserReturned});
            else
                kick(plan);
        });
}

void KickDispatch::kick(const KickPlan &plan)
{
    KickTarget target{.target = {.identifier = plan.userId,
                                 .identifierType = plan.userIdType,
                                 .appIds = KickPlans::appIds(plan),
                                 .overrideReason = plan.overrideReason},
                      .ticket = plan.ticket,
                      .reason = plan.reason};
    for (const QString &appId : std::as_const(target.target.appIds))
        target.target.before << plan.before.value(appId);
    if (plan.user) {
        target.target.userId = plan.user->userId;
        target.target.name = Users::displayName(*plan.user);
        target.target.contact = Users::maskedContact(*plan.user);
    } else if (plan.userIdType == IdType::UserId) {
        target.target.userId = plan.userId;
    }
    const auto tell = [this](const KickProgress &progress) { Q_EMIT progressed(progress); };
    m_call = m_session->kicker()->kick(target, this, tell, [this](const KickResult &result) {
        m_call.clear();
        Q_EMIT finished(result);
    });
}

void KickDispatch::refuse(const Error &error)
{
    KickResult result;
    result.outcome = KickOutcome::NotSent;
    result.reply = error.reply;
    result.error = error;
    Q_EMIT finished(result);
}
