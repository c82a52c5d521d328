// SPDX-License-Identifier: Apache-2.0
#include "kick/single/kickjournal.h"

#include "store/files/operatingsystemuser.h"

JournalJob KickJournal::job(const Profile &profile, const QString &poolId, const QString &ticket,
                            const QString &reason)
{
    return {.profile = profile.name,
            .host = profile.host.toString(),
            .keyId = profile.keyId,
            .poolId = poolId,
            .osUser = operatingSystemUser(),
            .operatorName = profile.operatorName,
            .ticket = ticket,
            .reason = reason};
}

JournalOutcome KickJournal::outcome(const JournalKey &key, const Target &target, const KickResult &result,
                                    ItemState state)
{
    return {.key = key,
            .identifier = target.identifier,
            .identifierType = target.identifierType,
            .state = state,
            .outcome = result.outcome,
            .reply = result.reply,
            .errorCode = result.error ? errorCodeName(result.error->code) : QString(),
            .apps = result.apps,
            .relogin = result.relogin,
            .isResolved = !target.userId.isEmpty()};
}

KickPlan KickJournal::plan(const ListRecord &record, const ListItem &item)
{
    return {.target = item.item.target,
            .ticket = record.job.ticket,
            .reason = record.job.reason,
            .proofLimit = record.options.proofLimit};
}
