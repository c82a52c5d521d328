// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/values/types.h"

#include <QString>

namespace Simulated {

/// What the server can say. Its words are data that imitate the service's, not texts of the program.
enum class Word {
    Done,
    Fetched,
    ParameterMalformed,
    BodyMalformed,
    EndpointUnknown,
    UserNotFound,
    ApplicationNotFound,
    ResourceNotFound,
    PoolNotFound,
    NotSignedIn,
    KeyRejected,
    KeyRevoked,
    SignatureWrong,
    SignatureMethodWrong,
    SignatureVersionWrong,
    SignatureTimeMalformed,
    SignatureDateMissing,
    SignatureTimeFarOff,
    SignatureReplayed,
    Forbidden,
    PlanRequired,
    RuleViolated,
    ClientFault,
    Throttled,
    Busy,
    ServerFault,
    NotDone,
    Maintenance,
    UserForcedOffline,
};

namespace Words {

/// The server's words; @p argument stands in for "%1".
QString text(Word word, Language language, const QString &argument = {});

} // namespace Words

} // namespace Simulated
