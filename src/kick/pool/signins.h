// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/client.h"
#include "kick/pace/requestgate.h"

/// The sign-ins of one user since a moment, as far as the server tells.
struct SignIns
{
    /// Those whose time could be read, earliest first.
    QList<LoginRecord> records;
    /// False when a sign-in may be missing: the list could not be read or is not whole, or the time of one of
    /// its rows cannot be read.
    bool areKnown = false;
    /// Why the list could not be read.
    std::optional<Error> error;

    /// The first that may be at or after @p moment.
    std::optional<LoginRecord> firstSince(const QDateTime &moment) const;
};

/// Whose sign-ins are asked for.
struct SignInQuery
{
    Client *client = nullptr;
    QString userId;
    /// By the server's clock.
    QDateTime since;
    /// Through which every page is asked for; null where requests may leave at once.
    RequestGate *gate = nullptr;
    /// Something is claimed on the strength of the answer.
    bool isProof = false;
};

namespace SignInLists {

/// Asks get-user-login-history for everything, page by page.
PendingCall *ask(const SignInQuery &query, QObject *context,
                 const std::function<void(const SignIns &)> &handler);

} // namespace SignInLists
