// SPDX-License-Identifier: Apache-2.0
#include "kick/single/poolproof.h"

#include "api/authing/authenticator.h"
#include "kick/single/admission.h"

namespace {

Result<QString> admitted(const Profile &profile, const QString &provedPoolId)
{
    // The token may be newer than the check at the start.
    if (const auto problem = Admission::otherPool(profile, provedPoolId))
        return *problem;
    return provedPoolId;
}

} // namespace

void PoolProof::ask(Authenticator *authenticator, const Profile &profile, QObject *context,
                    ResultHandler<QString> handler)
{
    // A signature names no pool: where the connection names one, a token has to prove it.
    if (profile.auth == AuthScheme::Signature && !profile.poolId.isEmpty()) {
        authenticator->provePool(context,
                                 [profile, handler = std::move(handler)](const Result<QString> &proved) {
                                     handler(proved ? admitted(profile, *proved) : proved);
                                 });
        return;
    }
    authenticator->prepare(
        context, [authenticator, profile, handler = std::move(handler)](const std::optional<Error> &error) {
            if (error && error->code == ErrorCode::PoolMismatch)
                handler(*error);
            else
                handler(admitted(profile, authenticator->poolId()));
        });
}
