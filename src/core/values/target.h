// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identifiers/idtype.h"
#include "core/values/servertext.h"
#include "core/values/types.h"

#include <QList>
#include <QString>
#include <QStringList>

/// Whom a kick is for: one user, and the applications to be signed out of.
struct Target
{
    /// Sent as identifierType.
    QString identifier;
    IdType identifierType = IdType::UserId;
    /// The Authing user ID; empty where the user could not be looked up, and then nothing can be checked.
    QString userId;
    ServerText name;
    /// Masked.
    QString contact;
    QStringList appIds;
    /// The states known before, one for each of appIds in their order; empty when they were not asked.
    QList<SessionState> before;
    /// Why a protected user is kicked all the same; empty for everybody else.
    QString overrideReason;
    /// The user was found by an identity that the server does not show, and somebody accepted that.
    bool isIdentityUnverified = false;

    friend bool operator==(const Target &, const Target &) = default;
};

namespace Targets {

/// The Authing user ID, or the identifier of a user who could not be looked up.
inline const QString &knownId(const Target &target)
{
    return target.userId.isEmpty() ? target.identifier : target.userId;
}

/// What was known about the application at @p position of appIds.
inline SessionState before(const Target &target, qsizetype position)
{
    return position < target.before.size() ? target.before.at(position) : SessionState::Unknown;
}

} // namespace Targets
