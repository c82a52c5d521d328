// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/authing/client.h"

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

namespace SignInLists {

/// Asks get-user-login-history for everything since @p since, by the server's clock.
PendingCall *ask(Client *client, const QString &userId, const QDateTime &since, QObject *context,
                 const std::function<void(const SignIns &)> &handler, const CallOptions &options = {});

} // namespace SignInLists
