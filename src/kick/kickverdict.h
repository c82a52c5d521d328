// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/kicker.h"

/// What became of one group of applications.
enum class GroupEnd {
    Open,
    Accepted,
    /// Nobody knows about the answer, but every session that was there has ended since.
    VerifiedByCheck,
    Refused,
    Unknown,
    /// Unknown, and no attempt is left.
    GivenUp,
};

/// What a whole kick comes to.
namespace KickVerdicts {

/// @p hasLeft: a request itself has reached the server, once at least.
KickOutcome outcome(const QList<GroupEnd> &groups, const KickResult &result, bool hasLeft);

/// The journal's state for @p outcome.
ItemState itemState(KickOutcome outcome, const QList<GroupEnd> &groups);

} // namespace KickVerdicts
