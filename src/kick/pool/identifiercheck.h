// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/target.h"
#include "kick/pool/resolver.h"

#include <functional>
#include <optional>

/// Whether an identifier that is no user ID means the user of the target: it may become another one's at any
/// time, so it is looked up before it is sent and once more afterwards.
namespace IdentifierChecks {

/// Told why the identifier does not mean the user for certain; nothing when it does.
using Handler = std::function<void(const std::optional<Error> &)>;

/// True when @p target is sent by an identifier that can be looked up.
bool areNeeded(const Target &target);

/// OtherUserReturned when it means another user.
PendingCall *beforeSending(Resolver *resolver, const Target &target, QObject *context,
                           const Handler &handler);

/// IdentifierMoved when it means another user, several or none by now: the request may have met any of them.
PendingCall *afterSending(Resolver *resolver, const Target &target, QObject *context, const Handler &handler);

} // namespace IdentifierChecks
