// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/profile.h"
#include "core/values/result.h"

#include <QString>

class Authenticator;
class QObject;

/// The pool that the next kick reaches, as far as the server tells it.
namespace PoolProof {

/// Asks before a kick. Gives the pool that a token has proved, empty where the connection signs and names no
/// pool, or where a token could not be had for another reason, which comes again with the kick itself.
/// PoolMismatch where it is another pool than the connection names; any error where the connection signs,
/// names a pool, and got no proof.
void ask(Authenticator *authenticator, const Profile &profile, QObject *context,
         ResultHandler<QString> handler);

} // namespace PoolProof
