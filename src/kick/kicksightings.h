// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "kick/kicker.h"

#include <QMap>

/// What the checks of one kick have seen of its sessions, kept in its result.
class KickSightings
{
public:
    /// Fills @p result, which must outlive this, with the applications of @p target as they were before.
    KickSightings(const KickTarget &target, KickResult *result);

    /// Takes what a check has just seen. Returns the application's entry of the result, null where it has
    /// none.
    const AppProof *note(const AppProof &app);

    /// Takes what a whole check has ended with, but for its applications.
    void noteEnd(const Proof &proof);

    /// True when every session of @p proof is offline that was last seen online: only a session that was
    /// there before an attempt can have been ended by it.
    bool haveEnded(const Proof &proof) const;

private:
    QMap<QString, SessionState> m_lastSeen;
    KickResult *m_result;
};
