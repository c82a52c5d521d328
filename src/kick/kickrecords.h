// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/profile.h"
#include "store/jobtypes.h"
#include "store/journaltypes.h"

struct KickResult;
struct KickTarget;

/// What the journal is told of kicks and lists, and what it tells.
namespace KickRecords {

/// @p poolId is the pool that the server proved; empty when it could not be.
JournalJob job(const Profile &profile, const QString &poolId, const QString &ticket, const QString &reason);

JournalItem item(const KickTarget &target);

/// The end of a single kick.
JournalOutcome outcome(const JournalKey &key, const KickTarget &target, const KickResult &result,
                       ItemState state);

/// A user of a list as the target of a kick.
KickTarget target(const JobRecord &record, const JobItem &item);

} // namespace KickRecords
