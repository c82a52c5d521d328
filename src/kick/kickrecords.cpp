// SPDX-License-Identifier: Apache-2.0
#include "kick/kickrecords.h"

#include "kick/kicker.h"
#include "store/operatingsystemuser.h"

#include <algorithm>

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
    return {.userId = target.userId,
            .userIdType = target.userIdType,
            .targetUserId = target.targetUserId,
            .targetName = target.targetName,
            .targetContact = target.targetContact,
            .appIds = target.appIds,
            .overrideReason = target.overrideReason};
}

JournalOutcome KickRecords::outcome(const JournalKey &key, const KickTarget &target, const KickResult &result,
                                    ItemState state)
{
    return {.key = key,
            .userId = target.userId,
            .userIdType = target.userIdType,
            .state = state,
            .outcome = result.outcome,
            .reply = result.reply,
            .errorCode = result.error ? errorCodeName(result.error->code) : QString(),
            .apps = result.apps,
            .relogin = result.relogin,
            .isResolved = !target.targetUserId.isEmpty()};
}

KickTarget KickRecords::target(const JobRecord &record, const JobItem &item)
{
    KickTarget target{.userId = item.item.userId,
                      .userIdType = item.item.userIdType,
                      .appIds = item.item.appIds,
                      .targetUserId = item.item.targetUserId,
                      .targetName = item.item.targetName,
                      .targetContact = item.item.targetContact,
                      .ticket = record.job.ticket,
                      .reason = record.job.reason,
                      .overrideReason = item.item.overrideReason,
                      .proofLimit = record.options.proofLimit};
    const qsizetype known = std::min(item.item.before.size(), item.item.appIds.size());
    for (qsizetype at = 0; at < known; ++at)
        target.before.insert(item.item.appIds.at(at), item.item.before.at(at));
    return target;
}
