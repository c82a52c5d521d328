// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/profile.h"
#include "kick/single/kickplan.h"
#include "kick/single/kickvalues.h"
#include "store/history/listrecord.h"
#include "store/journal/journaltypes.h"

/// The journal's view of kicks and lists.
namespace KickJournal {

/// @p poolId is the pool that the server proved; empty when it could not be.
JournalJob job(const Profile &profile, const QString &poolId, const QString &ticket, const QString &reason);

/// The end of a kick.
JournalOutcome outcome(const JournalKey &key, const Target &target, const KickResult &result,
                       ItemState state);

/// The plan for a user of a list.
KickPlan plan(const ListRecord &record, const ListItem &item);

} // namespace KickJournal
