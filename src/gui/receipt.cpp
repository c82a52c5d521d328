// SPDX-License-Identifier: Apache-2.0
#include "gui/receipt.h"

#include "gui/errorwords.h"
#include "models/sessionwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace {

QString proof(const Receipt &receipt, const QString &appId)
{
    const auto after = receipt.after.constFind(appId);
    if (after == receipt.after.cend())
        return QCoreApplication::translate("Receipts", "Accepted, checking");
    switch (*after) {
    case SessionState::Offline:
        return KickOutcomes::label(KickOutcome::Verified);
    case SessionState::Online:
        return KickOutcomes::label(KickOutcome::StillOnline);
    case SessionState::Unknown:
        return KickOutcomes::label(KickOutcome::Unknown);
    }
    return {};
}

QString applicationLine(const Receipt &receipt, const Application &application)
{
    QStringList parts{KickPlans::name(application)};
    const auto before = receipt.plan.before.constFind(application.appId);
    const auto after = receipt.after.constFind(application.appId);
    if (before != receipt.plan.before.cend() && after != receipt.after.cend())
        parts << SessionWords::marked(*before) + u" → "_s + SessionWords::marked(*after);
    if (Receipts::isAccepted(receipt))
        parts << proof(receipt, application.appId);
    return parts.join(u" · "_s);
}

} // namespace

bool Receipts::isAccepted(const Receipt &receipt)
{
    return receipt.result && (receipt.result->outcome == KickOutcome::Accepted ||
                              receipt.result->outcome == KickOutcome::Verified ||
                              receipt.result->outcome == KickOutcome::StillOnline);
}

bool Receipts::mayHaveActed(const Receipt &receipt)
{
    return isAccepted(receipt) || (receipt.result && receipt.result->outcome == KickOutcome::Unknown);
}

QString Receipts::headline(const Receipt &receipt)
{
    if (!receipt.result)
        return QCoreApplication::translate("Receipts", "Sending…");
    return isAccepted(receipt) ? QCoreApplication::translate("Receipts", "Operation succeeded")
                               : KickOutcomes::label(receipt.result->outcome);
}

QStringList Receipts::applicationLines(const Receipt &receipt)
{
    QStringList lines;
    for (const Application &application : receipt.plan.applications)
        lines << applicationLine(receipt, application);
    return lines;
}

QString Receipts::text(const Receipt &receipt)
{
    const KickPlan &plan = receipt.plan;
    QStringList lines{headline(receipt), QLocale().toString(receipt.time.toLocalTime(), QLocale::ShortFormat),
                      KickPlans::title(plan),
                      IdTypes::wireName(plan.userIdType) + u": "_s + ServerText(plan.userId).plain()};
    if (plan.user && plan.userIdType != IdType::UserId)
        lines << u"user_id: "_s + ServerText(plan.user->userId).plain();
    lines << plan.pool << applicationLines(receipt);
    if (receipt.result) {
        lines << receipt.result->reply.message.plain() << ErrorWords::reply(receipt.result->reply);
        if (receipt.result->error)
            lines << errorText(*receipt.result->error) << errorCodeName(receipt.result->error->code);
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}
