// SPDX-License-Identifier: Apache-2.0
#include "kick/kickrecords.h"

#include "kick/kicker.h"
#include "store/operatingsystemuser.h"

JournalJob KickRecords::job(const Profile &profile, const QString &poolId, const QString &ticket,
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

JournalItem KickRecords::item(const KickTarget &target)
{
    return {.target = target.target};
}

JournalOutcome KickRecords::outcome(const JournalKey &key, const KickTarget &target, const KickResult &result,
                                    ItemState state)
{
    return {.key = key,
            .identifier = target.target.identifier,
            .identifierType = target.target.identifierType,
            .state = state,
            .outcome = result.outcome,
            .reply = result.reply,
            .errorCode = result.error ? errorCodeName(result.error->code) : QString(),
            .apps = result.apps,
            .relogin = result.relogin,
            .isResolved = !target.target.userId.isEmpty()};
}

KickTarget KickRecords::target(const JobRecord &record, const JobItem &item)
{
    return {.target = item.item.target,
            .ticket = record.job.ticket,
            .reason = record.job.reason,
            .proofLimit = record.options.proofLimit};
}
