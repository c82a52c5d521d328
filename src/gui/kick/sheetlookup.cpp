// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/sheetlookup.h"

#include "core/async/pendingcall.h"
#include "gui/widgets/errorwords.h"
#include "kick/pool/resolver.h"
#include "kick/single/kickplan.h"

using namespace Qt::Literals::StringLiterals;

void SheetLookup::begin(Resolver *resolver, const QString &userId)
{
    stop();
    m_error.reset();
    if (userId.isEmpty())
        return;
    m_call = resolver->resolve(IdType::UserId, userId, this, [this, userId](const Result<User> &answer) {
        m_call.clear();
        if (!answer)
            m_error = answer.error();
        else if (answer->userId != userId)
            m_error = Error{.kind = ErrorKind::NotSent, .code = ErrorCode::OtherUserReturned};
        else
            Q_EMIT found(*answer);
        Q_EMIT ended();
    });
}

void SheetLookup::stop()
{
    if (m_call)
        m_call->abort();
    m_call.clear();
}

QString SheetLookup::words(const KickPlan &plan) const
{
    if (!plan.user)
        return tr("The user could not be looked up. Exactly this identifier is sent.");
    if (isRunning())
        return tr("Looking the user up again…");
    if (canRetry())
        return errorText(*m_error) + u'\n' + ErrorWords::detail(*m_error);
    if (m_error)
        return tr("Couldn't check the user again: this access key has no permission to look up users.");
    return plan.target.identifierType == IdType::UserId
               ? QString()
               : tr("The user is looked up by this once more before anything is sent, and "
                    "again afterwards.");
}
