// SPDX-License-Identifier: Apache-2.0
#include "kick/pool/identifiercheck.h"

namespace {

std::optional<Error> problemOf(const Target &target, const Result<FoundUsers> &found)
{
    const Result<User> user = Resolver::only(
        found, target.identifier, target.isIdentityUnverified ? Uncompared::Accept : Uncompared::Refuse);
    if (!user)
        return user.error();
    if (user->userId != target.userId)
        return Error{.code = ErrorCode::OtherUserReturned};
    return {};
}

} // namespace

bool IdentifierChecks::areNeeded(const Target &target)
{
    return target.identifierType != IdType::UserId && !target.userId.isEmpty();
}

PendingCall *IdentifierChecks::beforeSending(Resolver *resolver, const Target &target, QObject *context,
                                             const Handler &handler)
{
    return resolver->find(
        target.identifierType, target.identifier, context,
        [target, handler](const Result<FoundUsers> &found) { handler(problemOf(target, found)); });
}

PendingCall *IdentifierChecks::afterSending(Resolver *resolver, const Target &target, QObject *context,
                                            const Handler &handler)
{
    return resolver->find(target.identifierType, target.identifier, context,
                          [target, handler](const Result<FoundUsers> &found) {
                              auto problem = problemOf(target, found);
                              // A look-up that was not answered leaves it open too, and says why itself.
                              if (problem && (found || found.error().code == ErrorCode::OtherUserReturned))
                                  problem->code = ErrorCode::IdentifierMoved;
                              handler(problem);
                          });
}
